// What a new version changes beside what is released: why it may be (lawful basis), who answers for it, whom to ask, who
// audits. None of it widens or narrows a cell, and a governance lead has to know all of it before signing.
#pragma once

#include "core/domain/sharing/agreement.h"

#include <string>
#include <vector>

namespace frontsheet::sharing {

struct TermChange {
    std::string about;  // "direct care and support: basis of article 9", "council: whom to ask"
    std::string before; // in words; empty: there was none
    std::string after;  // empty: there is none any longer
    friend bool operator==(const TermChange&, const TermChange&) = default;
};

// Agreement, parties, roles, purposes, in that order.
[[nodiscard]] std::vector<TermChange> compareTerms(const Agreement& before, const Agreement& after);

// "changes: council: whom to ask: "Information governance" is now "Records team""
[[nodiscard]] std::string describe(const TermChange& change);

} // namespace frontsheet::sharing
