// Every limit of the HTTPS front, so that nobody outside can make the server hold more than it means to.
#pragma once

#include "core/base/byte_size.h"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace frontsheet::https_limits {

inline constexpr std::uint32_t kHeaderBytes = 8_KiB;         // request line and headers together
inline constexpr std::uint64_t kAnonymousBodyBytes = 16_KiB; // without a certificate there is only enrolment
inline constexpr std::size_t kConnections = 4096;            // more are closed at once; devices come back with jitter
inline constexpr std::chrono::seconds kHandshake{10};
inline constexpr std::chrono::seconds kHeader{75}; // also how long an idle connection is kept
inline constexpr std::chrono::seconds kBody{60};   // a page over a poor mobile line
inline constexpr std::chrono::seconds kWrite{120};
inline constexpr std::chrono::seconds kFinish{30}; // a stopping server waits this long for replies in flight
// What is still read of a refused body, so that the refusal is seen.
inline constexpr std::size_t kDrainBytes = 64_MiB;
inline constexpr std::chrono::seconds kDrain{10};

} // namespace frontsheet::https_limits
