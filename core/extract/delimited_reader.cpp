#include "core/extract/delimited_reader.h"

#include "core/base/utf8.h"
#include "core/extract/extract_limits.h"

#include <algorithm>
#include <optional>

namespace frontsheet::extract {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD

void normaliseLineBreaks(std::string& text) {
    std::size_t out = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r') {
            text[out++] = '\n';
            at += at + 1 < text.size() && text[at + 1] == '\n' ? 1 : 0;
        } else {
            text[out++] = text[at];
        }
    }
    text.resize(out);
}

} // namespace

// A row being read: where it has got to, and what is wrong with it.
struct DelimitedReader::Scan {
    std::size_t at = 0;
    std::vector<std::string> fields;
    std::optional<RowFault> fault;
    bool isEnded = false;
    bool isDelimited = true; // its end was found, so the whole of it can be skipped
};

DelimitedReader::DelimitedReader(std::istream& stream, Dialect dialect) : m_stream(stream), m_dialect(dialect) {}

Result<void> DelimitedReader::begin() {
    m_begun = true;
    FS_ASSIGN([[maybe_unused]] const bool any, fill());
    const std::string_view start = m_buffer;
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) {
        return {ErrorCode::NotText, "the file is UTF-16; save it as UTF-8"};
    }
    if (start.find('\0') != std::string_view::npos) {
        return {ErrorCode::NotText, "the file holds NUL bytes: it is not delimited text"};
    }
    if (start.starts_with(kByteOrderMark) && m_dialect.encoding == Encoding::Utf8) {
        m_at = kByteOrderMark.size();
    }
    return ok();
}

Result<bool> DelimitedReader::fill() {
    if (m_atEnd) {
        return false;
    }
    const std::size_t before = m_buffer.size();
    m_buffer.resize(before + kChunkBytes);
    m_stream.read(m_buffer.data() + before, static_cast<std::streamsize>(kChunkBytes));
    const auto count = static_cast<std::size_t>(m_stream.gcount());
    m_buffer.resize(before + count);
    m_bytesRead += count;
    if (m_stream.bad()) {
        return {ErrorCode::DiskFailed, "reading the extract"};
    }
    m_atEnd = m_stream.eof() || count == 0;
    return count > 0;
}

Result<bool> DelimitedReader::isThere(std::size_t at) {
    while (at >= m_buffer.size()) {
        FS_ASSIGN(const bool more, fill());
        if (!more) {
            return false;
        }
    }
    return true;
}

