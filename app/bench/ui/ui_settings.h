// What ./dev bench ui takes, and what its own processes are told.
#pragma once

#include "app/bench/ui/district.h"

#include <cstdint>
#include <string>

namespace frontsheet::bench {

// Measured apart, so that none has the memory, or the warm caches, of another: All starts the others.
enum class UiPart : std::uint8_t { All, Settling, Starting, Working };

struct UiSettings {
    District district;
    std::size_t typed = 600;   // keys, a run
    std::size_t frames = 1200; // of scrolling, a run
    std::size_t opened = 60;   // front sheets, a run
    std::size_t runs = 3;
    bool json = false;
    std::string folder;
    UiPart part = UiPart::All;
    double startedAt = 0; // of Starting: the steady clock's seconds when its process was asked for
};

// Ends the process: 0 for --help, 2 for words that make no sense.
[[nodiscard]] UiSettings settingsFrom(int count, char** words);

} // namespace frontsheet::bench
