// "Who will see this", by role: asked of the same decision that will be made, before anything is saved. Live as its author
// changes category or readers.
#pragma once

#include "core/domain/sharing/compiled_agreement.h"
#include "core/domain/sharing/sharing_decision.h"

#include <string>
#include <vector>

namespace frontsheet::sharing {

enum class Extent : std::uint8_t { Nothing, Part, Whole };

struct Readership {
    AgencyId agency;
    std::string role;
    Extent extent = Extent::Nothing; // the most that any of `by` gives, of the fields this program knows
    RelationshipSet by;              // each of which is enough for something; NoneNeeded: the role is
    Access access = Access::Read;
    Reason reason = Reason::NotAParty; // of the widest release; where there is none, what stands in the way of the most
};

// Every role of every agency that is a party with the record's home, and the home's own; by agency and role. Restricted
// items: the agencies of their named readers alone, whoever of the role is named there. `record.addressing` is not looked at: a
// referral is taken as addressed to those for whom `by` says so.
[[nodiscard]] std::vector<Readership> readershipOf(const RecordFacts& record, const AgreementsInForce& agreements,
                                                   std::span<const PermissionStatement> permissions, WallTime now);

} // namespace frontsheet::sharing
