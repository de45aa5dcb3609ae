// Everything about the device's side of an exchange that can be turned, a sentence each.
#pragma once

#include "core/base/byte_size.h"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace frontsheet::sync_tuning {

using std::chrono::milliseconds;

// --- one request -----------------------------------------------------------------------------------------------------

// Intents handed over at once: one transaction at the server of about 50 ms.
inline constexpr std::size_t kPushBatch = 2000;
// And their bytes in the outbox; keeps a request far below the server's limit.
inline constexpr std::size_t kPushBytes = 2_MiB;
// The smallest page that is asked for after a server or a proxy found larger ones too large.
inline constexpr std::uint32_t kSmallestPage = 16_KiB;
// Good replies in a row after which a page that was halved is asked for twice as large again.
inline constexpr int kGoodRepliesToGrow = 8;
// Requests in a row that brought nothing although the server says there is more: then it goes round in circles.
inline constexpr int kMaxIdleRequests = 3;
// Records compared with their home in one exchange: some 60 bytes there and, where all is as it should be, one back. A practice's
// ten thousand have been gone through in an hour and a half.
inline constexpr std::size_t kComparedPerExchange = 64;
// Requests of one exchange that go after what a comparison found; the rest with the next.
inline constexpr int kRepairsPerExchange = 8;
// Exchanges in a row that found and mended something in the same place; then it is left for the next round.
inline constexpr int kMaxDifferedInARow = 4;
// Requests in one exchange before the other servers get their turn.
inline constexpr std::uint32_t kRequestsPerExchange = 64;
// A difference between the clocks that is worth telling a person about; phones drift by seconds, not minutes.
inline constexpr milliseconds kClockErrorShown{5 * 60 * 1000};

// --- the connection --------------------------------------------------------------------------------------------------

// A server on the same continent answers in 0.2 s; a tablet that wakes its radio needs some seconds.
inline constexpr milliseconds kConnectTimeout{10'000};
// Fewer bytes than this a second for so long, and the line is dead: a page goes on from where it was anyway.
inline constexpr long kStalledBytesPerSecond = 64;
inline constexpr long kStalledSeconds = 30;
// Nothing takes longer than this, however slowly it trickles.
inline constexpr milliseconds kRequestTimeout{10 * 60 * 1000};

// --- when ------------------------------------------------------------------------------------------------------------

// Between exchanges with a server that answers: what partners wrote shows within half a minute.
inline constexpr milliseconds kIdleInterval{30'000};
// A tenth of the interval either way, so that a ward's tablets do not all ask in the same second.
inline constexpr int kIdleJitterPercent = 10;
// Back-off with full jitter (a uniform choice between 0 and a bound that doubles): spreads the devices of a
// whole county out after an outage better than any fixed step. See M. Brooker, "Exponential Backoff And Jitter", 2015.
inline constexpr milliseconds kBackoffBase{2'000};
inline constexpr milliseconds kBackoffCap{5 * 60 * 1000};
// A save wakes a failing server at once, but not more often than this.
inline constexpr milliseconds kWakeSpacing{1'000};

// --- attached files ----------------------------------------------------------------------------------------------------

// Chunks of one file that are sent more than it has, before a home that forgets them again is left until the next time.
inline constexpr std::uint32_t kChunksSentAgain = 2;
// Asks with files of a device that is shut out, at each home: 32 MB, some minutes on a poor line. Its wiping waits no longer.
inline constexpr std::uint32_t kAsksAtClosing = 128;
// A file that its home will not take, or whose bytes are not what they should be, rests for up to so many times two looks at its
// home: some four hours.
inline constexpr unsigned kMostRestDoublings = 9;
// And so many rest at once, which is more than a worker adds in a year.
inline constexpr std::size_t kFilesThatRest = 4'096;

// --- afterwards ------------------------------------------------------------------------------------------------------

// Records indexed for search in one transaction, between exchanges.
inline constexpr std::size_t kIndexBatch = 2'000;

} // namespace frontsheet::sync_tuning
