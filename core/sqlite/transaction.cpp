#include "core/sqlite/transaction.h"

#include "core/sqlite/connection.h"

#include <utility>

namespace frontsheet::sqlite {

Result<Transaction> Transaction::begin(Connection& connection, TransactionKind kind) {
    FS_TRY(connection.run(kind == TransactionKind::Write ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED"));
    return Transaction{connection};
}

Transaction::Transaction(Transaction&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}

Transaction::~Transaction() { rollBack(); }

Result<void> Transaction::commit() {
    if (m_connection == nullptr) {
        return {ErrorCode::Internal, "transaction already ended"};
    }
    auto done = m_connection->run("COMMIT");
    if (!done) {
        rollBack();
        return done;
    }
    m_connection = nullptr;
    return ok();
}

void Transaction::rollBack() {
    // A full disk or a failed read may have rolled back already, and then there is nothing left to undo.
    if (m_connection != nullptr && m_connection->inTransaction()) {
        (void)m_connection->run("ROLLBACK");
    }
    m_connection = nullptr;
}

} // namespace frontsheet::sqlite
