// A database with one small table, opened as a store or ledger opens theirs.
#pragma once

#include "core/sqlite/connection.h"
#include "core/sqlite/transaction.h"
#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <memory>

namespace frontsheet::sqlite {

inline std::array<std::uint8_t, 32> keyOf(std::uint8_t seed) {
    std::array<std::uint8_t, 32> key{};
    for (std::size_t i = 0; i < key.size(); ++i) {
        key[i] = static_cast<std::uint8_t>(seed + i * 7);
    }
    return key;
}

inline std::unique_ptr<Connection> opened(const std::string& path, OpenMode mode, const std::string& vfs = {},
                                          std::uint8_t key = 1) {
    auto connection = Connection::open(path, keyOf(key), {mode, 0, vfs});
    EXPECT_TRUE(connection) << describe(connection.error());
    return connection ? std::move(connection).value() : nullptr;
}

inline std::unique_ptr<Connection> madeWithNotes(const std::string& path, const std::string& vfs = {}) {
    auto db = opened(path, OpenMode::Create, vfs);
    EXPECT_TRUE(db->execute("CREATE TABLE note (no INTEGER PRIMARY KEY, words TEXT NOT NULL)"));
    return db;
}

inline Result<void> write(Connection& db, std::int64_t no, const std::string& words) {
    auto transaction = Transaction::begin(db, TransactionKind::Write);
    if (!transaction) {
        return std::move(transaction).error();
    }
    FS_TRY(db.run("INSERT INTO note VALUES (?, ?)", no, words));
    return transaction->commit();
}

} // namespace frontsheet::sqlite
