#include "core/domain/intent.h"

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
    for (const auto& edit : intent.edits) {
        if (edit.after) {
            record.fields.set(edit.field, *edit.after);
        } else {
            record.fields.erase(edit.field);
        }
    }
    return record;
}

} // namespace frontsheet
