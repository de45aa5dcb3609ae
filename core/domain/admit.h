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
    bool changed = true;              // false: the record stands as it stood (a repeat)
    Record record;                    // as it becomes; version and recordedAt are the caller's to set
    std::vector<Record> consequences; // further records the same transaction creates (id null: the caller mints it)
};

// An edit is judged by the values its author saw, not by its base version alone: an edit of a creation whose
// acknowledgement was lost still carries base 0 and is taken. A repeat that asks for what already stands changes nothing and
// is Applied. Outcome Conflict: what stood stands, and the author's words are the last of the record's other versions, told to
// stand against `current`'s author: which earlier version they first stood in is the caller's to look up. `now` is the home's clock, never the device's.
//
// Errors: NotPermitted, WrongState, Immutable, Missing, Conflict (an authority field, or one of its merge group, changed
// meanwhile), Duplicate (another creation for an id that exists), NotFound (an edit of what does not exist), WrongTenant (the
// record is another type's, person's or home's), Malformed, or checkFields()'s.
[[nodiscard]] Result<Admission> admit(const Principal& author, const std::optional<Record>& current,
                                      const Intent& intent, const Relationships& relationships, WallTime now);

// The merge alone, before any rule of the record's type: what the fields become where nothing conflicts; the current ones
// where something does.
[[nodiscard]] FieldSet mergedFields(const Record& current, const Intent& intent);

} // namespace frontsheet
