// A duty that exactly one worker holds and that passes on only by being offered and accepted: case owner of a plan, reviewing officer of
// a placement. Called by rules only.
#pragma once

#include "core/domain/type_rules.h"

namespace frontsheet::care {

struct HeldDuty {
    const WorkerField& holder;
    const WorkerField& offeredTo;
    const WorkerField& offeredBy;
    const TimeField& offeredAt;
};

// NotPermitted: it was not offered to the author, or is taken or offered in somebody else's name. WrongState: offered to who holds
// it already. Missing: it would be nobody's.
[[nodiscard]] Result<void> checkHeldDuty(const Change& change, const HeldDuty& duty);

} // namespace frontsheet::care
