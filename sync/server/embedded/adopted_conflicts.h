// Conflicts as ledgers kept them at first: the second author's words in a table that nobody was shown. They become other
// versions on their records, and the table empties. For opening a ledger, before anybody else uses it.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

namespace frontsheet::sqlite {
class Connection;
}

namespace frontsheet {

// In one transaction; nothing where there is none. StoreDamaged, and what the ledger says.
[[nodiscard]] Result<void> adoptConflicts(sqlite::Connection& db, const AgencyId& home);

} // namespace frontsheet
