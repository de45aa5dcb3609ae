// The part of the tour that goes to a case conference: called, before it, at it, and its minutes. Nothing is saved.
#pragma once

#include "app/frontsheet/files_tour.h"

namespace frontsheet {

// Where none is on this device it looks at calling one about `person` alone.
[[nodiscard]] Result<void> tourConferences(const TourHands& hands, const QString& person);

} // namespace frontsheet
