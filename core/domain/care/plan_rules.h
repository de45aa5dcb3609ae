// Of the plan and its parts. Called by care_rules.cpp only.
#pragma once

#include "core/domain/type_rules.h"

namespace frontsheet::care {

[[nodiscard]] Result<void> checkCarePlan(const Change& change);
[[nodiscard]] Result<void> checkAction(const Change& change);
[[nodiscard]] Result<void> checkPackageLine(const Change& change);

inline constexpr std::int64_t kMostVisitsAWeek = 200;
inline constexpr std::int64_t kMostMinutesAVisit = 24 * 60;
inline constexpr std::int64_t kMostWorkersAVisit = 4;
inline constexpr std::int64_t kMostMinutesAWeek = 7 * 24 * 60;
inline constexpr std::int64_t kMostPenceAWeek = 100'000'00; // a hundred thousand pounds: more is a slip of the keys

} // namespace frontsheet::care
