#include "core/sqlite/connection.h"
#include "core/store/migrations/migrations.h"

namespace frontsheet::store {

namespace {

// One index per question, with only the rows that the question is about: what is to be sent, in its order; what may go once
// the home's copy is verified. An index over all states made every hand-out sort all that waits.
constexpr const char* kIndexes = R"(
DROP INDEX outbox_queue;
CREATE INDEX outbox_to_send ON outbox (home, no) WHERE state IN (1, 5);
CREATE INDEX outbox_safe ON outbox (home, head_seq) WHERE state = 4;
)";

} // namespace

Result<void> indexTheOutboxByQuestion(sqlite::Connection& db) { return db.execute(kIndexes); }

} // namespace frontsheet::store
