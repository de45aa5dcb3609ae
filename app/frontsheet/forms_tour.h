// The part of the tour that looks at the forms of the care work.
#pragma once

#include "app/frontsheet/files_tour.h"

namespace frontsheet {

// What can be added about the open person, forms as they are filled in, one that is refused, one that was given up and one that waits on
// Today. Nothing is saved, and nothing stays unfinished.
[[nodiscard]] Result<void> tourForms(const TourHands& hands, const QString& person);

} // namespace frontsheet
