#include "sync/server/embedded/adopted_conflicts.h"

#include "core/domain/intent.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/two_versions.h"
#include "core/sqlite/transaction.h"
#include "sync/server/embedded/sqlite_writing.h"
#include "sync/server/next_version.h"
#include "sync/server/standing_words.h"
#include "sync/wire/body_codec.h"

#include <utility>
#include <vector>

namespace frontsheet {

namespace {

struct Kept {
    RecordId record;
    OtherVersion other; // but for what it says
    FieldSet fields;    // the whole record as its author meant it
};

Result<std::vector<Kept>> conflictsIn(sqlite::Connection& db) {
    std::vector<Kept> all;
    FS_ASSIGN(auto rows, db.prepare("SELECT record, op, author_agency, author, at, body FROM conflict ORDER BY n"));
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return all;
        }
        Kept kept;
        kept.record = rows.id<RecordId>(0);
        kept.other.op = rows.id<OpId>(1);
        kept.other.agency = rows.code<AgencyId>(2);
        kept.other.author = rows.code<WorkerId>(3);
        kept.other.writtenAt = WallTime{rows.integer(4)};
        FS_ASSIGN(kept.fields, wire::decodeBody(rows.blob(5)));
        all.push_back(std::move(kept));
    }
}

// The prose alone: what else was in the edit had been merged then.
std::vector<OtherVersion::Said> proseThatDiffers(const Record& record, const FieldSet& theirs) {
    std::vector<OtherVersion::Said> says;
    for (const auto& edit : difference(record.fields, theirs)) {
        const RecordSchema* schema = schemaOf(record.type);
        const FieldSpec* spec = schema != nullptr ? schema->field(edit.field) : nullptr;
        if (spec != nullptr && spec->merge == MergeRule::Prose) {
            says.push_back({edit.field, edit.after, std::nullopt});
        }
    }
    return says;
}

Result<void> adopt(SqliteWriting& ledger, Kept kept) {
    FS_ASSIGN(auto found, ledger.record(kept.record));
    if (!found) {
        return ok(); // nothing stands for it to be beside
    }
    Record record = std::move(found->header);
    FS_ASSIGN(record.fields, wire::decodeBody(found->body));
    kept.other.says = proseThatDiffers(record, kept.fields);
    if (kept.other.says.empty()) {
        return ok();
    }
    const Record before = record;
    kept.other.standingAgency = before.authorAgency;
    kept.other.standingAuthor = before.author;
    kept.other.standingSince = before.recordedAt;
    FS_TRY(putBeside(record.fields, std::move(kept.other)));
    FS_TRY(attributeStanding(ledger, before, record));
    FS_ASSIGN(record.version, nextVersion(ledger, record.version));
    Bytes body = wire::encodeBody(record.fields);
    const RecordWrite write{std::move(record), std::move(body)};
    return ledger.append({&write, 1});
}

} // namespace

Result<void> adoptConflicts(sqlite::Connection& db, const AgencyId& home) {
    FS_ASSIGN(const auto any, db.integer("SELECT EXISTS (SELECT 1 FROM conflict)"));
    if (any == 0) {
        return ok();
    }
    FS_ASSIGN(auto transaction, sqlite::Transaction::begin(db, sqlite::TransactionKind::Write));
    FS_ASSIGN(auto all, conflictsIn(db));
    SqliteWriting ledger{db, home};
    for (auto& kept : all) {
        FS_TRY(adopt(ledger, std::move(kept)));
    }
    FS_TRY(db.execute("DELETE FROM conflict"));
    FS_TRY(ledger.finish(nullptr));
    return transaction.commit();
}

} // namespace frontsheet
