// The part of the tour that looks at referrals: the list, one of each standing, and the sheets of an answer. Nothing is said.
#pragma once

#include "app/frontsheet/files_tour.h"

namespace frontsheet {

[[nodiscard]] Result<void> tourReferrals(const TourHands& hands);

} // namespace frontsheet
