// What the council's team had between them in that fortnight: plans and who is to do what by when, a colleague away, something nobody has;
// so that the manager's page has a day's work on it.
#pragma once

#include "app/demo/days_before.h"

namespace frontsheet::demo {

// Records, in hex.
struct TeamsWork {
    std::string bathBoard;
    std::string stairs;
    std::string insulinPlan;
};

// Each is told at its time, between the other days.
[[nodiscard]] TeamsWork planTheCare(Chronicle& days, const People& people);
void answerTheTasks(Chronicle& days, const TeamsWork& work);
void coverForTom(Chronicle& days, const TeamsWork& work);
void findWhatNobodyHas(Chronicle& days, const People& people);

} // namespace frontsheet::demo
