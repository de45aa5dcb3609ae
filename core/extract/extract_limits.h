// The limits of reading an extract, each with its reason. A file is hostile until it has passed them.
#pragma once

#include "core/base/byte_size.h"

#include <cstddef>
#include <cstdint>

namespace frontsheet::extract {

// Read from the stream at a time.
inline constexpr std::size_t kChunkBytes = 64_KiB;
// One row with its quoted line breaks. A quote that never closes is found out after this much.
inline constexpr std::size_t kMaxRowBytes = 128_KiB;
// One field, decoded: 10,000 characters of any script fit with room.
inline constexpr std::size_t kMaxFieldBytes = 64_KiB;
inline constexpr std::size_t kMaxColumns = 512;
inline constexpr std::size_t kMaxMappingBytes = 256_KiB;
inline constexpr std::size_t kMaxMappingLineBytes = 4096;
// Of "before" and "after" in a report: enough to find the value, not a second copy of a long note.
inline constexpr std::size_t kMaxReportedBytes = 256;
// Progress is told at most once in this many bytes.
inline constexpr std::uint64_t kProgressBytes = 256_KiB;

} // namespace frontsheet::extract
