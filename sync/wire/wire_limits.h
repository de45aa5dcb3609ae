// Every bound on what may come over the wire, in one place. A message that breaks one is refused whole with TooLarge or
// Malformed; nothing of it is applied.
#pragma once

#include "core/base/byte_size.h"

#include <cstddef>
#include <cstdint>

namespace frontsheet::wire {

// The protocol this program speaks; a reply or request with another number is Unsupported.
inline constexpr std::uint32_t kProtocol = 1;
// Counts up with every record type and field added; for information, never a reason to refuse.
inline constexpr std::uint32_t kSchema = 1;

// What a device asks a page to be, packed. Large enough that a page is worth a transaction, small enough for a phone.
inline constexpr std::uint32_t kPagePackedBytes = 512_KiB;
// Records in all pages of one reply together: one store transaction of about 50 ms.
inline constexpr std::size_t kMaxRecordsPerReply = 5000;
// Intents in one request; the device halves its batches from here when a server says TooLarge.
inline constexpr std::size_t kMaxIntentsPerRequest = 2500;

// Bodies as they come off the socket. Reading stops there, before anything is unpacked.
inline constexpr std::size_t kMaxPackedRequest = 8_MiB;
inline constexpr std::size_t kMaxPackedReply = 8_MiB;
// After unpacking; a small packed body that claims more is a bomb and is refused before memory is taken.
inline constexpr std::size_t kMaxUnpackedRequest = 32_MiB;
inline constexpr std::size_t kMaxUnpackedReply = 32_MiB;
// Enrolment is open to anybody who reaches the port, so it gets little.
inline constexpr std::size_t kMaxEnrolBytes = 64_KiB;
// Its answer names every agency of the partnership with its authority's certificate.
inline constexpr std::size_t kMaxEnrolReplyBytes = 1_MiB;
inline constexpr std::size_t kMaxRefusalBytes = 1024;

// One record's body, and one intent as it stands in an outbox: the longest prose before and after an edit, with room.
inline constexpr std::size_t kMaxBodyBytes = 1_MiB;
inline constexpr std::size_t kMaxIntentBytes = 1_MiB;
inline constexpr std::size_t kMaxSetMembers = 256;

// Scopes a device may hold; one is a person, a category and an audience.
inline constexpr std::size_t kMaxScopes = 400'000;
inline constexpr std::size_t kMaxScopeName = 255;
// Scopes still being fetched that one request names: those to be fetched next. The others wait on the device, so that
// the first sync of ten thousand scopes does not send all their names with every page.
inline constexpr std::size_t kMaxPartialPerRequest = 512;
inline constexpr std::size_t kMaxResumeKey = 64;
inline constexpr std::size_t kMaxPagesPerReply = 2 * kMaxPartialPerRequest;
inline constexpr std::size_t kMaxRemovedPerReply = 50'000;

// Comparing what is held (held_span.h). Spans that one request asks about, and parts that one answer comes back in.
inline constexpr std::size_t kMaxSpans = 64;
inline constexpr std::size_t kMaxSpanParts = 1024;
// Records listed one by one in all parts of an answer.
inline constexpr std::size_t kMaxSpanItems = 4096;
// Records that one request wants again.
inline constexpr std::size_t kMaxWanted = 512;

// Readings that one request reports; the device keeps the others for the next.
inline constexpr std::size_t kMaxReadingsPerRequest = 1000;
// Removals that one request confirms; a device has as many as replies that took something since it last told.
inline constexpr std::size_t kMaxRemovedToTell = 256;
// The signed head of a disclosure log: number, hash, time, signature, with room.
inline constexpr std::size_t kMaxLogHead = 256;

// Referrals and held work told of in one reply; the next brings the others.
inline constexpr std::size_t kMaxTidings =
    6000; // those of a full page of referrals, and as many that moved as one reply tells
inline constexpr std::size_t kMaxSettledBy = 200;
inline constexpr std::size_t kMaxSettledWords = 4000;

// Who saw what: a page of rows, each with a few dozen records, or of holdings with their bodies.
inline constexpr std::size_t kMaxHistoryAsk = 256;
inline constexpr std::size_t kMaxHistoryReply = 8_MiB;
inline constexpr std::size_t kMaxHistoryVersions = 200; // of one page
inline constexpr std::size_t kMaxEvidenceAsk = 1024;
inline constexpr std::size_t kMaxEvidenceReply = 8_MiB;
inline constexpr std::size_t kMaxEvidenceRows = 500;
inline constexpr std::size_t kMaxEvidenceText = 16 * 1024; // one text: a typed reason, a list of fields

// Attached files: one chunk sealed, with room for its names; and as many as one answer carries.
inline constexpr std::size_t kMaxSealedChunk = 256_KiB + 64;
inline constexpr std::size_t kMaxFilePart = kMaxSealedChunk + 1024;
inline constexpr std::size_t kMaxFileAsk = 256;
inline constexpr std::size_t kMaxFilePartReply = 256;
inline constexpr std::uint32_t kMaxChunksPerReply = 4;
inline constexpr std::size_t kMaxFileChunks = kMaxChunksPerReply * kMaxSealedChunk + 1024;

// Certificates, requests for one, and the partnership's addresses.
inline constexpr std::size_t kMaxPemBytes = 16_KiB;
inline constexpr std::size_t kMaxAgencies = 256;
inline constexpr std::size_t kMaxUrl = 512;
inline constexpr std::size_t kMaxEnrolCode = 128;
inline constexpr std::size_t kMaxRole = 128;
inline constexpr std::size_t kRescueKeyBytes = 32;

// How long a server may tell a device to stay away; more is taken as this.
inline constexpr std::uint32_t kMaxRetryAfterMs = 60 * 60 * 1000;

} // namespace frontsheet::wire
