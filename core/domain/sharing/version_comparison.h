// What a new version of an agreement widens and narrows, in words, and who must sign before it counts.
#pragma once

#include "core/domain/sharing/agreement.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace frontsheet::sharing {

enum class Direction : std::uint8_t { Widens = 1, Narrows = 2 };

// One difference, for one role at one receiver, put together over the categories and homes that differ alike.
struct Difference {
    Direction direction = Direction::Widens;
    AgencyKind receiverKind = AgencyKind::Council;
    std::string role;
    Purpose purpose = Purpose::DirectCare;
    std::vector<AgencyId> homes;       // ascending; empty where it is every partner of each receiver
    std::vector<AgencyId> receivers;   // ascending; in a policy empty
    std::vector<Category> categories;  // ascending
    std::string what;                  // "is released", "without being asked any longer", ...
    std::optional<std::size_t> people; // whom it concerns, where that was counted
};

// People at a home whom workers of a role at a receiver could now, or could no longer, be shown things of, by these
// relationships. nullopt: not known here.
using PeopleConcerned = std::function<std::optional<std::size_t>(const AgencyId& home, const AgencyId& receiver,
                                                                 const std::string& role, RelationshipSet by)>;

// Both directions at once are common: a clause may gain a field and lose a relationship. Widening first; else in order of
// receiver, role, purpose. `people` may be empty.
[[nodiscard]] std::vector<Difference> compareVersions(const Agreement& before, const Agreement& after,
                                                      const PeopleConcerned& people);

// "widens: for community nurse of community_trust, for direct care and support, mental-health of every partner is released
// (care team; unless the person objects). 41 people"
[[nodiscard]] std::string describe(const Difference& difference);

// Between which agencies the new version releases more than the old: both must have signed it before it may be activated.
struct Pair {
    AgencyId home;
    AgencyId receiver;
    friend auto operator<=>(const Pair&, const Pair&) = default;
};

// What a home needs to activate a version: `bound` are the parties with which it then counts, `missing` those whose
// signature it would still need to release more to them. Narrowing is one-sided: with a party whose terms only narrow, the
// version counts on the home's signature and that party's under the version before.
struct Activation {
    std::vector<AgencyId> bound;   // ascending
    std::vector<AgencyId> missing; // ascending
};

// `before` null: the first version, for which everybody's signature counts alone. `signedBefore`, `signedAfter`: whose
// signatures of the versions were checked. The home itself unsigned: nobody is bound, and it is the first one missing.
[[nodiscard]] Activation activationFor(const AgencyId& home, const Agreement* before,
                                       const std::vector<AgencyId>& signedBefore, const Agreement& after,
                                       const std::vector<AgencyId>& signedAfter);

} // namespace frontsheet::sharing
