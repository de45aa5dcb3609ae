// The schema's steps, each in a file of its own named for its number. A step that has been released never changes; a later
// one corrects it. Tested from a store of every released version (tests/core/store/fixtures).
#pragma once

#include "core/base/result.h"

#include <cstdint>

namespace frontsheet::sqlite {
class Connection;
}

namespace frontsheet::store {

inline constexpr std::int64_t kSchemaVersion = 7;

// Brings the database from the version it says (0: empty) to kSchemaVersion, in one transaction. StoreNewer when it is from
// a later program: nothing is touched then.
[[nodiscard]] Result<void> migrate(sqlite::Connection& db);

[[nodiscard]] Result<void> makeFirstSchema(sqlite::Connection& db);          // 1
[[nodiscard]] Result<void> indexTheOutboxByQuestion(sqlite::Connection& db); // 2
[[nodiscard]] Result<void> scopesByCategory(sqlite::Connection& db);         // 3
[[nodiscard]] Result<void> removalsAndLeases(sqlite::Connection& db);        // 4
[[nodiscard]] Result<void> comparingWithHomes(sqlite::Connection& db);       // 5
[[nodiscard]] Result<void> attachedFiles(sqlite::Connection& db);            // 6
[[nodiscard]] Result<void> partedIds(sqlite::Connection& db);                // 7

} // namespace frontsheet::store
