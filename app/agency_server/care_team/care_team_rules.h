// Who joins whose care team because of what the extracts say: rules that an administrator can read, one section each, in the
// shape of settings_text.h:
//
//     [named assessor of frail patients]
//     home_kind   = gp-practice community-trust
//     when        = frailty is eFI severe | CFS 7 | CFS 8 | CFS 9
//     linked_to   = council
//     worker_role = social work assessor
//     match       = practice in covers
//     pick        = one
//
// home_kind    where the rule holds, by kind of the home agency
// when         a field of the registration is one of these; left out: always
// linked_to    the home has stated a link from the person to an agency of that kind; left out: always
// worker_role  workers of that role in the directory, of any agency of the partnership
// match        FIELD in covers             the registration's field is what the worker covers, or the worker covers "all"
//              linked practice in covers   the ODS code of a GP practice that the home has linked the person to
//              FIELD is name               the field spells the worker's name, initials allowed ("P. Donnelly")
// pick         one of those that match, always the same for one person (the default), or all
//
// A membership lets the worker's devices hold what this home has about the person, so a rule is part of the sharing agreement's
// "who is involved" and is reviewed with it.
#pragma once

#include "core/base/result.h"
#include "core/domain/schema/field.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

enum class WorkerMatch : std::uint8_t { FieldInCovers, LinkedPracticeInCovers, FieldIsName };
enum class PickOf : std::uint8_t { One, All };

struct CareTeamRule {
    std::string name;
    std::vector<std::string> homeKinds;
    std::optional<FieldTag> whenField; // of Registration
    std::vector<std::string> whenValues;
    std::string linkedToKind; // empty: not asked
    std::string workerRole;
    WorkerMatch match = WorkerMatch::FieldInCovers;
    FieldTag matchField; // of Registration; not for LinkedPracticeInCovers
    PickOf pick = PickOf::One;
};

// Malformed with the rule's name and what is wrong.
[[nodiscard]] Result<std::vector<CareTeamRule>> parseCareTeamRules(std::string_view text);
[[nodiscard]] std::string_view shippedCareTeamRules();

} // namespace frontsheet
