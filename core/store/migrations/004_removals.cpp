#include "core/sqlite/connection.h"
#include "core/store/migrations/migrations.h"

namespace frontsheet::store {

namespace {

//  removal: what a home asked to remove, by its number. 1: its rows are deleted; 2: nothing of it is left on the disk, and
//    the home is to be told.
//  outbox.apart: the record's scope has gone; the words go to the home's late inbox and are in no view or index.
//  server.greatest_wall: the greatest time this device's clock has shown since the home last answered.
//  record.flags 8: past its hard lease, shown nowhere until its home has answered.
constexpr const char* kRemovals = R"(
CREATE TABLE removal (
    agency TEXT NOT NULL, number INTEGER NOT NULL, state INTEGER NOT NULL, PRIMARY KEY (agency, number)) WITHOUT ROWID;
ALTER TABLE outbox ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;
CREATE INDEX outbox_apart ON outbox (home) WHERE apart = 1;
ALTER TABLE server ADD COLUMN greatest_wall INTEGER NOT NULL DEFAULT 0;
ALTER TABLE server ADD COLUMN closed INTEGER NOT NULL DEFAULT 0; -- 1: this device has been shut out, and all of it is gone
)";

} // namespace

Result<void> removalsAndLeases(sqlite::Connection& db) { return db.execute(kRemovals); }

} // namespace frontsheet::store
