// The number that the next version of a record gets: the one after its last, in the line that the ledger writes.
#pragma once

#include "core/domain/version_line.h"
#include "sync/server/ledger.h"

namespace frontsheet {

[[nodiscard]] inline Result<HomeVersion> nextVersion(LedgerReads& ledger, HomeVersion last) {
    FS_ASSIGN(const auto head, ledger.head());
    return versionAfter(last, head.line);
}

} // namespace frontsheet
