// What one worker's devices may hold of this home: the scopes (core/domain/scope.h) and the relationships behind them. The
// viewer's own agency grants everything homed here; partners get the directory, the people on whose care team they are, and
// what comes with an open referral addressed to them.
#pragma once

#include "core/domain/decision.h"
#include "core/domain/scope.h"
#include "core/domain/sharing/agreement.h"
#include "sync/server/ledger.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace frontsheet {

class GrantSet {
public:
    // Everything that the memberships and referrals (candidates: those that name the viewer's agency or the viewer) grant at `now`.
    static GrantSet of(const Principal& viewer, const AgencyId& home, const std::vector<Membership>& memberships,
                       const std::vector<AddressedReferral>& referrals, WallTime now);

    struct Granted {
        std::string name; // of the key
        ScopeKey key;
        sharing::Lease lease;
    };
    [[nodiscard]] const std::vector<Granted>& scopes() const { return m_scopes; } // ascending by name
    [[nodiscard]] bool holds(std::string_view key) const;
    [[nodiscard]] std::uint64_t heldHash() const { return m_heldHash; }
    [[nodiscard]] Relationships relationshipsTo(const PersonId& person) const;
    // Whether a record about this person (null: of the directory) may be of interest at all.
    [[nodiscard]] bool concerns(const PersonId& person) const;
    // Whether some scope of the set covers the record: what no scope covers could never be taken away again.
    [[nodiscard]] bool covers(const Record& record) const;
    // The set holds until then unless the ledger changes; unknown: for ever.
    [[nodiscard]] WallTime validUntil() const { return m_validUntil; }

private:
    void grant(Scope scope, std::uint64_t terms, sharing::Lease lease = {});
    void close();

    bool m_ownAgency = false;
    std::vector<Granted> m_scopes;
    std::unordered_set<PersonId> m_careTeam;
    std::unordered_map<PersonId, std::vector<Scope>> m_addressed; // by the referrals' scopes
    std::uint64_t m_heldHash = 0;
    WallTime m_validUntil;
};

// The relationships of one viewer to one person as the ledger stands, for judging an edit.
[[nodiscard]] Result<Relationships> relationshipsNow(LedgerReads& reads, const Principal& viewer,
                                                     const PersonId& person, WallTime now);

// Remembers each worker's set for as long as the grant counter of the worker's agency stands still. Any thread.
class GrantCache {
public:
    [[nodiscard]] Result<std::shared_ptr<const GrantSet>> of(LedgerReads& reads, const Principal& viewer,
                                                             const AgencyId& home, WallTime now);

private:
    struct Kept {
        std::uint64_t counter = 0;
        std::shared_ptr<const GrantSet> set;
    };
    std::mutex m_mutex;
    std::map<std::pair<AgencyId, WorkerId>, Kept> m_kept;
};

} // namespace frontsheet
