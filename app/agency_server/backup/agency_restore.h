// Putting an agency's ledger back from a backup. The server must stand still. Nothing is overwritten: a ledger that is in the
// place is set aside under a name of its own.
#pragma once

#include "app/agency_server/backup/agency_backup.h"
#include "sync/server/restoring/restore.h"

#include <optional>

namespace frontsheet {

struct RestoreWish {
    enum class Newer : std::uint8_t { IsKept, MayGo };     // a ledger in the place that reaches further than the backup
    enum class Journal : std::uint8_t { MustBe, MayMiss }; // what the journal would know stays unknown
    Newer newer = Newer::IsKept;
    Journal journal = Journal::MustBe;
};

struct Restoration {
    AgencyBackup backup;
    std::optional<std::uint64_t>
        feedSeqBefore;              // of the ledger that was in the place; nullopt: none, or it could not be read
    std::filesystem::path setAside; // where that is now; empty: there was none
    bool hadJournal = false;
    std::uint64_t unreadableJournal = 0; // bytes at its end
    restoring::Replayed replayed;
    std::uint64_t line = 0;
};

// WrongState: the ledger in the place reaches further than the backup, and may not go. StoreMissing: the journal, or the key file.
// StoreDamaged: the backup or the journal. Until it succeeds what was in the place stays there.
[[nodiscard]] Result<Restoration> restoreAgency(const ServerFolder& folder, const AgencyBackup& backup,
                                                const RestoreWish& wish, WallTime now, IdSource& ids);

} // namespace frontsheet
