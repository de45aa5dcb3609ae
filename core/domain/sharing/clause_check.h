// The clauses' half of agreement_check.h.
#pragma once

#include "core/domain/sharing/agreement_check.h"

namespace frontsheet::sharing {

// Appends what is wrong with each clause, and with clauses beside one another.
void checkClauses(const Agreement& agreement, std::vector<Problem>& problems);

} // namespace frontsheet::sharing
