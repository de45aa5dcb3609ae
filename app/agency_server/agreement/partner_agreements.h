// What partners tell of agreements, taken into this agency's own folder: texts to be signed, signatures, and at once what a
// party has stopped or ended. Everything is a partner's word until its key has been looked at: signatures are verified by
// the CAs that the partnership names, and a text by the same linter as an author's.
#pragma once

#include "app/agency_server/agreement/agreement_folder.h"
#include "core/domain/record.h"

namespace frontsheet {

struct RefusedAgreement {
    AgencyId partner;
    std::string agreement;
    std::uint32_t version = 0;
    std::string reason; // in words, for a governance lead
    WallTime at;
};

class PartnerAgreements {
public:
    PartnerAgreements(const std::filesystem::path& folder, AgencyId home, std::map<AgencyId, Certificate> authorities);

    struct Taken {
        bool changed = false; // something in the folder is new
        bool counts = false;  // what the server decides by is another
        std::vector<RefusedAgreement> refused;
    };
    // One record of the partner's directory, of type SharingAgreement. What is refused is kept for refused() until the
    // partner puts it right. Errors: the disk's.
    [[nodiscard]] Result<Taken> take(const AgencyId& partner, const FieldSet& record, WallTime now);

    // Ascending by partner, agreement and version.
    [[nodiscard]] Result<std::vector<RefusedAgreement>> refused() const;

private:
    [[nodiscard]] Result<void> takeStatements(const AgencyId& partner, const FieldSet& record, Taken& taken,
                                              std::vector<sharing::SignedStatement>& signatures);
    [[nodiscard]] Result<void> takeText(const AgencyId& partner, const FieldSet& record, WallTime now,
                                        std::vector<sharing::SignedStatement> signatures, Taken& taken);
    [[nodiscard]] Result<void> mayPropose(const AgencyId& partner, const FieldSet& record, WallTime now,
                                          const sharing::Agreement& agreement,
                                          const std::vector<sharing::SignedStatement>& signatures) const;
    [[nodiscard]] Result<void> keepRefusals(const AgencyId& partner, const FieldSet& record, const Taken& taken);

    AgencyId m_home;
    AgreementFolder m_folder;
    std::filesystem::path m_refusals;
    std::map<AgencyId, Certificate> m_authorities;
};

} // namespace frontsheet
