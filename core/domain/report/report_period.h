// The days that a report is about: whole days on clocks in the United Kingdom, both ends included.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <string>
#include <string_view>

namespace frontsheet::report {

struct ReportPeriod {
    std::string from;  // ISO 8601
    std::string until; // ISO 8601; never before `from`
    friend bool operator==(const ReportPeriod&, const ReportPeriod&) = default;
};

// InvalidArgument unless both are full, real dates; ImpossibleDate where the last day is before the first.
[[nodiscard]] Result<ReportPeriod> periodBetween(std::string_view from, std::string_view until);

// Of ISO dates.
[[nodiscard]] bool holds(const ReportPeriod& period, std::string_view date);
// By the day that it was in the United Kingdom.
[[nodiscard]] bool holds(const ReportPeriod& period, WallTime time);

} // namespace frontsheet::report
