// The sharing decision's words for the log. When another decision function takes its place, this is what changes here.
#pragma once

#include "core/domain/decision.h"
#include "sync/server/disclosure/disclosure_entry.h"

namespace frontsheet::disclosure {

[[nodiscard]] Terms termsOf(const Decision& decision);

} // namespace frontsheet::disclosure
