// What each record type allows beyond permission and merging: obligatory fields, states, who may move them, and what
// follows from a move. Called by admit() only.
#pragma once

#include "core/domain/decision.h"
#include "core/domain/intent.h"
#include "core/domain/principal.h"

#include <optional>
#include <vector>

namespace frontsheet {

// A change as it would stand: `before` is null for a creation.
struct Change {
    const Principal& author;
    const Record* before;
    const Record& after;
    const Intent& intent;
    const Relationships& relationships;
    WallTime now; // by the home's clock
};

// What the home settles itself before it judges: "seen" is said once and the first stands; the time to answer runs from the
// referral's arrival, by the home's clock.
void settleAtHome(const Record* before, Record& after, WallTime now);
// Missing, WrongState, Immutable, Malformed or NotPermitted, with the field or rule named.
[[nodiscard]] Result<void> checkTypeRules(const Change& change);
[[nodiscard]] std::vector<Record> consequencesOf(const Change& change);

} // namespace frontsheet
