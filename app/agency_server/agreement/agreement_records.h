// An agency's agreements as records of its directory: so they reach every device and every partner.
#pragma once

#include "app/agency_server/agreement/agreement_folder.h"
#include "app/agency_server/import/ledger_upsert.h"

namespace frontsheet {

// Every version in the folder, with what has become of it, and the shipped policy for own workers where no policy is
// active; without version and times. A text that is damaged on the disk has no record anew: the last one stays.
[[nodiscard]] Result<std::vector<Record>> agreementRecords(const AgreementFolder& folder, const AgencyId& agency,
                                                           const std::map<AgencyId, Certificate>& authorities);

// Brings the ledger into step with the folder: what is the same is left alone.
[[nodiscard]] Result<UpsertCounts> publishAgreements(const AgreementFolder& folder, Ledger& ledger,
                                                     const std::map<AgencyId, Certificate>& authorities,
                                                     const Clock& clock);

} // namespace frontsheet
