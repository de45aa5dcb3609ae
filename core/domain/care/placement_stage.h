// At which stage a placement stands: where somebody moved it to, or, of an earlier program's or an extract's, what its dates and
// outcome say. Pure.
#pragma once

#include "core/domain/record.h"

#include <string_view>

namespace frontsheet::care {

// It is over: home for good, moved on, or died. "Still there" and "back in hospital" are how it stands, not its end.
[[nodiscard]] bool hasEnded(const Record& placement);

// A state of its machine. Before its first review is in sight: placed; from two weeks before it is due: first-review.
[[nodiscard]] std::string_view stageOf(const Record& placement, std::string_view today);

// The day its next review is due, ISO: the one agreed at the last, else the first until it was held. Empty: none is, or it has ended.
[[nodiscard]] std::string_view reviewDueOn(const Record& placement);

inline constexpr int kFirstReviewInSight = 14; // days

} // namespace frontsheet::care
