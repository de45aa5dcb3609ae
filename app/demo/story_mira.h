// Mira: her housing officer is worried and she will not have the mental health trust told. The concern goes all the same; it
// must be acknowledged; housing learns that it is in hand and whom to ring; somebody else looks at it afterwards.
#pragma once

#include "app/demo/story_sharing.h"

namespace frontsheet::demo {

bool raiseTheConcern(Report& report, Cast& cast, Office& office);
bool acknowledgeTheConcern(Report& report, Cast& cast, Office& office);
bool lookAtItAfterwards(Report& report, Cast& cast, Office& office);

} // namespace frontsheet::demo
