// Peter and Pauline, in the order it is told. Each adds its step and returns false when going on makes no sense.
#pragma once

#include "app/demo/story_sharing.h"

namespace frontsheet::demo {

bool meetPauline(Report& report, Cast& cast, Office& office);
bool confide(Report& report, Cast& cast, Office& office);
bool refuseToWiden(Report& report, Cast& cast, Office& office);

} // namespace frontsheet::demo
