// Case conferences about one person: calling one, answering an invitation, who came, what was decided and who disagrees, the actions that
// come of it, and the minutes, which are what was recorded. What belongs together is saved together. Not for the UI thread.
#pragma once

#include "core/domain/care/conference_call.h"
#include "core/domain/care/conference_sheet.h"
#include "core/usecases/workplace.h"

#include <optional>
#include <string>
#include <vector>

namespace frontsheet {

struct ConferenceCall {
    RecordId record; // null: begins one
    PersonId person;
    RecordId placement; // that it is about; null: none
    std::string about;
    std::string why;
    std::string place;
    WallTime startsAt;
    std::vector<care::Invitee> invited;
    std::string notInvitedBecause; // of the person themselves
};

// Before one is called.
struct ConferenceCalling {
    PersonRow person;
    std::string called; // as people say it
    std::vector<care::Invitee> mayBeInvited;
    Directory directory;
    bool died = false;
    RecordId record;                    // that it will be
    std::optional<ConferenceCall> left; // typed before and not saved; whom it invites is not kept
};

struct ConferencePage {
    care::ConferenceSheet sheet;
    PersonRow person;
    std::string called;
    Directory directory;
    std::vector<care::ConferenceStep> steps;
    std::optional<Record> mine;    // this worker's own invitation
    std::vector<RecordId> waiting; // still on this device, ascending
    std::string minutesLeft;       // typed and not saved
};

struct ConferenceToCome {
    PersonRow person;
    std::optional<Record> conference; // nullopt: this device holds the invitation alone
    std::optional<Record> invitation; // this worker's own
    WallTime startsAt;
    bool past = false; // its hour is over, and nobody has said how it went
};

struct Dissent {
    std::string whose; // as invitation::kComesAs
    std::string name;  // empty of the person themselves
    std::string relation;
    std::string words;
};

struct AgreedAction {
    std::string what;
    std::string detail;
    AgencyId agency;
    WorkerId owner;
    std::string due; // ISO
};

struct HeldConference {
    std::string heldOn;      // ISO
    std::string personThere; // there represented chose-not-to unable not-invited
    std::string absentBecause;
    std::string summary;
};

class Conferences {
public:
    explicit Conferences(Workplace workplace) : m_work(workplace) {}

    // Who may be invited, and what was typed before.
    [[nodiscard]] Result<ConferenceCalling> calling(const PersonId& person);
    // A call as it stands, kept on this device until it is made or given up. Its id.
    [[nodiscard]] Result<RecordId> keepCall(const ConferenceCall& call);
    [[nodiscard]] Result<void> giveUpCall(const RecordId& record);
    // The conference and every invitation to it in one save. Missing, ImpossibleDate, Duplicate as care::checkCall; WrongState: the person
    // has died.
    [[nodiscard]] Result<RecordId> call(const ConferenceCall& call);
    // What would be saved of it, to ask who will see it.
    [[nodiscard]] Record conferenceOf(const ConferenceCall& call) const;

    // NotFound when it is not here.
    [[nodiscard]] Result<ConferencePage> open(const RecordId& conference);
    // Those that this worker chairs or is asked to, the next first; those of which nobody has said how they went in front.
    [[nodiscard]] Result<std::vector<ConferenceToCome>> toCome();
    [[nodiscard]] Result<std::vector<care::ConferenceSheet>> about(const PersonId& person);

    // Saved when these return. WrongState: it has moved on. NotPermitted: not theirs.
    [[nodiscard]] Result<void> invite(const RecordId& conference, const care::Invitee& who);
    // Every invitation says so, and who had answered is asked again where the hour is another.
    [[nodiscard]] Result<void> move(const RecordId& conference, WallTime startsAt, const std::string& place);
    [[nodiscard]] Result<void> callOff(const RecordId& conference, const std::string& because);
    // coming cannot sends-deputy; `words`: why, or who comes instead; `sent`: what they want said there.
    [[nodiscard]] Result<void> answer(const RecordId& invitation, const std::string& how, const std::string& words,
                                      const std::string& sent);
    // As care::isAttendance; another tap takes the place of the last.
    [[nodiscard]] Result<void> attended(const RecordId& invitation, const std::string& how);
    // Whoever disagrees is written down in the same save. Missing without words, of either.
    [[nodiscard]] Result<RecordId> decide(const RecordId& conference, const std::string& text,
                                          const std::vector<Dissent>& dissent);
    // Said later, or by a worker of another agency for themselves.
    [[nodiscard]] Result<void> disagree(const RecordId& decision, const Dissent& dissent);
    // It was not decided so: it stays where it was, marked, with a reason.
    [[nodiscard]] Result<void> enteredInError(const RecordId& decision, const std::string& because);
    // Offered to its one owner, on the plan.
    [[nodiscard]] Result<RecordId> agree(const RecordId& conference, const AgreedAction& action);
    [[nodiscard]] Result<void> keepMinutes(const RecordId& conference, const std::string& summary);
    [[nodiscard]] Result<void> hold(const RecordId& conference, const HeldConference& held);
    [[nodiscard]] Result<void> addToMinutes(const RecordId& conference, const std::string& summary);

private:
    [[nodiscard]] Result<Record> held(const RecordId& id, RecordType type);
    [[nodiscard]] Result<std::vector<Record>> invitedTo(const Record& conference);
    [[nodiscard]] Record part(RecordType type, const PersonId& person) const;
    [[nodiscard]] Record recordOf(const Record& decision, const Dissent& dissent) const;
    [[nodiscard]] Result<void> save(const Record& before, const Record& after);
    // At one home they stand or fall together.
    [[nodiscard]] Result<void> saveTogether(std::vector<Intent> intents);

    Workplace m_work;
};

} // namespace frontsheet
