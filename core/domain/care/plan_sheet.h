// The shared plan of one human as a page shows it: what several agencies wrote, in the order in which it is read. Nothing is chosen
// between agencies. Pure.
#pragma once

#include "core/domain/care/own_words.h"
#include "core/domain/record.h"

#include <span>
#include <string_view>
#include <vector>

namespace frontsheet::care {

// Whom a record waits for; both empty: nobody.
struct AwaitedWorker {
    AgencyId agency;
    WorkerId worker;
    friend bool operator==(const AwaitedWorker&, const AwaitedWorker&) = default;
};

struct PlannedAction {
    Record record;
    int daysLate = 0; // open and past its date; 0: in time, or over
    AwaitedWorker awaited;
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
    std::vector<Record> views;    // the person's own first, then carers', family's, others'; newest first within
    std::vector<OwnWords> wishes; // standing ones, from placements and their reviews; newest first
    std::vector<Record> crisis;
    std::vector<Record> carers; // who cares, still
    bool ownWishMissing = true; // nobody has recorded what the person themselves wants
};

// `records`: everything held about the human; `today`: ISO date.
[[nodiscard]] PlanSheet planSheet(std::span<const Record> records, std::string_view today);

// How many days a need, goal, action or plan is past the day by which it was to be reached, done or looked at; 0: in time, over, or
// without a day.
[[nodiscard]] int daysLate(const Record& record, std::string_view today);

// By its state: the case owner of its plan, its owner, or who asked. Of a plan that is not among `plans`, that of the first open one.
[[nodiscard]] AwaitedWorker awaitedWorker(const Record& record, std::span<const Record> plans);

// What is done about a need: package lines that have not ended, in the sheet's order.
[[nodiscard]] std::vector<Record> provisionsOf(const PlanSheet& sheet, const RecordId& need);

// What one worker visits a week of one line, in minutes.
[[nodiscard]] std::int64_t allocatedMinutes(const Record& packageLine);

} // namespace frontsheet::care
