// What may be done with a placement, read off its card on the board. Pure.
#pragma once

#include "core/domain/care/placement_sheet.h"
#include "core/domain/care/placement_steps.h"

namespace frontsheet::care {

// The same as stepsFrom() of the placement itself.
[[nodiscard]] std::vector<PlacementStep> stepsFrom(const PlacementCard& card);

} // namespace frontsheet::care
