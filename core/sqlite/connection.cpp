#include "core/sqlite/connection.h"

#include "core/sqlite/fault_disk.h"
#include "core/sqlite/memory_disk.h"
#include "core/sqlite/sqlite_error.h"
#include "core/sqlite/tuning.h"

#include <sqlite3.h>

#include <array>
#include <charconv>
#include <filesystem>
#include <string>

namespace frontsheet::sqlite {

namespace {

// Written through volatile, so that the compiler cannot leave it out.
void wipe(std::span<char> secret) {
    volatile char* at = secret.data();
    for (std::size_t i = 0; i < secret.size(); ++i) {
        at[i] = 0;
    }
}

// "4.14.0 community": at least 4.5, whose file format and defaults this code relies on.
bool isRecentCipher(std::string_view version) {
    int major = 0;
    int minor = 0;
    const char* end = version.data() + version.size();
    const auto first = std::from_chars(version.data(), end, major);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '.') {
        return false;
    }
    if (std::from_chars(first.ptr + 1, end, minor).ec != std::errc{}) {
        return false;
    }
    return major > 4 || (major == 4 && minor >= 5);
}

int setKey(sqlite3* db, RawKey key) {
    // x'..' of 64 digits: SQLCipher takes the bits as they are, without deriving.
    static constexpr char kDigits[] = "0123456789abcdef";
    std::array<char, 67> text{};
    text[0] = 'x';
    text[1] = '\'';
    for (std::size_t i = 0; i < key.size(); ++i) {
        text[2 + 2 * i] = kDigits[key[i] >> 4];
        text[3 + 2 * i] = kDigits[key[i] & 15];
    }
    text[66] = '\'';
    const int code = sqlite3_key(db, text.data(), static_cast<int>(text.size()));
    wipe(text);
    return code;
}

int flagsFor(OpenMode mode) {
    switch (mode) {
    case OpenMode::Create:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case OpenMode::Existing:
        return SQLITE_OPEN_READWRITE;
    case OpenMode::ReadOnly:
        break;
    }
    // Not SQLITE_OPEN_READONLY: a reader of a WAL must be able to write its read mark. query_only refuses the rest.
    return SQLITE_OPEN_READWRITE;
}

Result<void> checkSize(std::int64_t size, OpenMode mode) { // -1: no such file
    if (mode == OpenMode::Create) {
        return size >= 0 ? Result<void>{ErrorCode::Duplicate, "the database is there already"} : ok();
    }
    if (size < 0) {
        return {ErrorCode::StoreMissing, "no database file"};
    }
    // SQLite would take an empty one for a new database and begin to fill it.
    return size == 0 ? Result<void>{ErrorCode::StoreDamaged, "the database file is empty"} : ok();
}

Result<void> checkFile(const std::string& path, OpenMode mode) {
    std::error_code failed;
    const auto status = std::filesystem::status(path, failed);
    const bool there = std::filesystem::exists(status);
    if (failed && status.type() == std::filesystem::file_type::none) {
        return {ErrorCode::DiskFailed, "looking for the database"};
    }
    const auto size = there ? std::filesystem::file_size(path, failed) : 0;
    return checkSize(!there ? -1 : (failed ? 1 : static_cast<std::int64_t>(size)), mode);
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, RawKey key, const OpenOptions& options) {
    const auto inMemory = options.vfs.empty() ? std::nullopt : sizeOnMemoryDisk(options.vfs, path);
    FS_TRY(inMemory ? checkSize(*inMemory, options.mode) : checkFile(path, options.mode));
    const std::string vfs = options.vfs.empty() ? faultDiskFor(path) : options.vfs;
    sqlite3* db = nullptr;
    const int opened =
        sqlite3_open_v2(path.c_str(), &db, flagsFor(options.mode) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                        vfs.empty() ? nullptr : vfs.c_str());
    if (db == nullptr) {
        return {ErrorCode::StoreFailed, "no memory to open the database"};
    }
    std::unique_ptr<Connection> connection{new Connection(db)};
    if (opened != SQLITE_OK) {
        return errorFrom(opened, "opening the database");
    }
    sqlite3_busy_timeout(db, static_cast<int>(kBusyTimeout.count()));
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, kMaxValueBytes);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);

    // Before the key, so that nothing about it can reach a log.
    FS_TRY(connection->execute("PRAGMA cipher_log_level = NONE"));
    if (const int code = setKey(db, key); code != SQLITE_OK) {
        return errorFrom(code, "setting the key");
    }
    {
        FS_ASSIGN(auto version, connection->prepare("PRAGMA cipher_version"));
        FS_ASSIGN(const bool answered, version.next());
        if (!answered || !isRecentCipher(version.text(0))) {
            return {ErrorCode::Unsupported, "not SQLCipher 4.5 or later"};
        }
    }
    const bool reads = options.mode == OpenMode::ReadOnly;
    const int cache = options.cacheKiB != 0 ? options.cacheKiB : (reads ? kReaderCacheKiB : kWriterCacheKiB);
    const std::string set = "PRAGMA cipher_page_size = " + std::to_string(kPageBytes) +
                            "; PRAGMA cipher_hmac_algorithm = HMAC_SHA256"
                            "; PRAGMA temp_store = MEMORY"
                            "; PRAGMA mmap_size = 0"
                            "; PRAGMA foreign_keys = ON"
                            "; PRAGMA cache_size = -" +
                            std::to_string(cache);
    FS_TRY(connection->execute(set.c_str()));
    // The first page is read here: a wrong key or a damaged header shows now.
    FS_TRY(connection->integer("SELECT count(*) FROM sqlite_master"));
    if (reads) {
        FS_TRY(connection->execute("PRAGMA query_only = ON"));
        return connection;
    }
    {
        FS_ASSIGN(auto mode, connection->prepare("PRAGMA journal_mode = WAL"));
        FS_ASSIGN(const bool answered, mode.next());
        if (!answered || mode.text(0) != "wal") {
            return {ErrorCode::StoreFailed, "no write-ahead log"};
        }
    }
    FS_TRY(connection->execute("PRAGMA secure_delete = ON"));
    FS_TRY(connection->setDurability(Durability::Durable));
    FS_TRY(connection->setCheckpointPages(kEverydayCheckpointPages));
    // What a killed program wrote, and a commit whose sync failed, may stand in the log and not on the disk: from here on it
    // is read and answered by, so the next power cut must not take it. A checkpoint syncs the log before it moves anything,
    // so a disk with no room for the move is no reason not to open; somebody who holds the log open brings it there.
    const auto kept = connection->checkpoint(Checkpoint::Passive);
    if (!kept && kept.error().code != ErrorCode::StoreBusy && kept.error().code != ErrorCode::DiskFull) {
        return kept.error();
    }
    return connection;
}

