// Putting an agency's ledger back from a backup. The server must stand still. Nothing is overwritten: a ledger that is in the
// place is set aside under a name of its own.
#pragma once

#include "app/agency_server/backup/agency_backup.h"
#include "sync/server/restoring/restore.h"

#include <optional>

namespace frontsheet {

// What an administrator has to say in so many words before it is done.
struct RestoreWish {
    enum class Newer : std::uint8_t { IsKept, MayGo };     // a ledger in the place that reaches further than the backup
    enum class Older : std::uint8_t { IsRefused, MayBe };  // a backup before the last one, which devices have relied on
    enum class Journal : std::uint8_t { MustBe, MayMiss }; // what the journal would know stays unknown
    Newer newer = Newer::IsKept;
    Older older = Older::IsRefused;
    Journal journal = Journal::MustBe;
};

struct Restoration {
    AgencyBackup backup;
    std::optional<std::uint64_t>
        feedSeqBefore;              // of the ledger that was in the place; nullopt: none, or it could not be read
    std::filesystem::path setAside; // where that is now; empty: there was none
    bool hadJournal = false;
    bool journalSetAside = false;            // damaged, or its end unreadable: kept under another name
    std::optional<restoring::BackedUp> last; // a later backup, which devices have let go of work for
    restoring::Replayed replayed;
    std::uint64_t line = 0;
};

// A folder as it was on a machine that is lost: server.conf, the partnership and its CAs, each where it is not there. The key
// file has to be in its place, which the backup's server.conf names: StoreMissing says where. StoreDamaged.
[[nodiscard]] Result<ServerFolder> bringBackHost(const std::filesystem::path& path, const AgencyBackup& backup);

// WrongState: the ledger in the place reaches further than the backup, or a later backup was made, and it was not said that this
// may be. WrongTenant: the folder's server does not host that agency. StoreBusy: somebody has the ledger open. StoreMissing: the
// journal, or the key file. StoreDamaged: the backup or the journal. Until it succeeds what was in the place stays there.
[[nodiscard]] Result<Restoration> restoreAgency(const ServerFolder& folder, const AgencyBackup& backup,
                                                const RestoreWish& wish, WallTime now, IdSource& ids);

} // namespace frontsheet
