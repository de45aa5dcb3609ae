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
               tag == referral::kAnswerBy.tag || tag == referral::kFirstContactAt.tag ||
               tag == referral::kOutcomeReadAt.tag || tag == referral::kOutcomeReadBy.tag ||
               tag == referral::kPassedThrough.tag || tag == referral::kWaitsSince.tag;
    case RecordType::PermissionStatement:
        return tag == permission_statement::kAskedAt.tag || tag == permission_statement::kWithdrawnAt.tag ||
               tag == permission_statement::kWithdrawnBy.tag || tag == permission_statement::kWithdrawnWhy.tag ||
               tag == permission_statement::kWhere.tag;
    default:
        return false;
    }
}

namespace {

bool hasEnded(const FieldSet& f) {
    const auto state = f.text(referral::kState);
    return state == "completed" || state == "declined" || state == "withdrawn";
}

bool isAtAnotherDesk(const FieldSet& before, const FieldSet& after) {
    return before.text(referral::kToService) != after.text(referral::kToService) ||
           before.text(referral::kToWorker) != after.text(referral::kToWorker);
}

bool isOpenAgain(const FieldSet& before, const FieldSet& after) {
    return hasEnded(before) && after.text(referral::kState) == "sent";
}

} // namespace

bool goesAnotherWay(const FieldSet& before, const FieldSet& after) {
    return isAtAnotherDesk(before, after) || isOpenAgain(before, after);
}

void settlePassing(const FieldSet& before, FieldSet& after) {
    const auto count = [&](const IntegerField& field, bool more) {
        after.erase(field.tag);
        if (const auto times = before.get(field) + (more ? 1 : 0); times > 0) {
            after.put(field, times);
        }
    };
    const bool another = goesAnotherWay(before, after);
    count(referral::kRedirects, isAtAnotherDesk(before, after));
    count(referral::kReopened, isOpenAgain(before, after));
    if (!another) {
        return;
    }
    after.put(referral::kState, std::string{"sent"});
    for (const FieldTag tag : {referral::kSeenBy.tag, referral::kSeenAt.tag, referral::kAcceptedBy.tag,
                               referral::kAnsweredBy.tag, referral::kAnsweredAt.tag, referral::kAnswer.tag,
                               referral::kSuggestion.tag, referral::kSuggestedService.tag, referral::kOutcome.tag,
                               referral::kOutcomeAt.tag, referral::kOutcomeReadBy.tag, referral::kOutcomeReadAt.tag}) {
        after.erase(tag);
    }
}

} // namespace frontsheet::sim
