// Every number about attached files, a sentence each. Device and server hold to the same.
#pragma once

#include "core/base/byte_size.h"

#include <cstddef>
#include <cstdint>

namespace frontsheet::attachment_limits {

// A photo of a phone's best camera is 12 MB, a scanned letter of many pages 20 MB.
inline constexpr std::uint64_t kMaxFileBytes = 25_MiB;
// Decoded, a pixel takes four bytes: 50 million are 200 MB, and more than any tablet's camera has.
inline constexpr std::uint64_t kMaxPixels = 50'000'000;
// Resumable in steps that a poor line (256 kbit/s) carries in eight seconds.
inline constexpr std::uint32_t kChunkBytes = 256 * 1024;
inline constexpr std::uint32_t kMaxChunks = static_cast<std::uint32_t>(kMaxFileBytes / kChunkBytes);
// Four sides of a wound, a letter, a signature, and as many again.
inline constexpr std::size_t kMaxPerRecord = 12;
inline constexpr std::size_t kMaxNameBytes = 120;
inline constexpr std::size_t kMaxDescriptionBytes = 600; // two sentences in any script
// As it stands in its field: identities, name and description with room for what a newer program adds.
inline constexpr std::size_t kMaxTextBytes = 1280;
static_assert(kMaxPerRecord * kMaxTextBytes <= 16 * 1024, "all of a record's fit in its field");

} // namespace frontsheet::attachment_limits
