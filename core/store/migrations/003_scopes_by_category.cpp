#include "core/sqlite/connection.h"
#include "core/store/migrations/migrations.h"

namespace frontsheet::store {

namespace {

// Scopes are of one category now, and known by their terms. Those held before mean nothing to a server any more: all is
// granted anew, as after the restore of a server's ledger. Until it has come, what is here stays readable.
constexpr const char* kAnew = R"(
DELETE FROM scope;
ALTER TABLE scope ADD COLUMN soft_hours INTEGER NOT NULL DEFAULT 0; -- without contact: then only with a typed reason; 0: no limit
ALTER TABLE scope ADD COLUMN hard_hours INTEGER NOT NULL DEFAULT 0; -- then not shown
UPDATE server SET feed_seq = 0, refetching = 1;
UPDATE record SET flags = flags | 4 WHERE version > 0;
)";

} // namespace

Result<void> scopesByCategory(sqlite::Connection& db) { return db.execute(kAnew); }

} // namespace frontsheet::store
