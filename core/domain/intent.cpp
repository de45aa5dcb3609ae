#include "core/domain/intent.h"

#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/two_versions.h"

#include <algorithm>
#include <set>

namespace frontsheet {

std::vector<FieldEdit> difference(const FieldSet& before, const FieldSet& after) {
    std::vector<FieldEdit> edits;
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
        if (b == after.end() || (a != before.end() && a->first < b->first)) {
            edits.push_back({a->first, a->second, std::nullopt});
            ++a;
        } else if (a == before.end() || b->first < a->first) {
            edits.push_back({b->first, std::nullopt, b->second});
            ++b;
        } else {
            if (a->second != b->second) {
                edits.push_back({a->first, a->second, b->second});
            }
            ++a;
            ++b;
        }
    }
    return edits;
}

std::vector<FieldEdit> editsOf(RecordType type, const FieldSet& before, const FieldSet& after) {
    auto edits = difference(before, after);
    const RecordSchema* schema = schemaOf(type);
    if (schema == nullptr) {
        return edits;
    }
    std::set<std::uint8_t> groups;
    std::set<FieldTag> touched;
    for (const auto& edit : edits) {
        touched.insert(edit.field);
        if (const FieldSpec* spec = schema->field(edit.field); spec != nullptr && spec->mergeGroup != 0) {
            groups.insert(spec->mergeGroup);
        }
    }
    for (const auto& spec : schema->fields) {
        // A status field needs no such word: the state machine judges what it meets.
        if (groups.contains(spec.mergeGroup) && !touched.contains(spec.tag) && spec.merge != MergeRule::Status) {
            const Value* seen = before.find(spec.tag);
            const auto value = seen != nullptr ? std::optional{*seen} : std::nullopt;
            edits.push_back({spec.tag, value, value});
        }
    }
    std::sort(edits.begin(), edits.end(), [](const FieldEdit& a, const FieldEdit& b) { return a.field < b.field; });
    return edits;
}

void stateAsSeen(RecordType type, const FieldSet& before, std::vector<FieldEdit>& edits) {
    const auto isSomething = [](const std::optional<Value>& value) { return value && !isNothing(*value); };
    if (std::any_of(edits.begin(), edits.end(), [&](const FieldEdit& edit) { return isSomething(edit.before); })) {
        return;
    }
    const RecordSchema* schema = schemaOf(type);
    const FieldSpec* witness = nullptr;
    for (const auto& spec : schema != nullptr ? schema->fields : std::span<const FieldSpec>{}) {
        const Value* value = before.find(spec.tag);
        const bool mayChange = spec.merge == MergeRule::Status || spec.merge == MergeRule::SetUnion;
        if (value != nullptr && !isNothing(*value) && (witness == nullptr || mayChange)) {
            witness = &spec;
            if (mayChange) {
                break;
            }
        }
    }
    if (witness != nullptr) {
        const std::optional seen{*before.find(witness->tag)};
        const auto at =
            std::find_if(edits.begin(), edits.end(), [&](const FieldEdit& edit) { return witness->tag < edit.field; });
        edits.insert(at, {witness->tag, seen, seen});
    }
}

bool isNothing(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return text->empty();
    }
    if (const auto* members = std::get_if<std::vector<std::string>>(&value)) {
        return members->empty();
    }
    const auto* id = std::get_if<AnyId>(&value);
    return id != nullptr && id->isNull();
}

void apply(FieldSet& fields, const FieldEdit& edit) {
    if (edit.after && !isNothing(*edit.after)) {
        fields.set(edit.field, *edit.after);
    } else {
        fields.erase(edit.field);
    }
}

Record withIntent(std::optional<Record> current, const Intent& intent) {
    Record record;
    if (current) {
        record = std::move(*current);
    } else {
        record.id = intent.record;
        record.type = intent.type;
        record.home = intent.home;
        record.person = intent.person;
        record.category = intent.category;
        record.occurredAt = intent.occurredAt;
    }
    if (isDraft(record)) {
        record.category = intent.category != Category{} ? intent.category : record.category;
        record.occurredAt = intent.occurredAt.isKnown() ? intent.occurredAt : record.occurredAt;
    }
    for (const auto& edit : intent.edits) {
        if (edit.before != edit.after) {
            apply(record.fields, edit);
        }
    }
    putAway(record.fields, intent.settles);
    return record;
}

bool isDraft(const Record& record) {
    return record.type == RecordType::ContactNote && record.fields.text(contact_note::kState) == "draft";
}

Intent wordsAloneOf(Intent intent) {
    if (intent.base.n > 0) {
        for (auto& edit : intent.edits) {
            edit.before.reset();
        }
    }
    return intent;
}

std::optional<Intent> folded(const Intent& earlier, const Intent& later) {
    const auto leavesDraft = [](const Intent& intent) {
        return std::none_of(intent.edits.begin(), intent.edits.end(), [](const FieldEdit& edit) {
            return edit.field == contact_note::kState.tag && edit.after != Value{std::string{"draft"}};
        });
    };
    if (earlier.record != later.record || earlier.type != RecordType::ContactNote || later.type != earlier.type ||
        earlier.home != later.home || earlier.person != later.person || !later.after.isNull() ||
        !later.replaces.isNull() || !earlier.transaction.isNull() || !later.transaction.isNull() ||
        !leavesDraft(earlier)) {
        return std::nullopt;
    }
    Intent both = earlier;
    both.category = later.category;
    both.occurredAt = later.occurredAt;
    for (const auto& op : later.settles) {
        if (std::find(both.settles.begin(), both.settles.end(), op) == both.settles.end()) {
            both.settles.push_back(op);
        }
    }
    for (const auto& edit : later.edits) {
        const auto at = std::lower_bound(both.edits.begin(), both.edits.end(), edit.field,
                                         [](const FieldEdit& e, FieldTag tag) { return e.field < tag; });
        if (at == both.edits.end() || at->field != edit.field) {
            both.edits.insert(at, edit);
        } else {
            at->after = edit.after; // typed and taken back: the edit stays, as "I saw this"
        }
    }
    return both;
}

} // namespace frontsheet
