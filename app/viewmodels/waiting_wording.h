// What waits to be sent, or needs its author, in words: what became of it, and what to do next.
#pragma once

#include "app/viewmodels/wording.h"
#include "core/usecases/waiting_work.h"

namespace frontsheet {

// Of an item that needs its author. Its home is named in what happened; nothing ends without a next step.
struct AttentionWords {
    QString problem;
    QString advice;
    // Nobody but this device has the words: letting go of them is asked once more.
    bool onlyHere = false;
    // Whoever is at its home can say more.
    bool ring = true;
};
// `own`: this worker's agency.
[[nodiscard]] AttentionWords attentionWords(const WaitingItem& waiting, const AgencyEntry& home, const AgencyId& own,
                                            const Wording& wording);

// Of one that is on its way: where it goes, or what it waits for.
[[nodiscard]] QString queuedWords(const WaitingItem& waiting, const AgencyEntry& home);

} // namespace frontsheet
