// What is due about a person for whoever visits them today: so that nobody comes twice for what could have been done at once. Pure.
#pragma once

#include "core/domain/record.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::care {

struct DueAtVisit {
    // In order of urgency.
    enum class What : std::uint8_t {
        SafetyAction, // an answer that must not be left alone
        Action,       // the visitor's own, due by today
        MeasureAgain, // who took it last said so
        PlanReview,   // within a week
        AlertReview,  // an alert that somebody meant to look at again
    } what = What::Action;
    std::string words; // of the action or the alert; the instrument's code
    std::string on;    // ISO date; empty for a safety action
    RecordId record{};
    friend bool operator==(const DueAtVisit&, const DueAtVisit&) = default;
};

// `about`: every record held about the human; `today`: ISO date. The most urgent first, then by date.
[[nodiscard]] std::vector<DueAtVisit> dueAtVisit(std::span<const Record> about, const WorkerId& visitor,
                                                 std::string_view today);

} // namespace frontsheet::care
