// By what a home decides what it releases of one person, as far as this device holds it: its agreements, and what the person said there.
#pragma once

#include "core/domain/sharing/permission.h"
#include "core/usecases/ports/agreement_shelf.h"
#include "core/usecases/workplace.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace frontsheet {

struct HomeTerms {
    std::shared_ptr<const HomeAgreements> held; // null: it has told of none
    std::vector<sharing::PermissionStatement> said;
    std::string agreement; // the title of the partnership's, where there is one
    std::uint32_t version = 0;
    WallTime asOf;             // when this device last heard from the home; unknown: never
    bool homeHasNewer = false; // it decides by agreements that this device does not hold yet

    [[nodiscard]] bool byAgreements() const { return held != nullptr && !held->inForce.all().empty(); }
};

// `about`: every record held of the person; `person`: the id that what is asked goes by.
[[nodiscard]] Result<HomeTerms> homeTerms(const Workplace& workplace, const AgencyId& home, const PersonId& person,
                                          std::span<const Record> about);

} // namespace frontsheet
