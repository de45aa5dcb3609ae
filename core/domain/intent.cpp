#include "core/domain/intent.h"

#include "core/domain/schema/contact_note.h"

#include <algorithm>

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
        record.category = intent.category;
        record.occurredAt = intent.occurredAt;
    }
    for (const auto& edit : intent.edits) {
        if (edit.after) {
            record.fields.set(edit.field, *edit.after);
        } else {
            record.fields.erase(edit.field);
        }
    }
    return record;
}

bool isDraft(const Record& record) {
    return record.type == RecordType::ContactNote && record.fields.text(contact_note::kState) == "draft";
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
    for (const auto& edit : later.edits) {
        const auto at = std::lower_bound(both.edits.begin(), both.edits.end(), edit.field,
                                         [](const FieldEdit& e, FieldTag tag) { return e.field < tag; });
        if (at == both.edits.end() || at->field != edit.field) {
            both.edits.insert(at, edit);
        } else if (at->before == edit.after) {
            both.edits.erase(at);
        } else {
            at->after = edit.after;
        }
    }
    return both;
}

} // namespace frontsheet
