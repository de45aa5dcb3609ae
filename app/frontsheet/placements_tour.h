// The part of the tour that is a reviewing officer's: the board, a placement, and its sheets. Nothing for anybody else.
#pragma once

#include "app/frontsheet/files_tour.h"

namespace frontsheet {

[[nodiscard]] Result<void> tourPlacements(const TourHands& hands);

} // namespace frontsheet
