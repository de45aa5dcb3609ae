// An agreement that opens to a care team all that may be opened, and to own workers everything: for tests of what is the
// server's and not an agreement's. What real agreements make of it is in attacks_test and tests/sync/agreement.
#pragma once

#include "sync/server/sharing_in_force.h"

#include <functional>
#include <memory>

namespace frontsheet::test {

// Between council, trust and housing. Whoever a referral is addressed to learns who the person is and how to reach them.
[[nodiscard]] std::shared_ptr<const SharingInForce> openSharing();
// The same, changed as a later version would be. Its clauses: "council-who" for whoever is joined at all, "council-team" for the
// care team, and so for each receiver.
[[nodiscard]] std::shared_ptr<const SharingInForce>
openSharingBut(const std::function<void(sharing::Agreement&)>& change);

} // namespace frontsheet::test
