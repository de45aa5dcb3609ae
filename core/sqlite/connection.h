// One connection to one encrypted database file: opening with a raw key, statements, checkpoints, integrity.
//
// Threads: a connection and what it hands out belong to one thread at a time; interrupt() alone may be called from any.
// Errors: DiskFull, DiskFailed, StoreBusy, StoreDamaged (pages that do not authenticate or do not fit together, or a key
// that does not belong to the file), StoreMissing (no such file), StoreFailed (anything else), Unsupported (the library
// linked is not SQLCipher 4.5 or later). Their context is numbers and fixed phrases: never SQL values, never a key.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/sqlite/statement.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;

namespace frontsheet::sqlite {

// 256 random bits, used as they are: no derivation, so opening costs no time. Borrowed for the call only.
using RawKey = std::span<const std::uint8_t, 32>;

enum class OpenMode : std::uint8_t {
    Create,   // the file must not exist
    Existing, // the file must exist: never made anew because it would not open
    ReadOnly, // as Existing, and every write is refused
};

// Whether a commit waits for the disk. Durable: synchronous=FULL, what "saved" means. Deferred: a power cut may take the
// last commits back, whole and in order (WAL), for what can be done again (an index, an import).
enum class Durability : std::uint8_t { Durable, Deferred };

enum class Checkpoint : std::uint8_t {
    Passive,  // as far as readers let it
    Truncate, // all of it, and the WAL back to nothing; waits for readers, so none may be open in this thread
};

struct OpenOptions {
    OpenMode mode = OpenMode::Existing;
    int cacheKiB = 0; // 0: the writer's, or the reader's when ReadOnly (tuning.h)
    std::string vfs;  // a registered VFS (fault_disk.h); empty: the system's
};

class Connection {
public:
    // What a writer reads from then on is on the disk: it brings there what a killed program or a failed sync left in the log.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const std::string& path, RawKey key,
                                                                  const OpenOptions& options = {});
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // `sql` is one statement. Kept prepared for the connection's life and handed out again when the Statement is gone.
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    // One or more statements without parameters or rows.
    [[nodiscard]] Result<void> execute(const char* sql);
    // Binds, runs to the end: for INSERT, UPDATE and DELETE.
    template <class... Args>
    [[nodiscard]] Result<void> run(std::string_view sql, const Args&... args) {
        auto statement = prepare(sql);
        if (!statement) {
            return std::move(statement).error();
        }
        return statement->run(args...);
    }
    // First column of the first row; NotFound when there is none.
    template <class... Args>
    [[nodiscard]] Result<std::int64_t> integer(std::string_view sql, const Args&... args) {
        auto statement = prepare(sql);
        if (!statement) {
            return std::move(statement).error();
        }
        statement->bind(args...);
        auto row = statement->next();
        if (!row) {
            return std::move(row).error();
        }
        return *row ? Result<std::int64_t>{statement->integer(0)} : Result<std::int64_t>{ErrorCode::NotFound};
    }

    [[nodiscard]] std::int64_t changes() const;      // rows the last INSERT, UPDATE or DELETE touched
    [[nodiscard]] std::int64_t totalChanges() const; // rows touched since it was opened
    [[nodiscard]] std::int64_t lastInsertedRow() const;
    [[nodiscard]] bool inTransaction() const;

    // PRAGMA user_version: the number of the schema.
    [[nodiscard]] Result<std::int64_t> userVersion();
    [[nodiscard]] Result<void> setUserVersion(std::int64_t version); // inside the migration's transaction

    // Outside a transaction only.
    [[nodiscard]] Result<void> setDurability(Durability durability);
    [[nodiscard]] Result<void> setCacheKiB(int kib);
    [[nodiscard]] Result<void> setCheckpointPages(int pages); // automatic, passive; 0: never
    [[nodiscard]] Result<void> checkpoint(Checkpoint how);
    // Gives cached pages back to the system.
    void releaseMemory();

    // Every page authenticates (SQLCipher) and every tree hangs together (SQLite). StoreDamaged says no more than that.
    // While nobody reads on another connection.
    [[nodiscard]] Result<void> checkIntegrity();

    // Everything as it stands in this moment, into an empty database under the same key (SQLite's online backup, in one step):
    // who writes on other connections goes on, and what they commit meanwhile is not in it.
    [[nodiscard]] Result<void> copyTo(Connection& empty);
    // One file, whose WAL is in it: what opens it next makes its own. While nobody else has it open.
    [[nodiscard]] Result<void> becomeOneFile();

    // Stops what runs on this connection: it fails with Cancelled. Any thread.
    void interrupt();

private:
    friend class Statement;
    explicit Connection(sqlite3* db) : m_db(db) {}
    [[nodiscard]] Error lastError(const char* doing) const;

    struct Cached {
        sqlite3_stmt* statement = nullptr;
        bool inUse = false;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    sqlite3* m_db = nullptr;
    std::unordered_map<std::string, Cached, TextHash, std::equal_to<>> m_statements;
};

} // namespace frontsheet::sqlite
