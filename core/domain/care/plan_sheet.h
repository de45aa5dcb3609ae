// The shared plan of one human as a page shows it: what several agencies wrote, in the order in which it is read. Nothing is chosen
// between agencies. Pure.
#pragma once

#include "core/domain/record.h"

#include <span>
#include <string_view>
#include <vector>

namespace frontsheet::care {

struct PlannedAction {
    Record record;
    int daysLate = 0; // open and past its date; 0: in time, or over
};

// Of the lines that run or are being arranged. Minutes and pence a week.
struct PackageTotals {
    std::int64_t allocatedMinutes = 0;  // visits, minutes and workers together
    std::int64_t deliveredMinutes = 0;  // where somebody reported it
    std::int64_t reportedAllocated = 0; // what was allocated on the lines that were reported
    std::int64_t pence = 0;
    std::int64_t councilPence = 0;
    std::int64_t nhsPence = 0;
    std::int64_t personPence = 0;
    std::int64_t otherPence = 0;
    friend bool operator==(const PackageTotals&, const PackageTotals&) = default;
};

struct PlanSheet {
    std::vector<Record> plans;          // open ones first, then the newest; each its lead's
    bool twoLeads = false;              // more than one is open: somebody must close one
    std::vector<Record> needs;          // unmet first, then part met, open, met
    std::vector<Record> goals;          // open ones first, by their date
    std::vector<PlannedAction> actions; // open ones first, the latest in front, then by date; ended ones newest first
    std::vector<Record> lines;          // running, being arranged, suspended, ended
    PackageTotals totals;
    std::vector<Record> views; // the person's own first, then carers', family's, others'; newest first within
    std::vector<Record> crisis;
    std::vector<Record> carers; // who cares, still
    bool ownWishMissing = true; // nobody has recorded what the person themselves wants
};

// `records`: everything held about the human; `today`: ISO date.
[[nodiscard]] PlanSheet planSheet(std::span<const Record> records, std::string_view today);

// What one worker visits a week of one line, in minutes.
[[nodiscard]] std::int64_t allocatedMinutes(const Record& packageLine);

} // namespace frontsheet::care
