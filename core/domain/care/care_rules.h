// The rules of the care work's records: what must be said, what is fixed, which state follows which and by whom. Judged from the
// change alone; what a change means beside a person's other records is in beside_others.h. Called by type_rules.cpp only.
#pragma once

#include "core/domain/type_rules.h"

namespace frontsheet::care {

[[nodiscard]] bool isOfCare(RecordType type);

// Missing, WrongState, Immutable, Malformed, ImpossibleDate or NotPermitted, with the field or rule named.
[[nodiscard]] Result<void> checkCare(const Change& change);

} // namespace frontsheet::care
