// The sharing agreement and the policy for own workers that ship, in force between all their parties.
#pragma once

#include "core/base/clock.h"
#include "sync/server/sharing_in_force.h"

#include <memory>
#include <set>
#include <string>

namespace frontsheet::test {

// `without`: clauses struck out, in a next version.
[[nodiscard]] std::shared_ptr<const SharingInForce> shippedLocality(WallTime now,
                                                                    const std::set<std::string>& without = {});

} // namespace frontsheet::test
