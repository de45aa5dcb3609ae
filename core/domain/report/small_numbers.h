// Statistical disclosure: what a report that is passed on may say of few people. A count of 1 to 4 is not shown, nor what would let it be
// worked out; none at all is (decision 160).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace frontsheet::report {

inline constexpr std::size_t kFewest = 5;

// nullopt: not shown.
using Shown = std::optional<std::size_t>;

[[nodiscard]] Shown guarded(std::size_t count);
// Some of a total that is shown beside it: neither they nor the rest of the total are few.
[[nodiscard]] Shown guardedShare(std::size_t count, std::size_t total);
// The parts of a total that is shown beside them. Where what is not shown could be told from the total, the next smallest parts are not
// shown either.
[[nodiscard]] std::vector<Shown> guardedParts(std::span<const std::size_t> parts);

} // namespace frontsheet::report
