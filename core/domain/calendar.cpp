#include "core/domain/calendar.h"

#include "core/domain/bank_holidays.h"

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

WallTime utcOf(sys_time<milliseconds> point) { return {point.time_since_epoch().count()}; }

// The day it is on clocks in the United Kingdom.
sys_days localDayOf(WallTime t) { return dayOf(t + duration_cast<milliseconds>(summerTimeAt(t))); }

WallTime endOfWork(sys_days day) {
    const WallTime asInWinter = utcOf(day + hours{17});
    return asInWinter + duration_cast<milliseconds>(-summerTimeAt(asInWinter));
}

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

std::optional<int> daysBetween(std::string_view from, std::string_view to) {
    const auto first = fullDate(from);
    const auto second = fullDate(to);
    if (!first || !second) {
        return std::nullopt;
    }
    return static_cast<int>((sys_days{*second} - sys_days{*first}).count());
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
    return age < 0 ? std::nullopt : std::optional{age};
}

minutes summerTimeAt(WallTime time) {
    const year y = year_month_day{dayOf(time)}.year();
    const auto begins = sys_days{y / March / Sunday[last]} + hours{1};
    const auto ends = sys_days{y / October / Sunday[last]} + hours{1};
    const auto at = sys_time<milliseconds>{milliseconds{time.ms}};
    return at >= begins && at < ends ? minutes{60} : minutes{0};
}

std::optional<WallTime> dueAfter(WallTime from, std::string_view within) {
    if (within == "same day") {
        const WallTime end = endOfWork(localDayOf(from));
        return end <= from ? endOfWork(localDayOf(from) + days{1}) : end;
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
        return endOfWork(localDayOf(from) + days{7 * *count});
    }
    if (unit == "day" || unit == "days") {
        return endOfWork(localDayOf(from) + days{*count});
    }
    if (unit == "working day" || unit == "working days") {
        sys_days at = localDayOf(from);
        for (int left = *count; left > 0;) {
            at += days{1};
            left -= isWorkingDay(at) ? 1 : 0;
        }
        return endOfWork(at);
    }
    return std::nullopt;
}

int workingDaysBetween(WallTime from, WallTime until) {
    int count = 0;
    const sys_days last = localDayOf(until);
    for (sys_days day = localDayOf(from); day < last;) {
        day += days{1};
        count += isWorkingDay(day) ? 1 : 0;
    }
    return count;
}

} // namespace frontsheet
