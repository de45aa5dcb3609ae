// Whose words stand on a record: of two versions each is shown under the name of whoever wrote it, and the newest version of a
// record may be somebody's who changed another field.
#pragma once

#include "core/domain/record.h"
#include "sync/server/ledger.h"

namespace frontsheet {

// Of the last of `after`'s other versions: looks up in the history of `before` in which version, and by whom, the words that it
// stands against were first there. StoreDamaged and what reading says.
[[nodiscard]] Result<void> attributeStanding(LedgerReads& ledger, const Record& before, Record& after);

} // namespace frontsheet
