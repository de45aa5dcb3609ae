#include "core/domain/care/review_schedule.h"

#include "core/domain/bank_holidays.h"
#include "core/domain/calendar.h"
#include "core/domain/care/own_words.h"
#include "core/domain/care/placement_stage.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace frontsheet::care {

namespace {

constexpr int kNotSooner = 14;
constexpr int kYear = 365;
constexpr int kMostDays = 10 * kYear;

// A review is held by people at work: on the day itself, or the last working day before it, so that no interval is overrun.
std::string workingDayUpTo(const std::string& date) {
    const auto day = fullDate(date);
    if (!day) {
        return date;
    }
    auto at = std::chrono::sys_days{*day};
    while (!isWorkingDay(at)) {
        at -= std::chrono::days{1};
    }
    return isoDate(std::chrono::year_month_day{at});
}

} // namespace

std::vector<int> reviewDays(std::string_view intervals) {
    std::vector<int> days;
    while (!intervals.empty()) {
        const auto end = std::min(intervals.find(','), intervals.size());
        auto part = intervals.substr(0, end);
        part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
        int count = 0;
        const auto read = std::from_chars(part.data(), part.data() + part.size(), count);
        if (read.ec == std::errc{} && count > 0 && count <= kMostDays) {
            days.push_back(count);
        }
        intervals.remove_prefix(std::min(end + 1, intervals.size()));
    }
    if (days.empty()) {
        days = {42, 91, 182, kYear};
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

std::string daysAfter(std::string_view date, int days) {
    const auto day = fullDate(date);
    return day ? isoDate(std::chrono::year_month_day{std::chrono::sys_days{*day} + std::chrono::days{days}})
               : std::string{};
}

std::string nextReviewAfter(const Record& placement, std::string_view held) {
    const auto discharged = placement.fields.text(placement::kDischargedOn);
    for (const int days : reviewDays(placement.fields.text(placement::kIntervals))) {
        auto due = workingDayUpTo(daysAfter(discharged, days));
        const auto from = daysBetween(held, due);
        if (from && *from >= kNotSooner) {
            return due;
        }
    }
    return discharged.empty() ? std::string{} : workingDayUpTo(daysAfter(held, kYear));
}

std::vector<ScheduledReview> reviewSchedule(const Record& placement, std::span<const Record> parts,
                                            std::string_view today) {
    std::vector<ScheduledReview> lines;
    for (const auto& part : parts) {
        const auto& f = part.fields;
        if (isHeldReviewOf(part, placement.id)) {
            lines.push_back({ScheduledReview::State::Held, f.get(placement_review::kDue),
                             f.get(placement_review::kHeldOn), part.id});
        }
    }
    std::sort(lines.begin(), lines.end(), [](const ScheduledReview& a, const ScheduledReview& b) {
        return std::tie(a.heldOn, a.review) < std::tie(b.heldOn, b.review);
    });
    const std::string due{reviewDueOn(placement)};
    if (due.empty()) {
        return lines;
    }
    const auto late = daysBetween(due, today);
    lines.push_back({late && *late > 0 ? ScheduledReview::State::Overdue : ScheduledReview::State::Due, due, "", {}});
    // A late one is held today at the soonest, and the next is never within two weeks of it.
    const std::string from = late && *late > 0 ? std::string{today} : due;
    for (const int days : reviewDays(placement.fields.text(placement::kIntervals))) {
        auto later = workingDayUpTo(daysAfter(placement.fields.text(placement::kDischargedOn), days));
        const auto after = daysBetween(from, later);
        const auto ahead = daysBetween(today, later);
        if (after && *after >= kNotSooner && ahead && *ahead > 0) {
            lines.push_back({ScheduledReview::State::ToCome, std::move(later), "", {}});
        }
    }
    return lines;
}

} // namespace frontsheet::care
