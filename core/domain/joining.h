// The care team membership that follows from a record by itself, without anybody adding it. Made by the home.
#pragma once

#include "core/domain/principal.h"
#include "core/domain/record.h"

#include <string_view>

namespace frontsheet {

struct Joining {
    AgencyId agency;
    WorkerId worker;
    std::string role;        // empty: the home was not told of one
    std::string_view source; // care_team::kSource
};

// `because`: what it follows from, at whose home and about whom the membership is; `author`: whose change brought it, at `occurredAt` by
// their word; `now`: by the home's clock. Without an id: the caller mints it.
[[nodiscard]] Record membershipBecauseOf(const Record& because, const Joining& joining, const Principal& author,
                                         WallTime occurredAt, WallTime now);

} // namespace frontsheet
