// What a device may show of what it holds, by how long ago each home answered (lease.h). Made for a moment, then asked about
// records; it is the one place where that is decided. Pure.
//
// Of the scopes that cover a record the most generous counts. What no scope covers any more is not limited: it goes when its
// home says so. A worker's own words that wait on the device are never locked away from them.
#pragma once

#include "core/domain/held_scopes.h"
#include "core/domain/lease.h"
#include "core/domain/principal.h"

#include <map>
#include <set>
#include <span>
#include <vector>

namespace frontsheet {

struct LeasedScope {
    Scope scope;
    sharing::Lease lease;
};

// The shortest limits of any of a home's scopes, each by itself; 0: none has one.
[[nodiscard]] sharing::Lease shortestOf(sharing::Lease a, sharing::Lease b);

// One home of which something is past a limit.
struct LockedHome {
    AgencyId home;
    WallTime lastContact; // by this device's clock
    bool anyHidden = false;
    bool anyNeedsReason = false;
};

// Edits of this device's worker that have not reached the record's home.
enum class OwnEdits : std::uint8_t { None, Waiting };

class LockedScopes {
public:
    explicit LockedScopes(Principal me = {}) : m_me(std::move(me)) {}

    // A home's scopes, all of them, and how long it has not answered.
    void add(const AgencyId& home, WallTime lastContact, std::span<const LeasedScope> scopes,
             std::chrono::milliseconds without, Contactable reach);
    // The worker typed why they need what this home shared about this person.
    void openWithReason(const AgencyId& home, const PersonId& person) { m_opened.emplace(home, person); }

    [[nodiscard]] bool empty() const { return m_homes.empty(); }
    [[nodiscard]] LeaseState stateOf(const Record& record, OwnEdits own) const;
    // The same, of what is known without the record's fields.
    [[nodiscard]] LeaseState stateOf(const AgencyId& home, const ScopedRecord& record) const;
    [[nodiscard]] std::vector<LockedHome> homes() const;

private:
    struct Home {
        LockedHome about;
        HeldScopes open, withReason, hidden;
    };
    Principal m_me;
    std::map<AgencyId, Home> m_homes;
    std::set<std::pair<AgencyId, PersonId>> m_opened;
};

} // namespace frontsheet
