#include "core/store/search_index.h"

#include "core/domain/schema/record_schema.h"
#include "core/store/index_check.h"
#include "core/store/record_rows.h"

namespace frontsheet::store {

Result<void> SearchIndex::checkRules() {
    const auto built = m_db.integer("SELECT value FROM fact WHERE key = 'word-rules'");
    if (!built && built.error().code != ErrorCode::NotFound) {
        return built.error();
    }
    if (built && *built == kWordRules) {
        return ok();
    }
    FS_TRY(m_db.run("DELETE FROM posting"));
    for (const auto& schema : allSchemas()) {
        if (isSearchable(schema.type)) {
            FS_TRY(m_db.run("INSERT OR IGNORE INTO to_index SELECT no FROM record WHERE type = ?", schema.type));
        }
    }
    return m_db.run("INSERT OR REPLACE INTO fact VALUES ('word-rules', ?)", kWordRules);
}

Result<bool> SearchIndex::isQueued(std::int64_t record) {
    FS_ASSIGN(const auto waits, m_db.integer("SELECT EXISTS (SELECT 1 FROM to_index WHERE record = ?)", record));
    return waits != 0;
}

Result<void> SearchIndex::takeOut(std::int64_t record, RecordType type, BytesView said) {
    FS_ASSIGN(const bool waits, isQueued(record));
    if (waits) {
        return ok(); // what it says now was never indexed
    }
    auto fields = m_codec.decode(said);
    if (!fields) {
        return {ErrorCode::StoreDamaged, "a record's body"};
    }
    Record was;
    was.type = type;
    was.fields = std::move(fields).value();
    m_changes.remove(wordKindOf(type), record, wordsOf(was));
    return ok();
}

Result<void> SearchIndex::takeAllOut(const std::vector<std::int64_t>& records) {
    FS_ASSIGN(const auto waiting, queued());
    if (waiting > 0) {
        for (const auto record : records) {
            FS_TRY(unqueue(record));
        }
    }
    return takeOutOfEveryList(m_db, records);
}

Result<void> SearchIndex::takeStraysOut() {
    FS_ASSIGN(const auto blocks, countOfBlocks(m_db));
    for (std::int64_t block = 0; block < blocks; ++block) {
        FS_ASSIGN(auto strays, indexedWithoutRecord(m_db, block));
        FS_TRY(takeOutOfEveryList(m_db, std::move(strays)));
    }
    return ok();
}

Result<void> SearchIndex::queue(std::int64_t record) {
    return m_db.run("INSERT OR IGNORE INTO to_index VALUES (?)", record);
}
Result<void> SearchIndex::unqueue(std::int64_t record) {
    return m_db.run("DELETE FROM to_index WHERE record = ?", record);
}
Result<void> SearchIndex::finish() { return m_changes.write(m_db); }

Result<void> SearchIndex::indexBatch(std::size_t maxRecords) {
    std::int64_t last = 0;
    std::size_t count = 0;
    {
        FS_ASSIGN(auto rows, m_db.prepare("SELECT " FS_WORKING_COLUMNS ", t.record FROM to_index t "
                                          "JOIN record r ON r.no = t.record ORDER BY t.record LIMIT ?"));
        rows.bind(maxRecords);
        for (;;) {
            FS_ASSIGN(const bool more, rows.next());
            if (!more) {
                break;
            }
            FS_ASSIGN(const auto held, readWorking(rows, m_codec));
            last = rows.integer(12);
            ++count;
            m_changes.add(wordKindOf(held.record.type), last, wordsOf(held.record));
        }
    }
    if (count == 0) {
        return m_db.run("DELETE FROM to_index"); // whatever is left has no record
    }
    FS_TRY(m_changes.write(m_db));
    return m_db.run("DELETE FROM to_index WHERE record <= ?", last);
}

Result<void> SearchIndex::indexThese(const std::vector<std::int64_t>& records) {
    RecordRows rows(m_db, m_codec);
    for (const auto record : records) {
        FS_TRY(unqueue(record));
        if (m_db.changes() == 0) {
            continue;
        }
        FS_ASSIGN(const auto held, rows.working(record));
        if (held) {
            m_changes.add(wordKindOf(held->record.type), record, wordsOf(held->record));
        }
    }
    return m_changes.write(m_db);
}

Result<std::size_t> SearchIndex::queued() {
    FS_ASSIGN(const auto count, m_db.integer("SELECT count(*) FROM to_index"));
    return static_cast<std::size_t>(count);
}

} // namespace frontsheet::store
