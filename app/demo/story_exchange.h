// What agencies do to each other's devices in the night and on paper: emergency access, and a sharing agreement's new version, by
// real requests and real visits of the servers.
#pragma once

#include "app/demo/story_sharing.h"

namespace frontsheet::demo {

bool openInAnEmergency(Report& report, Cast& cast, Office& office);
bool agreeAnew(Report& report, Cast& cast, Office& office);

} // namespace frontsheet::demo
