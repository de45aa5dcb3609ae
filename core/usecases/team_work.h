// The team manager's day: loops that are open, what has no owner, what is overdue, how the work is spread; who is away and who stands in;
// and what of a worker's falls due while they are away or is to be handed over when they leave. Not for the UI thread.
#pragma once

#include "core/domain/care/passing_on.h"
#include "core/domain/team_overview.h"
#include "core/usecases/referrals.h"
#include "core/usecases/workplace.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace frontsheet {

struct WorkShown {
    OpenWork work;
    Held held = Held::Theirs;
    PersonRow person;
    care::PassingOn passing = care::PassingOn::NotPassed; // what the reader may do about whose it is
    bool late = false;
    bool mayTakeBack = false;
    bool standsIn =
        false; // a referral that nobody answered in time, and the reader is on duty: it is theirs to answer, too
    bool waiting = false; // something of it has not reached its home yet
};

struct LoadShown {
    WorkerLoad load;
    std::size_t people = 0;   // in their caseload
    std::optional<Away> away; // today, else the next time within a fortnight
    bool awayToday = false;
};

struct TeamDay {
    Directory directory;
    std::string today;                       // ISO
    std::vector<ReferralTrack> waitingForUs; // longest waiting first
    std::vector<ReferralTrack> waitingForOthers;
    std::vector<WorkShown> unowned;
    std::vector<WorkShown> offered;
    std::vector<WorkShown> overdue;
    std::vector<LoadShown> loads;
    bool onDuty = false; // the directory names the manager on duty: what is theirs to see to besides rests on it
};

struct WorkerDesk {
    WorkerEntry worker;
    Directory directory;
    std::string today;
    std::vector<WorkShown> owned;
    std::vector<WorkShown> asked;
    std::vector<WorkShown> sent;
    std::vector<Away> absences; // that are not over
    std::vector<WorkerEntry>
        colleagues; // who may be asked: those who are there today first, of these those of the same role
    std::size_t people = 0;
};

struct NewAbsence {
    WorkerId worker;
    std::string from;
    std::string until; // empty: not known yet
    WorkerId deputy;   // empty: nobody
    std::string words;
};

// What an absence as it is written would mean.
struct AbsenceOutlook {
    std::vector<WorkShown> due;       // of theirs, until they are back
    std::optional<Away> already;      // they are marked away in that time
    std::optional<Away> deputyIsAway; // in that time, some of it at least
};

class TeamWork {
public:
    explicit TeamWork(Workplace workplace) : m_work(workplace) {}

    // NotPermitted for who does not manage.
    [[nodiscard]] Result<TeamDay> today();
    // Of these a worker may ask about themselves, a manager about anybody of their team: NotPermitted else, NotFound for somebody of another.
    [[nodiscard]] Result<WorkerDesk> of(const WorkerId& worker);
    [[nodiscard]] Result<AbsenceOutlook> outlook(const NewAbsence& absence);
    // Saved when these return. Missing without a first day; ImpossibleDate where it ends before it begins.
    [[nodiscard]] Result<RecordId> markAway(const NewAbsence& absence);
    // They are there again from that day on, ISO; from its first day on: it never was.
    [[nodiscard]] Result<void> backOn(const RecordId& absence, const std::string& day);

private:
    struct Gathered;
    // `of`: whose work is asked for; empty: all of the team's.
    [[nodiscard]] Result<Gathered> gather(const WorkerId& of = {});
    [[nodiscard]] Result<std::vector<Away>> absences();
    [[nodiscard]] Result<std::set<PersonId>> ofOtherTeams(const Gathered& gathered);
    [[nodiscard]] Result<std::vector<WorkShown>> shown(const Gathered& gathered, const std::vector<OpenWork>& works);
    [[nodiscard]] Result<std::vector<ReferralTrack>> tracks(const Gathered& gathered,
                                                            const std::vector<OpenWork>& works);
    [[nodiscard]] Result<std::size_t> peopleOf(const WorkerId& worker);
    Workplace m_work;
};

} // namespace frontsheet
