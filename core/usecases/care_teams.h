// Who is involved with a person: as every agency has it, and as this worker's agency changes it. Being on the team is what lets a
// worker's devices hold what this home releases to them. Not for the UI thread.
#pragma once

#include "core/domain/care/leaving_team.h"
#include "core/domain/care_team_sheet.h"
#include "core/domain/front_sheet.h"
#include "core/domain/sharing/opening.h"
#include "core/usecases/sharing.h"
#include "core/usecases/workplace.h"

#include <span>
#include <vector>

namespace frontsheet {

struct TeamOfPerson {
    CareTeamSheet sheet;
    bool registeredHere = false;      // this agency has a record of them, so it may say who is involved
    std::vector<AgencyEntry> holders; // the others that have one
};

// What joining would open to a worker, of what this agency has about the person.
struct JoiningOpens {
    WorkerEntry worker;
    std::vector<sharing::OpenedCategory> categories;
    WhoSees terms; // by which agreement, as of when; names nobody
};

class CareTeams {
public:
    explicit CareTeams(Workplace workplace) : m_work(workplace) {}

    // NotFound where nothing is held of the person.
    [[nodiscard]] Result<TeamOfPerson> of(const PersonId& person);
    // NotFound when the directory does not have the worker.
    [[nodiscard]] Result<JoiningOpens> opens(const PersonId& person, const WorkerId& worker);
    // Of involvedAndNotHere(sheet), those from whom this worker would have alerts, health or how to get in once on their team: who
    // would be told nothing of it by the agreement has nothing to ask for. Of an agency whose agreements are not known here, too.
    [[nodiscard]] Result<std::vector<AgencyEntry>> toAsk(const PersonId& person, const FrontSheet& sheet);
    // Puts a worker of any agency of the partnership on the person's care team here, from now on. The membership's id.
    // NotFound when this agency does not know the person under this id or the directory not the worker; Duplicate when they
    // are on it.
    [[nodiscard]] Result<RecordId> involve(const PersonId& person, const WorkerId& worker);

    // What stands in the way of the worker's leaving the team here, and what stays theirs.
    [[nodiscard]] Result<care::LeavingTeam> leaving(const PersonId& person, const AgencyId& agency,
                                                    const WorkerId& worker);
    // From now on the worker is no longer involved here, whichever way they came to be: their devices give back what they held by it
    // alone. The memberships that ended, for bringBack(). NotFound when they are not on the team here; WrongState while leaving() has
    // something for them to hand over first.
    [[nodiscard]] Result<std::vector<RecordId>> takeOff(const PersonId& person, const AgencyId& agency,
                                                        const WorkerId& worker);
    // The same of one membership. NotFound when there is no such one at this agency, WrongState also when it has ended.
    [[nodiscard]] Result<void> end(const RecordId& membership);
    // Taken off by mistake a moment ago: involved again as they were, since when they were. WrongState where one has not ended.
    [[nodiscard]] Result<void> bringBack(std::span<const RecordId> memberships);

private:
    // `about`: everything held of the person.
    [[nodiscard]] Result<void> end(const std::vector<Record>& memberships, std::span<const Record> about);
    Workplace m_work;
};

} // namespace frontsheet
