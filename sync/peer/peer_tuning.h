// The numbers of the peer link, a sentence each.
#pragma once

#include "core/base/byte_size.h"

#include <chrono>
#include <cstddef>

namespace frontsheet::peer_tuning {

// A partner's answer, packed and unpacked; more than any of its pages needs.
inline constexpr std::size_t kMaxAnswerBytes = 8_MiB;
inline constexpr std::size_t kMaxMessageBytes = 24_MiB;
// A partner that always has more gets no more of our time than this in one visit.
inline constexpr std::size_t kMaxPagesPerPull = 1'000;
inline constexpr std::size_t kIdentitiesPerPart = 2'000;
// How soon a revoked device is refused by partners too.
inline constexpr std::chrono::seconds kPullEvery{30};

} // namespace frontsheet::peer_tuning
