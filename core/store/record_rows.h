// The record table: the mirror of every home, with the working view beside it where edits of this device wait.
#pragma once

#include "core/base/result.h"
#include "core/domain/record.h"
#include "core/sqlite/connection.h"
#include "core/usecases/ports/body_codec.h"
#include "core/usecases/ports/record_reader.h"
#include "core/usecases/ports/record_walk.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace frontsheet::store {

inline constexpr std::int64_t kFlagWaiting = 1;  // an edit is queued
inline constexpr std::int64_t kFlagLeaving = 2;  // its scope is gone: it goes when the author's own edits are settled
inline constexpr std::int64_t kFlagStale = 4;    // from before the home's ledger was restored
inline constexpr std::int64_t kFlagDoubted = 16; // not what its home has: whatever comes next of it replaces it

// What the columns say of one record, without the bodies.
struct RecordRow {
    std::int64_t no = 0;
    Record header; // as it came from its home; version 0: only here
    std::int64_t flags = 0;
    bool hasWorking = false;

    [[nodiscard]] bool hasMirror() const { return header.version.n > 0; }
};

// What the working view says, as bytes: enough to see whether it changes.
struct RecordView {
    bool exists = false; // a row; false for a record that is new here
    Bytes body;
    WallTime occurredAt;
};

// From column `at` on: id, home, type, person, version, category, author_agency, author, occurred_at, recorded_at.
[[nodiscard]] Record readHeader(const sqlite::Statement& row, int at);

class RecordRows {
public:
    RecordRows(sqlite::Connection& db, const BodyCodec& codec) : m_db(db), m_codec(codec) {}

    [[nodiscard]] Result<std::optional<RecordRow>> find(const RecordId& id);
    // The record as its home has it, fields and all.
    [[nodiscard]] Result<Record> mirror(const RecordRow& row);
    [[nodiscard]] Result<RecordView> view(std::int64_t no);

    [[nodiscard]] Result<std::int64_t> insertMirror(const Record& header, BytesView body);
    // Of a record that has no mirror here: everything is the working view's.
    [[nodiscard]] Result<std::int64_t> insertWorking(const Record& working, BytesView body, std::int64_t flags);
    // A newer (or re-released) version; clears the flags but `waiting`. The working view is set apart.
    [[nodiscard]] Result<void> replaceMirror(std::int64_t no, const Record& header, BytesView body);
    // The same, and the working view is the mirror's again; clears every flag.
    [[nodiscard]] Result<void> replaceBoth(std::int64_t no, const Record& header, BytesView body);
    // The working view and the flags. nullptr: the working view is the mirror's.
    [[nodiscard]] Result<void> setWorking(std::int64_t no, const Record* working, BytesView body, std::int64_t flags);
    [[nodiscard]] Result<void> setFlags(std::int64_t no, std::int64_t flags);
    [[nodiscard]] Result<void> erase(std::int64_t no);

    // The working view.
    [[nodiscard]] Result<std::optional<WorkingRecord>> working(const RecordId& id);
    [[nodiscard]] Result<std::optional<WorkingRecord>> working(std::int64_t no);
    [[nodiscard]] Result<std::vector<WorkingRecord>> about(const PersonId& person);
    using Chooser = std::function<bool(const WorkingRecord&)>;
    // Of those that `keep` keeps; null: of all.
    [[nodiscard]] Result<std::vector<WorkingRecord>> ofType(RecordType type, std::size_t limit, const Chooser& keep);
    using Visitor = RecordWalk::RecordVisitor;
    [[nodiscard]] Result<void> eachOfType(RecordType type, const Chooser& keep, const Visitor& visitor);
    [[nodiscard]] Result<std::vector<WorkingRecord>> worklist(Worklist list, const std::string& owner,
                                                              std::size_t limit, const Chooser& keep);

private:
    template <class... Args>
    [[nodiscard]] Result<std::vector<WorkingRecord>> select(std::string_view sql, const Args&... args);
    [[nodiscard]] Result<std::vector<WorkingRecord>> readSome(sqlite::Statement& rows, std::size_t limit,
                                                              const Chooser& keep);

    sqlite::Connection& m_db;
    const BodyCodec& m_codec;
};

// The columns of a working view, in the order readWorking() takes them.
#define FS_WORKING_COLUMNS                                                                               \
    "id, home, type, person, coalesce(working_version, version), coalesce(working_category, category), " \
    "author_agency, author, coalesce(working_occurred_at, occurred_at), recorded_at, flags, "            \
    "coalesce(working_body, body)"
[[nodiscard]] Result<WorkingRecord> readWorking(const sqlite::Statement& row, const BodyCodec& codec);

} // namespace frontsheet::store
