#include "sync/server/standing_words.h"

#include "core/domain/schema/record_schema.h"
#include "sync/server/limits.h"
#include "sync/wire/body_codec.h"

#include <algorithm>
#include <utility>

namespace frontsheet {

namespace {

// The prose that the two are about.
std::vector<FieldTag> proseOf(const Record& record, const OtherVersion& other) {
    const RecordSchema* schema = schemaOf(record.type);
    std::vector<FieldTag> tags;
    for (const auto& said : other.says) {
        const FieldSpec* spec = schema != nullptr ? schema->field(said.field) : nullptr;
        if (spec != nullptr && spec->merge == MergeRule::Prose) {
            tags.push_back(said.field);
        }
    }
    return tags;
}

bool sayTheSame(const FieldSet& a, const FieldSet& b, const std::vector<FieldTag>& tags) {
    return std::all_of(tags.begin(), tags.end(), [&](FieldTag tag) {
        const Value* one = a.find(tag);
        const Value* other = b.find(tag);
        return (one == nullptr) == (other == nullptr) && (one == nullptr || *one == *other);
    });
}

} // namespace

Result<void> attributeStanding(LedgerReads& ledger, const Record& before, Record& after) {
    auto others = after.fields.others();
    if (others.empty()) {
        return ok();
    }
    OtherVersion& other = others.back();
    const auto tags = proseOf(before, other);
    std::size_t looked = 0;
    FS_TRY(ledger.history(before.id, [&](const KeptRecord& kept) -> Result<Walk> {
        if (kept.header.version >= before.version) {
            return Walk::On;
        }
        FS_ASSIGN(const auto fields, wire::decodeBody(kept.body));
        if (!sayTheSame(fields, before.fields, tags) || ++looked > server_limits::kVersionsLookedThrough) {
            return Walk::Stop;
        }
        other.standingAgency = kept.header.authorAgency;
        other.standingAuthor = kept.header.author;
        other.standingSince = kept.header.recordedAt;
        return Walk::On;
    }));
    after.fields.setOthers(std::move(others));
    return ok();
}

} // namespace frontsheet
