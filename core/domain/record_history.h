// What a record said at any time, and who changed it: worked out from its versions, as its home keeps them. Pure.
#pragma once

#include "core/domain/record.h"

#include <optional>
#include <span>
#include <vector>

namespace frontsheet {

struct FieldChange {
    FieldTag field;
    std::optional<Value> before;
    std::optional<Value> after;
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

// What one version changed. A version that a viewer is not shown leaves its changes to the next one that they are: then
// `skipped` says that somebody else may have had a part in it.
struct HistoryStep {
    HomeVersion version;
    AgencyId agency;
    WorkerId author;
    WallTime recordedAt; // the home's clock
    WallTime occurredAt; // as stated
    bool first = false;  // the record as it began, or as much of it as is shown
    bool skipped = false;
    std::vector<FieldChange> changes;    // ascending by tag
    std::vector<OtherVersion> putBeside; // another version of some words came
    std::vector<OtherVersion> settled;   // and was settled, or taken further by its own author
    friend bool operator==(const HistoryStep&, const HistoryStep&) = default;
};

// As a home answers, in pages.
struct HistoryPage {
    std::vector<Record> versions; // newest first; those that the asker may not read are left out
    HomeVersion next;             // ask for those before this one; 0: these were all
    WallTime serverTime;
    friend bool operator==(const HistoryPage&, const HistoryPage&) = default;
};

// Newest first. `versions`: of one record, in any order, each once.
[[nodiscard]] std::vector<HistoryStep> historyOf(std::span<const Record> versions);

// As it stood at that moment of its home's clock; nullptr: it was not there yet, or is not shown as it was then.
[[nodiscard]] const Record* asItStood(std::span<const Record> versions, WallTime at);

} // namespace frontsheet
