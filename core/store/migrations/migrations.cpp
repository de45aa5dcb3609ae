#include "core/store/migrations/migrations.h"

#include "core/sqlite/connection.h"
#include "core/sqlite/transaction.h"

namespace frontsheet::store {

namespace {

using Step = Result<void> (*)(sqlite::Connection&);
constexpr Step kSteps[] = {makeFirstSchema,   indexTheOutboxByQuestion, scopesByCategory,
                           removalsAndLeases, comparingWithHomes,       attachedFiles,
                           partedIds};
static_assert(std::size(kSteps) == kSchemaVersion);

} // namespace

Result<void> migrate(sqlite::Connection& db) {
    FS_ASSIGN(const auto from, db.userVersion());
    if (from > kSchemaVersion) {
        return {ErrorCode::StoreNewer, "schema " + std::to_string(from)};
    }
    if (from < 0) {
        return {ErrorCode::StoreDamaged, "schema number"};
    }
    if (from == kSchemaVersion) {
        return ok();
    }
    FS_ASSIGN(auto transaction, sqlite::Transaction::begin(db, sqlite::TransactionKind::Write));
    for (std::int64_t step = from; step < kSchemaVersion; ++step) {
        FS_TRY(kSteps[step](db));
    }
    FS_TRY(db.setUserVersion(kSchemaVersion));
    return transaction.commit();
}

} // namespace frontsheet::store
