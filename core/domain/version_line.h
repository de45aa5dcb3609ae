// Which line of versions a number belongs to. A ledger that is restored from a backup begins another line: versions that it
// makes from then on are numbered above all that the lost line can have made, so that no number ever means two versions. In
// one number, the line is the upper part and the count the lower: (epoch, n), ordered as such.
//
// A record's first version is 1 in every line: it says what its creating intent says. Places in the feed, and the numbers of
// revocations, go on above the line's floor for the same reason: whoever has read further than the backup misses nothing.
#pragma once

#include "core/base/id.h"

#include <algorithm>
#include <cstdint>

namespace frontsheet {

// 4 billion versions of a record, or entries of a feed, a line; two million lines, and below 2^53, which JSON's readers can hold.
inline constexpr unsigned kLineShift = 32;
inline constexpr std::uint64_t kLastLine = (1ULL << 21) - 1;

[[nodiscard]] constexpr std::uint64_t floorOf(std::uint64_t line) { return line << kLineShift; }
[[nodiscard]] constexpr std::uint64_t lineOf(std::uint64_t number) { return number >> kLineShift; }

// The version after `last` (0: none) in a ledger of that line.
[[nodiscard]] constexpr HomeVersion versionAfter(HomeVersion last, std::uint64_t line) {
    return last.n == 0 ? HomeVersion{1} : HomeVersion{std::max(last.n, floorOf(line)) + 1};
}

} // namespace frontsheet
