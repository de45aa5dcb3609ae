// The nurse's round of the day on which the demo is opened, and what is known at each door.
#pragma once

#include "app/demo/chronicle.h"
#include "app/demo/days_before.h"

namespace frontsheet::demo {

// Visits stand around the present, so that whoever opens the demo finds some made, one next and the rest to come.
void planTheRound(Chronicle& days, const People& people);

} // namespace frontsheet::demo
