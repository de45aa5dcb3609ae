// What a team's manager must see at a glance: loops that are open and for whom they wait, what has no owner, what is offered and not yet
// taken, what is overdue, and how the work is spread. Pure.
#pragma once

#include "core/domain/open_work.h"
#include "core/domain/team.h"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace frontsheet {

struct TeamFacts {
    Team team;
    std::string today; // ISO, where the manager is
    WallTime now;
    // People in a colleague's caseload and in nobody's of this team: what has no owner there is another manager's to see. Whoever is in no
    // caseload at all is everybody's.
    std::set<PersonId> ofOthers;
};

struct WorkerLoad {
    WorkerEntry worker;
    std::size_t referrals = 0; // to answer, or accepted and open
    std::size_t actions = 0;
    std::size_t plans = 0;
    std::size_t placements = 0;
    std::size_t overdue = 0;
    std::size_t asked = 0; // offered to them, unanswered
};

struct UnownedWork {
    OpenWork work;
    Held held = Held::Nobody;
};

struct TeamOverview {
    std::vector<OpenWork> waitingForUs; // referrals; longest waiting first
    std::vector<OpenWork> waitingForOthers;
    std::vector<UnownedWork> unowned;
    std::vector<OpenWork> offered;
    std::vector<OpenWork> overdue;
    std::vector<WorkerLoad> loads; // as the team
};

// `works`: what is open at the manager's agency, in no order.
[[nodiscard]] TeamOverview overviewOf(const TeamFacts& facts, std::span<const OpenWork> works,
                                      const Directory& directory);

// Of one worker who is away or leaves: what of theirs somebody else can be asked to take over, and what cannot be passed on from here.
// `asked`: what they were asked to take over themselves and have not answered.
struct InTheirHands {
    std::vector<OpenWork> owned;
    std::vector<OpenWork> asked;
    std::vector<OpenWork> sent; // referrals of theirs that go on in their name
};
[[nodiscard]] InTheirHands inTheHandsOf(const WorkerId& worker, std::span<const OpenWork> works);

} // namespace frontsheet