void DelimitedReader::advanceTo(std::size_t at) {
    m_line += static_cast<std::uint64_t>(std::count(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_at),
                                                    m_buffer.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    m_at = at;
    if (m_at >= kChunkBytes) {
        m_buffer.erase(0, m_at);
        m_at = 0;
    }
}

Result<void> DelimitedReader::skipLine() {
    for (;;) {
        const auto end = m_buffer.find('\n', m_at);
        if (end != std::string::npos) {
            advanceTo(end + 1);
            return ok();
        }
        advanceTo(m_buffer.size());
        FS_ASSIGN(const bool more, fill());
        if (!more) {
            return ok();
        }
    }
}

Result<void> DelimitedReader::scanQuoted(Scan& scan, std::string& field) {
    ++scan.at;
    for (;;) {
        FS_ASSIGN(const bool there, isThere(scan.at));
        if (!there || scan.at - m_at > kMaxRowBytes) {
            scan.fault = RowFault::QuoteNotClosed;
            scan.isDelimited = false;
            return ok();
        }
        const char c = m_buffer[scan.at++];
        if (c != m_dialect.quote) {
            field.push_back(c);
            continue;
        }
        FS_ASSIGN(const bool more, isThere(scan.at));
        if (more && m_buffer[scan.at] == m_dialect.quote) {
            field.push_back(c);
            ++scan.at;
            continue;
        }
        break;
    }
    FS_ASSIGN(const bool more, isThere(scan.at + 1));
    const bool last = scan.at >= m_buffer.size();
    const char next = last ? '\n' : m_buffer[scan.at];
    if (next != m_dialect.delimiter && next != '\n' && !(next == '\r' && (!more || m_buffer[scan.at + 1] == '\n'))) {
        scan.fault = RowFault::TextAfterQuote;
        scan.isDelimited = false;
    }
    return ok();
}

Result<void> DelimitedReader::scanPlain(Scan& scan, std::string& field) {
    for (;;) {
        FS_ASSIGN(const bool there, isThere(scan.at));
        if (!there) {
            return ok();
        }
        if (scan.at - m_at > kMaxRowBytes) {
            scan.fault = RowFault::RowTooLong;
            scan.isDelimited = false;
            return ok();
        }
        const char c = m_buffer[scan.at];
        if (c == m_dialect.delimiter || c == '\n') {
            return ok();
        }
        if (c == '\r') {
            FS_ASSIGN(const bool more, isThere(scan.at + 1));
            if (!more || m_buffer[scan.at + 1] == '\n') {
                return ok();
            }
        }
        field.push_back(c);
        ++scan.at;
    }
}

Result<DelimitedReader::Scan> DelimitedReader::scanRow() {
    Scan scan;
    scan.at = m_at;
    while (!scan.isEnded && scan.isDelimited) {
        std::string field;
        FS_ASSIGN(const bool there, isThere(scan.at));
        const bool quoted = there && m_dialect.quote != '\0' && m_buffer[scan.at] == m_dialect.quote;
        FS_TRY(quoted ? scanQuoted(scan, field) : scanPlain(scan, field));
        if (scan.fields.size() == kMaxColumns) {
            scan.fault = scan.fault.value_or(RowFault::TooManyFields);
        } else if (field.size() > kMaxFieldBytes) {
            scan.fault = scan.fault.value_or(RowFault::FieldTooLong);
        } else {
            scan.fields.push_back(std::move(field));
        }
        FS_ASSIGN(const bool more, isThere(scan.at));
        if (more && m_buffer[scan.at] == m_dialect.delimiter) {
            ++scan.at;
            continue;
        }
        scan.isEnded = true;
        if (more && m_buffer[scan.at] == '\r') {
            ++scan.at;
        }
        FS_ASSIGN(const bool lineEnd, isThere(scan.at));
        scan.at += lineEnd && m_buffer[scan.at] == '\n' ? 1 : 0;
    }
    return scan;
}

std::variant<Row, UnreadableRow, EndOfRows> DelimitedReader::decoded(std::uint64_t line, Scan scan) const {
    Row row{line, std::move(scan.fields), false};
    for (auto& field : row.fields) {
        if (field.find('\0') != std::string::npos) {
            return UnreadableRow{line, RowFault::HoldsNul};
        }
        if (m_dialect.encoding == Encoding::Windows1252) {
            field = fromWindows1252(field);
            row.hasUndefinedBytes = row.hasUndefinedBytes || field.find(kReplacement) != std::string::npos;
        } else if (!isText(field)) {
            return UnreadableRow{line, RowFault::NotInEncoding};
        }
        normaliseLineBreaks(field);
    }
    return row;
}

Result<std::variant<Row, UnreadableRow, EndOfRows>> DelimitedReader::next() {
    using Next = std::variant<Row, UnreadableRow, EndOfRows>;
    if (!m_begun) {
        FS_TRY(begin());
    }
    for (;;) {
        FS_ASSIGN(const bool there, isThere(m_at));
        if (!there) {
            return Next{EndOfRows{}};
        }
        const std::uint64_t line = m_line;
        FS_ASSIGN(Scan scan, scanRow());
        if (!scan.isDelimited) {
            FS_TRY(skipLine());
            return Next{UnreadableRow{line, *scan.fault}};
        }
        advanceTo(scan.at);
        if (scan.fault) {
            return Next{UnreadableRow{line, *scan.fault}};
        }
        const bool blank = scan.fields.size() == 1 && scan.fields[0].find_first_not_of(" \t\r") == std::string::npos;
        if (!blank) {
            return decoded(line, std::move(scan));
        }
    }
}

} // namespace frontsheet::extract
