// What one simulated home decides by, and how that changes while a run goes on: an own-agency policy and one agreement between
// the agencies, with clauses suspended, narrowed, dropped and expired. Given in both shapes: compiled for the server, and as it
// was authored for the naive evaluator.
#pragma once

#include "core/domain/sharing/agreement.h"
#include "sync/server/sharing_in_force.h"
#include "tests/sim/chance.h"
#include "tests/support/naive_sharing.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace frontsheet::sim {

struct AgencyOf {
    const char* code;
    sharing::AgencyKind kind;
};
inline constexpr AgencyOf kAgencies[] = {{"council", sharing::AgencyKind::Council},
                                         {"trust", sharing::AgencyKind::CommunityTrust},
                                         {"housing", sharing::AgencyKind::Housing}};
inline const std::vector<std::string> kRoles{"social work assessor", "community nurse", "housing officer"};
inline const std::vector<std::string> kPractices{"P81001", "P81002"};
inline constexpr const char* kAuditor = "governance lead";

class HomeTerms {
public:
    explicit HomeTerms(AgencyId home);

    [[nodiscard]] const std::shared_ptr<const SharingInForce>& compiled() const { return m_compiled; }
    [[nodiscard]] const std::vector<naive::ActiveAgreement>& authored() const { return m_authored; }

    // Agencies that are GP practices, by ODS code, as this home's own administrator says.
    [[nodiscard]] const std::map<AgencyId, std::string>& practices() const { return m_practices; }

    // One change by chance; in words.
    std::string change(Chance& chance, WallTime now);

private:
    void build();
    [[nodiscard]] sharing::Agreement partnership() const;

    AgencyId m_home;
    std::uint32_t m_version = 1;
    WallTime m_expires;
    WallTime m_effective{1};
    bool m_allStopped = false;
    std::set<std::string> m_suspended; // clause ids, by this home
    std::set<std::string> m_dropped;
    std::set<std::string> m_narrowed;
    std::set<std::string> m_readOnly;
    std::map<AgencyId, std::string> m_practices{{AgencyId{kAgencies[1].code}, kPractices[0]}};
    sharing::Lease m_lease{72, 168};
    std::shared_ptr<const SharingInForce> m_compiled;
    std::vector<naive::ActiveAgreement> m_authored;
};

} // namespace frontsheet::sim
