// Forms that are not finished: small rows among the store's facts, "unfinished.<record, hex>".
#pragma once

#include "core/sqlite/connection.h"
#include "core/usecases/ports/body_codec.h"
#include "core/usecases/ports/unfinished_work.h"

namespace frontsheet::store {

class UnfinishedRows {
public:
    UnfinishedRows(sqlite::Connection& db, const BodyCodec& codec) : m_db(db), m_codec(codec) {}

    [[nodiscard]] Result<std::vector<Unfinished>> all(); // newest first
    // What stood there before is its home's, and not kept.
    [[nodiscard]] Result<void> keep(Unfinished work);
    [[nodiscard]] Result<void> drop(const RecordId& record);
    [[nodiscard]] Result<void> dropAll();

private:
    sqlite::Connection& m_db;
    const BodyCodec& m_codec;
};

} // namespace frontsheet::store
