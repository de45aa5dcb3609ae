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
    Fields fields = Fields::None; // the most that anyone of them reads. All: all of it; IdentityAndContact: that there
                                  // was contact; None: nobody there sees it
    DecisionReason reason = DecisionReason::NotOnCareTeam; // of that
    std::vector<WorkerEntry> workers; // named for partners; of the home agency its author and those involved
    std::size_t others = 0;           // further workers of the agency who could, not named
};

// `about`: every record this device holds of the person; `draft`: the record as it would be saved. Own agency first, then
// those who will see it, then agencies of the partnership that will not. A worker or agency that is involved and missing
// from the directory is listed by its code: the list may never name fewer than will read.
[[nodiscard]] std::vector<AudienceGroup> audienceOf(const Record& draft, std::span<const Record> about,
                                                    const Directory& directory, WallTime now);

// Relationships of a worker to a person as the records at hand show them at this time.
[[nodiscard]] Relationships relationshipsOf(const Principal& viewer, const AgencyId& home,
                                            std::span<const Record> about, WallTime now);

} // namespace frontsheet
