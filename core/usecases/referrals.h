// Referrals: sending one, answering one, following one, and the messages on it. Not for the UI thread.
#pragma once

#include "core/domain/audience.h"
#include "core/domain/front_sheet.h"
#include "core/domain/tidings.h"
#include "core/domain/who_to_ring.h"
#include "core/usecases/workplace.h"

#include <optional>
#include <string>
#include <vector>

namespace frontsheet {

struct NewReferral {
    PersonId person;
    std::string need; // in a line
    std::string reason;
    AgencyId toAgency;               // may be empty where the service is given
    ServiceId toService;             // may be empty
    WorkerId toWorker;               // may be empty: the service's duty worker
    std::string urgency = "routine"; // routine, soon, today
    // Why it must go although the person objects: makes it a safeguarding concern, which says itself whom it is about (nothing
    // else of them is opened by it) and which somebody else reviews afterwards.
    std::string despiteObjection;
    // What is filed under safeguarding, with or without an objection: any worker may send one to a contact point for concerns.
    enum class Kind : std::uint8_t { Referral, Concern } kind = Kind::Referral;
};

enum class Answer : std::uint8_t { StartReview, AskForInformation, Accept, Decline, Start, Complete };

struct ReferralMessageView {
    RecordId id;
    AgencyId fromAgency;
    WorkerId from;
    std::string text;
    WallTime at;
    bool waiting = false;
};

// Where a referral stands, for its page: the true state and the clock.
struct ReferralTrack {
    ReferralSummary referral;
    std::string personName; // as people say it
    WaitsFor waitsFor = WaitsFor::Receiver;
    bool mineToAnswer = false;                 // addressed to this worker, or to their service with nobody named
    bool overdue = false;                      // nobody answered by answerBy
    std::vector<ReferralMessageView> messages; // oldest first
    // How far it has come by its home's log; of this agency's own. Only with track().
    std::optional<ReferralReach> reach;
};

class Referrals {
public:
    explicit Referrals(Workplace workplace) : m_work(workplace) {}

    // Saved and queued when this returns; sent when there is signal. Missing without a need or a receiver; InvalidArgument
    // when service or worker are not of the receiving agency. `answerBy` is an estimate until the home's clock sets it.
    [[nodiscard]] Result<RecordId> send(const NewReferral& referral);
    // The referral as send() would save it, for asking who will see it (sharing.h). InvalidArgument as of send().
    [[nodiscard]] Result<Record> draftOf(const NewReferral& referral);
    // The reason goes to the receiver as a message, saved with it.
    [[nodiscard]] Result<void> withdraw(const RecordId& referral, const std::string& reason);
    // The sender answers a question; the referral goes back under review. WrongState when nothing was asked.
    [[nodiscard]] Result<void> giveInformation(const RecordId& referral, const std::string& text);

    // The receiver's side. Accept also makes the receiver's own registration (where its agency has none of this human), its
    // link, its received copy and its care-team membership, all waiting for the acceptance to stand at the sender's server.
    // `words` are the answer, reason, question or outcome; `suggestion` only with Decline.
    [[nodiscard]] Result<void> answer(const RecordId& referral, Answer answer, const std::string& words,
                                      const std::string& suggestion = {});
    // Opened by the receiver: the sender sees "seen". Does nothing when seen before or not theirs.
    [[nodiscard]] Result<void> markSeen(const RecordId& referral);

    // The message's own id.
    [[nodiscard]] Result<RecordId> sendMessage(const RecordId& referral, const std::string& text);

    [[nodiscard]] Result<ReferralTrack> track(const RecordId& referral);
    [[nodiscard]] Result<std::vector<ReferralTrack>> waitingForMe(); // to answer, soonest due first
    [[nodiscard]] Result<std::vector<ReferralTrack>> sentByMe();     // newest first, the last 500
    [[nodiscard]] Result<std::vector<ReferralTrack>> takenByMe();    // accepted by this worker and open, newest first

private:
    [[nodiscard]] Result<Record> load(const RecordId& referral);
    [[nodiscard]] ReferralTrack describe(const WorkingRecord& referral) const;
    [[nodiscard]] Result<std::vector<ReferralTrack>> describeAll(const std::vector<WorkingRecord>& referrals);
    [[nodiscard]] Result<Intent> moved(const Record& before, const Record& after);
    [[nodiscard]] Result<Intent> message(const Record& referral, const std::string& text);

    Workplace m_work;
};

} // namespace frontsheet
