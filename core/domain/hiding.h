// That somebody's address is kept hidden, as far as records at hand say so. Pure. What is released at all is the home's to decide
// (sharing/sharing_decision.h); this is for what a device still has, or has from an agency that does not know of it.
#pragma once

#include "core/domain/record.h"

#include <span>

namespace frontsheet {

// Whether a restriction of where the person lives is among the records and in force.
[[nodiscard]] bool isAddressHidden(std::span<const Record> records, WallTime now);
// Without any field that says where the person lives or stays.
[[nodiscard]] Record withoutAddress(Record record);

} // namespace frontsheet
