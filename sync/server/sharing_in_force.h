// What one agency's server decides by at a moment: a value that is replaced whole, never changed.
#pragma once

#include "core/domain/sharing/compiled_agreement.h"
#include "core/domain/sharing/permission.h"

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace frontsheet {

struct SharingInForce {
    sharing::AgreementsInForce agreements; // none: nothing but its own directory is released to its own workers
    // Which agencies are GP practices, by ODS code, as this agency's own administrator says (partnership.conf): a partner's word
    // on whose list it has opens nothing.
    std::map<AgencyId, std::string> practices;
};

// What people said about sharing, by whom it is about.
using Statements = std::unordered_map<PersonId, std::vector<sharing::PermissionStatement>>;

[[nodiscard]] inline std::span<const sharing::PermissionStatement> saidBy(const Statements& statements,
                                                                          const PersonId& person) {
    const auto said = statements.find(person);
    return said == statements.end() ? std::span<const sharing::PermissionStatement>{} : said->second;
}

} // namespace frontsheet
