#include "core/domain/calendar.h"

#include <charconv>
#include <cstdio>

namespace frontsheet {

namespace {

using namespace std::chrono;

std::optional<int> digits(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') {
        return std::nullopt;
    }
    return value;
}

sys_days dayOf(WallTime t) { return floor<days>(sys_time<milliseconds>{milliseconds{t.ms}}); }

bool isWorkingDay(sys_days day) {
    const weekday w{day};
    return w != Saturday && w != Sunday;
}

WallTime endOfWork(sys_days day) { return {duration_cast<milliseconds>((day + hours{17}).time_since_epoch()).count()}; }

} // namespace

bool isPlausibleDate(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) {
        return false;
    }
    const auto y = digits(text.substr(0, 4));
    if (!y || *y < 1850 || *y > 2150) {
        return false;
    }
    if (text.size() == 4) {
        return true;
    }
    const auto m = digits(text.substr(5, 2));
    if (text[4] != '-' || !m || *m < 1 || *m > 12) {
        return false;
    }
    return text.size() == 7 || fullDate(text).has_value();
}

std::optional<year_month_day> fullDate(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto y = digits(text.substr(0, 4));
    const auto m = digits(text.substr(5, 2));
    const auto d = digits(text.substr(8, 2));
    if (!y || !m || !d) {
        return std::nullopt;
    }
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::string isoDate(year_month_day date) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return buffer;
}

std::string isoDate(WallTime time) { return isoDate(year_month_day{dayOf(time)}); }

std::optional<int> ageOn(std::string_view born, year_month_day on) {
    const auto date = fullDate(born);
    if (!date || !on.ok()) {
        return std::nullopt;
    }
    int age = static_cast<int>(on.year()) - static_cast<int>(date->year());
    // Someone born on 29 February has their birthday on 1 March in other years.
    if (on.month() < date->month() || (on.month() == date->month() && on.day() < date->day())) {
        --age;
    }
    return age;
}

std::optional<WallTime> dueAfter(WallTime from, std::string_view within) {
    if (within == "same day") {
        const WallTime end = endOfWork(dayOf(from));
        return end < from ? endOfWork(dayOf(from) + days{1}) : end;
    }
    const auto space = within.find(' ');
    if (space == std::string_view::npos || space == 0) {
        return std::nullopt;
    }
    const auto count = digits(within.substr(0, space));
    const auto unit = within.substr(space + 1);
    if (!count || *count < 1 || *count > 1000) {
        return std::nullopt;
    }
    if (unit == "hour" || unit == "hours") {
        return from + hours{*count};
    }
    if (unit == "week" || unit == "weeks") {
        return endOfWork(dayOf(from) + days{7 * *count});
    }
    if (unit == "day" || unit == "days") {
        return endOfWork(dayOf(from) + days{*count});
    }
    if (unit == "working day" || unit == "working days") {
        sys_days at = dayOf(from);
        for (int left = *count; left > 0;) {
            at += days{1};
            left -= isWorkingDay(at) ? 1 : 0;
        }
        return endOfWork(at);
    }
    return std::nullopt;
}

} // namespace frontsheet
