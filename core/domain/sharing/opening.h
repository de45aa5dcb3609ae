// What being on the care team opens to somebody, category by category, before anybody puts them there: asked of the same decision that
// will be made of each record.
#pragma once

#include "core/domain/sharing/compiled_agreement.h"
#include "core/domain/sharing/sharing_decision.h"

#include <span>
#include <vector>

namespace frontsheet::sharing {

enum class Opening : std::uint8_t { Nothing, Part, Whole };

struct OpenedCategory {
    Category category = Category::Identity;
    Opening before = Opening::Nothing; // by their role and what joins them to the person already
    Opening then = Opening::Nothing;
    Access access = Access::Read;      // then
    Reason reason = Reason::NotAParty; // why not, where `then` is nothing

    friend bool operator==(const OpenedCategory&, const OpenedCategory&) = default;
};

// Of the home's records about one person, those that nobody restricted to named readers; every category of records about people, in its
// number's order. `already`: what joins them to the person without it; `permissions`: what the home holds of the person's.
[[nodiscard]] std::vector<OpenedCategory> whatOpens(const Principal& who, const AgencyId& home, RelationshipSet already,
                                                    const AgreementsInForce& agreements,
                                                    std::span<const PermissionStatement> permissions, WallTime now);
// The same by the rule that a home decides by which has told of no agreement.
[[nodiscard]] std::vector<OpenedCategory> whatOpensWithoutAgreement(const Principal& who, const AgencyId& home);

} // namespace frontsheet::sharing
