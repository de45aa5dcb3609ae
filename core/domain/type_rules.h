// What each record type allows beyond permission and merging: obligatory fields, states, who may move them, and what
// follows from a move. Called by admit() only.
#pragma once

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
    WallTime now;
};

// Missing, WrongState, Immutable or NotPermitted, with the field or rule named.
[[nodiscard]] Result<void> checkTypeRules(const Change& change);
[[nodiscard]] std::vector<Record> consequencesOf(const Change& change);

} // namespace frontsheet
