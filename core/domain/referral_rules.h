// The rules of a referral as a record: which side may write which field in which state. The arrows alone are in
// referral_machine.h. Called by type_rules.cpp only, but for isBlank().
#pragma once

#include "core/domain/type_rules.h"

#include <string_view>

namespace frontsheet {

// Nothing but spaces and line ends: not a reason anybody can read.
[[nodiscard]] bool isBlank(std::string_view text);

void settleReferral(const Record* before, Record& after, WallTime now);
[[nodiscard]] Result<void> checkReferral(const Change& change);
[[nodiscard]] bool justAccepted(const Change& change);

} // namespace frontsheet
