#include "core/store/record_rows.h"

#include <limits>

namespace frontsheet::store {

using sqlite::Blob;

Record readHeader(const sqlite::Statement& row, int at) {
    Record header;
    header.id = row.id<RecordId>(at);
    header.home = row.code<AgencyId>(at + 1);
    header.type = static_cast<RecordType>(row.integer(at + 2));
    header.person = row.id<PersonId>(at + 3);
    header.version.n = static_cast<std::uint64_t>(row.integer(at + 4));
    header.category = static_cast<Category>(row.integer(at + 5));
    header.authorAgency = row.code<AgencyId>(at + 6);
    header.author = row.code<WorkerId>(at + 7);
    header.occurredAt = row.time(at + 8);
    header.recordedAt = row.time(at + 9);
    return header;
}

Result<WorkingRecord> readWorking(const sqlite::Statement& row, const BodyCodec& codec) {
    WorkingRecord out;
    out.record = readHeader(row, 0);
    out.waiting = (row.integer(10) & kFlagWaiting) != 0;
    auto fields = codec.decode(row.blob(11));
    if (!fields) {
        // It was checked when it came and its page authenticated, so this program cannot read what it once could.
        return {ErrorCode::StoreDamaged, "a record's body"};
    }
    out.record.fields = std::move(fields).value();
    return out;
}

Result<std::optional<RecordRow>> RecordRows::find(const RecordId& id) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT no, id, home, type, person, version, category, author_agency, author, "
                                     "occurred_at, recorded_at, flags, working_version FROM record WHERE id = ?"));
    FS_ASSIGN(const bool found, row.bind(id).next());
    if (!found) {
        return std::optional<RecordRow>{};
    }
    RecordRow out;
    out.no = row.integer(0);
    out.header = readHeader(row, 1);
    out.flags = row.integer(11);
    out.hasWorking = !row.isNull(12);
    return std::optional{std::move(out)};
}

Result<Record> RecordRows::mirror(const RecordRow& row) {
    FS_ASSIGN(auto body, m_db.prepare("SELECT body FROM record WHERE no = ?"));
    FS_ASSIGN(const bool found, body.bind(row.no).next());
    auto fields = m_codec.decode(found ? body.blob(0) : BytesView{});
    if (!fields) {
        return {ErrorCode::StoreDamaged, "a record's body"};
    }
    Record record = row.header;
    record.fields = std::move(fields).value();
    return record;
}

Result<RecordView> RecordRows::view(std::int64_t no) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT coalesce(working_body, body), coalesce(working_occurred_at, occurred_at) "
                                     "FROM record WHERE no = ?"));
    FS_ASSIGN(const bool found, row.bind(no).next());
    return found ? RecordView{true, Bytes{row.blob(0)}, row.time(1)} : RecordView{};
}

Result<std::int64_t> RecordRows::insertMirror(const Record& h, BytesView body) {
    FS_TRY(
        m_db.run("INSERT INTO record (id, home, type, person, version, category, author_agency, author, occurred_at, "
                 "recorded_at, flags, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
                 h.id, h.home, h.type, sqlite::orNull(h.person), h.version, h.category, h.authorAgency, h.author,
                 h.occurredAt, h.recordedAt, Blob{body}));
    return m_db.lastInsertedRow();
}

Result<std::int64_t> RecordRows::insertWorking(const Record& w, BytesView body, std::int64_t flags) {
    FS_TRY(
        m_db.run("INSERT INTO record (id, home, type, person, version, category, author_agency, author, occurred_at, "
                 "recorded_at, flags, working_version, working_category, working_occurred_at, working_body) "
                 "VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 w.id, w.home, w.type, sqlite::orNull(w.person), w.category, w.authorAgency, w.author, w.occurredAt,
                 w.recordedAt, flags, w.version, w.category, w.occurredAt, Blob{body}));
    return m_db.lastInsertedRow();
}

Result<void> RecordRows::replaceMirror(std::int64_t no, const Record& h, BytesView body) {
    return m_db.run("UPDATE record SET version = ?, category = ?, author_agency = ?, author = ?, "
                    "occurred_at = ?, recorded_at = ?, flags = flags & 1, body = ? WHERE no = ?",
                    h.version, h.category, h.authorAgency, h.author, h.occurredAt, h.recordedAt, Blob{body}, no);
}

