// ModelHome: what a push must come to.
#include "core/domain/admit.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/sharing/record_view.h"
#include "core/domain/two_versions.h"
#include "core/domain/version_line.h"
#include "sync/wire/intent_codec.h"
#include "tests/sim/model_home.h"
#include "tests/sim/naive_merge.h"

#include <algorithm>

namespace frontsheet::sim {

struct ModelHome::Made {
    std::vector<Record> writes;
    Changed changed;     // by this transaction, on top of what came before it
    Changed memberships; // of those: what joins the author at once
};

Intent ModelHome::withWhatWasSeen(Intent intent, const Record* before) const {
    const Record* then = before == nullptr || intent.base.n == 0 || intent.base > before->version
                             ? nullptr
                             : (intent.base == before->version ? before : version(before->id, intent.base));
    if (then == nullptr) {
        return intent;
    }
    for (auto& edit : intent.edits) {
        if (!edit.before) {
            const Value* value = then->fields.find(edit.field);
            edit.before = value == nullptr ? std::nullopt : std::optional{*value};
        }
    }
    return intent;
}

// The same name for other words (of a device that was set back): refused, and nothing of it remembered.
bool isOther(const ModelHome::Kept& before, const Intent& intent) {
    return wire::intentHash(before.intent) != wire::intentHash(intent);
}

// In words, when a version of somebody's words is lost that nobody has settled, or the one that came is not there.
std::string lostVersion(const Record* before, const Intent& intent, const Met& met, const FieldSet& after) {
    const auto has = [&after](const OpId& op) {
        return std::any_of(after.others().begin(), after.others().end(),
                           [&op](const OtherVersion& other) { return other.op == op; });
    };
    for (const auto& other : before != nullptr ? before->fields.others() : std::vector<OtherVersion>{}) {
        const bool settled = std::find(intent.settles.begin(), intent.settles.end(), other.op) != intent.settles.end();
        // Its own author goes on from it.
        const bool goesOn =
            met.conflict && std::any_of(other.says.begin(), other.says.end(), [&](const auto& said) {
                return std::any_of(intent.edits.begin(), intent.edits.end(), [&](const FieldEdit& edit) {
                    return edit.field == said.field && edit.before == said.value;
                });
            });
        if (!has(other.op) && !settled && !goesOn) {
            return "a version of somebody's words is gone, and nobody settled it";
        }
    }
    return met.conflict && !has(intent.op) ? "words in conflict are not kept beside what stands" : std::string{};
}

// The reason of the refusal; nullopt: taken, and `made` and `expected` say how.
std::optional<ErrorCode> ModelHome::admits(const Principal& author, const Intent& intent, WallTime now,
                                           const Changed& over, Made& made, Expected& expected) const {
    Changed all = over;
    for (const auto& [id, record] : made.changed) {
        all.insert_or_assign(id, record);
    }
    // What joins is asked of the state before the transaction, but for memberships that it makes itself.
    Changed joins = over;
    for (const auto& [id, record] : made.memberships) {
        joins.insert_or_assign(id, record);
    }
    const Record* before = newest(intent.record, &all);
    const PersonId& person = before != nullptr ? before->person : intent.person;
    const auto mayWrite = [&](const Record& record) { return decides(author, record, now, &joins); };
    if (before != nullptr) {
        const auto answer = mayWrite(*before);
        if (!answer.contribute) {
            const bool unseen = answer.fields.empty() && !answer.newer && m_agency == author.agency;
            return unseen ? ErrorCode::NotFound : ErrorCode::NotPermitted;
        }
    }
    const auto whole = withWhatWasSeen(intent, before);
    const auto direct = joining(author, person, now, &joins).direct;
    const auto was = before != nullptr ? std::optional{*before} : std::nullopt;
    auto admission = admit(author, was, whole, direct, now);
    if (!admission) {
        return admission.error().code;
    }
    const auto moved = [&] {
        if (before == nullptr) {
            return true;
        }
        const Record& after = admission->record;
        // Among the receiver's own desks it goes nowhere new.
        const bool sentAnew = after.type == RecordType::Referral && author.agency == after.home &&
                              goesAnotherWay(before->fields, after.fields);
        return before->category != after.category || sentAnew ||
               (sharing::standingOf(*before) == sharing::Standing::Draft &&
                sharing::standingOf(after) != sharing::Standing::Draft);
    };
    if (admission->changed && moved() && !mayWrite(admission->record).contribute) {
        return ErrorCode::NotPermitted;
    }
    // Nobody puts away words of which they are shown a part.
    if (before != nullptr && !intent.settles.empty()) {
        const auto answer = mayWrite(*before);
        for (const auto& other : before->fields.others()) {
            const bool named =
                std::find(intent.settles.begin(), intent.settles.end(), other.op) != intent.settles.end();
            const bool whole_ = std::all_of(other.says.begin(), other.says.end(), [&](const OtherVersion::Said& said) {
                return answer.fields.contains(said.field.number);
            });
            if (named && !whole_) {
                return ErrorCode::NotPermitted;
            }
        }
    }
    if (before == nullptr && admission->record.type == RecordType::ReferralMessage) {
        const Record* on = newest(admission->record.fields.get(referral_message::kReferral), &all);
        const Record& message = admission->record;
        if (on == nullptr || on->type != RecordType::Referral || on->person != message.person ||
            on->category != message.category) {
            return ErrorCode::NotFound;
        }
    }
    // The same once more without the product's merge.
    const auto met = naivelyMerged(before, whole);
    expected.result.outcome = met.conflict                       ? IntentOutcome::Conflict
                              : met.beside && admission->changed ? IntentOutcome::Merged
                                                                 : IntentOutcome::Applied;
    if (met.refused) {
        return ErrorCode::Conflict;
    }
    HomeVersion version = before != nullptr ? before->version : HomeVersion{};
    if (admission->changed) {
        Record record = admission->record;
        FieldSet fields;
        for (const auto& [tag, value] : met.fields) {
            if (!isSettledByHome(record.type, tag)) {
                fields.set(tag, value);
            }
        }
        for (const auto& [tag, value] : record.fields) {
            if (isSettledByHome(record.type, tag)) {
                fields.set(tag, value);
            }
        }
        if (before != nullptr && record.type == RecordType::Referral) {
            settlePassing(before->fields, fields);
        }
        fields.setOthers(admission->record.fields.others());
        expected.lost = lostVersion(before, intent, met, fields);
        record.fields = std::move(fields);
        version = versionAfter(version, m_line);
        record.version = version;
        record.recordedAt = now;
        record.home = m_agency;
        if (record.type == RecordType::CareTeamMembership) {
            made.memberships.insert_or_assign(record.id, record);
        }
        made.changed.insert_or_assign(record.id, record);
        made.writes.push_back(std::move(record));
    }
    for (auto& consequence : admission->consequences) {
        consequence.version.n = 1;
        consequence.recordedAt = now;
        consequence.home = m_agency;
        made.writes.push_back(std::move(consequence));
    }
    expected.result.version = version;
    expected.result.reason = ErrorCode{};
    return std::nullopt;
}

// Who never could write it is refused; who could when they wrote it is held. The model knows for certain only what it has seen go
// to the device.
void ModelHome::markHeld(const Principal& author, const Intent& judged, WallTime now, const Changed& over,
                         Expected& expected) const {
    const Record* before = newest(judged.record, &over);
    expected.mayBeHeld = true;
    if (before != nullptr && before->type == RecordType::Referral) {
        return; // it may have been sent elsewhere since
    }
    expected.mayBeHeld = mayContribute(author, m_agency, judged.type, before, Relationships{true, true});
    if (before == nullptr || !expected.mayBeHeld) {
        return;
    }
    const auto answer = decides(author, *before, now, &over);
    const bool readsIt = !answer.fields.empty() || answer.newer;
    const bool hadIt = m_released.contains({author.device, {before->person, before->category}});
    expected.mustBeHeld = hadIt && !readsIt;
}

ModelHome::Judged ModelHome::judge(const Principal& author, const std::vector<OutgoingIntent>& push,
                                   WallTime now) const {
    Judged judged;
    judged.author = author;
    judged.now = now;
    judged.results.resize(push.size());
    Changed over;
    for (std::size_t i = 0; i < push.size(); ++i) {
        judged.results[i].intent = push[i].intent;
        judged.results[i].result.op = push[i].intent.op;
    }
    for (std::size_t i = 0; i < push.size(); ++i) {
        const auto& id = push[i].intent.transaction;
        Transaction transaction;
        bool first = true;
        for (std::size_t k = 0; k < push.size(); ++k) {
            if (k == i || (!id.isNull() && push[k].intent.transaction == id)) {
                first = first && k >= i;
                transaction.members.push_back(k);
            }
        }
        if (!first) {
            continue;
        }
        const bool again = std::any_of(transaction.members.begin(), transaction.members.end(), [&](std::size_t k) {
            return answered(author.device, push[k].intent.op) != nullptr;
        });
        if (again) {
            for (const auto k : transaction.members) {
                const Kept* before = answered(author.device, push[k].intent.op);
                auto& expected = judged.results[k];
                const bool other = before != nullptr && isOther(*before, push[k].intent);
                expected.isAnswered = true;
                expected.result = before == nullptr || other
                                      ? IntentResult{push[k].intent.op,
                                                     IntentOutcome::Refused,
                                                     other ? ErrorCode::Duplicate : ErrorCode::Conflict,
                                                     {}}
                                      : before->result;
            }
            continue;
        }
        Made made;
        std::optional<ErrorCode> refused;
        const Intent* fell = nullptr;
        for (const auto k : transaction.members) {
            refused = admits(author, push[k].intent, now, over, made, judged.results[k]);
            if (refused) {
                fell = &push[k].intent;
                break;
            }
        }
        if (refused) {
            for (const auto k : transaction.members) {
                auto& expected = judged.results[k];
                expected.result = {push[k].intent.op, IntentOutcome::Refused, *refused, HomeVersion{}};
                if (*refused == ErrorCode::NotPermitted || *refused == ErrorCode::NotFound) {
                    markHeld(author, *fell, now, over, expected);
                }
            }
        } else {
            transaction.writes = std::move(made.writes);
            for (auto& [record, changed] : made.changed) {
                over.insert_or_assign(record, std::move(changed));
            }
            for (const auto& write : transaction.writes) {
                if (write.id.isNull()) { // a consequence counts for what follows in the request
                    Record stand = write;
                    stand.id.bytes[0] = 0xFF;
                    stand.id.bytes[1] = static_cast<std::uint8_t>(over.size());
                    over.insert_or_assign(stand.id, stand);
                }
            }
        }
        judged.transactions.push_back(std::move(transaction));
    }
    return judged;
}

ModelHome::Judged ModelHome::judgeClosing(const Principal& author, const std::vector<OutgoingIntent>& push,
                                          ErrorCode reason, WallTime now) const {
    Judged judged;
    judged.author = author;
    judged.now = now;
    judged.closing = true;
    for (const auto& outgoing : push) {
        Expected expected;
        expected.intent = outgoing.intent;
        const Kept* before = answered(author.device, outgoing.intent.op);
        expected.isAnswered = before != nullptr;
        const bool other = before != nullptr && isOther(*before, outgoing.intent);
        expected.result = before == nullptr
                              ? IntentResult{outgoing.intent.op, IntentOutcome::Held, reason, HomeVersion{}}
                          : other ? IntentResult{outgoing.intent.op, IntentOutcome::Refused, ErrorCode::Duplicate, {}}
                                  : before->result;
        if (before == nullptr) {
            judged.transactions.push_back({{judged.results.size()}, {}});
        }
        judged.results.push_back(std::move(expected));
    }
    return judged;
}

} // namespace frontsheet::sim
