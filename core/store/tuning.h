// Every number of the device store that was chosen, a sentence each.
#pragma once

#include "core/base/byte_size.h"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace frontsheet::store {

// Argon2id over the passphrase (RFC 9106): 64 MiB and 3 passes is its second recommended setting, about 0.15 s on the
// tablets in use. One lane, because the unlock screen has nothing else to do and old tablets have two cores.
inline constexpr std::uint32_t kKdfKiB = 64 * 1024;
inline constexpr std::uint32_t kKdfPasses = 3;
inline constexpr std::uint32_t kKdfLanes = 1;

// What a key file may ask for. A hostile file must not take the machine's memory or an hour of its time.
inline constexpr std::uint32_t kMaxKdfKiB = 1024 * 1024;
inline constexpr std::uint32_t kMaxKdfPasses = 16;
inline constexpr std::uint32_t kMaxKdfLanes = 8;
inline constexpr std::size_t kMaxKeyFileBytes = 16_KiB;
inline constexpr std::size_t kMaxPassphraseBytes = 1024;

// Attached files: their share of a tablet's disk, and what of it stays free for everything else.
inline constexpr std::uint64_t kFilesOnDevice = 4096_MiB;
inline constexpr std::uint64_t kDiskKeptFree = 256_MiB;
// What was set aside and no home has taken since is of a record that no home has any more.
inline constexpr std::chrono::hours kFilesAsideKept{90 * 24};

// Connections that read beside the writer: the screen, a search as it is typed, a dump.
inline constexpr std::size_t kReaders = 4;

// An exchange with so many records is a first fetch: the writer takes the bulk cache and lets the WAL grow.
inline constexpr std::size_t kBulkRecords = 1000;

// One transaction of what a home sent: so many records or so long, whichever comes first. A save waits for one at the most; the
// commit comes on top. The clock is looked at every few records.
inline constexpr std::size_t kApplyRows = 5'000;
inline constexpr std::chrono::milliseconds kApplyFor{40};
inline constexpr std::size_t kLookAtTheClockEvery = 32;

// Records per transaction of indexing. More share the rewriting of common words' lists (measured: 500 21k/s, 2,000 38k/s);
// fewer let a save in sooner (2,000 take some 50 ms).
inline constexpr std::size_t kIndexBatch = 2000;

// Up to so many matching people are sorted by name; beyond, the list of all is walked in its order until enough match.
inline constexpr std::size_t kFewHits = 1000;

// Characters of a note around the first match, for the search list.
inline constexpr std::size_t kSnippetCharacters = 160;

// Words a typed search is looked at; more are ignored.
inline constexpr std::size_t kMaxTypedWords = 12;

// Readings that wait to be told to their homes: years of a worker's days. More would be a script's.
inline constexpr std::size_t kReadingsWaiting = 100'000;
// The same version on the screen again within this is one reading; a page that refreshes itself is not read anew.
inline constexpr std::chrono::hours kSameReading{1};
inline constexpr std::size_t kReadLately = 10'000; // remembered for that

// From so many searchable records on, one pass over their blocks' word lists costs less than finding their words.
inline constexpr std::size_t kManyLeaveAtOnce = 200;

// How long a purge waits for readers to finish before it leaves its checkpoint to the next chance. A page of a screen takes
// milliseconds; a dump may take seconds, and nobody may wait for it.
inline constexpr std::chrono::milliseconds kReadersFinishWithin{1000};

// Comparing what is held with its home: records looked at in one go where no index says which a scope covers, spans asked about
// again in one request, records asked for again (at most wire::kMaxWanted), and records of one span that an answer is held against.
inline constexpr std::size_t kLookedAtToCompare = 400;
inline constexpr std::size_t kSpansAskedAtOnce = 32;
inline constexpr std::size_t kWantedAtOnce = 256;
inline constexpr std::size_t kComparedAtOnce = 100'000;
// About as many records as one stretch has (sync/client): how far comparing has come when the index is looked at as well.
inline constexpr std::int64_t kRecordsOfAStretch = 64;

// Acknowledged intents of one home kept to be sent again, newest first, until it has them in a verified backup: months of a busy
// worker. Their sizes are added up whenever so many more are kept.
inline constexpr std::size_t kKeptToSendAgain = 20'000;
inline constexpr std::int64_t kBytesKeptToSendAgain = 32 * 1024 * 1024;
inline constexpr std::int64_t kSizesLookedAtEvery = 64;

// Refused and let go items that the journal keeps, newest first.
inline constexpr std::size_t kJournalItems = 5000;

} // namespace frontsheet::store
