#include "core/sqlite/connection.h"
#include "core/store/migrations/migrations.h"

namespace frontsheet::store {

namespace {

//  parted: which two ids somebody here says are not one human, read off the links of the working view.
//  fact 'partings.read': the links that were here before this step have been read for them.
constexpr const char* kParted = R"(
CREATE TABLE parted (record INTEGER PRIMARY KEY, a BLOB NOT NULL, b BLOB NOT NULL);
CREATE INDEX parted_a ON parted (a);
CREATE INDEX parted_b ON parted (b);
)";

} // namespace

Result<void> partedIds(sqlite::Connection& db) { return db.execute(kParted); }

} // namespace frontsheet::store
