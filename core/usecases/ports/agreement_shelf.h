// The sharing agreements of every home, as this device holds their texts: for explaining and previewing by the function the
// home decides by. Any thread but the UI's.
#pragma once

#include "core/domain/sharing/canonical_agreement.h"
#include "core/domain/sharing/compiled_agreement.h"

#include <memory>
#include <string>
#include <vector>

namespace frontsheet {

// One version as its home tells of it. Its text was compared with its hash.
struct HeldVersion {
    RecordId record;
    sharing::Agreement agreement;
    std::string hash;  // hexadecimal
    std::string state; // of core/domain/schema/sharing_agreement.h
    std::vector<AgencyId> signedBy;
    std::vector<AgencyId> bound; // while the home decides by it
    std::vector<sharing::SignedStatement> statements;
    std::vector<sharing::Suspension> suspensions;
    WallTime since;
    WallTime recordedAt; // by the home's clock

    [[nodiscard]] bool decides() const { return state == "active" || state == "suspended"; }
};

struct HomeAgreements {
    AgencyId home;
    sharing::AgreementsInForce inForce; // what the home decides by
    std::vector<HeldVersion> versions;  // by agreement, then version
    std::uint64_t mark = 0;             // of inForce: sharing::markOf()
    WallTime asOf;                      // when the home last told of a change
    std::size_t unreadable = 0;         // texts that are not what their hash says, or of a newer program

    [[nodiscard]] const HeldVersion* deciding(const std::string& agreement) const {
        for (const auto& version : versions) {
            if (version.agreement.id == agreement && version.decides()) {
                return &version;
            }
        }
        return nullptr;
    }
};

class AgreementShelf {
public:
    virtual ~AgreementShelf() = default;
    // A home that has told of none has none in force. The store's errors.
    [[nodiscard]] virtual Result<std::shared_ptr<const HomeAgreements>> of(const AgencyId& home) = 0;
    // Every home that has told of any; ascending.
    [[nodiscard]] virtual Result<std::vector<std::shared_ptr<const HomeAgreements>>> all() = 0;
};

} // namespace frontsheet
