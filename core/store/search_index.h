// Keeps the search index in step with the working view: what changes is queued and indexed later in batches, what leaves is
// taken out in the same transaction.
#pragma once

#include "core/base/result.h"
#include "core/sqlite/connection.h"
#include "core/store/posting_lists.h"
#include "core/usecases/ports/body_codec.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace frontsheet::store {

class SearchIndex {
public:
    SearchIndex(sqlite::Connection& db, const BodyCodec& codec) : m_db(db), m_codec(codec) {}

    // Built with other word rules: emptied, and everything queued again. In a transaction.
    [[nodiscard]] Result<void> checkRules();

    // When the working view of a searchable record changes or goes: takes the words of what it said out, if they are in.
    [[nodiscard]] Result<void> takeOut(std::int64_t record, RecordType type, BytesView said);
    // The same for many that go altogether, and out of the queue with them.
    [[nodiscard]] Result<void> takeAllOut(const std::vector<std::int64_t>& records);
    // Words of rows that are not there, which nothing that goes by rows would ever take out.
    [[nodiscard]] Result<void> takeStraysOut();
    // After it has changed.
    [[nodiscard]] Result<void> queue(std::int64_t record);
    [[nodiscard]] Result<void> unqueue(std::int64_t record);
    // Writes what takeOut() gathered. Once, before the commit.
    [[nodiscard]] Result<void> finish();

    // One transaction's worth of the queue, inside the caller's transaction.
    [[nodiscard]] Result<void> indexBatch(std::size_t maxRecords);
    // Of these records, those that are in the queue, inside the caller's transaction.
    [[nodiscard]] Result<void> indexThese(const std::vector<std::int64_t>& records);
    [[nodiscard]] Result<std::size_t> queued();

private:
    [[nodiscard]] Result<bool> isQueued(std::int64_t record);

    sqlite::Connection& m_db;
    const BodyCodec& m_codec;
    PostingChanges m_changes;
};

} // namespace frontsheet::store
