#include "core/sqlite/connection.h"
#include "core/store/migrations/migrations.h"

namespace frontsheet::store {

namespace {

//  server.compared_scope, compared_record: what is held up to there has been compared with its home; the next comparison goes on.
//  server.reconciling: 1: the home's ledger was restored, and is not open to partners' devices yet.
//  record.flags 16: doubted: differs from what its home has; whatever comes replaces it.
constexpr const char* kComparing = R"(
ALTER TABLE server ADD COLUMN compared_scope TEXT NOT NULL DEFAULT '';
ALTER TABLE server ADD COLUMN compared_record BLOB;
ALTER TABLE server ADD COLUMN reconciling INTEGER NOT NULL DEFAULT 0;
)";

} // namespace

Result<void> comparingWithHomes(sqlite::Connection& db) { return db.execute(kComparing); }

} // namespace frontsheet::store
