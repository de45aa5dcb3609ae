// What an agency's server decides by, off its disk: the agreements it has activated, its policy for its own workers (the
// shipped one until it has activated one of its own), and which agencies have which practice's list.
#pragma once

#include "app/agency_server/agreement/agreement_folder.h"
#include "app/agency_server/partnership_file.h"
#include "sync/server/sharing_in_force.h"

#include <memory>

namespace frontsheet {

// The folder's errors. Without an activated agreement partners are released nothing.
[[nodiscard]] Result<std::shared_ptr<const SharingInForce>>
sharingInForce(const AgreementFolder& folder, const Partnership& partnership, WallTime now);

} // namespace frontsheet
