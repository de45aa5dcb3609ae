// Agencies' signed statements about one version of an agreement: made with the agency's key, checked by the CAs that the
// partnership knows the agencies by. As text: sync/agreement/statement_text.h.
#pragma once

#include "app/agency_server/identity/certificate_authority.h"
#include "sync/agreement/statement_text.h"

#include <map>
#include <vector>

namespace frontsheet {

// Of the version as it stands, or of its suspension and so on, signed with the agency's key.
[[nodiscard]] Result<sharing::SignedStatement> stateAbout(const sharing::Agreement& agreement, sharing::SignedAct act,
                                                          const AgencyId& by, const CertificateAuthority& authority,
                                                          std::vector<std::string> clauses, WallTime now);

// Made by the agency it names, by the CA the partnership knows it by.
[[nodiscard]] bool isGenuine(const sharing::SignedStatement& statement,
                             const std::map<AgencyId, Certificate>& authorities);

// The agencies that have signed exactly this version; ascending.
[[nodiscard]] std::vector<AgencyId> signersOf(const sharing::Agreement& agreement,
                                              const std::vector<sharing::SignedStatement>& statements,
                                              const std::map<AgencyId, Certificate>& authorities);

// SHA-256 of the canonical form: what is signed, and what a version is known by.
[[nodiscard]] Bytes versionHash(const sharing::Agreement& agreement);

} // namespace frontsheet
