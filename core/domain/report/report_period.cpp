#include "core/domain/report/report_period.h"

#include "core/domain/calendar.h"

namespace frontsheet::report {

Result<ReportPeriod> periodBetween(std::string_view from, std::string_view until) {
    if (!fullDate(from) || !fullDate(until)) {
        return {ErrorCode::InvalidArgument, "a report runs from one full date to another"};
    }
    if (until < from) {
        return {ErrorCode::ImpossibleDate, "a report ends before it begins"};
    }
    return ReportPeriod{std::string{from}, std::string{until}};
}

bool holds(const ReportPeriod& period, std::string_view date) { return period.from <= date && date <= period.until; }

bool holds(const ReportPeriod& period, WallTime time) {
    return time.isKnown() && holds(period, isoDate(time + std::chrono::milliseconds{summerTimeAt(time)}));
}

} // namespace frontsheet::report
