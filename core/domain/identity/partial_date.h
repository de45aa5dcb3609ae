// A date of which the day, or the day and month, may be unknown; and the declared ways in which extracts write one.
// Records keep it as ISO 8601 text ("1939-02-26", "1939-02", "1939").
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace frontsheet {

// 0 stands for "not known"; a known day has a known month, a known month a known year.
struct PartialDate {
    std::int16_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;

    friend auto operator<=>(const PartialDate&, const PartialDate&) = default;

    [[nodiscard]] bool isKnown() const { return year != 0; }
    [[nodiscard]] bool isFull() const { return day != 0; }
    [[nodiscard]] std::string iso() const;

    // nullopt unless a possible date of the years 1850 to 2150, full or partial. Empty text is nullopt too.
    [[nodiscard]] static std::optional<PartialDate> fromIso(std::string_view text);
    // nullopt unless the calendar has it (30 February, month 13).
    [[nodiscard]] static std::optional<PartialDate> full(int year, int month, int day);
};

// Dates that computer systems put where none was known (1 January 1900 and its like): nobody's birthday.
[[nodiscard]] bool isPlaceholderBirthDate(const PartialDate& date);
// True where only the year carries weight: the day is unknown, or it is 1 January, which is what people without a
// known birthday are given.
[[nodiscard]] bool isWeakBirthDate(const PartialDate& date);

// How one extract writes its dates, as its mapping file declares: dd, d, mm, m, mmm (Jan), yyyy, yy and the signs
// between them, e.g. "dd/mm/yyyy", "yyyymmdd", "dd-mmm-yyyy", "dd.mm.yy".
class DateFormat {
public:
    // Malformed unless it has one day, one month and one year part. A two-digit year needs `latestYear`: the last of
    // the hundred years that two digits can mean (for adults of 2026: 2008, so that 08 is 2008 and 09 is 1909).
    static Result<DateFormat> parse(std::string_view pattern, std::optional<int> latestYear = std::nullopt);

    // nullopt for text of another form and for dates that the calendar does not have.
    [[nodiscard]] std::optional<PartialDate> read(std::string_view text) const;
    [[nodiscard]] const std::string& pattern() const { return m_pattern; }
    [[nodiscard]] bool hasTwoDigitYear() const { return m_pattern.find("yyyy") == std::string::npos; }

private:
    std::string m_pattern;
    int m_latestYear = 0;
};

} // namespace frontsheet
