// The agreements of one agency on its server's disk, and what of them counts. See README.md for the files. Server and verbs
// may use one folder at the same time: what changes files does it under a lock.
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
    Bytes hash;                     // SHA-256 of the canonical form
    std::vector<AgencyId> bound;    // between whom it counts; of a policy empty
    std::vector<AgencyId> signedBy; // as checked when it was activated
    WallTime since;
    std::vector<sharing::SignedStatement> statements; // what parties stopped, took back and ended
    // Who has stopped what; ascending by agency.
    [[nodiscard]] std::vector<sharing::Suspension> suspensions() const;
};

// A version that is here, whatever it counts for.
struct KeptVersion {
    std::string text;
    sharing::Agreement agreement;
    Bytes hash;
    std::vector<sharing::SignedStatement> signatures; // as they came: checked by whoever counts them
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

    // Of those of which there is a version; ascending.
    [[nodiscard]] Result<std::vector<std::string>> known() const;
    [[nodiscard]] Result<std::vector<std::uint32_t>> versions(const std::string& id) const; // ascending
    [[nodiscard]] Result<std::optional<KeptVersion>> version(const std::string& id, std::uint32_t number) const;
    // What parties stopped, took back and ended of the agreement: the newest of each.
    [[nodiscard]] Result<std::vector<sharing::SignedStatement>> standing(const std::string& id) const;

    // Keeps a text that parties are asked to sign, with the signatures there are; signatures of a version that is here are
    // added to it. Conflict when that version says something else here. True when anything was new.
    [[nodiscard]] Result<bool> keep(std::string_view text, const sharing::Agreement& agreement,
                                    const std::vector<sharing::SignedStatement>& signatures) const;

    // Malformed with line and column; WrongTenant when the home is no party; NotPermitted when signatures are missing;
    // Conflict when a version as new is active: but the active one may be activated again with more signatures. On an
    // error what was active stays active.
    [[nodiscard]] Result<sharing::Activation> activate(const AgencyId& home, std::string_view text,
                                                       const std::vector<sharing::SignedStatement>& signatures,
                                                       const std::map<AgencyId, Certificate>& authorities,
                                                       IfUnsigned ifUnsigned, WallTime now) const;
    // By this agency; replaces what it suspended before; at once. NotFound when the agreement is not active.
    [[nodiscard]] Result<void> suspend(const sharing::SignedStatement& statement) const;
    [[nodiscard]] Result<void> resume(const sharing::SignedStatement& statement) const;
    [[nodiscard]] Result<void> retire(const sharing::SignedStatement& statement) const;
    // By another party, checked by the caller: what it stops, takes back or ends counts here too. True when it is news.
    [[nodiscard]] Result<bool> takeFromParty(const sharing::SignedStatement& statement) const;

    // What the agency's server decides by.
    [[nodiscard]] Result<sharing::AgreementsInForce> inForce() const;

private:
    [[nodiscard]] std::filesystem::path folderOf(const std::string& id) const { return m_path / id; }
    [[nodiscard]] std::filesystem::path fileOf(const std::string& id, std::uint32_t version,
                                               std::string_view kind) const;
    [[nodiscard]] Result<std::vector<sharing::SignedStatement>> statementsIn(const std::filesystem::path& file) const;
    [[nodiscard]] Result<void> writeVersion(std::string_view text, const sharing::Agreement& agreement,
                                            const std::vector<sharing::SignedStatement>& signatures) const;
    [[nodiscard]] Result<sharing::Activation> mayActivate(const AgencyId& home, const sharing::Agreement& next,
                                                          const std::optional<ActiveVersion>& current,
                                                          const std::vector<AgencyId>& signers,
                                                          IfUnsigned ifUnsigned) const;

    std::filesystem::path m_path;
};

} // namespace frontsheet
