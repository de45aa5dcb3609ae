// When a placement is to be looked at: the intervals that its agency has set, what of them was held, and what is still to come. Pure.
#pragma once

#include "core/domain/record.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::care {

// Days after the discharge, ascending, from "42,91,182"; what is no number is passed over. None: six weeks, three months, six months, a
// year (Care and Support Statutory Guidance 13.32: within six to eight weeks, then at least every twelve months).
[[nodiscard]] std::vector<int> reviewDays(std::string_view intervals);

// The date of the next review when one was held on `held`: by the placement's intervals, never within two weeks of it; after the last of
// them a year later. On a working day: where it is none, the last before it. ISO; empty where the discharge is not known.
[[nodiscard]] std::string nextReviewAfter(const Record& placement, std::string_view held);

struct ScheduledReview {
    enum class State : std::uint8_t { Held, Overdue, Due, ToCome } state = State::ToCome;
    std::string due;    // ISO; of one that was held: empty where no date was set
    std::string heldOn; // ISO
    RecordId review{};  // null: no record of it yet
};

// Oldest first. `parts`: what belongs to the placement and anything else. After its end only what was held.
[[nodiscard]] std::vector<ScheduledReview> reviewSchedule(const Record& placement, std::span<const Record> parts,
                                                          std::string_view today);

// "2026-11-24" a number of days later; empty unless `date` is full.
[[nodiscard]] std::string daysAfter(std::string_view date, int days);

} // namespace frontsheet::care
