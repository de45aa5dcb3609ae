// Every number of the database layer that was chosen by measuring, a sentence each.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace frontsheet::sqlite {

// 8 KiB pages: half the authentication tags of 4 KiB ones for the same bytes, still small enough for one changed row.
// Part of the file format: a file made with another size does not open.
inline constexpr int kPageBytes = 8192;

// Page caches are per connection, in KiB. Bulk holds the hot part of the indexes of 100k records while they are applied.
inline constexpr int kWriterCacheKiB = 8 * 1024;
inline constexpr int kBulkCacheKiB = 32 * 1024;
inline constexpr int kReaderCacheKiB = 4 * 1024;

// WAL pages before a checkpoint copies them into the file: 8 MiB for everyday work; 64 MiB in bulk, where most pages change
// again and again and every earlier copy would be wasted.
inline constexpr int kEverydayCheckpointPages = 1024;
inline constexpr int kBulkCheckpointPages = 8192;

// Within one process a writer never waits this long for another; between processes the store's lock file comes first.
inline constexpr std::chrono::milliseconds kBusyTimeout{5000};

// One value (a body, an intent, a feed entry). Above the largest message any peer may send.
inline constexpr int kMaxValueBytes = 64 * 1024 * 1024;

// Prepared statements kept per connection; a program uses well under a hundred.
inline constexpr std::size_t kMaxCachedStatements = 256;

} // namespace frontsheet::sqlite
