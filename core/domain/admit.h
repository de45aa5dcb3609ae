// The home's rule for taking an intent: is it allowed, does it fit the record's state, and what does the record become.
// Pure: the server calls it inside its transaction, the device before saving (so that nothing is queued that must
// be refused), the simulator everywhere.
#pragma once

#include "core/domain/decision.h"
#include "core/domain/intent.h"
#include "core/domain/principal.h"

#include <optional>
#include <vector>

namespace frontsheet {

struct Admission {
    IntentOutcome outcome = IntentOutcome::Applied;
    Record record;                     // as it becomes; version and recordedAt are the caller's to set
    std::vector<Record> consequences;  // further records the same transaction creates (id null: the caller mints it)
    std::optional<Record> conflicting; // outcome Conflict: the author's version, to be kept beside the home's
};

// Errors: NotPermitted, WrongState, Immutable, Missing, Conflict (an authority field changed meanwhile), Duplicate (a
// creation for an id that exists), NotFound (an edit of what does not exist), or checkFields()'s.
[[nodiscard]] Result<Admission> admit(const Principal& author, const std::optional<Record>& current,
                                      const Intent& intent, const Relationships& relationships, WallTime now);

} // namespace frontsheet