Connection::~Connection() {
    for (auto& [sql, cached] : m_statements) {
        sqlite3_finalize(cached.statement);
    }
    sqlite3_close_v2(m_db);
}

Error Connection::lastError(const char* doing) const { return errorFrom(sqlite3_extended_errcode(m_db), doing); }

Result<Statement> Connection::prepare(std::string_view sql) {
    auto at = m_statements.find(sql);
    if (at != m_statements.end() && !at->second.inUse) {
        at->second.inUse = true;
        return Statement{*this, at->second.statement, &at->second.inUse};
    }
    const bool keep = at == m_statements.end() && m_statements.size() < kMaxCachedStatements;
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_db, sql.data(), static_cast<int>(sql.size()),
                                        keep ? SQLITE_PREPARE_PERSISTENT : 0u, &statement, nullptr);
    if (code != SQLITE_OK) {
        return errorFrom(code, "preparing a statement");
    }
    if (statement == nullptr) {
        return {ErrorCode::InvalidArgument, "no statement"};
    }
    if (!keep) {
        return Statement{*this, statement, nullptr};
    }
    at = m_statements.emplace(std::string{sql}, Cached{statement, true}).first; // nodes stay where they are
    return Statement{*this, statement, &at->second.inUse};
}

Result<void> Connection::execute(const char* sql) {
    const int code = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? ok() : Result<void>{errorFrom(code, "executing")};
}

std::int64_t Connection::changes() const { return sqlite3_changes64(m_db); }
std::int64_t Connection::totalChanges() const { return sqlite3_total_changes64(m_db); }
std::int64_t Connection::lastInsertedRow() const { return sqlite3_last_insert_rowid(m_db); }
bool Connection::inTransaction() const { return sqlite3_get_autocommit(m_db) == 0; }

Result<std::int64_t> Connection::userVersion() { return integer("PRAGMA user_version"); }

Result<void> Connection::setUserVersion(std::int64_t version) {
    return execute(("PRAGMA user_version = " + std::to_string(version)).c_str());
}

Result<void> Connection::setDurability(Durability durability) {
    return execute(durability == Durability::Durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
}

Result<void> Connection::setCacheKiB(int kib) {
    return execute(("PRAGMA cache_size = -" + std::to_string(kib)).c_str());
}

Result<void> Connection::setCheckpointPages(int pages) {
    const int code = sqlite3_wal_autocheckpoint(m_db, pages);
    return code == SQLITE_OK ? ok() : Result<void>{errorFrom(code, "setting checkpoints")};
}

Result<void> Connection::checkpoint(Checkpoint how) {
    const int code = sqlite3_wal_checkpoint_v2(
        m_db, "main", how == Checkpoint::Truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE, nullptr,
        nullptr);
    return code == SQLITE_OK ? ok() : Result<void>{errorFrom(code, "checkpoint")};
}

void Connection::releaseMemory() { sqlite3_db_release_memory(m_db); }

Result<void> Connection::checkIntegrity() {
    // A power cut may leave torn pages in the file whose whole copies are in the WAL, and the check of pages reads the file.
    FS_TRY(checkpoint(Checkpoint::Passive));
    {
        FS_ASSIGN(auto pages, prepare("PRAGMA cipher_integrity_check"));
        FS_ASSIGN(const bool bad, pages.next()); // one row per page that does not authenticate
        if (bad) {
            return {ErrorCode::StoreDamaged, "a page does not authenticate"};
        }
    }
    FS_ASSIGN(auto trees, prepare("PRAGMA integrity_check(1)"));
    FS_ASSIGN(const bool answered, trees.next());
    if (!answered || trees.text(0) != "ok") {
        return {ErrorCode::StoreDamaged, "the trees do not hang together"};
    }
    return ok();
}

Result<void> Connection::copyTo(Connection& empty) {
    sqlite3_backup* backup = sqlite3_backup_init(empty.m_db, "main", m_db, "main");
    if (backup == nullptr) {
        return empty.lastError("beginning a copy");
    }
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE) {
        return errorFrom(stepped, "copying the database");
    }
    return finished == SQLITE_OK ? ok() : Result<void>{errorFrom(finished, "copying the database")};
}

Result<void> Connection::becomeOneFile() {
    FS_ASSIGN(auto mode, prepare("PRAGMA journal_mode = DELETE"));
    FS_ASSIGN(const bool answered, mode.next());
    return answered && mode.text(0) == "delete" ? ok()
                                                : Result<void>{ErrorCode::StoreBusy, "somebody else has it open"};
}

void Connection::interrupt() { sqlite3_interrupt(m_db); }

} // namespace frontsheet::sqlite
