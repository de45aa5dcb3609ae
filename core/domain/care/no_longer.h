// What stood about a person and stands no longer: not to be acted on, and not to be forgotten. Pure.
#pragma once

#include "core/domain/care/ending.h"

#include <span>
#include <string>
#include <vector>

namespace frontsheet::care {

struct StoodOnce {
    Record record;
    Ending how = Ending::NoLonger;
    std::string on;      // ISO date; empty: its record does not say
    std::string because; // empty: nobody had to say
};

// Needs, medicines, carers, views, and what ending.h ends, but measures, which have a line of their own. The last to end in front, of those
// without a day the newest.
[[nodiscard]] std::vector<StoodOnce> stoodOnce(std::span<const Record> records);

} // namespace frontsheet::care
