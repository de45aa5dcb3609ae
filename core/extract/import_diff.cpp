#include "core/extract/import_diff.h"

#include <algorithm>

namespace frontsheet::extract {

RecordDiff diffFields(const FieldSet& before, const FieldSet& after, std::span<const FieldTag> spoken) {
    RecordDiff diff;
    std::vector<FieldTag> tags{spoken.begin(), spoken.end()};
    std::sort(tags.begin(), tags.end());
    for (const auto tag : tags) {
        const Value* was = before.find(tag);
        const Value* is = after.find(tag);
        const bool same = (was == nullptr) == (is == nullptr) && (was == nullptr || *was == *is);
        if (!same) {
            diff.fields.push_back({tag, was == nullptr ? std::nullopt : std::optional{*was},
                                   is == nullptr ? std::nullopt : std::optional{*is}});
        }
    }
    diff.change = diff.fields.empty() ? ImportChange::Unchanged : ImportChange::Changed;
    return diff;
}

void ImportDiff::known(const RecordId& id, FieldSet fields) { m_known.insert_or_assign(id, std::move(fields)); }

RecordDiff ImportDiff::take(const RecordId& id, const FieldSet& fields, std::span<const FieldTag> spoken) {
    m_taken.insert(id);
    const auto at = m_known.find(id);
    return at == m_known.end() ? RecordDiff{} : diffFields(at->second, fields, spoken);
}

std::vector<RecordId> ImportDiff::vanished() const {
    std::vector<RecordId> gone;
    for (const auto& [id, fields] : m_known) {
        if (!m_taken.contains(id)) {
            gone.push_back(id);
        }
    }
    std::sort(gone.begin(), gone.end());
    return gone;
}

} // namespace frontsheet::extract
