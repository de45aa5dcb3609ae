// Bank holidays in England and Wales, worked out by rule: there is no end of a table to run past. What the rule cannot know is a day
// that is proclaimed for one year, or moved: those are a dated table, and past its end they are missing until a program that knows
// them. Pure.
//
// Banking and Financial Dealings Act 1971, schedule 1 (Easter Monday, the last Mondays of May and August, 26 December and 27 December
// where one of the two days of Christmas is a Sunday); Good Friday and Christmas Day by common law; New Year's Day since 1974 and the
// first Monday of May since 1978 by yearly proclamation, with the substitute days as they are proclaimed for all three: the next
// weekday that is none.
#pragma once

#include <chrono>
#include <string_view>

namespace frontsheet {

// Years from 1978 on; false before.
[[nodiscard]] bool isBankHoliday(std::chrono::year_month_day date);
// Of an ISO date; false for what is no full date.
[[nodiscard]] bool isBankHoliday(std::string_view isoDate);
// Neither a Saturday, nor a Sunday, nor a bank holiday.
[[nodiscard]] bool isWorkingDay(std::chrono::sys_days day);

// The last day for which days proclaimed for one year alone are known here (as of the autumn of 2026). From the day after, a page says
// that a special bank holiday may be missing.
inline constexpr std::chrono::year_month_day kSpecialDaysKnownUntil{std::chrono::year{2027}, std::chrono::December,
                                                                    std::chrono::day{31}};
[[nodiscard]] bool areSpecialDaysKnown(std::string_view isoDate);

} // namespace frontsheet
