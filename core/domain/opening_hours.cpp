#include "core/domain/opening_hours.h"

#include "core/domain/bank_holidays.h"
#include "core/domain/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace frontsheet {

namespace {

constexpr std::array<std::string_view, 7> kDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::optional<std::uint8_t> dayNamed(std::string_view text) {
    const auto at = std::find(kDays.begin(), kDays.end(), text);
    return at == kDays.end() ? std::nullopt : std::optional{static_cast<std::uint8_t>(at - kDays.begin() + 1)};
}

std::optional<std::uint16_t> minuteOf(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') {
        return std::nullopt;
    }
    unsigned hours = 0;
    unsigned minutes = 0;
    const auto a = std::from_chars(text.data(), text.data() + 2, hours);
    const auto b = std::from_chars(text.data() + 3, text.data() + 5, minutes);
    if (a.ec != std::errc{} || b.ec != std::errc{} || a.ptr != text.data() + 2 || b.ptr != text.data() + 5 ||
        hours > 24 || minutes > 59 || hours * 60 + minutes > 1440) {
        return std::nullopt;
    }
    return static_cast<std::uint16_t>(hours * 60 + minutes);
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

// "Mon-Fri" or "Mon, Wed, Fri" or "Sat".
std::optional<std::vector<std::uint8_t>> daysIn(std::string_view text) {
    std::vector<std::uint8_t> days;
    while (!text.empty()) {
        const auto comma = text.find(',');
        const auto part = trimmed(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
        const auto dash = part.find('-');
        const auto first = dayNamed(part.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : dayNamed(part.substr(dash + 1));
        if (!first || !last) {
            return std::nullopt;
        }
        for (std::uint8_t day = *first;; day = static_cast<std::uint8_t>(day % 7 + 1)) {
            days.push_back(day);
            if (day == *last) {
                break;
            }
        }
    }
    return days.empty() ? std::nullopt : std::optional{days};
}

// "08:30-17:00"
std::optional<std::pair<std::uint16_t, std::uint16_t>> timesIn(std::string_view text) {
    const auto dash = text.find('-');
    const auto from = minuteOf(text.substr(0, dash));
    const auto to = dash == std::string_view::npos ? std::nullopt : minuteOf(text.substr(dash + 1));
    return from && to && *to > *from ? std::optional{std::pair{*from, *to}} : std::nullopt;
}

constexpr std::string_view kHolidays = "bank holidays";

constexpr std::uint16_t kDayStarts = 8 * 60 + 30;
constexpr std::uint16_t kDayEnds = 17 * 60;

} // namespace

std::optional<OpeningHours> OpeningHours::parsePart(std::string_view text) {
    OpeningHours hours;
    if (text == "always") {
        for (std::uint8_t day = 1; day <= 7; ++day) {
            hours.m_spans.push_back({day, 0, 1440});
        }
        return hours;
    }
    if (text == "out of hours") {
        hours.m_outOfHours = true;
        for (std::uint8_t day = 1; day <= 5; ++day) {
            hours.m_spans.push_back({day, 0, kDayStarts});
            hours.m_spans.push_back({day, kDayEnds, 1440});
        }
        hours.m_spans.push_back({6, 0, 1440});
        hours.m_spans.push_back({7, 0, 1440});
        return hours;
    }
    Span times;
    const auto space = text.rfind(' ');
    std::string_view dayPart = text;
    if (space != std::string_view::npos && text.find(':', space) != std::string_view::npos) {
        const auto range = timesIn(text.substr(space + 1));
        if (!range) {
            return std::nullopt;
        }
        times.from = range->first;
        times.to = range->second;
        dayPart = trimmed(text.substr(0, space));
    } else {
        // Days without times: ordinary working hours.
        times.from = 9 * 60;
        times.to = kDayEnds;
    }
    const auto days = daysIn(dayPart);
    if (!days) {
        return std::nullopt;
    }
    for (const auto day : *days) {
        hours.m_spans.push_back({day, times.from, times.to});
    }
    return hours;
}

std::optional<OpeningHours> OpeningHours::parse(std::string_view text) {
    text = trimmed(text);
    // What is said of bank holidays stands last, after a comma or a semicolon.
    std::string_view holidays;
    if (const auto at = text.find(kHolidays); at != std::string_view::npos) {
        const auto comma = text.find_last_of(",;", at);
        if (comma == std::string_view::npos) {
            return std::nullopt;
        }
        holidays = trimmed(text.substr(comma + 1));
        text = trimmed(text.substr(0, comma));
    }
    OpeningHours hours;
    while (true) {
        const auto end = text.find(';');
        const auto part = parsePart(trimmed(text.substr(0, end)));
        if (!part) {
            return std::nullopt;
        }
        hours.m_spans.insert(hours.m_spans.end(), part->m_spans.begin(), part->m_spans.end());
        hours.m_outOfHours = hours.m_outOfHours || part->m_outOfHours;
        if (end == std::string_view::npos) {
            break;
        }
        text = text.substr(end + 1);
    }
    bool everyDay = true;
    for (std::uint8_t day = 1; day <= 7; ++day) {
        everyDay = everyDay && std::any_of(hours.m_spans.begin(), hours.m_spans.end(),
                                           [&](const Span& span) { return span.weekday == day; });
    }
    hours.m_onHolidays = everyDay ? OnHolidays::AsEver : OnHolidays::Closed;
    if (hours.m_outOfHours) {
        hours.m_onHolidays = OnHolidays::OwnHours;
        hours.m_holidaySpans = {{0, 0, 1440}};
    }
    if (holidays.empty()) {
        return hours;
    }
    if (holidays == "bank holidays excepted" || holidays == "except bank holidays" ||
        holidays == "closed on bank holidays" || holidays == "not bank holidays") {
        hours.m_onHolidays = OnHolidays::Closed;
        return hours;
    }
    if (holidays == kHolidays || holidays == "also bank holidays" || holidays == "and bank holidays") {
        hours.m_onHolidays = OnHolidays::AsEver;
        return hours;
    }
    const auto times =
        holidays.starts_with(kHolidays) ? timesIn(trimmed(holidays.substr(kHolidays.size()))) : std::nullopt;
    if (!times) {
        return std::nullopt;
    }
    hours.m_onHolidays = OnHolidays::OwnHours;
    hours.m_holidaySpans = {{0, times->first, times->second}};
    return hours;
}

std::vector<OpeningHours::Span> OpeningHours::spansOn(std::uint8_t weekday, const std::string& date) const {
    const bool holiday = isBankHoliday(date);
    if (holiday && m_onHolidays == OnHolidays::Closed) {
        return {};
    }
    if (holiday && m_onHolidays == OnHolidays::OwnHours) {
        return m_holidaySpans;
    }
    std::vector<Span> spans;
    std::copy_if(m_spans.begin(), m_spans.end(), std::back_inserter(spans),
                 [&](const Span& span) { return span.weekday == weekday; });
    return spans;
}

bool OpeningHours::openAt(const LocalMoment& at) const {
    const auto spans = spansOn(at.weekday, at.date);
    return std::any_of(spans.begin(), spans.end(),
                       [&](const Span& s) { return at.minute >= s.from && at.minute < s.to; });
}

std::optional<std::uint16_t> OpeningHours::closesAt(const LocalMoment& at) const {
    for (const auto& span : spansOn(at.weekday, at.date)) {
        if (at.minute >= span.from && at.minute < span.to && span.to < 1440) {
            return span.to;
        }
    }
    return std::nullopt;
}

std::optional<OpeningHours::Opening> OpeningHours::nextOpening(const LocalMoment& at) const {
    constexpr std::uint8_t kFortnight = 14;
    const auto today = fullDate(at.date);
    for (std::uint8_t ahead = 0; ahead <= kFortnight; ++ahead) {
        const auto day = static_cast<std::uint8_t>((at.weekday - 1 + ahead) % 7 + 1);
        const auto date =
            today ? isoDate(std::chrono::year_month_day{std::chrono::sys_days{*today} + std::chrono::days{ahead}})
                  : std::string{};
        std::optional<std::uint16_t> earliest;
        for (const auto& span : spansOn(day, date)) {
            if (ahead > 0 || span.from > at.minute) {
                earliest = std::min(earliest.value_or(span.from), span.from);
            }
        }
        if (earliest) {
            return Opening{ahead, day, *earliest};
        }
    }
    return std::nullopt;
}

} // namespace frontsheet
