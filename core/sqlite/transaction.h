// BEGIN to COMMIT. Rolled back when it goes out of scope without commit(), also when a commit fails.
#pragma once

#include "core/base/result.h"

#include <cstdint>

namespace frontsheet::sqlite {

class Connection;

enum class TransactionKind : std::uint8_t {
    Snapshot, // reads see one state of the database, from the first of them on
    Write,    // takes the write lock at once, so that it never fails half way for want of it
};

class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Connection& connection, TransactionKind kind);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    // With Durability::Durable: on the disk when this returns.
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Connection& connection) : m_connection(&connection) {}
    void rollBack();

    Connection* m_connection; // null once ended
};

} // namespace frontsheet::sqlite
