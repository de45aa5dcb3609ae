// The part of the tour that goes on a nurse's round: the door, nobody answering, a measure, messages. Nothing is saved.
#pragma once

#include "app/frontsheet/files_tour.h"

namespace frontsheet {

// Where nothing is planned today it looks at the measures and messages about `person` alone.
[[nodiscard]] Result<void> tourRound(const TourHands& hands, const QString& person);

} // namespace frontsheet
