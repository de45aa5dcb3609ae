#include "app/agency_server/agreement/statement_file.h"

#include "app/agency_server/identity/signature.h"

#include <algorithm>

namespace frontsheet {

using sharing::SignedAct;
using sharing::SignedStatement;

Result<SignedStatement> stateAbout(const sharing::Agreement& agreement, SignedAct act, const AgencyId& by,
                                   const CertificateAuthority& authority, std::vector<std::string> clauses,
                                   WallTime now) {
    SignedStatement out;
    out.act = act;
    out.agreement = agreement.id;
    out.version = agreement.version;
    out.hash = versionHash(agreement);
    out.by = by;
    out.clauses = std::move(clauses);
    out.at = now;
    FS_ASSIGN(out.signature, signMessage(authority.key(), sharing::statementBytes(out)));
    return out;
}

bool isGenuine(const SignedStatement& statement, const std::map<AgencyId, Certificate>& authorities) {
    const auto authority = authorities.find(statement.by);
    return authority != authorities.end() &&
           isSignedBy(authority->second, sharing::statementBytes(statement), statement.signature);
}

Bytes versionHash(const sharing::Agreement& agreement) { return sha256(sharing::canonicalForm(agreement)); }

std::vector<AgencyId> signersOf(const sharing::Agreement& agreement, const std::vector<SignedStatement>& statements,
                                const std::map<AgencyId, Certificate>& authorities) {
    const Bytes hash = versionHash(agreement);
    std::vector<AgencyId> out;
    for (const auto& statement : statements) {
        if (statement.act == SignedAct::Sign && statement.agreement == agreement.id &&
            statement.version == agreement.version && statement.hash == hash && statement.clauses.empty() &&
            isGenuine(statement, authorities)) {
            out.push_back(statement.by);
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

} // namespace frontsheet
