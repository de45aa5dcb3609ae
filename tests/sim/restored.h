// Whether a home came back from a backup, ever: as its journal has it.
#pragma once

#include "tests/sim/machines.h"

#include <algorithm>

namespace frontsheet::sim {

[[nodiscard]] inline bool wasRestored(const HomeNode& home) {
    return std::any_of(home.journal.begin(), home.journal.end(), [](const restoring::JournalEntry& entry) {
        return std::holds_alternative<restoring::Restored>(entry.what);
    });
}

} // namespace frontsheet::sim
