// A date as people type it: "24/11/2026", "24 Nov", "tomorrow", "in 2 weeks", "Monday". Pure; English words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace frontsheet {

enum class DateTowards { Past, Future }; // which year "3 March" and which week "Monday" mean

// ISO 8601; day before month, as in the United Kingdom. `today`: ISO date. Of a field that looks back also "1939" and "02/1939". nullopt:
// nothing that is a date, or no such day.
[[nodiscard]] std::optional<std::string> typedDate(std::string_view typed, std::string_view today, DateTowards towards);

} // namespace frontsheet
