// A profile whose agency has shut this device out, in words: what became of what was in it, and whom to ring.
#pragma once

#include "app/viewmodels/wording.h"
#include "core/usecases/ports/profile_keeper.h"

#include <QStringList>

namespace frontsheet {

struct ClosedWords {
    QStringList lines;
    QString whom;
    QString number;
};
[[nodiscard]] ClosedWords closedWords(const ClosedProfile& closed, const Wording& wording, bool tablet);

} // namespace frontsheet
