// Calendar dates and working days, without time zones' surprises: dates are plain ISO 8601 text in records.
#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace frontsheet {

// "2026-11-21", "1939-02" or "1939": digits in place, month 1 to 12, day that the month has, year 1850 to 2150.
[[nodiscard]] bool isPlausibleDate(std::string_view text);
// nullopt unless a full, real date.
[[nodiscard]] std::optional<std::chrono::year_month_day> fullDate(std::string_view text);
[[nodiscard]] std::string isoDate(std::chrono::year_month_day date);
[[nodiscard]] std::string isoDate(WallTime time); // the date in UTC

// Days from one full date to the other, negative backwards; nullopt unless both are full.
[[nodiscard]] std::optional<int> daysBetween(std::string_view from, std::string_view to);

// Whole years lived on `on` (birthday counted on the day; someone born on 29 February has it on 1 March in other years);
// nullopt when either date is not full, or `on` is before birth.
[[nodiscard]] std::optional<int> ageOn(std::string_view born, std::chrono::year_month_day on);

// How far clocks in the United Kingdom are ahead of UTC: an hour from the last Sunday of March, 01:00 UTC, to the last
// Sunday of October, 01:00 UTC (Summer Time Order 2002), else nothing. Years from 1997 on.
[[nodiscard]] std::chrono::minutes summerTimeAt(WallTime time);

// "1 hour", "4 hours", "same day", "2 days", "2 working days", "1 week" from `from`. Working days are Monday to Friday but
// for bank holidays (bank_holidays.h); all but hours end at 17:00 on clocks in the United Kingdom, so that device and
// server say the same. nullopt for words it does not know.
[[nodiscard]] std::optional<WallTime> dueAfter(WallTime from, std::string_view within);

// How many working days, as dueAfter() counts them, begin after the day of `from` up to the day of `until`: 0 on the same day and over
// a weekend that follows it, 1 on the next working day. 0 where `until` is earlier. Days on clocks in the United Kingdom.
[[nodiscard]] int workingDaysBetween(WallTime from, WallTime until);

} // namespace frontsheet
