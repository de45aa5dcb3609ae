// How two edits meet, once more: written from the table in core/README.md and sharing no code with core/domain/admit.cpp. What
// the two disagree on is a mistake in one.
#pragma once

#include "core/domain/intent.h"
#include "core/domain/record.h"

#include <optional>

namespace frontsheet::sim {

struct Met {
    bool refused = false;  // an authority field was changed by somebody else meanwhile
    bool conflict = false; // prose was: both versions are to be kept
    bool beside = false;   // something of somebody else's stands beside the edit
    FieldSet fields;       // as the record becomes
};

// `current` without a value: a creation.
[[nodiscard]] Met naivelyMerged(const Record* current, const Intent& intent);

// Fields that the home itself sets or corrects when it takes an edit: of these alone a merge says nothing.
[[nodiscard]] bool isSettledByHome(RecordType type, FieldTag tag);
// A referral is passed on to another desk, or opened again by its sender.
[[nodiscard]] bool goesAnotherWay(const FieldSet& before, const FieldSet& after);
// Its home counts that, and clears the answer of the desk before.
void settlePassing(const FieldSet& before, FieldSet& after);

} // namespace frontsheet::sim
