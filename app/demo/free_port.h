// A loopback port that is free now. The servers of the demo take theirs at init, so two runs never meet.
#pragma once

#include <cstdint>

namespace frontsheet::demo {

// 0 when the system has none to give.
[[nodiscard]] std::uint16_t freePort();

} // namespace frontsheet::demo
