#include "core/store/lease_watch.h"

#include <algorithm>

namespace frontsheet::store {

void LeaseWatch::belongsTo(const Principal& me) {
    const std::lock_guard lock(m_mutex);
    m_me = me;
    m_made.reset();
}

Result<void> LeaseWatch::start(sqlite::Connection& db) {
    const std::lock_guard lock(m_mutex);
    FS_ASSIGN(
        auto rows,
        db.prepare("SELECT agency, last_answered, greatest_wall FROM server WHERE closed = 0 AND last_answered > 0"));
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return ok();
        }
        Home home;
        home.contact = {rows.time(1), std::max(rows.time(1), rows.time(2)), std::nullopt};
        m_homes.insert_or_assign(rows.code<AgencyId>(0), home);
    }
}

bool LeaseWatch::anySilent() {
    const std::lock_guard lock(m_mutex);
    return anySilent(m_clock.now(), m_clock.monotonic());
}

bool LeaseWatch::anySilent(WallTime wall, std::chrono::milliseconds monotonic) {
    bool any = false;
    for (auto& [name, home] : m_homes) {
        home.contact.greatestSince = std::max(home.contact.greatestSince, wall);
        any = any || withoutContact(home.contact, wall, monotonic) >= kShortestLease;
    }
    return any;
}

void LeaseWatch::answered(const AgencyId& home, WallTime at) {
    const std::lock_guard lock(m_mutex);
    auto& known = m_homes[home];
    known.contact = {at, at, m_clock.monotonic()};
    known.last = LastTry::Answered;
    std::erase_if(m_opened, [&](const Opened& opened) { return opened.home == home; });
    m_made.reset();
}

void LeaseWatch::failed(const AgencyId& home) {
    const std::lock_guard lock(m_mutex);
    if (const auto at = m_homes.find(home); at != m_homes.end()) {
        at->second.last = LastTry::Failed;
    }
}

void LeaseWatch::forget(const AgencyId& home) {
    const std::lock_guard lock(m_mutex);
    m_homes.erase(home);
    m_made.reset();
}

void LeaseWatch::scopesChanged() {
    const std::lock_guard lock(m_mutex);
    m_limitsRead = false;
    m_made.reset();
}

void LeaseWatch::openWithReason(const AgencyId& home, std::span<const PersonId> persons) {
    const std::lock_guard lock(m_mutex);
    const auto until = m_clock.monotonic() + kReasonLasts;
    for (const auto& person : persons) {
        m_opened.push_back({home, person, until});
    }
    m_made.reset();
}

Contactable LeaseWatch::contactable(const AgencyId& home, std::chrono::milliseconds monotonic) const {
    const auto own = m_homes.find(m_me.agency);
    return own == m_homes.end() || home == m_me.agency
               ? Contactable::Nobody
               : contactableNow(own->second.contact, own->second.last, monotonic);
}

Result<void> LeaseWatch::readLimits(sqlite::Connection& db) {
    for (auto& [name, home] : m_homes) {
        home.shortest = {};
    }
    FS_ASSIGN(auto rows, db.prepare("SELECT DISTINCT agency, soft_hours, hard_hours FROM scope"));
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            m_limitsRead = true;
            return ok();
        }
        if (const auto at = m_homes.find(rows.code<AgencyId>(0)); at != m_homes.end()) {
            at->second.shortest = shortestOf(at->second.shortest, {static_cast<std::uint16_t>(rows.integer(1)),
                                                                   static_cast<std::uint16_t>(rows.integer(2))});
        }
    }
}

Result<void> LeaseWatch::make(sqlite::Connection& db, const std::vector<Silence>& silent, WallTime wall,
                              std::chrono::milliseconds monotonic) {
    auto made = std::make_shared<LockedScopes>(m_me);
    FS_ASSIGN(auto rows, db.prepare("SELECT name, soft_hours, hard_hours FROM scope WHERE agency = ?"));
    for (const auto& [name, hours, reachable] : silent) {
        std::vector<LeasedScope> scopes;
        rows.bind(name);
        for (;;) {
            FS_ASSIGN(const bool more, rows.next());
            if (!more) {
                break;
            }
            auto key = ScopeKey::named(rows.text(0));
            if (key && key->turn == ScopeKey::Turn::Lasting) {
                scopes.push_back(
                    {std::move(key->scope),
                     {static_cast<std::uint16_t>(rows.integer(1)), static_cast<std::uint16_t>(rows.integer(2))}});
            }
        }
        const auto& contact = m_homes.at(name).contact;
        made->add(name, contact.at, scopes, withoutContact(contact, wall, monotonic), reachable);
    }
    for (const auto& opened : m_opened) {
        made->openWithReason(opened.home, opened.person);
    }
    m_madeFor = silent;
    m_made = std::move(made);
    return ok();
}

Result<std::shared_ptr<const LockedScopes>> LeaseWatch::locked(sqlite::Connection& db) {
    const std::shared_ptr<const LockedScopes> nothing;
    const std::lock_guard lock(m_mutex);
    const auto wall = m_clock.now();
    const auto monotonic = m_clock.monotonic();
    if (!anySilent(wall, monotonic)) {
        return nothing;
    }
    if (!m_limitsRead) {
        FS_TRY(readLimits(db));
    }
    std::vector<Silence> silent;
    for (const auto& [name, home] : m_homes) {
        const auto without = withoutContact(home.contact, wall, monotonic);
        const auto reachable = contactable(name, monotonic);
        if (leaseState(home.shortest, without, reachable) != LeaseState::Open) {
            silent.push_back({name, std::chrono::duration_cast<std::chrono::hours>(without).count(), reachable});
        }
    }
    if (silent.empty()) {
        return nothing;
    }
    const auto ended = std::erase_if(m_opened, [&](const Opened& opened) { return opened.until <= monotonic; });
    if (m_made == nullptr || ended != 0 || silent != m_madeFor) {
        FS_TRY(make(db, silent, wall, monotonic));
    }
    return m_made->empty() ? nothing : m_made;
}

} // namespace frontsheet::store
