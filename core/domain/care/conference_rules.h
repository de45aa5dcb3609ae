// Of conferences, who is asked to them and what they decided. Called by care_rules.cpp only.
#pragma once

#include "core/domain/type_rules.h"

namespace frontsheet::care {

[[nodiscard]] Result<void> checkConference(const Change& change);
[[nodiscard]] Result<void> checkInvitation(const Change& change);

} // namespace frontsheet::care
