#include "sync/server/embedded/ledger_backup.h"

#include "core/sqlite/transaction.h"
#include "sync/server/disclosure/disclosure_log.h"
#include "sync/server/embedded/ledger_schema.h"
#include "sync/server/embedded/sqlite_reading.h"
#include "sync/server/restoring/journal.h"

#include <algorithm>
#include <filesystem>

namespace frontsheet {

namespace {

void removeDatabase(const std::string& path) {
    std::error_code failed;
    for (const char* part : {"", "-wal", "-shm", "-journal"}) {
        std::filesystem::remove(path + part, failed);
    }
}

class CopyReading final : public SqliteReading<LedgerReads> {
public:
    using SqliteReading::SqliteReading;
};

} // namespace

Result<void> copyLedger(const std::string& from, const std::string& to, sqlite::RawKey key) {
    FS_ASSIGN(const auto source, sqlite::Connection::open(from, key, {sqlite::OpenMode::ReadOnly, 0, {}}));
    const auto copied = [&]() -> Result<void> {
        FS_ASSIGN(const auto target, sqlite::Connection::open(to, key, {sqlite::OpenMode::Create, 0, {}}));
        FS_TRY(source->copyTo(*target));
        return target->becomeOneFile();
    }();
    if (!copied && copied.error().code != ErrorCode::Duplicate) {
        removeDatabase(to);
    }
    return copied;
}

Result<LedgerCopy> verifyLedger(const std::string& path, sqlite::RawKey key, const AgencyId& agency) {
    LedgerCopy copy;
    FS_ASSIGN(const auto db, sqlite::Connection::open(path, key, {sqlite::OpenMode::Existing, 0, {}}));
    FS_ASSIGN(const auto schema, db->userVersion());
    if (schema > kLedgerSchema) {
        return {ErrorCode::StoreNewer, "the ledger's copy"};
    }
    FS_TRY(db->checkIntegrity());
    FS_TRY(schema < kLedgerSchema ? migrateLedger(*db) : ok()); // of an earlier program
    {
        FS_ASSIGN(auto owner, db->prepare("SELECT agency FROM head"));
        FS_ASSIGN(const bool there, owner.next());
        if (!there || owner.text(0) != agency.str()) {
            return {ErrorCode::WrongTenant, "the ledger's copy"};
        }
    }
    CopyReading reads{*db, agency};
    FS_ASSIGN(copy.head, reads.head());
    FS_ASSIGN(const auto last, db->integer("SELECT coalesce(max(seq), 0) FROM feed"));
    FS_ASSIGN(const auto records, db->integer("SELECT count(*) FROM record"));
    FS_ASSIGN(const auto behind,
              db->integer("SELECT count(*) FROM (SELECT record, max(version) AS newest FROM feed GROUP BY record) f "
                          "JOIN record r ON r.id = f.record WHERE r.version <> f.newest"));
    copy.records = static_cast<std::uint64_t>(records);
    // A line that was begun and has written nothing yet stands above its feed.
    if (static_cast<std::uint64_t>(last) > copy.head.feedSeq || behind != 0) {
        return {ErrorCode::StoreDamaged, "the feed and the records do not agree"};
    }
    FS_ASSIGN(const auto log, disclosure::verify(reads, agency));
    copy.logEntries = log.entries;
    const bool named = std::all_of(log.breaks.begin(), log.breaks.end(),
                                   [&](const disclosure::Break& broken) { return log.isNamed(broken); });
    if (!named || log.breaksInAll != log.breaks.size()) {
        return {ErrorCode::StoreDamaged, "the disclosure log: " + disclosure::inWords(log.breaks.front())};
    }
    FS_ASSIGN(const auto journal, reads.note(restoring::kJournalNote));
    if (journal) {
        FS_ASSIGN(const auto head, restoring::decodeJournalHead(*journal));
        copy.journal = head.entries;
    }
    FS_TRY(db->becomeOneFile());
    return copy;
}

} // namespace frontsheet
