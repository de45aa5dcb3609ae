// The tour of one worker's pages as a catalogue: taken, or compared with the one that was.
#pragma once

#include "app/frontsheet/screen_tour.h"

namespace frontsheet::testing {

struct CataloguePlan {
    QString who;
    QString folder;
    QString differences; // empty: the references are taken anew
};

// Says what it finds. 0: every page is as it was; 1: one is not, or something failed; 77, which CTest calls skipped: pages
// without a reference, or another typeface than the references were taken with.
[[nodiscard]] int tourCatalogue(ShellWindow& shell, AppModel& app, BackgroundExecutor& executor, TourPlan plan,
                                const CataloguePlan& catalogue);

} // namespace frontsheet::testing
