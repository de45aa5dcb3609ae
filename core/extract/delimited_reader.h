// Streaming reader of delimited text (RFC 4180 with a declared delimiter and encoding). Rows come one at a time, memory is
// bounded by one row, and a row that cannot be read is reported with its line and skipped: the next line is read as if
// it had never been.
//
// Beyond the RFC: LF as well as CRLF ends a row, blank lines are skipped, the last row needs no line end, and a quote
// inside an unquoted field is an ordinary sign ('5" pipe').
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <istream>
#include <string>
#include <variant>
#include <vector>

namespace frontsheet::extract {

enum class Encoding : std::uint8_t { Utf8, Windows1252 }; // UTF-8 with or without a byte order mark

struct Dialect {
    char delimiter = ',';
    char quote = '"'; // '\0' for none
    Encoding encoding = Encoding::Utf8;
};

struct Row {
    std::uint64_t line = 0;          // of its first character, counting every line of the file from 1
    std::vector<std::string> fields; // UTF-8, no NUL; line breaks within quotes as LF
    bool hasUndefinedBytes = false;  // Windows-1252 bytes that stand for nothing became U+FFFD
};

enum class RowFault : std::uint8_t {
    QuoteNotClosed, // up to the end of the file, or for longer than a row may be
    TextAfterQuote, // '"Nan" prefers afternoons': the quotes within were not doubled
    RowTooLong,
    FieldTooLong,
    TooManyFields,
    NotInEncoding, // not UTF-8 where UTF-8 is declared
    HoldsNul,
};

struct UnreadableRow {
    std::uint64_t line = 0;
    RowFault fault = RowFault::QuoteNotClosed;
};

struct EndOfRows {};

class DelimitedReader {
public:
    // `stream` must outlive the reader and be opened in binary mode.
    DelimitedReader(std::istream& stream, Dialect dialect);

    // NotText where the file as a whole is not text of this kind (UTF-16, or NUL in its first chunk); DiskFailed when
    // the stream fails.
    Result<std::variant<Row, UnreadableRow, EndOfRows>> next();

    [[nodiscard]] std::uint64_t bytesRead() const { return m_bytesRead; }

private:
    struct Scan;

    Result<void> begin();
    Result<bool> fill();                  // false at the end of the stream
    Result<bool> isThere(std::size_t at); // reads on until m_buffer holds `at`; false at the end
    Result<Scan> scanRow();
    Result<void> scanQuoted(Scan& scan, std::string& field);
    Result<void> scanPlain(Scan& scan, std::string& field);
    Result<void> skipLine();
    void advanceTo(std::size_t at);
    [[nodiscard]] std::variant<Row, UnreadableRow, EndOfRows> decoded(std::uint64_t line, Scan scan) const;

    std::istream& m_stream;
    Dialect m_dialect;
    std::string m_buffer;
    std::size_t m_at = 0; // start of the next row within m_buffer
    std::uint64_t m_line = 1;
    std::uint64_t m_bytesRead = 0;
    bool m_begun = false;
    bool m_atEnd = false;
};

} // namespace frontsheet::extract
