#include "core/domain/locked_scopes.h"

#include "core/domain/decision.h"

#include <algorithm>

namespace frontsheet {

sharing::Lease shortestOf(sharing::Lease a, sharing::Lease b) {
    const auto shorter = [](std::uint16_t one, std::uint16_t other) {
        return one == 0 || other == 0 ? std::max(one, other) : std::min(one, other);
    };
    return {shorter(a.softHours, b.softHours), shorter(a.hardHours, b.hardHours)};
}

void LockedScopes::add(const AgencyId& home, WallTime lastContact, std::span<const LeasedScope> scopes,
                       std::chrono::milliseconds without, Contactable reach) {
    Home out;
    out.about.home = home;
    out.about.lastContact = lastContact;
    for (const auto& [scope, lease] : scopes) {
        switch (leaseState(lease, without, reach)) {
        case LeaseState::Open:
            out.open.add(scope);
            break;
        case LeaseState::ReasonNeeded:
            out.withReason.add(scope);
            break;
        case LeaseState::Hidden:
            out.hidden.add(scope);
            break;
        }
    }
    out.about.anyHidden = !out.hidden.empty();
    out.about.anyNeedsReason = !out.withReason.empty();
    if (out.about.anyHidden || out.about.anyNeedsReason) {
        m_homes.insert_or_assign(home, std::move(out));
    }
}

LeaseState LockedScopes::stateOf(const AgencyId& home, const ScopedRecord& record) const {
    const auto at = m_homes.find(home);
    if (at == m_homes.end() || at->second.open.anyCovers(record)) {
        return LeaseState::Open;
    }
    if (at->second.withReason.anyCovers(record)) {
        return m_opened.contains({home, record.person}) ? LeaseState::Open : LeaseState::ReasonNeeded;
    }
    return at->second.hidden.anyCovers(record) ? LeaseState::Hidden : LeaseState::Open;
}

LeaseState LockedScopes::stateOf(const Record& record, OwnEdits own) const {
    if (own == OwnEdits::Waiting && (record.version.n == 0 || isAuthorOf(m_me, record))) {
        return LeaseState::Open;
    }
    return m_homes.contains(record.home) ? stateOf(record.home, scopedRecord(record)) : LeaseState::Open;
}

std::vector<LockedHome> LockedScopes::homes() const {
    std::vector<LockedHome> out;
    for (const auto& [home, locked] : m_homes) {
        out.push_back(locked.about);
    }
    return out;
}

} // namespace frontsheet
