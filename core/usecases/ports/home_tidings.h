// What homes have told this device beside records (core/domain/tidings.h): how far what was sent from here has come, what became
// of work that was held, and which agreements each decides by. Any thread but the UI's.
#pragma once

#include "core/domain/tidings.h"

#include <map>
#include <optional>

namespace frontsheet {

class HomeTidings {
public:
    virtual ~HomeTidings() = default;
    // nullopt: its home has not said. Goes with the referral.
    [[nodiscard]] virtual Result<std::optional<ReferralReach>> reachOf(const RecordId& referral) = 0;
    // Of what is in the outbox still; gone once a person has let the item go.
    [[nodiscard]] virtual Result<std::map<OpId, SettledWork>> settledWork() = 0;
    // sharing::markOf() of what the home decided by when it last answered; nullopt: it has not said.
    [[nodiscard]] virtual Result<std::optional<std::uint64_t>> agreementsOf(const AgencyId& home) = 0;
};

} // namespace frontsheet
