// How often what is known must happen in a run of many seeds. What falls below is a gap in the simulator, and fails the run.
#pragma once

#include "tests/sim/tally.h"

#include <cstdint>
#include <string>
#include <vector>

namespace frontsheet::sim {

struct Threshold {
    const char* kind;
    std::string what;
    std::uint64_t least; // in 500 seeds; in proportion for more
};

[[nodiscard]] const std::vector<Threshold>& thresholds();
// From so many seeds on thresholds count; half of them up to 500, where what is rare comes in lumps.
inline constexpr std::uint64_t kSeedsThatCount = 200;
inline constexpr std::uint64_t kSeedsThatCountInFull = 500;
inline constexpr std::uint64_t kOperationsPerSeed = 300; // on average

// In words; empty: all was done often enough.
[[nodiscard]] std::vector<std::string> shortfalls(const Tally& tally, std::uint64_t seeds);

} // namespace frontsheet::sim
