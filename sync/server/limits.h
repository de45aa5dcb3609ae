// Every limit and tunable of the server library, a sentence each.
#pragma once

#include "core/base/byte_size.h"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace frontsheet::server_limits {

// Between servers; devices' limits are in sync/wire/wire_limits.h.
inline constexpr std::uint64_t kPeerBodyBytes = 4_MiB;
inline constexpr std::size_t kPeerUnpackedBytes = 24_MiB;
inline constexpr std::size_t kDirectoryPerPull = 2'000;
// Texts of agreements are long; the next page brings the rest.
inline constexpr std::size_t kDirectoryBytesPerPull = 4_MiB;
inline constexpr std::size_t kRevocationsPerPull = 5'000;
inline constexpr std::size_t kNoticesPerPull = 500;

// One transaction of intents fits in one page with room, since no page cuts a transaction.
inline constexpr std::size_t kIntentsPerTransaction = 1000;
// Versions gone back through for whose words stand; beyond it the oldest of them counts as theirs.
inline constexpr std::size_t kVersionsLookedThrough = 256;
inline constexpr std::size_t kBytesPerTransaction = 4_MiB;

// A reply's pages: enough to keep a line busy, small enough to lose without regret.
inline constexpr std::uint32_t kPageBytes = 512_KiB;  // packed, about
inline constexpr std::uint32_t kMinPageBytes = 1_KiB; // whatever a device says it can take
inline constexpr std::uint32_t kPackingRatio = 4;     // bodies pack to a quarter, measured on the extracts
// A page of the feed is cut where a transaction ends after so many: some 20 ms of a device's writer.
inline constexpr std::size_t kRecordsPerFeedPage = 500;
// Comparing what a device holds (held_comparison.h): records and scopes looked at for one request, records listed one by one where a
// span differs, and parts that a longer one is cut into.
inline constexpr std::size_t kComparedPerRequest = 5'000;
inline constexpr std::size_t kListedAtOnce = 64;
inline constexpr std::size_t kSpanParts = 16;
// Records that are not the viewer's passed over at once, in a scope or a comparison. Beyond it, work ends at a rough place (going_on.h).
inline constexpr std::size_t kWithheldPassedOver = 50'000;
// Feed entries looked at for one reply; those of other people's records cost little but not nothing.
inline constexpr std::size_t kFeedRowsPerReply = 50'000;

// How long the answer to an intent is remembered, so that a repeat gets it instead of a second effect.
inline constexpr std::chrono::hours kOperationsKept{24 * 400};

// One-time codes: days to reach a tablet in another building, then useless.
inline constexpr std::chrono::hours kInvitationLife{24 * 7};
inline constexpr std::size_t kEnrolAttemptsPerMinute = 30; // per agency; honest devices need one
// Of all devices of one agency together: a district has a handful a night.
inline constexpr std::size_t kEmergenciesPerMinute = 20;

// Pages of who saw what, of all devices of one agency together: each waits for the disk once.
inline constexpr std::size_t kEvidencePerMinute = 60;
inline constexpr std::size_t kHistoriesPerMinute = 600; // of what records said; per agency
inline constexpr std::size_t kVersionsPerPage = 100;
inline constexpr std::size_t kEvidenceRowsPerPage = 100;
// Rows that one view keeps, newest first; more are counted, and found by narrower dates.
inline constexpr std::size_t kEvidenceRowsPerView = 20'000;
// Bodies of a page of holdings, packed tighter on the wire.
inline constexpr std::size_t kHoldingBytesPerPage = 2_MiB;
// Tidings looked at for one reply; the next exchange goes on.
inline constexpr std::size_t kTidingsPerReply = 500;

// Intents of one device in the late inbox, and their bytes: months of a worker's days. A stolen tablet fills no more than that, here
// and in the journal, which ends at 1 GiB.
inline constexpr std::size_t kHeldPerDevice = 10'000;
inline constexpr std::uint64_t kHeldBytesPerDevice = 32_MiB;

// Attached files: no worker photographs more in a day; and what the ledger needs to go on is never filled up with pictures.
inline constexpr std::uint64_t kFileBytesPerWorkerAndDay = 1024_MiB;
inline constexpr std::uint64_t kDiskKeptFree = 512_MiB;
inline constexpr std::size_t kFileAsksPerMinute = 20'000; // per agency; a file of 25 MB takes 25
// Of all devices that are shut out together, which have a few files each: a stolen one holds up nobody else's.
inline constexpr std::size_t kLateFileAsksPerMinute = 2'000;
// Of one file to one device: a download is one release, however often the line breaks within it.
inline constexpr std::chrono::milliseconds kFileReleaseCovers{60 * 60 * 1000};
inline constexpr std::size_t kFileReleasesRemembered = 50'000;
// Chunks that no record speaks of: their record was changed meanwhile, or never came back from a backup.
inline constexpr std::chrono::milliseconds kUnspokenFilesKept{24LL * 60 * 60 * 1000};

// Pushes that wait for the same fsync. More would make the first wait for the last.
inline constexpr std::size_t kJobsPerCommit = 64;
inline constexpr std::size_t kReaders = 16;
// A certificate that ran out may still renew for this long, so that a long leave does not end at an administrator's desk.
inline constexpr std::chrono::hours kRenewalAfterExpiry{24 * 90};

} // namespace frontsheet::server_limits
