// Whether somebody may leave a person's care team at an agency, and what is theirs there. A plan has exactly one case owner and a placement
// one reviewing officer: who is that hands it over first, or the person would be left without anybody. Pure.
#pragma once

#include "core/domain/open_work.h"

#include <span>
#include <vector>

namespace frontsheet::care {

struct LeavingTeam {
    std::vector<OpenWork> handOver; // first: a plan whose case owner they are, a placement whose reviewing officer
    std::vector<OpenWork> stays;    // theirs until somebody passes it on; what falls due first in front

    [[nodiscard]] bool may() const { return handOver.empty(); }
};

// `about`: everything held of the person; `home`: whose team it is; `agency` and `worker`: who leaves.
[[nodiscard]] LeavingTeam leavingTeam(std::span<const Record> about, const AgencyId& home, const AgencyId& agency,
                                      const WorkerId& worker);

} // namespace frontsheet::care
