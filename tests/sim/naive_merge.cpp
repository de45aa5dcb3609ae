#include "tests/sim/naive_merge.h"

#include "core/domain/schema/permission.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace frontsheet::sim {

namespace {

using Text = std::optional<Value>;

bool saysNothing(const Value& value) {
    if (std::holds_alternative<std::string>(value)) {
        return std::get<std::string>(value).empty();
    }
    if (std::holds_alternative<std::vector<std::string>>(value)) {
        return std::get<std::vector<std::string>>(value).empty();
    }
    return std::holds_alternative<AnyId>(value) && std::get<AnyId>(value).isNull();
}

Text said(const Text& value) { return value.has_value() && saysNothing(*value) ? Text{} : value; }

std::set<std::string> membersOf(const Text& value) {
    std::set<std::string> out;
    if (value && std::holds_alternative<std::vector<std::string>>(*value)) {
        for (const auto& member : std::get<std::vector<std::string>>(*value)) {
            out.insert(member);
        }
    }
    return out;
}

const FieldSpec* specOf(RecordType type, FieldTag tag) {
    for (const auto& schema : allSchemas()) {
        if (schema.type != type) {
            continue;
        }
        for (const auto& field : schema.fields) {
            if (field.tag == tag) {
                return &field;
            }
        }
    }
    return nullptr;
}

} // namespace

Met naivelyMerged(const Record* current, const Intent& intent) {
    std::map<std::uint16_t, Value> now;
    if (current != nullptr) {
        for (const auto& [tag, value] : current->fields) {
            now[tag.number] = value;
        }
    }
    Met met;
    met.beside = intent.base != (current != nullptr ? current->version : HomeVersion{});
    std::map<std::uint16_t, Value> becomes = now;
    std::set<int> standsStill; // groups
    std::vector<std::pair<int, FieldEdit>> taken;
    for (const auto& edit : intent.edits) {
        const FieldSpec* spec = specOf(intent.type, edit.field);
        const int group = spec == nullptr ? 0 : spec->mergeGroup;
        const auto at = now.find(edit.field.number);
        const Text is = at == now.end() ? Text{} : Text{at->second};
        const Text was = said(edit.before);
        const Text wanted = said(edit.after);
        const bool touchedByOthers = is != was && is != wanted;
        if (!touchedByOthers) {
            if (wanted != was && is != wanted) {
                taken.emplace_back(group, edit);
            }
            continue;
        }
        met.beside = true;
        switch (spec == nullptr ? MergeRule::Authority : spec->merge) {
        case MergeRule::Authority:
            met.refused = true;
            return met;
        case MergeRule::Prose:
            met.conflict = true;
            if (group != 0) {
                standsStill.insert(group);
            }
            break;
        case MergeRule::Status:
            if (wanted != was) {
                taken.emplace_back(group, edit);
            }
            break;
        case MergeRule::SetUnion: {
            auto members = membersOf(is);
            const auto before = membersOf(was);
            const auto after = membersOf(wanted);
            for (const auto& member : before) {
                if (after.count(member) == 0) {
                    members.erase(member);
                }
            }
            for (const auto& member : after) {
                if (before.count(member) == 0) {
                    members.insert(member);
                }
            }
            if (members.empty()) {
                becomes.erase(edit.field.number);
            } else {
                becomes[edit.field.number] = std::vector<std::string>(members.begin(), members.end());
            }
            break;
        }
        }
    }
    for (const auto& [group, edit] : taken) {
        if (group != 0 && standsStill.count(group) != 0) {
            continue;
        }
        if (const auto wanted = said(edit.after)) {
            becomes[edit.field.number] = *wanted;
        } else {
            becomes.erase(edit.field.number);
        }
    }
    for (const auto& [number, value] : becomes) {
        met.fields.set(FieldTag{number}, value);
    }
    return met;
}

bool isSettledByHome(RecordType type, FieldTag tag) {
    switch (type) {
    case RecordType::Referral:
        return tag == referral::kSeenAt.tag || tag == referral::kSeenBy.tag || tag == referral::kArrivedAt.tag ||
               tag == referral::kAnswerBy.tag;
    case RecordType::PermissionStatement:
        return tag == permission_statement::kAskedAt.tag || tag == permission_statement::kWithdrawnAt.tag ||
               tag == permission_statement::kWithdrawnBy.tag || tag == permission_statement::kWithdrawnWhy.tag ||
               tag == permission_statement::kWhere.tag;
    default:
        return false;
    }
}

} // namespace frontsheet::sim
