// What is kept apart from the ledger so that a restored one forgets nothing that was taken away: who was revoked, what people
// said about sharing, what became of agreements, which one-time codes were used, and the words of those who were shut out. Written with each such change, before it
// is committed; replayed into a ledger that comes back from a backup (restore.h).
#pragma once

#include "core/base/clock.h"
#include "sync/server/ledger.h"
#include "sync/server/removal/removal_rows.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <variant>

namespace frontsheet::restoring {

struct Revoked {
    AgencyId agency;
    DeviceId device;
    WallTime at;
};
// A version of a record of a type that is journalled, as its home wrote it.
struct Written {
    Record header; // without fields
    Bytes body;
};
// The answer to an intent of a transaction that wrote one, so that a device that sends it again hears the same.
struct Answered {
    DeviceId device;
    Operation operation;
};
// An edit that came after its grant had gone, as it waits in the late inbox: its author may have let go of it.
struct HeldBack {
    removal::HeldIntent held; // waiting; without its number
};
struct BackedUp {
    std::uint64_t feedSeq = 0;
    Bytes sha256; // of the backup's file
};
struct Restored {
    std::uint64_t feedSeq = 0; // of the backup
    std::uint64_t line = 0;    // begun
};
// An administrator has looked at what was replayed, and partners are served again.
struct Opened {
    std::string by;
    std::string words;
};
using Happened =
    std::variant<Revoked, Written, Answered, EnrolledDevice, Invitation, BackedUp, Restored, Opened, HeldBack>;

struct JournalEntry {
    WallTime at;
    Happened what;
};

// Statements about sharing, and the agency's agreements as they stand. With one of them goes all of its transaction.
[[nodiscard]] bool isJournalled(RecordType type);

[[nodiscard]] Bytes encode(const JournalEntry& entry);
// Malformed, Unsupported for a kind of a later program; a record's home is `home`.
[[nodiscard]] Result<JournalEntry> decodeJournalEntry(BytesView bytes, const AgencyId& home);

// How far a journal reaches, and the hash over all of it.
struct JournalHead {
    std::uint64_t entries = 0;
    std::array<std::uint8_t, 32> hash{};
    friend bool operator==(const JournalHead&, const JournalHead&) = default;
};
[[nodiscard]] Bytes encode(const JournalHead& head);
[[nodiscard]] Result<JournalHead> decodeJournalHead(BytesView bytes);

// Where entries go. Called by whoever holds the ledger's write lock, one at a time, also across processes.
class Journal {
public:
    virtual ~Journal() = default;
    // All of them, on the disk when this returns: the head after them. `known`: so many entries belong to commits that were made;
    // what cannot be read beyond them is of one that never was. Nothing of the entries counts as written after an error.
    [[nodiscard]] virtual Result<JournalHead> append(std::span<const JournalEntry> entries, std::uint64_t known) = 0;
};

inline constexpr std::string_view kJournalNote = "journal head"; // in the ledger, as of its last commit that wrote any

} // namespace frontsheet::restoring
