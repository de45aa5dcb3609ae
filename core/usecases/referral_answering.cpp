// Referrals: the receiver's side.
#include "core/domain/referral_rules.h"
#include "core/domain/schema/referral.h"
#include "core/usecases/acceptance.h"
#include "core/usecases/referrals.h"

namespace frontsheet {

namespace {

struct Said {
    const std::string& words;
    const std::string& suggestion;
    const ServiceId& suggested;
};

void putAnswer(Record& record, Answer answer, const Said& said, const WorkerId& me, WallTime now) {
    auto& f = record.fields;
    const auto put = [&f](ReferralState state) { f.put(referral::kState, std::string{name(state)}); };
    f.put(referral::kAnsweredBy, me);
    switch (answer) {
    case Answer::StartReview:
        put(ReferralState::UnderReview);
        return;
    case Answer::Start:
        put(ReferralState::Started);
        return;
    case Answer::Complete:
        put(ReferralState::Completed);
        f.put(referral::kOutcome, said.words);
        f.put(referral::kOutcomeAt, now);
        return;
    case Answer::AskForInformation:
        put(ReferralState::InfoAsked);
        break;
    case Answer::Accept:
        put(ReferralState::Accepted);
        f.put(referral::kAcceptedBy, me);
        break;
    case Answer::Decline:
        put(ReferralState::Declined);
        f.put(referral::kSuggestion, said.suggestion);
        f.put(referral::kSuggestedService, said.suggested);
        break;
    }
    f.put(referral::kAnswer, said.words);
    f.put(referral::kAnsweredAt, now);
}

} // namespace

Result<void> Referrals::answer(const RecordId& id, Answer answer, const std::string& words,
                               const std::string& suggestion, const ServiceId& suggested) {
    FS_ASSIGN(const auto before, load(id));
    Record after = before;
    putAnswer(after, answer, {words, suggestion, suggested}, m_work.me.worker, m_work.clock.now());
    FS_ASSIGN(auto intent, moved(before, after));
    std::vector<Intent> intents{intent};
    if (answer == Answer::Accept && before.home != m_work.me.agency) {
        FS_ASSIGN(auto own, afterAccepting(m_work, before, intent.op));
        intents.insert(intents.end(), own.begin(), own.end());
    }
    return m_work.writer.save(intents);
}

Result<void> Referrals::markSeen(const RecordId& id) {
    FS_ASSIGN(const auto before, load(id));
    const bool closed = !isOpen(referralState(before.fields.text(referral::kState)).value_or(ReferralState::Completed));
    if (closed || before.fields.get(referral::kSeenAt).isKnown() || !isAddressedTo(m_work.me, before) ||
        sideOf(m_work.me, before) != ReferralSide::Receiver) {
        return ok();
    }
    Record after = before;
    after.fields.put(referral::kSeenBy, m_work.me.worker);
    after.fields.put(referral::kSeenAt, m_work.clock.now());
    FS_ASSIGN(auto intent, moved(before, after));
    return m_work.writer.save({intent});
}

Result<void> Referrals::passOn(const RecordId& id, const Desk& to, const std::string& because) {
    FS_ASSIGN(const auto before, load(id));
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    const auto agency = before.fields.get(referral::kToAgency);
    const auto* service = directory.service(to.service);
    const auto worker = directory.workers().find(to.worker);
    const bool strange =
        (!to.service.empty() && (service == nullptr || service->agency != agency)) ||
        (!to.worker.empty() && (worker == directory.workers().end() || worker->second.agency != agency));
    Record after = before;
    if (!to.service.empty()) {
        after.fields.put(referral::kToService, to.service);
    }
    after.fields.put(referral::kToWorker, to.worker);
    if (strange || !isPassedOn(before, after)) {
        return {ErrorCode::InvalidArgument, "no other desk of the receiver's"};
    }
    if (isBlank(because)) {
        return {ErrorCode::Missing, "why it is passed on"};
    }
    sendAnew(after);
    countPassing(before, after);
    after.fields.put(referral::kRedirectedBecause, because);
    FS_ASSIGN(auto intent, moved(before, after));
    return m_work.writer.save({intent});
}

Result<void> Referrals::noteFirstContact(const RecordId& id, WallTime at, const std::string& words) {
    FS_ASSIGN(const auto before, load(id));
    Record after = before;
    after.fields.put(referral::kFirstContactAt, at);
    FS_ASSIGN(auto intent, moved(before, after));
    if (isBlank(words)) {
        return m_work.writer.save({intent});
    }
    FS_ASSIGN(auto told, message(before, words));
    told.transaction = m_work.ids.random<TransactionId>();
    intent.transaction = told.transaction;
    return m_work.writer.save({intent, told});
}

} // namespace frontsheet
