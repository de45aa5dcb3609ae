// Somebody has died: which records say so, and what stops then, so that nobody rings at the door of the dead or asks their family how
// they are getting on. Pure; asked by use cases before they save and before they list.
#pragma once

#include "core/domain/record.h"

#include <optional>
#include <span>
#include <string>

namespace frontsheet::care {

// Whether this record says that the person it is about has died, and when: ISO, also "2026-11"; empty where it does not say when. A death
// that stands, a registration with a date of death, a placement that ended so. nullopt: it says nothing of the kind.
[[nodiscard]] std::optional<std::string> deathSaidBy(const Record& record);

struct Died {
    std::string on; // as deathSaidBy
    Record because; // what says so: a death before a registration before a placement, the first recorded of them
};
// nullopt: nothing held about the human says so.
[[nodiscard]] std::optional<Died> diedAmong(std::span<const Record> about);

// What somebody would still come for: a visit that is planned, a review that is due, something to do that is done at a place or that gets
// a home ready. What is fetched or ended after a death (equipment, keys) stays.
[[nodiscard]] bool stopsAtDeath(const Record& record);
// The same record as it stands then: stopped, or cancelled. Of a record that stopsAtDeath.
[[nodiscard]] Record stoppedByDeath(Record record);

} // namespace frontsheet::care
