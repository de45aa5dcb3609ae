// The part of the tour that is one person's: what happened, by kind; and which records are theirs.
#pragma once

#include "app/frontsheet/files_tour.h"

namespace frontsheet {

// Their page is open.
[[nodiscard]] Result<void> tourTimeline(const TourHands& hands);
// Whose records stand together, another that is looked for, and both side by side; nothing is said.
[[nodiscard]] Result<void> tourRecords(const TourHands& hands, const QString& personId);
// Who is on their care team; finding somebody for it and what they would see, and who is asked before they leave. Nothing is saved.
[[nodiscard]] Result<void> tourCareTeam(const TourHands& hands, const QString& personId);

} // namespace frontsheet
