// The tables of the embedded ledger and how older files become current.
#pragma once

#include "core/base/result.h"

#include <cstdint>

namespace frontsheet::sqlite {
class Connection;
}

namespace frontsheet {

inline constexpr std::int64_t kLedgerSchema = 13;

// Brings the open database to a schema, each step in its own transaction. StoreNewer when it is ahead of this program. To an
// earlier one than kLedgerSchema: for tests of what happens to a ledger of that age.
[[nodiscard]] Result<void> migrateLedger(sqlite::Connection& db, std::int64_t to = kLedgerSchema);

} // namespace frontsheet
