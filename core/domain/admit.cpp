#include "core/domain/admit.h"

#include "core/domain/schema/record_schema.h"
#include "core/domain/type_rules.h"

#include <algorithm>
#include <set>

namespace frontsheet {

namespace {

std::optional<Value> valueOf(const FieldSet& fields, FieldTag tag) {
    const Value* value = fields.find(tag);
    return value == nullptr ? std::nullopt : std::optional{*value};
}

void apply(FieldSet& fields, const FieldEdit& edit) {
    if (edit.after) {
        fields.set(edit.field, *edit.after);
    } else {
        fields.erase(edit.field);
    }
}

// Members the author added and took away, applied to what is there now.
std::optional<Value> mergedSet(const std::optional<Value>& current, const FieldEdit& edit) {
    const auto members = [](const std::optional<Value>& value) {
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
        if (!after.contains(member)) {
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
    bool besideOthers = false; // someone else's change of other fields stands beside it
    bool proseConflict = false;
};

// Fields of one merge group stand or fall together, so a prose conflict in one takes the group's other edits with it.
Result<Merge> merge(const RecordSchema* schema, const FieldSet& current, const Intent& intent, HomeVersion at) {
    Merge out{current, intent.base != at, false};
    std::set<std::uint8_t> conflictedGroups;
    std::vector<const FieldEdit*> accepted;
    for (const auto& edit : intent.edits) {
        const FieldSpec* spec = schema != nullptr ? schema->field(edit.field) : nullptr;
        const auto now = valueOf(current, edit.field);
        if (now == edit.after) {
            continue; // already so
        }
        if (now == edit.before) {
            accepted.push_back(&edit);
            continue;
        }
        switch (spec != nullptr ? spec->merge : MergeRule::Authority) {
        case MergeRule::SetUnion: {
            const auto merged = mergedSet(now, edit);
            apply(out.fields, {edit.field, now, merged});
            out.besideOthers = true;
            break;
        }
        case MergeRule::Status:
            accepted.push_back(&edit); // the type's state machine judges the result
            out.besideOthers = true;
            break;
        case MergeRule::Prose:
            out.proseConflict = true;
            if (spec->mergeGroup != 0) {
                conflictedGroups.insert(spec->mergeGroup);
            }
            break;
        case MergeRule::Authority:
            return {ErrorCode::Conflict,
                    spec != nullptr ? "field " + std::string{spec->name} : "field of a newer schema"};
        }
    }
    for (const FieldEdit* edit : accepted) {
        const FieldSpec* spec = schema != nullptr ? schema->field(edit->field) : nullptr;
        if (spec == nullptr || !conflictedGroups.contains(spec->mergeGroup)) {
            apply(out.fields, *edit);
        }
    }
    return out;
}

Result<void> checkShape(const std::optional<Record>& current, const Intent& intent) {
    const RecordSchema* schema = schemaOf(intent.type);
    if (intent.edits.size() > kMaxEdits) {
        return {ErrorCode::TooLarge, "number of edits"};
    }
    if (intent.record.isNull() || intent.op.isNull() || !intent.home.isWellFormed()) {
        return {ErrorCode::Malformed, "intent identity"};
    }
    if (schema != nullptr && (schema->subject == Subject::Person) == intent.person.isNull()) {
        return {ErrorCode::Malformed, "intent person"};
    }
    if (!current) {
        return intent.base.n == 0 ? ok() : Result<void>{ErrorCode::NotFound, "record"};
    }
    if (intent.base.n == 0) {
        return {ErrorCode::Duplicate, "record"};
    }
    if (current->type != intent.type || current->person != intent.person || current->home != intent.home) {
        return {ErrorCode::WrongTenant, "record identity"};
    }
    return ok();
}

} // namespace

Result<Admission> admit(const Principal& author, const std::optional<Record>& current, const Intent& intent,
                        const Relationships& relationships, WallTime now) {
    const Record* before = current ? &*current : nullptr;
    if (!mayContribute(author, intent.home, intent.type, before, relationships)) {
        // Said before anything about the record, so that a guess learns nothing of what exists.
        return {ErrorCode::NotPermitted, "no relationship"};
    }
    FS_TRY(checkShape(current, intent));
    const RecordSchema* schema = schemaOf(intent.type);
    FS_ASSIGN(auto merged, merge(schema, current ? current->fields : FieldSet{}, intent,
                                 current ? current->version : HomeVersion{}));

    Admission admission;
    admission.record = current ? *current : withIntent(std::nullopt, intent);
    admission.record.fields = std::move(merged.fields);
    admission.record.author = author.worker;
    admission.record.authorAgency = author.agency;
    if (!current) {
        admission.record.category =
            schema != nullptr && intent.category == Category{} ? schema->category : intent.category;
    }
    FS_TRY(checkFields(intent.type, admission.record.fields));
    const Change change{author, before, admission.record, intent, now};
    FS_TRY(checkTypeRules(change));
    if (merged.proseConflict) {
        admission.outcome = IntentOutcome::Conflict;
        admission.conflicting = withIntent(current, intent);
    } else {
        admission.outcome = merged.besideOthers ? IntentOutcome::Merged : IntentOutcome::Applied;
    }
    admission.consequences = consequencesOf(change);
    return admission;
}

} // namespace frontsheet
