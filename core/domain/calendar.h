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

// Whole years lived on `on` (birthday counted on the day); nullopt when either date is not full.
[[nodiscard]] std::optional<int> ageOn(std::string_view born, std::chrono::year_month_day on);

// "1 hour", "4 hours", "same day", "2 working days", "1 week" from `from`. Working days are Monday to Friday (bank
// holidays come with the rota); "same day" and whole days end at 17:00. nullopt for words it does not know.
[[nodiscard]] std::optional<WallTime> dueAfter(WallTime from, std::string_view within);

} // namespace frontsheet
