#include "core/domain/bank_holidays.h"

#include "core/domain/calendar.h"

#include <algorithm>
#include <array>

namespace frontsheet {

namespace {

using namespace std::chrono;

constexpr year_month_day on(int y, unsigned m, unsigned d) { return {year{y}, month{m}, day{d}}; }

// Proclaimed for one year: beside the ordinary ones, or in place of one that was moved.
constexpr std::array kSpecial{
    on(1981, 7, 29),  // the Prince of Wales's wedding
    on(1995, 5, 8),   // fifty years after the war in Europe, for 1 May
    on(1999, 12, 31), // the new century
    on(2002, 6, 3),   // the Golden Jubilee
    on(2002, 6, 4),   // for 27 May
    on(2011, 4, 29),  // Prince William's wedding
    on(2012, 6, 4),   // for 28 May
    on(2012, 6, 5),   // the Diamond Jubilee
    on(2020, 5, 8),   // seventy-five years after the war in Europe, for 4 May
    on(2022, 6, 2),   // for 30 May
    on(2022, 6, 3),   // the Platinum Jubilee
    on(2022, 9, 19),  // the funeral of Queen Elizabeth II
    on(2023, 5, 8),   // the coronation of King Charles III
};
constexpr std::array kMovedAway{on(1995, 5, 1), on(2002, 5, 27), on(2012, 5, 28), on(2020, 5, 4), on(2022, 5, 30)};

// The Gregorian computus of Meeus, Jones and Butcher (Nature, 20 April 1876; Meeus, Astronomical Algorithms, chapter 8).
sys_days easterSunday(year y) {
    const int n = static_cast<int>(y);
    const int a = n % 19;
    const int b = n / 100;
    const int c = n % 100;
    const int e = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int f = (32 + 2 * (b % 4) + 2 * (c / 4) - e - c % 4) % 7;
    const int g = (a + 11 * e + 22 * f) / 451;
    const int whole = e + f - 7 * g + 114;
    return sys_days{y / month{static_cast<unsigned>(whole / 31)} / day{static_cast<unsigned>(whole % 31 + 1)}};
}

bool isWeekend(sys_days day) {
    const weekday w{day};
    return w == Saturday || w == Sunday;
}

bool isByRule(year_month_day date) {
    const year y = date.year();
    const sys_days day{date};
    const sys_days easter = easterSunday(y);
    if (day == easter - days{2} || day == easter + days{1} || day == sys_days{y / May / Monday[1]} ||
        day == sys_days{y / May / Monday[last]} || day == sys_days{y / August / Monday[last]}) {
        return true;
    }
    // New Year's Day, or the Monday after where it falls on a weekend.
    sys_days newYear{y / January / 1};
    while (isWeekend(newYear)) {
        newYear += days{1};
    }
    // The two days of Christmas on the first two weekdays from the 25th on.
    sys_days christmas{y / December / 25};
    const sys_days boxing{y / December / 26};
    const bool moved = isWeekend(christmas);
    while (isWeekend(christmas)) {
        christmas += days{1};
    }
    sys_days second = moved ? std::max(boxing, christmas) : boxing;
    while (isWeekend(second) || second == christmas) {
        second += days{1};
    }
    // Of a Sunday's Christmas the 26th stays Boxing Day and the 27th is its substitute: the same two days.
    return day == newYear || day == christmas || day == second;
}

} // namespace

bool isBankHoliday(year_month_day date) {
    if (!date.ok() || date.year() < year{1978}) {
        return false;
    }
    if (std::find(kSpecial.begin(), kSpecial.end(), date) != kSpecial.end()) {
        return true;
    }
    return isByRule(date) && std::find(kMovedAway.begin(), kMovedAway.end(), date) == kMovedAway.end();
}

bool isBankHoliday(std::string_view isoDate) {
    const auto date = fullDate(isoDate);
    return date && isBankHoliday(*date);
}

bool isWorkingDay(sys_days day) { return !isWeekend(day) && !isBankHoliday(year_month_day{day}); }

bool areSpecialDaysKnown(std::string_view isoDate) {
    const auto date = fullDate(isoDate);
    return date && *date <= kSpecialDaysKnownUntil;
}

} // namespace frontsheet
