// The part of the tour that is a team manager's: the team, offering, a worker and their absence; and of who is asked to take something over.
#pragma once

#include "app/frontsheet/files_tour.h"

namespace frontsheet {

[[nodiscard]] Result<void> tourTeam(const TourHands& hands);

} // namespace frontsheet
