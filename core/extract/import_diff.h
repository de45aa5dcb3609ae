// Importing a newer extract over an older one: what is new, what changed, what is gone. Pure.
#pragma once

#include "core/domain/record.h"

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace frontsheet::extract {

struct FieldChange {
    FieldTag tag;
    std::optional<Value> before;
    std::optional<Value> after; // none: the extract no longer has a value
};

enum class ImportChange : std::uint8_t { New, Changed, Unchanged };

struct RecordDiff {
    ImportChange change = ImportChange::New;
    std::vector<FieldChange> fields; // of a changed record, ascending
};

// Only `spoken` fields are compared: those that the mapping gives (RecordRule::tags). A field that workers wrote and the
// extract does not speak of is never taken away by an import.
[[nodiscard]] RecordDiff diffFields(const FieldSet& before, const FieldSet& after, std::span<const FieldTag> spoken);

// Follows an import record by record and knows at the end which records of the last one did not come again.
class ImportDiff {
public:
    // What the home holds from earlier imports of this extract (and nothing else).
    void known(const RecordId& id, FieldSet fields);
    // The first record of an id is compared with what was known.
    [[nodiscard]] RecordDiff take(const RecordId& id, const FieldSet& fields, std::span<const FieldTag> spoken);
    // Known records that were not taken, ascending. Gone from an extract is not dead or deregistered: a person decides.
    [[nodiscard]] std::vector<RecordId> vanished() const;

private:
    std::unordered_map<RecordId, FieldSet> m_known;
    std::unordered_set<RecordId> m_taken;
};

} // namespace frontsheet::extract
