// One line of log: a fixed event name and numbers. There is no way to pass text from a record: the only strings are
// literals and codes that administrators chose (agency, verb, error name), so a log cannot hold personal data.
#pragma once

#include "core/base/error_code.h"
#include "core/base/id.h"

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <variant>

namespace frontsheet {

// A string that can only be made from a literal.
class Literal {
public:
    template <std::size_t N>
    consteval Literal(const char (&text)[N]) : m_text(text, N - 1) {}
    [[nodiscard]] std::string_view view() const { return m_text; }

private:
    std::string_view m_text;
};

struct LogField {
    Literal key;
    std::variant<std::int64_t, double, Literal, AgencyId, ErrorCode> value;
};

// Writes "2026-11-21T08:00:00.000Z event key=value ..." to standard error, one write(2) a line. Any thread.
void logEvent(Literal event, std::initializer_list<LogField> fields = {});

} // namespace frontsheet
