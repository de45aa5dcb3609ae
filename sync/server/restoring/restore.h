// A ledger that came back from a backup, before anybody is served from it: a new epoch and a new line of versions, what the
// journal knows and the backup does not, and the log's word that it happened. It then takes intents, releases to the agency's own
// workers, and releases nothing to partners until an administrator has looked (openToPartners).
#pragma once

#include "core/base/id_source.h"
#include "sync/server/restoring/journal.h"

#include <set>
#include <string>
#include <vector>

namespace frontsheet::restoring {

// What of a journal was not in the ledger and is now.
struct Replayed {
    std::uint64_t read = 0; // entries, in all
    std::size_t revocations = 0;
    std::size_t statements = 0; // versions of what people said
    std::size_t agreements = 0; // versions of how an agreement stands
    std::size_t answers = 0;
    std::size_t devices = 0;
    std::size_t invitations = 0;
    std::size_t held = 0;       // edits that had come too late, to be looked at again
    std::uint64_t lastLine = 0; // the highest that a restore before has begun
    friend bool operator==(const Replayed&, const Replayed&) = default;
};

// A line that no ledger of this agency has written: above the backup's and the journal's, and above those of restores that the
// journal does not know of, by the hours since 2020.
[[nodiscard]] std::uint64_t nextLine(std::uint64_t backups, std::uint64_t journals, WallTime now);

// In the one transaction that makes a restored ledger fit to serve. `logEnded`: the last entry that its disclosure log is known to
// have had before; 0: not known.
[[nodiscard]] Result<Replayed> beginAgain(LedgerWrites& ledger, const std::vector<JournalEntry>& journal, IdSource& ids,
                                          std::uint64_t logEnded, WallTime now);

// What was replayed, as the ledger keeps it for whoever is to open it again; nullopt: it is not reconciling.
struct Standing {
    WallTime restoredAt;
    std::uint64_t feedSeq = 0; // of the backup
    Replayed replayed;
    std::uint64_t since = 0;    // entries of the feed since: sent again by devices, replayed, or new
    std::uint64_t segment = 0;  // the disclosure log's entry that says it
    std::set<DeviceId> devices; // that something was released to since
    // Agreements that had ended by the journal and are decided by here, in words: the folder they are signed in came from the
    // backup too.
    std::vector<std::string> atOdds;
};
[[nodiscard]] Result<std::optional<Standing>> standing(LedgerReads& ledger);
// WrongState when it is not reconciling, or an agreement that had ended is decided by.
[[nodiscard]] Result<void> openToPartners(LedgerWrites& ledger, const Opened& opened, WallTime now);

} // namespace frontsheet::restoring
