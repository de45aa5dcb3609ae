// The agreements of one agency on its server's disk, and what of them counts. See README.md for the files.
#pragma once

#include "app/agency_server/agreement/statement_file.h"
#include "core/domain/sharing/compiled_agreement.h"
#include "core/domain/sharing/version_comparison.h"

#include <filesystem>
#include <optional>

namespace frontsheet {

struct ActiveVersion {
    std::string text;
    sharing::Agreement agreement;
    Bytes hash;                                         // SHA-256 of the canonical form
    std::vector<AgencyId> bound;                        // between whom it counts; of a policy empty
    std::vector<AgencyId> signedBy;                     // as checked when it was activated
    std::optional<sharing::SignedStatement> suspension; // by this agency
};

enum class IfUnsigned : std::uint8_t {
    Refuse,         // nobody who is bound now may be lost because a widening is not signed yet
    GoOnWithoutThem // they are released nothing until they sign
};

class AgreementFolder {
public:
    explicit AgreementFolder(std::filesystem::path path) : m_path(std::move(path)) {}

    // Of those that are active; ascending.
    [[nodiscard]] Result<std::vector<std::string>> ids() const;
    // nullopt when there is no active version. StoreDamaged when the text is not what was activated.
    [[nodiscard]] Result<std::optional<ActiveVersion>> active(const std::string& id) const;

    // Malformed with line and column; WrongTenant when the home is no party; NotPermitted when signatures are missing;
    // Conflict when a version as new is active. On an error what was active stays active.
    [[nodiscard]] Result<sharing::Activation> activate(const AgencyId& home, std::string_view text,
                                                       const std::vector<sharing::SignedStatement>& signatures,
                                                       const std::map<AgencyId, Certificate>& authorities,
                                                       IfUnsigned ifUnsigned, WallTime now) const;
    // Replaces what was suspended before; at once. NotFound when the agreement is not active.
    [[nodiscard]] Result<void> suspend(const sharing::SignedStatement& statement) const;
    [[nodiscard]] Result<void> resume(const std::string& id) const;
    [[nodiscard]] Result<void> retire(const sharing::SignedStatement& statement) const;

    // What the agency's server decides by.
    [[nodiscard]] Result<sharing::AgreementsInForce> inForce() const;

private:
    [[nodiscard]] std::filesystem::path folderOf(const std::string& id) const { return m_path / id; }
    [[nodiscard]] Result<sharing::Activation> mayActivate(const AgencyId& home, const sharing::Agreement& next,
                                                          const std::optional<ActiveVersion>& current,
                                                          const std::vector<AgencyId>& signers,
                                                          IfUnsigned ifUnsigned) const;

    std::filesystem::path m_path;
};

} // namespace frontsheet
