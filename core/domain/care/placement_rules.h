// Of placements and what belongs to them. Called by care_rules.cpp only.
#pragma once

#include "core/domain/type_rules.h"

namespace frontsheet::care {

[[nodiscard]] Result<void> checkPlacement(const Change& change);
[[nodiscard]] Result<void> checkPlacementReview(const Change& change);
[[nodiscard]] Result<void> checkSlippage(const Change& change);
[[nodiscard]] Result<void> checkChecklistItem(const Change& change);

} // namespace frontsheet::care
