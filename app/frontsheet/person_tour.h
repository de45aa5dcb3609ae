// The part of the tour that is one person's: what happened, by kind; and which records are theirs.
#pragma once

#include "app/frontsheet/files_tour.h"

namespace frontsheet {

// Their page is open.
[[nodiscard]] Result<void> tourTimeline(const TourHands& hands);

} // namespace frontsheet