Result<void> RecordRows::replaceBoth(std::int64_t no, const Record& h, BytesView body) {
    return m_db.run(
        "UPDATE record SET version = ?, category = ?, author_agency = ?, author = ?, occurred_at = ?, recorded_at = ?, "
        "flags = 0, body = ?, working_version = NULL, working_category = NULL, working_occurred_at = NULL, "
        "working_body = NULL WHERE no = ?",
        h.version, h.category, h.authorAgency, h.author, h.occurredAt, h.recordedAt, Blob{body}, no);
}

Result<void> RecordRows::setWorking(std::int64_t no, const Record* w, BytesView body, std::int64_t flags) {
    if (w == nullptr) {
        return m_db.run(
            "UPDATE record SET working_version = NULL, working_category = NULL, working_occurred_at = NULL, "
            "working_body = NULL, flags = ? WHERE no = ?",
            flags, no);
    }
    return m_db.run("UPDATE record SET working_version = ?, working_category = ?, working_occurred_at = ?, "
                    "working_body = ?, flags = ? WHERE no = ?",
                    w->version, w->category, w->occurredAt, Blob{body}, flags, no);
}

Result<void> RecordRows::setFlags(std::int64_t no, std::int64_t flags) {
    return m_db.run("UPDATE record SET flags = ? WHERE no = ?", flags, no);
}

Result<void> RecordRows::erase(std::int64_t no) { return m_db.run("DELETE FROM record WHERE no = ?", no); }

template <class... Args>
Result<std::vector<WorkingRecord>> RecordRows::select(std::string_view sql, const Args&... args) {
    FS_ASSIGN(auto rows, m_db.prepare(sql));
    rows.bind(args...);
    return readSome(rows, std::numeric_limits<std::size_t>::max(), nullptr);
}

Result<std::vector<WorkingRecord>> RecordRows::readSome(sqlite::Statement& rows, std::size_t limit,
                                                        const Chooser& keep) {
    std::vector<WorkingRecord> out;
    while (out.size() < limit) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return out;
        }
        FS_ASSIGN(auto record, readWorking(rows, m_codec));
        if (!keep || keep(record)) {
            out.push_back(std::move(record));
        }
    }
    return out;
}

namespace {

Result<std::optional<WorkingRecord>> firstOf(Result<std::vector<WorkingRecord>> found) {
    if (!found) {
        return std::move(found).error();
    }
    return found->empty() ? std::optional<WorkingRecord>{} : std::optional{std::move(found->front())};
}

} // namespace

Result<std::optional<WorkingRecord>> RecordRows::working(const RecordId& id) {
    return firstOf(select("SELECT " FS_WORKING_COLUMNS " FROM record WHERE id = ?", id));
}

Result<std::optional<WorkingRecord>> RecordRows::working(std::int64_t no) {
    return firstOf(select("SELECT " FS_WORKING_COLUMNS " FROM record WHERE no = ?", no));
}

Result<std::vector<WorkingRecord>> RecordRows::about(const PersonId& person) {
    return select("SELECT " FS_WORKING_COLUMNS " FROM record WHERE person = ? AND person IS NOT NULL", person);
}

namespace {

constexpr std::string_view kOfType = "SELECT " FS_WORKING_COLUMNS " FROM record WHERE type = ? ORDER BY id";

} // namespace

Result<void> RecordRows::eachOfType(RecordType type, const Chooser& keep, const Visitor& visitor) {
    FS_ASSIGN(auto rows, m_db.prepare(kOfType));
    rows.bind(type);
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return ok();
        }
        FS_ASSIGN(const auto record, readWorking(rows, m_codec));
        if (!keep || keep(record)) {
            FS_TRY(visitor(record));
        }
    }
}

Result<std::vector<WorkingRecord>> RecordRows::ofType(RecordType type, std::size_t limit, const Chooser& keep) {
    FS_ASSIGN(auto rows, m_db.prepare(kOfType));
    rows.bind(type);
    return readSome(rows, limit, keep);
}

Result<std::vector<WorkingRecord>> RecordRows::worklist(Worklist list, const std::string& owner, std::size_t limit,
                                                        const Chooser& keep) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT " FS_WORKING_COLUMNS " FROM worklist w JOIN record r ON r.no = w.record "
                                      "WHERE w.list = ? AND w.owner = ? ORDER BY w.at DESC, r.id"));
    rows.bind(list, owner);
    return readSome(rows, limit, keep);
}

} // namespace frontsheet::store
