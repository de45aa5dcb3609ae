// A backup of one agency: a folder, whole when it has its name.
//
//   <agency>-<UTC time>/   ledger.db     the ledger, encrypted under the agency's key
//                          agency/       what stands beside it: the CA, agreements, rescue keys; files/, sealed as they lie
//                          host/         server.conf, partnership.conf and the partners' CAs
//                          contents      the files of the two, with what they were (backup_contents.h)
//                          backup.conf   what it is, written last: agency, time, place in the feed, hashes, all under a seal
//
// The seal is a keyed hash (BLAKE2b under a key derived from the agency's): whoever can write where backups lie can damage one, and
// cannot make one, nor put another partner's CA or agreement into one.
#pragma once

#include "app/agency_server/backup/backup_contents.h"
#include "app/agency_server/server_folder.h"
#include "sync/server/embedded/ledger_backup.h"

#include <filesystem>

namespace frontsheet {

struct AgencyBackup {
    std::filesystem::path path;
    AgencyId agency;
    WallTime madeAt;
    std::uint64_t feedSeq = 0;
    Epoch epoch;
    std::uint64_t line = 0;
    std::uint64_t journal = 0; // entries that the journal had
    std::uint64_t records = 0;
    std::uint64_t logEntries = 0;
    std::string sha256;   // of ledger.db, hexadecimal
    std::string contents; // of contents
    std::string seal;
};

// Where the server's own settings and those of the partnership are: `serve` may have been told another partnership file.
struct BackupWish {
    std::filesystem::path to;
    std::filesystem::path partnership;
};

// May run beside a server; of several into one folder one waits for the other. The copy is read whole and verified; only then does
// the ledger say that it is safe so far, and devices let go of what they keep to send again. DiskFull, DiskFailed, StoreDamaged,
// the partnership file's and the ledger's; nothing that passes for a backup is left of one that failed or was cut off.
[[nodiscard]] Result<AgencyBackup> makeBackup(const ServerFolder& folder, const AgencyId& agency,
                                              const BackupWish& wish, WallTime now);
// What backup.conf says, believed by nobody yet. NotFound when there is none, Malformed.
[[nodiscard]] Result<AgencyBackup> readBackup(const std::filesystem::path& path);
// The seal, then each file beside the ledger: the list of them. StoreDamaged: something was changed since, or the key is not the
// agency's.
[[nodiscard]] Result<BackupFiles> verifyBeside(const AgencyBackup& backup, sqlite::RawKey key);
// Its ledger, brought to `to` (which must not be there) and verified there as when it was made. StoreDamaged when it is not what
// backup.conf says any more; nothing is left of it then.
[[nodiscard]] Result<void> bringBack(const AgencyBackup& backup, const std::filesystem::path& to, sqlite::RawKey key);
// What stands beside the ledger, where it is not there: never in place of anything. Agreements come all or not at all: one
// that was retired since must not come back among those that are there.
[[nodiscard]] Result<void> bringBackBeside(const AgencyBackup& backup, const BackupFiles& files,
                                           const std::filesystem::path& agencyFolder);

} // namespace frontsheet
