// A copy of the ledger while a server writes it, and whether a copy is whole. One snapshot (SQLite's online backup): writers are
// not held up, and what they commit meanwhile is not in it. Any thread; blocks for as long as the disk takes.
#pragma once

#include "core/sqlite/connection.h"
#include "sync/server/disclosure/disclosure_chain.h"
#include "sync/server/ledger.h"

#include <string>

namespace frontsheet {

struct LedgerCopy {
    LedgerHead head;
    std::uint64_t records = 0;
    std::uint64_t logEntries = 0; // of the disclosure log; its chain was verified
    std::uint64_t journal = 0;    // entries that were in the journal by its last commit
};

// `to` must not be there; nothing is left of it after an error. The copy is encrypted under the same key, one file.
[[nodiscard]] Result<void> copyLedger(const std::string& from, const std::string& to, sqlite::RawKey key);

// Reads all of it: every page authenticates, the trees hang together, each record's newest version is the last of the feed about
// it, and the disclosure log's chain is whole. StoreDamaged says what is not. A log that its own agency found broken before, and
// has named so, is whole enough.
[[nodiscard]] Result<LedgerCopy> verifyLedger(const std::string& path, sqlite::RawKey key, const AgencyId& agency);

} // namespace frontsheet
