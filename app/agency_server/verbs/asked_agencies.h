// Of which hosted agencies a verb is to speak: --agency CODE, or all of them.
#pragma once

#include "app/agency_server/arguments.h"
#include "app/agency_server/server_folder.h"

#include <vector>

namespace frontsheet {

// NotFound for one that is not hosted here.
[[nodiscard]] Result<std::vector<AgencyId>> askedAgencies(const ServerFolder& folder, const Arguments& arguments);

} // namespace frontsheet
