#include "core/sqlite/sqlite_error.h"

#include <sqlite3.h>

namespace frontsheet::sqlite {

namespace {

ErrorCode codeFor(int code) {
    // The index of the write-ahead log is the first file that grows when a database is opened: on a full disk this is what comes
    // instead of SQLITE_FULL.
    if (code == SQLITE_IOERR_SHMSIZE) {
        return ErrorCode::DiskFull;
    }
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
        return ErrorCode::StoreDamaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::StoreBusy;
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
        return ErrorCode::DiskFailed;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    case SQLITE_TOOBIG:
        return ErrorCode::TooLarge;
    case SQLITE_CONSTRAINT:
        return (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE ||
                code == SQLITE_CONSTRAINT_ROWID)
                   ? ErrorCode::Duplicate
                   : ErrorCode::StoreFailed;
    default:
        return ErrorCode::StoreFailed;
    }
}

} // namespace

Error errorFrom(int code, const char* doing) {
    // Not sqlite3_errmsg: it may quote values (FTS queries, for one).
    return {codeFor(code), std::string{doing} + ", database code " + std::to_string(code)};
}

} // namespace frontsheet::sqlite
