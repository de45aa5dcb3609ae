// The leaver: access ends while a worker is offline with an unsent note. On contact the note reaches the agency, what they held
// leaves the tablet, and both sides can see that it did. Told twice: taken off a care team, and gone for good.
#pragma once

#include "app/demo/story_sharing.h"

namespace frontsheet::demo {

bool meetTheVolunteers(Report& report, Cast& cast, Office& office);
bool leaveTheCareTeam(Report& report, Cast& cast, Office& office);
bool leaveForGood(Report& report, Cast& cast, Office& office);

} // namespace frontsheet::demo
