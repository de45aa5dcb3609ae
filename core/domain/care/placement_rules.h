// Of placements and what belongs to them. The checks are called by care_rules.cpp only.
#pragma once

#include "core/domain/type_rules.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace frontsheet::care {

// Why nothing of a placement can have happened on that day. Dates ISO; one that is not full is nobody's to judge. nullopt: it can.
enum class NotThatDay : std::uint8_t { BeforeDischarge, StillToCome };
[[nodiscard]] std::optional<NotThatDay> notThatDay(std::string_view discharged, std::string_view on,
                                                   std::string_view today);

[[nodiscard]] Result<void> checkPlacement(const Change& change);
[[nodiscard]] Result<void> checkPlacementReview(const Change& change);
[[nodiscard]] Result<void> checkSlippage(const Change& change);
[[nodiscard]] Result<void> checkChecklistItem(const Change& change);

} // namespace frontsheet::care
