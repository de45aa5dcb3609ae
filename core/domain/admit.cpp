#include "core/domain/admit.h"

#include "core/base/planted_bug.h"
#include "core/domain/message_reading.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/two_versions.h"
#include "core/domain/type_rules.h"

#include <algorithm>
#include <set>

namespace frontsheet {

namespace {

using Maybe = std::optional<Value>;

Maybe meaning(const Maybe& value) { return value && isNothing(*value) ? std::nullopt : value; }

Maybe valueOf(const FieldSet& fields, FieldTag tag) {
    const Value* value = fields.find(tag);
    return value == nullptr ? std::nullopt : std::optional{*value};
}

// Members the author added and took away, applied to what is there now.
Maybe mergedSet(const Maybe& current, const FieldEdit& edit) {
    const auto members = [](const Maybe& value) {
        const auto* held = value ? std::get_if<std::vector<std::string>>(&*value) : nullptr;
        return held != nullptr ? std::set<std::string>(held->begin(), held->end()) : std::set<std::string>{};
    };
    const auto before = members(edit.before);
    const auto after = members(edit.after);
    auto merged = members(current);
    for (const auto& member : after) {
        if (!before.contains(member)) {
            merged.insert(member);
        }
    }
    for (const auto& member : before) {
        if (!after.contains(member) && !planted(PlantedBug::SetKeepsRemoved)) {
            merged.erase(member);
        }
    }
    if (merged.empty()) {
        return std::nullopt;
    }
    return Value{std::vector<std::string>(merged.begin(), merged.end())};
}

struct Merge {
    FieldSet fields;
    bool besideOthers = false;             // someone else's change of other fields stands beside it
    std::vector<OtherVersion::Said> aside; // what conflicts, with the rest of its merge group; empty: nothing does
};

Error conflictIn(const FieldSpec* spec) {
    return {ErrorCode::Conflict, spec != nullptr ? "field " + std::string{spec->name} : "field of a newer schema"};
}

// Fields of one merge group stand or fall together: a conflict in one holds back the group's other edits.
Result<Merge> merge(const RecordSchema* schema, const FieldSet& current, const Intent& intent, HomeVersion at) {
    Merge out{current, intent.base != at, {}};
    std::set<std::uint8_t> heldGroups;
    std::vector<std::pair<const FieldSpec*, FieldEdit>> accepted;
    for (const auto& edit : intent.edits) {
        const FieldSpec* spec = schema != nullptr ? schema->field(edit.field) : nullptr;
        const auto rule = spec != nullptr ? spec->merge : MergeRule::Authority;
        const auto now = valueOf(current, edit.field);
        const auto before = meaning(edit.before);
        const auto after = meaning(edit.after);
        const bool onlySeen = before == after;
        if (now == before || now == after) {
            if (!onlySeen && now != after) {
                accepted.emplace_back(spec, edit);
            }
            continue;
        }
        switch (rule) {
        case MergeRule::SetUnion:
            apply(out.fields, {edit.field, now, mergedSet(now, edit)});
            break;
        case MergeRule::Status:
            if (!onlySeen) {
                accepted.emplace_back(spec, edit); // the type's state machine judges the result
            }
            break;
        case MergeRule::Prose:
            if (planted(PlantedBug::ProseRunTogether) && now && after) {
                accepted.emplace_back(
                    spec,
                    FieldEdit{edit.field, now, std::get<std::string>(*now) + " " + std::get<std::string>(*after)});
                break;
            }
            out.aside.push_back({edit.field, after, before});
            if (spec->mergeGroup != 0) {
                heldGroups.insert(spec->mergeGroup);
            }
            break;
        case MergeRule::Authority:
            if (planted(PlantedBug::ClockOrderedMerge) && !onlySeen) {
                accepted.emplace_back(spec, edit); // it came later
                break;
            }
            return conflictIn(spec);
        }
        out.besideOthers = true;
    }
    for (const auto& [spec, edit] : accepted) {
        if (spec == nullptr || !heldGroups.contains(spec->mergeGroup)) {
            apply(out.fields, edit);
        } else {
            out.aside.push_back({edit.field, meaning(edit.after), meaning(edit.before)});
        }
    }
    std::sort(out.aside.begin(), out.aside.end(), [](const auto& a, const auto& b) { return a.field < b.field; });
    return out;
}

// A creation was made on nothing at all; an edit saw at least one value, if only its author's own unsent one.
bool creates(const Intent& intent) {
    return intent.base.n == 0 && std::all_of(intent.edits.begin(), intent.edits.end(),
                                             [](const FieldEdit& edit) { return !meaning(edit.before); });
}

bool alreadySo(const FieldSet& current, const Intent& intent) {
    return std::all_of(intent.edits.begin(), intent.edits.end(),
                       [&](const FieldEdit& edit) { return valueOf(current, edit.field) == meaning(edit.after); });
}

Result<void> checkShape(const std::optional<Record>& current, const Intent& intent) {
    const RecordSchema* schema = schemaOf(intent.type);
    if (intent.edits.size() > kMaxEdits || intent.settles.size() > kMaxOtherVersions) {
        return {ErrorCode::TooLarge, "number of edits"};
    }
    if (intent.record.isNull() || intent.op.isNull() || !intent.home.isWellFormed()) {
        return {ErrorCode::Malformed, "intent identity"};
    }
    std::uint16_t last = 0;
    for (const auto& edit : intent.edits) {
        if (edit.field.number <= last || edit.field.number > kMaxFieldTag) {
            return {ErrorCode::Malformed, "edits out of order"};
        }
        last = edit.field.number;
    }
    if (schema != nullptr && (schema->subject == Subject::Person) == intent.person.isNull()) {
        return {ErrorCode::Malformed, "intent person"};
    }
    if (!current) {
        return creates(intent) ? ok() : Result<void>{ErrorCode::NotFound, "record"};
    }
    if (current->id != intent.record || current->type != intent.type || current->person != intent.person ||
        current->home != intent.home) {
        return {ErrorCode::WrongTenant, "record identity"};
    }
    return creates(intent) && !alreadySo(current->fields, intent) ? Result<void>{ErrorCode::Duplicate, "record"} : ok();
}

OtherVersion otherVersion(const Principal& author, const Intent& intent, const std::optional<Record>& current,
                          std::vector<OtherVersion::Said> says) {
    OtherVersion other{intent.op, author.agency, author.worker, intent.occurredAt, std::move(says), {}, {}, {}};
    if (current) {
        other.standingAgency = current->authorAgency;
        other.standingAuthor = current->author;
        other.standingSince = current->recordedAt;
    }
    return other;
}

Record asMerged(const std::optional<Record>& current, const Intent& intent, FieldSet fields) {
    Intent header = intent;
    header.edits.clear();
    Record record = withIntent(current, header);
    const RecordSchema* schema = schemaOf(record.type);
    if (schema != nullptr && record.category == Category{}) {
        record.category = schema->category;
    }
    record.fields = std::move(fields);
    return record;
}

bool sameContent(const Record& a, const Record& b) {
    return a.fields == b.fields && a.category == b.category && a.occurredAt == b.occurredAt;
}

} // namespace

FieldSet mergedFields(const Record& current, const Intent& intent) {
    auto merged = merge(schemaOf(intent.type), current.fields, intent, current.version);
    return merged ? std::move(merged->fields) : current.fields;
}

Result<Admission> admit(const Principal& author, const std::optional<Record>& current, const Intent& intent,
                        const Relationships& relationships, WallTime now) {
    const Record* before = current ? &*current : nullptr;
    if (!mayContribute(author, intent.home, intent.type, before, relationships)) {
        // Said before anything about the record, so that a guess learns nothing of what exists.
        return {ErrorCode::NotPermitted, "no relationship"};
    }
    FS_TRY(checkShape(current, intent));
    FS_ASSIGN(auto merged, merge(schemaOf(intent.type), current ? current->fields : FieldSet{}, intent,
                                 current ? current->version : HomeVersion{}));
    Admission admission;
    admission.record = asMerged(current, intent, std::move(merged.fields));
    settleAtHome(before, admission.record, now);
    admission.outcome = merged.besideOthers ? IntentOutcome::Merged : IntentOutcome::Applied;
    bool standsAsItStood = false; // but for what is put beside it
    if (merged.aside.empty()) {
        putAway(admission.record.fields, intent.settles);
    } else {
        admission.outcome = IntentOutcome::Conflict;
        standsAsItStood = before != nullptr && sameContent(*before, admission.record);
        auto other = otherVersion(author, intent, current, std::move(merged.aside));
        const auto continued = continuedBy(admission.record.fields, other, intent);
        FS_TRY(putBeside(admission.record.fields, std::move(other), continued));
    }
    FS_TRY(checkFields(intent.type, admission.record.fields));
    if (before != nullptr && sameContent(*before, admission.record)) {
        admission.changed = false;
        admission.outcome = standsAsItStood ? IntentOutcome::Conflict : IntentOutcome::Applied;
        return admission; // what it asks for stands already, whoever brought it about
    }
    // Else it is still its own author's: the version beside it says whose that is, and who reads a message did not write it.
    const bool onlyRead = before != nullptr && isMessage(intent.type);
    if (!standsAsItStood && !onlyRead) {
        admission.record.author = author.worker;
        admission.record.authorAgency = author.agency;
    }
    const Change change{author, before, admission.record, intent, relationships, now};
    FS_TRY(checkTypeRules(change));
    admission.consequences = consequencesOf(change);
    return admission;
}

} // namespace frontsheet
