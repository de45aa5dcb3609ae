#include "core/domain/identity/partial_date.h"

#include "core/domain/calendar.h"

#include <array>
#include <charconv>
#include <chrono>

namespace frontsheet {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// Reads `least` to `most` digits; nullopt when there are fewer.
std::optional<int> takeDigits(std::string_view text, std::size_t& at, std::size_t least, std::size_t most) {
    std::size_t end = at;
    while (end < text.size() && end - at < most && isDigit(text[end])) {
        ++end;
    }
    if (end - at < least) {
        return std::nullopt;
    }
    int value = 0;
    std::from_chars(text.data() + at, text.data() + end, value);
    at = end;
    return value;
}

std::optional<int> takeMonthName(std::string_view text, std::size_t& at) {
    if (text.size() - at < 3) {
        return std::nullopt;
    }
    std::string word;
    for (char c : text.substr(at, 3)) {
        word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    }
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (word == kMonths[i]) {
            at += 3;
            return static_cast<int>(i) + 1;
        }
    }
    return std::nullopt;
}

std::string_view partAt(std::string_view pattern, std::size_t at) {
    std::size_t end = at + 1;
    while (end < pattern.size() && pattern[end] == pattern[at]) {
        ++end;
    }
    return pattern.substr(at, end - at);
}

} // namespace

std::string PartialDate::iso() const {
    if (!isKnown()) {
        return {};
    }
    const auto two = [](int n) {
        return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
    };
    std::string text = two(year / 100) + two(year % 100);
    if (month != 0) {
        text += "-" + two(month);
    }
    if (day != 0) {
        text += "-" + two(day);
    }
    return text;
}

std::optional<PartialDate> PartialDate::fromIso(std::string_view text) {
    if (!isPlausibleDate(text)) {
        return std::nullopt;
    }
    PartialDate date;
    std::size_t at = 0;
    date.year = static_cast<std::int16_t>(takeDigits(text, at, 4, 4).value_or(0));
    if (text.size() > 4) {
        at = 5;
        date.month = static_cast<std::uint8_t>(takeDigits(text, at, 2, 2).value_or(0));
    }
    if (text.size() > 7) {
        at = 8;
        date.day = static_cast<std::uint8_t>(takeDigits(text, at, 2, 2).value_or(0));
    }
    return date;
}

std::optional<PartialDate> PartialDate::full(int year, int month, int day) {
    if (year < 1850 || year > 2150 || month < 1 || day < 1) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return PartialDate{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                       static_cast<std::uint8_t>(day)};
}

bool isPlaceholderBirthDate(const PartialDate& date) {
    static constexpr PartialDate kNobodys[] = {{1850, 1, 1}, {1899, 12, 30}, {1899, 12, 31}, {1900, 1, 1},
                                               {1901, 1, 1}, {1909, 9, 9},   {1911, 11, 11}, {1970, 1, 1},
                                               {1999, 9, 9}, {2000, 1, 1}};
    for (const auto& each : kNobodys) {
        if (date == each) {
            return true;
        }
    }
    return date.isKnown() && date.year <= 1900;
}

bool isWeakBirthDate(const PartialDate& date) {
    return date.isKnown() && (!date.isFull() || (date.month == 1 && date.day == 1));
}

Result<DateFormat> DateFormat::parse(std::string_view pattern, std::optional<int> latestYear) {
    int dayParts = 0;
    int monthParts = 0;
    int yearParts = 0;
    bool shortYear = false;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto part = partAt(pattern, at);
        at += part.size();
        switch (part.front()) {
        case 'd':
            ++dayParts;
            if (part.size() > 2) {
                return {ErrorCode::Malformed, "a day is written d or dd"};
            }
            break;
        case 'm':
            ++monthParts;
            if (part.size() > 3) {
                return {ErrorCode::Malformed, "a month is written m, mm or mmm"};
            }
            break;
        case 'y':
            ++yearParts;
            shortYear = part.size() == 2;
            if (part.size() != 2 && part.size() != 4) {
                return {ErrorCode::Malformed, "a year is written yy or yyyy"};
            }
            break;
        default:
            if (isDigit(part.front()) || (part.front() >= 'A' && part.front() <= 'Z') ||
                (part.front() >= 'a' && part.front() <= 'z')) {
                return {ErrorCode::Malformed, "only d, m and y stand for parts of a date"};
            }
        }
    }
    if (dayParts != 1 || monthParts != 1 || yearParts != 1) {
        return {ErrorCode::Malformed, "a date format has one day, one month and one year"};
    }
    if (shortYear && !latestYear) {
        return {ErrorCode::Malformed, "two-digit years need the latest year that they can mean"};
    }
    DateFormat format;
    format.m_pattern = pattern;
    format.m_latestYear = latestYear.value_or(0);
    return format;
}

std::optional<PartialDate> DateFormat::read(std::string_view text) const {
    int year = 0;
    int month = 0;
    int day = 0;
    std::size_t in = 0;
    for (std::size_t at = 0; at < m_pattern.size();) {
        const auto part = partAt(m_pattern, at);
        at += part.size();
        std::optional<int> value;
        switch (part.front()) {
        case 'd':
            value = takeDigits(text, in, part.size(), 2);
            day = value.value_or(0);
            break;
        case 'm':
            value = part.size() == 3 ? takeMonthName(text, in) : takeDigits(text, in, part.size(), 2);
            month = value.value_or(0);
            break;
        case 'y':
            value = takeDigits(text, in, part.size(), part.size());
            year = value.value_or(0);
            if (value && part.size() == 2) {
                year += m_latestYear / 100 * 100;
                year -= year > m_latestYear ? 100 : 0;
            }
            break;
        default:
            if (text.substr(in, part.size()) != part) {
                return std::nullopt;
            }
            in += part.size();
            continue;
        }
        if (!value) {
            return std::nullopt;
        }
    }
    return in == text.size() ? PartialDate::full(year, month, day) : std::nullopt;
}

} // namespace frontsheet
