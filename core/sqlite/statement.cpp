#include "core/sqlite/statement.h"

#include "core/sqlite/connection.h"
#include "core/sqlite/work_count.h"

#include <sqlite3.h>

#include <atomic>

namespace frontsheet::sqlite {

#if defined(FRONTSHEET_FAULTS)

namespace {
std::atomic<std::uint64_t> g_statements{0};
std::atomic<std::uint64_t> g_rows{0};
} // namespace

WorkCount workSoFar() { return {g_statements.load(), g_rows.load()}; }

#endif

Statement::Statement(Statement&& other) noexcept
    : m_connection(other.m_connection), m_statement(std::exchange(other.m_statement, nullptr)),
      m_inUse(std::exchange(other.m_inUse, nullptr)), m_next(other.m_next), m_bindError(other.m_bindError),
      m_copy(other.m_copy) {}

Statement::~Statement() {
    if (m_statement == nullptr) {
        return;
    }
    if (m_inUse == nullptr) {
        sqlite3_finalize(m_statement);
        return;
    }
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    *m_inUse = false;
}

void Statement::reset() {
    sqlite3_reset(m_statement);
    m_bindError = SQLITE_OK;
}

Result<bool> Statement::next() {
    if (m_bindError != SQLITE_OK) {
        return m_connection->lastError("binding");
    }
#if defined(FRONTSHEET_FAULTS)
    g_statements.fetch_add(sqlite3_stmt_busy(m_statement) == 0 ? 1 : 0, std::memory_order_relaxed);
#endif
    const int code = sqlite3_step(m_statement);
#if defined(FRONTSHEET_FAULTS)
    g_rows.fetch_add(code == SQLITE_ROW ? 1 : 0, std::memory_order_relaxed);
#endif
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    Error error = m_connection->lastError("running a statement");
    sqlite3_reset(m_statement);
    return error;
}

Result<void> Statement::finish() {
    for (;;) {
        auto row = next();
        if (!row || !*row) {
            sqlite3_reset(m_statement);
            // Bound without copies: nothing may point at the caller's values once this returns.
            sqlite3_clear_bindings(m_statement);
            return row ? ok() : Result<void>{std::move(row).error()};
        }
    }
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement, column); }

std::string_view Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return bytes == nullptr
               ? std::string_view{}
               : std::string_view{bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

BytesView Statement::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return bytes == nullptr ? BytesView{}
                            : BytesView{bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

namespace {

void keepFirst(int& kept, int code) {
    if (kept == SQLITE_OK) {
        kept = code;
    }
}

} // namespace

void Statement::putInteger(std::int64_t value) {
    keepFirst(m_bindError, sqlite3_bind_int64(m_statement, m_next++, value));
}

void Statement::putText(std::string_view value) {
    // An empty view may have no address, which SQLite would take for NULL.
    const char* bytes = value.data() == nullptr ? "" : value.data();
    keepFirst(m_bindError, sqlite3_bind_text64(m_statement, m_next++, bytes, value.size(),
                                               m_copy ? SQLITE_TRANSIENT : SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::putBlob(BytesView value) {
    const char* bytes = value.data() == nullptr ? "" : value.data();
    keepFirst(m_bindError, sqlite3_bind_blob64(m_statement, m_next++, bytes, value.size(),
                                               m_copy ? SQLITE_TRANSIENT : SQLITE_STATIC));
}

void Statement::putNull() { keepFirst(m_bindError, sqlite3_bind_null(m_statement, m_next++)); }

} // namespace frontsheet::sqlite
