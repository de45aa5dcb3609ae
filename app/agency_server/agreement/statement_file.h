// Agencies' signed statements about one version of an agreement, as a text beside it:
//
//     [council]
//     act = sign
//     agreement = saltmarsh-locality
//     version = 1
//     hash = 64 hexadecimal digits
//     at = 1795219200000
//     signature = hexadecimal
//
// One section an agency. `clauses` is there where single ones are suspended.
#pragma once

#include "app/agency_server/identity/certificate_authority.h"
#include "core/domain/sharing/canonical_agreement.h"

#include <map>
#include <string_view>
#include <vector>

namespace frontsheet {

// Malformed with the section.
[[nodiscard]] Result<std::vector<sharing::SignedStatement>> parseStatements(std::string_view text);
[[nodiscard]] std::string writeStatements(const std::vector<sharing::SignedStatement>& statements);

// Of the version as it stands, or of its suspension and so on, signed with the agency's key.
[[nodiscard]] Result<sharing::SignedStatement> stateAbout(const sharing::Agreement& agreement, sharing::SignedAct act,
                                                          const AgencyId& by, const CertificateAuthority& authority,
                                                          std::vector<std::string> clauses, WallTime now);

// The agencies that have signed exactly this version, by the CAs the partnership knows them by; ascending.
[[nodiscard]] std::vector<AgencyId> signersOf(const sharing::Agreement& agreement,
                                              const std::vector<sharing::SignedStatement>& statements,
                                              const std::map<AgencyId, Certificate>& authorities);

} // namespace frontsheet
