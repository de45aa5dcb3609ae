// Referrals: sending one, answering one, following one, and the messages on it. Not for the UI thread.
#pragma once

#include "core/domain/audience.h"
#include "core/domain/front_sheet.h"
#include "core/domain/referral_course.h"
#include "core/domain/referral_routing.h"
#include "core/domain/service_fit.h"
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
    // One of this agency's that was declined, and that this one follows: it carries over where that has been, and says that its answer
    // was read.
    RecordId follows;
};

// What is to be known before a referral is sent. Strongest first.
struct ReferralCaution {
    enum class What : std::uint8_t {
        PersonHasDied,     // stops
        ServiceHasClosed,  // stops
        SameNeedIsOpen,    // one for the same kind of need waits already
        SameServiceHasOne, // one of a need that is not known waits at the same service
        TooYoung,
        TooOld,
        OtherArea,
        NobodyThere, // no worker of the service covers the place
    } what{};
    bool stops = false;
    std::optional<ReferralSummary> open; // of SameNeedIsOpen
    std::optional<ServiceEntry> instead; // of ServiceHasClosed: who took over
    std::optional<ServiceEntry> service; // that it goes to
};

enum class Answer : std::uint8_t { StartReview, AskForInformation, Accept, Decline, Start, Complete };

struct ReferralMessageView {
    RecordId id;
    AgencyId fromAgency;
    WorkerId from;
    std::string text;
    WallTime at;
    bool waiting = false;
    AgencyId toAgency;
    WorkerId to;     // empty: whoever is on duty there
    WorkerId readBy; // empty: nobody yet
    WallTime readAt;
    bool unread = false; // written to this worker, who has not read it
};

// Where a referral stands, for its page: the true state and the clock.
struct ReferralTrack {
    ReferralSummary referral;
    ReferralCourse course;
    std::string personName; // as people say it
    WaitsFor waitsFor = WaitsFor::Receiver;
    bool mineToAnswer = false;  // addressed to this worker, or to their service with nobody named; or they stand in
    bool standsIn = false;      // whom it names has not answered in time, and this worker is on duty there
    bool overdue = false;       // nobody answered by answerBy
    bool outcomeUnread = false; // it ended with words that its sender has not read
    bool tooOften = false;      // passed on so often that the sender's manager sees it
    // Not accepted, and who it names is away: where it would better go. Of this agency's own. Only with track().
    std::optional<ReferralRoute> detour;
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
    // What there is beside it: an open one for the same need, a service that is closed or not for this person.
    [[nodiscard]] Result<std::vector<ReferralCaution>> cautions(const NewReferral& referral);
    // To whom one to that service would go today.
    [[nodiscard]] Result<ReferralRoute> routeFor(const PersonId& person, const ServiceId& service);
    // The reason goes to the receiver as a message, saved with it. Missing without one.
    [[nodiscard]] Result<void> withdraw(const RecordId& referral, const std::string& reason);
    // The sender answers a question; the referral goes back under review. WrongState when nothing was asked.
    [[nodiscard]] Result<void> giveInformation(const RecordId& referral, const std::string& text);

    // The receiver's side. Accept also makes the receiver's own registration (where its agency has none of this human), its
    // link, its received copy and its care-team membership, all waiting for the acceptance to stand at the sender's server.
    // `words` are the answer, reason, question or outcome; `suggestion` and the service only with Decline.
    [[nodiscard]] Result<void> answer(const RecordId& referral, Answer answer, const std::string& words,
                                      const std::string& suggestion = {}, const ServiceId& suggested = {});
    // To another desk of the receiver's agency, by either side. Missing without a reason; InvalidArgument when the desk is another
    // agency's, or where it is already.
    struct Desk {
        ServiceId service; // empty: as it was
        WorkerId worker;   // empty: whoever is on duty
    };
    [[nodiscard]] Result<void> passOn(const RecordId& referral, const Desk& to, const std::string& because);
    // The receiver's first word or visit to the person; `words`, where there are any, go to the sender as a message.
    [[nodiscard]] Result<void> noteFirstContact(const RecordId& referral, WallTime at, const std::string& words);

    // The sender's. Sent once more, to the same desk, with a reason.
    [[nodiscard]] Result<void> reopen(const RecordId& referral, const std::string& because);
    // The outcome, or the reason for a decline, has reached a person: closes the loop. Again is a success.
    [[nodiscard]] Result<void> outcomeRead(const RecordId& referral);
    // Opened by the receiver: the sender sees "seen". Does nothing when seen before or not theirs.
    [[nodiscard]] Result<void> markSeen(const RecordId& referral);

    // The message's own id.
    [[nodiscard]] Result<RecordId> sendMessage(const RecordId& referral, const std::string& text);

    [[nodiscard]] Result<ReferralTrack> track(const RecordId& referral);
    [[nodiscard]] Result<std::vector<ReferralTrack>> waitingForMe(); // to answer, soonest due first
    [[nodiscard]] Result<std::vector<ReferralTrack>> sentByMe();     // newest first, the last 500
    [[nodiscard]] Result<std::vector<ReferralTrack>> takenByMe();    // accepted by this worker and open, newest first
    // Of this agency, for who manages: overdue, passed on too often, asked and not answered, ended and not read for a week. Longest
    // waiting first. Empty for anybody else.
    [[nodiscard]] Result<std::vector<ReferralTrack>> looseEnds();
    // Where these stand, in their order; for lists.
    [[nodiscard]] Result<std::vector<ReferralTrack>> describeAll(const std::vector<WorkingRecord>& referrals);

private:
    [[nodiscard]] Result<Record> load(const RecordId& referral);
    [[nodiscard]] ReferralTrack describe(const WorkingRecord& referral) const;
    [[nodiscard]] bool fallsToTheDesk(const Record& referral) const;
    [[nodiscard]] Result<Intent> moved(const Record& before, const Record& after);
    [[nodiscard]] Result<Intent> message(const Record& referral, const std::string& text);
    [[nodiscard]] Result<Intent> readBySender(const Record& referral);

    Workplace m_work;
};

} // namespace frontsheet
