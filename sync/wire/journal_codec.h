// One line of a server's journal as bytes: every field that some kind of entry has. What kinds there are, and which fields each
// has, is sync/server/restoring/journal.h's.
#pragma once

#include "core/base/byte_size.h"
#include "core/usecases/ports/sync_store.h"

namespace frontsheet::wire {

// One entry: the largest body of a record, with room; and a code, a role, a hash or words in it.
inline constexpr std::size_t kMaxJournalEntry = 2_MiB;
inline constexpr std::size_t kMaxJournalText = 2'000;

struct JournalLine {
    std::uint32_t kind = 0;
    WallTime at;
    AgencyId agency;
    DeviceId device;       // null: none
    IncomingRecord record; // null id: none
    OpId op;               // null: none
    Bytes hash;
    std::uint32_t outcome = 0;
    std::uint32_t reason = 0;
    std::uint64_t version = 0;
    std::string worker;
    std::string role;
    WallTime until;
    Bytes codeHash;
    WallTime createdAt;
    std::uint64_t feedSeq = 0;
    std::uint64_t line = 0;
    std::string words;
    Bytes intent; // as a device's outbox keeps it
};

[[nodiscard]] Bytes encode(const JournalLine& line);
// Malformed, TooLarge; a record is the agency's own.
[[nodiscard]] Result<JournalLine> decodeJournalLine(BytesView bytes, const AgencyId& home);

} // namespace frontsheet::wire
