// The workers whom a manager sees to. By the directory: of their own agency, where they cover what the manager covers. Pure.
#pragma once

#include "core/domain/directory.h"
#include "core/domain/principal.h"

#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

struct Team {
    AgencyId agency;
    std::vector<WorkerEntry> workers; // by name; the manager among them

    [[nodiscard]] bool has(const WorkerId& worker) const;
};

// A manager who covers everything, or of whom the directory does not say what, has the whole agency. A worker who covers everything
// belongs to each team.
[[nodiscard]] Team teamOf(const Principal& manager, const Directory& directory);
// Everybody of the worker's agency, as they may ask each other to take something over.
[[nodiscard]] Team agencyOf(const Principal& worker, const Directory& directory);

// When somebody of the team is away, as the directory's record of it says.
struct Away {
    RecordId record;
    WorkerId worker;
    std::string from;  // ISO
    std::string until; // ISO, the last day; empty: not known yet
    WorkerId deputy;   // empty: nobody
    std::string words;

    [[nodiscard]] bool on(std::string_view date) const;
    // Whether any day of it lies between these two, both among them; an empty `last` has no end.
    [[nodiscard]] bool overlaps(std::string_view first, std::string_view last) const;
};

// Those that are not over on `today`, soonest first. `records`: absences and anything else. One that ended before it began never was.
[[nodiscard]] std::vector<Away> absencesFrom(std::span<const Record> records, std::string_view today);
// Nullptr: they are there that day, as far as is known.
[[nodiscard]] const Away* awayOn(std::span<const Away> absences, const WorkerId& worker, std::string_view date);

} // namespace frontsheet
