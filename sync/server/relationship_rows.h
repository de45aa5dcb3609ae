// What a record says about who is related to whom, in the shape the ledger keeps beside it. Only extracts; whether a
// relationship counts for a viewer is core/domain's to say.
#pragma once

#include "sync/server/ledger.h"

#include <optional>

namespace frontsheet {

// nullopt for anything but a care-team membership that names somebody.
[[nodiscard]] std::optional<Membership> membershipIn(const Record& record);
// nullopt for anything but an emergency access; it ends when it ends by itself, or was ended.
[[nodiscard]] std::optional<Membership> emergencyIn(const Record& record);
// nullopt for anything but an open referral.
[[nodiscard]] std::optional<AddressedReferral> addressIn(const Record& record);

} // namespace frontsheet
