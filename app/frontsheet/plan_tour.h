// The part of the tour that looks at plans.
#pragma once

#include "app/frontsheet/files_tour.h"

#include <QStringList>

namespace frontsheet {

// Of the person whose page is open: the plan from top to bottom, a row with everything it says, and each sheet as far as it asks. Of `others`
// the plan with most on it, and a person without one. Everything is left as it was.
[[nodiscard]] Result<void> tourPlans(const TourHands& hands, const QStringList& others);

} // namespace frontsheet
