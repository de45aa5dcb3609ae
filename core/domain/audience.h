// "Who will see this": who could read a record of this category about this person, by the same decision that the home
// server makes. As known on this device at a date; the home decides when it releases.
#pragma once

#include "core/domain/decision.h"
#include "core/domain/directory.h"

#include <span>
#include <vector>

namespace frontsheet {

struct AudienceGroup {
    AgencyEntry agency;
    Fields fields = Fields::None; // All: will read all of it; IdentityAndContact: that there was contact
    DecisionReason reason = DecisionReason::NotOnCareTeam;
    std::vector<WorkerEntry> workers; // named for partners; for the home agency the care team first
    std::size_t others = 0;           // further workers of the agency who could, not named
};

// `about`: every record this device holds of the person; `draft`: the record as it would be saved. Own agency first, then
// those who will see it, then agencies of the partnership that will not.
[[nodiscard]] std::vector<AudienceGroup> audienceOf(const Record& draft, std::span<const Record> about,
                                                    const Directory& directory);

// Relationships of a worker to a person as the records at hand show them.
[[nodiscard]] Relationships relationshipsOf(const Principal& viewer, const AgencyId& home,
                                            std::span<const Record> about);

} // namespace frontsheet
