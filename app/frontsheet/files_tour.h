// The part of the tour that looks at photos and documents.
#pragma once

#include "app/viewmodels/app_model.h"

#include <functional>

namespace frontsheet {

struct TourHands {
    AppModel& app;
    QObject& frame; // the shell
    std::function<void()> settle;
    std::function<Result<void>(const char*)> grab;
};

// Of the draft that is being written: nothing yet, something to choose, a signature, the same looked at, and the place to sign.
// Everything is left as it was.
[[nodiscard]] Result<void> tourDraftFiles(const TourHands& hands);
// Of the notes on the open person's page that have files.
[[nodiscard]] Result<void> tourNoteFiles(const TourHands& hands);

} // namespace frontsheet
