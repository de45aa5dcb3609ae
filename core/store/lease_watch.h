// When each home last answered, and so what may not be shown now (core/domain/locked_scopes.h says which). Keeps the contacts in
// memory beside the rows of `server`; while every home has answered within the hour nothing else is looked at.
//
// Any thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/locked_scopes.h"
#include "core/sqlite/connection.h"

#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace frontsheet::store {

class LeaseWatch {
public:
    explicit LeaseWatch(const Clock& clock) : m_clock(clock) {}

    void belongsTo(const Principal& me);
    // As the rows have it: from before this program was started.
    [[nodiscard]] Result<void> start(sqlite::Connection& db);
    // Some home has not answered for so long that a lease may count.
    [[nodiscard]] bool anySilent();

    // After the commit that says so.
    void answered(const AgencyId& home, WallTime at);
    void failed(const AgencyId& home);
    void forget(const AgencyId& home);
    void scopesChanged();
    void openWithReason(const AgencyId& home, std::span<const PersonId> persons);

    // nullptr: everything may be shown. The same object while nothing has changed.
    [[nodiscard]] Result<std::shared_ptr<const LockedScopes>> locked(sqlite::Connection& db);

private:
    struct Home {
        Contact contact;
        LastTry last = LastTry::Failed;
        sharing::Lease shortest;
    };
    // What decides between two hours: which homes are past something, for how many hours, and whom one can reach.
    struct Silence {
        AgencyId home;
        std::int64_t hours = 0;
        Contactable reach = Contactable::Nobody;
        friend bool operator==(const Silence&, const Silence&) = default;
    };
    struct Opened {
        AgencyId home;
        PersonId person;
        std::chrono::milliseconds until{0}; // monotonic
    };

    [[nodiscard]] bool anySilent(WallTime wall, std::chrono::milliseconds monotonic);
    [[nodiscard]] Contactable contactable(const AgencyId& home, std::chrono::milliseconds monotonic) const;
    [[nodiscard]] Result<void> readLimits(sqlite::Connection& db);
    [[nodiscard]] Result<void> make(sqlite::Connection& db, const std::vector<Silence>& silent, WallTime wall,
                                    std::chrono::milliseconds monotonic);

    const Clock& m_clock;
    std::mutex m_mutex;
    Principal m_me;
    std::map<AgencyId, Home> m_homes;
    std::vector<Opened> m_opened;
    bool m_limitsRead = false;
    std::vector<Silence> m_madeFor;
    std::shared_ptr<const LockedScopes> m_made; // null: to be made
};

} // namespace frontsheet::store
