// The sharing decision's words for the log: all that it went by, as text.
#pragma once

#include "core/domain/sharing/compiled_agreement.h"
#include "core/domain/sharing/sharing_decision.h"
#include "sync/server/disclosure/disclosure_entry.h"

namespace frontsheet::disclosure {

// Of a release of a record of the type. The clause as "agreement/version/clause", the fields as "all" or by name.
[[nodiscard]] Terms termsOf(const sharing::Decision& decision, RecordType type,
                            const sharing::AgreementsInForce& agreements);

} // namespace frontsheet::disclosure
