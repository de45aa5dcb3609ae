// Nobody answered the door: to which workers it may be passed on, those first who can do most about it. Pure.
#pragma once

#include "core/domain/directory.h"
#include "core/domain/front_sheet.h"
#include "core/domain/principal.h"

#include <span>
#include <string_view>
#include <vector>

namespace frontsheet::care {

struct MayBeTold {
    enum class Because : std::uint8_t {
        Manager,   // of the visitor's own agency
        OnDuty,    // of a service of the visitor's own agency today
        CareTeam,  // of the visitor's own agency, and knows the person
        CaseOwner, // of the plan, at whichever agency
        SameRole,  // does the same work at the same agency
    } because = Because::SameRole;
    WorkerEntry worker;
};

// Never the visitor; never who is away that day while somebody else is there. `today`: ISO date.
[[nodiscard]] std::vector<MayBeTold> whoMayBeTold(const FrontSheet& sheet, std::span<const Record> about,
                                                  const Directory& directory, const Principal& visitor,
                                                  std::string_view today);

} // namespace frontsheet::care
