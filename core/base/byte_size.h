// Sizes as they are spoken of: 64_KiB, 8_MiB. Bytes; binary multiples (IEC 80000-13).
#pragma once

#include <cstddef>

namespace frontsheet {

inline constexpr std::size_t kBytesPerKiB = 1024;

consteval std::size_t operator""_KiB(unsigned long long count) { return count * kBytesPerKiB; }
consteval std::size_t operator""_MiB(unsigned long long count) { return count * kBytesPerKiB * kBytesPerKiB; }

} // namespace frontsheet
