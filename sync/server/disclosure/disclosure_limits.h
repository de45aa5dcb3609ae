// The numbers of the disclosure log, a sentence each.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace frontsheet::disclosure::limits {

// One entry: a page of the most records a reply may have, with room.
inline constexpr std::size_t kMaxEntry = 4 * 1024 * 1024;
// One text in an entry: a typed reason, a list of fields.
inline constexpr std::size_t kMaxText = 16 * 1024;
// Breaks told one by one; of more only how many.
inline constexpr std::size_t kBreaksNamed = 100;
// A signed head as it travels and is kept: number, hash, time, an ECDSA signature, with room.
inline constexpr std::size_t kMaxHeadBytes = 256;
// Entries that the index takes in at once: some 20 ms of the writer, and devices' pushes go between.
inline constexpr std::size_t kIndexedAtOnce = 4096;
// Whoever asks finds at most about this many entries that are not in it yet, and reads them from the chain.
inline constexpr std::uint64_t kNotIndexedForLong = 2048;
// Receipts that one device may have outstanding: an exchange runs one reply ahead, and replies get lost.
inline constexpr std::size_t kReceiptsAwaited = 64;

} // namespace frontsheet::disclosure::limits
