// What the receiving agency makes for itself when one of its workers accepts a referral. Called by Referrals only.
#pragma once

#include "core/usecases/workplace.h"

#include <vector>

namespace frontsheet {

// The receiver's own registration of the human (where its agency has none), its statement that the sender's id is the same
// human (where it has not stated it), its received copy, and this worker's care-team membership (where there is none). One
// transaction at the receiver's server, not sent before `acceptance` is applied at the sender's.
[[nodiscard]] Result<std::vector<Intent>> afterAccepting(const Workplace& workplace, const Record& accepted,
                                                         const OpId& acceptance);

} // namespace frontsheet
