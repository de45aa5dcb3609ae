// Who somebody is to a record of the care work, and so what they may do with it as it stands: what a page offers them. By the tables
// and rules that judge it afterwards. Pure.
#pragma once

#include "core/domain/care/state_machine.h"
#include "core/domain/decision.h"
#include "core/domain/principal.h"

#include <string_view>

namespace frontsheet::care {

[[nodiscard]] Movers moversOf(const Record& record, const Principal& who);

// To another state than it stands in, by its machine alone; false for types without states.
[[nodiscard]] bool mayMove(const Record& record, const Principal& who, std::string_view to);

// Whether any of its words may still be changed by them. What somebody said never is, nor what has ended; what is asked of a partner is
// its asker's to change.
[[nodiscard]] bool mayEdit(const Record& record, const Principal& who, const Relationships& relationships);

// What they may do about who is case owner of a plan.
struct CaseOwnerMoves {
    bool offer = false;    // ask somebody of the plan's agency to take it over
    bool takeBack = false; // somebody is asked and has not answered
    bool answer = false;   // they are asked themselves
    bool close = false;
    friend bool operator==(const CaseOwnerMoves&, const CaseOwnerMoves&) = default;
};
[[nodiscard]] CaseOwnerMoves caseOwnerMoves(const Record& plan, const Principal& who);

} // namespace frontsheet::care
