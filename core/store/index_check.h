// The search index held against the records. Both change in one transaction, so that they say the same for as long as nothing
// changes the file behind the store's back. Where something has, words may lie in the index that no record has any more, and no
// comparison with a home would show them: it looks at records.
#pragma once

#include "core/base/result.h"
#include "core/sqlite/connection.h"
#include "core/usecases/ports/body_codec.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace frontsheet::store {

// The numbers of one block (posting_lists.h) by which the index has other words than their records say, or words of no record.
// On one snapshot. What cannot be decoded is left to the comparison with its home.
[[nodiscard]] Result<std::vector<std::int64_t>> wronglyIndexed(sqlite::Connection& db, const BodyCodec& codec,
                                                               std::int64_t block);
// Of these, the words of no record. No body is read.
[[nodiscard]] Result<std::vector<std::int64_t>> indexedWithoutRecord(sqlite::Connection& db, std::int64_t block);
// The blocks that have records or words.
[[nodiscard]] Result<std::int64_t> countOfBlocks(sqlite::Connection& db);

// Which block is looked at next: one after the other, each once about as many records have been compared as it may have, so that
// looking at words costs no more than comparing records does. Kept, or a tablet that is on for an hour a day would never get far.
class IndexTurn {
public:
    explicit IndexTurn(sqlite::Connection& db) : m_db(db) {}

    // None: not yet.
    [[nodiscard]] Result<std::optional<std::int64_t>> due();
    // In a transaction: a stretch of records was compared; the block that was due was looked at.
    [[nodiscard]] Result<void> compared();
    [[nodiscard]] Result<void> lookedAt(std::int64_t block);

private:
    [[nodiscard]] Result<std::int64_t> kept(const char* key);
    [[nodiscard]] Result<void> keep(const char* key, std::int64_t value);

    sqlite::Connection& m_db;
};

} // namespace frontsheet::store
