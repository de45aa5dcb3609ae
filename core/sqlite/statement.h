// A prepared statement on loan from its connection: typed binds, typed reads. Given back, reset and with its bindings
// cleared, when it goes out of scope. Must not outlive the connection.
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

struct sqlite3_stmt;

namespace frontsheet::sqlite {

class Connection;

// Bytes and text have one C++ type and two SQL ones: say Blob where bytes are meant.
struct Blob {
    BytesView bytes;
};

// A null id as SQL NULL.
template <class Tag>
[[nodiscard]] std::optional<Blob> orNull(const Id128<Tag>& id) {
    return id.isNull() ? std::nullopt : std::optional<Blob>{Blob{id.view()}};
}

class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) = delete;
    ~Statement();

    // Binds all parameters in order and starts over. Takes copies. A failure comes out of the next next().
    // Integers and enums, text, Blob, ids (as blobs), codes (as text), times, versions, std::nullopt, std::optional of these.
    template <class... Args>
    Statement& bind(const Args&... args) {
        reset();
        m_copy = true;
        m_next = 1;
        (put(args), ...);
        return *this;
    }
    // True while there is a row to read.
    [[nodiscard]] Result<bool> next();
    // Binds without copies and runs to the end.
    template <class... Args>
    [[nodiscard]] Result<void> run(const Args&... args) {
        reset();
        m_copy = false;
        m_next = 1;
        (put(args), ...);
        return finish();
    }

    // Columns of the current row, from 0. Views hold until the next call of next(), bind() or run().
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] BytesView blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    // Null id for NULL (and for anything that is not 16 bytes, which no code of ours writes).
    template <class IdType>
    [[nodiscard]] IdType id(int column) const {
        return IdType::fromRaw(blob(column)).value_or(IdType{});
    }
    template <class CodeType>
    [[nodiscard]] CodeType code(int column) const {
        return CodeType{std::string{text(column)}};
    }
    [[nodiscard]] WallTime time(int column) const { return {integer(column)}; }

private:
    friend class Connection;
    Statement(Connection& connection, sqlite3_stmt* statement, bool* inUse)
        : m_connection(&connection), m_statement(statement), m_inUse(inUse) {}

    void reset();
    [[nodiscard]] Result<void> finish();
    void putInteger(std::int64_t value);
    void putText(std::string_view value);
    void putBlob(BytesView value);
    void putNull();

    template <class T>
    requires std::integral<T> || std::is_enum_v<T>
    void put(const T& value) { putInteger(static_cast<std::int64_t>(value)); }
    void put(const std::string& value) { putText(value); }
    void put(std::string_view value) { putText(value); }
    void put(const char* value) { putText(value); }
    void put(const Blob& value) { putBlob(value.bytes); }
    void put(WallTime value) { putInteger(value.ms); }
    void put(HomeVersion value) { putInteger(static_cast<std::int64_t>(value.n)); }
    void put(std::nullopt_t) { putNull(); }
    template <class Tag>
    void put(const Id128<Tag>& value) {
        putBlob(value.view());
    }
    template <class Tag>
    void put(const Code<Tag>& value) {
        putText(value.str());
    }
    template <class T>
    void put(const std::optional<T>& value) {
        value ? put(*value) : putNull();
    }

    Connection* m_connection;
    sqlite3_stmt* m_statement;
    bool* m_inUse; // the cache's mark; null: not cached, finalized with this
    int m_next = 1;
    int m_bindError = 0;
    bool m_copy = true;
};

} // namespace frontsheet::sqlite
