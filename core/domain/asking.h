// Whom a change asks by name for something, and what follows from it: nobody is asked who cannot know of it. Called by the home.
#pragma once

#include "core/domain/principal.h"
#include "core/domain/record.h"

#include <optional>

namespace frontsheet {

struct AskedWorker {
    AgencyId agency;
    WorkerId worker;
    friend bool operator==(const AskedWorker&, const AskedWorker&) = default;
};

// The worker of whom an action is asked, who is invited to a conference, or to whom a plan, a placement or a visit is offered, by this
// change and was not before. nullopt: it asks nobody anew, or nobody by name.
[[nodiscard]] std::optional<AskedWorker> asksAnew(const Record* before, const Record& after);

// Being asked is evidence of a relationship, as accepting a referral is: they join the care team at the record's home. `asked`: the record
// that asks; `occurredAt`: when it was asked, by its author's word; `now`: by the home's clock. Without an id: the caller mints it.
[[nodiscard]] Record membershipByAsking(const Record& asked, const AskedWorker& whom, const Principal& author,
                                        WallTime occurredAt, WallTime now);

} // namespace frontsheet
