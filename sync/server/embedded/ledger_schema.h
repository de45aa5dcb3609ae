// The tables of the embedded ledger and how older files become current.
#pragma once

#include "core/base/result.h"

#include <cstdint>

namespace frontsheet::sqlite {
class Connection;
}

namespace frontsheet {

inline constexpr std::int64_t kLedgerSchema = 9;

// Brings the open database to kLedgerSchema, each step in its own transaction. StoreNewer when it is ahead of this program.
[[nodiscard]] Result<void> migrateLedger(sqlite::Connection& db);

} // namespace frontsheet
