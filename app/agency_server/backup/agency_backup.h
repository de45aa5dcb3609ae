// A backup of one agency: a folder, whole when it has its name.
//
//   <agency>-<UTC time>/   ledger.db     the ledger, encrypted under the agency's key
//                          agency/       what stands beside it: certificates, agreements, rescue keys
//                          host/         server.conf and partnership.conf
//                          backup.conf   what it is, written last: agency, time, place in the feed, SHA-256 of ledger.db
#pragma once

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
    std::string sha256; // of ledger.db, hexadecimal
};

// May run beside a server. The copy is read whole and verified; only then does the ledger say that it is safe so far, and devices
// let go of what they keep to send again. DiskFull, DiskFailed, StoreDamaged and the ledger's; nothing is left of one that failed.
[[nodiscard]] Result<AgencyBackup> makeBackup(const ServerFolder& folder, const AgencyId& agency,
                                              const std::filesystem::path& to, WallTime now);
// What backup.conf says. NotFound when there is none, Malformed.
[[nodiscard]] Result<AgencyBackup> readBackup(const std::filesystem::path& path);
// Its ledger, brought to `to` (which must not be there) and verified there as when it was made. StoreDamaged when it is not what
// backup.conf says any more; nothing is left of it then.
[[nodiscard]] Result<void> bringBack(const AgencyBackup& backup, const std::filesystem::path& to, sqlite::RawKey key);
// What stands beside the ledger, where it is not there: never in place of anything.
[[nodiscard]] Result<void> bringBackBeside(const AgencyBackup& backup, const std::filesystem::path& agencyFolder);

} // namespace frontsheet
