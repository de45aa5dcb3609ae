// The people of the lists while something is past its lease: the caseload made again of the registrations that may be shown.
// Only then; otherwise lists read the table that is kept for them (people_rows.h).
#pragma once

#include "core/base/result.h"
#include "core/domain/locked_scopes.h"
#include "core/sqlite/connection.h"

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace frontsheet::store {

// Which registration's spelling is shown of a human: the worker's own agency's first, then one that was checked against a
// number, then the oldest here.
struct SpelledBy {
    std::int64_t record = 0;
    std::string sortKey;
    bool own = false;
    bool numbered = false;
    [[nodiscard]] bool before(const SpelledBy& other) const;
};
// Agencies that let the worker find everybody they know: the worker's own.
[[nodiscard]] Result<std::set<std::string>> ownAgencies(sqlite::Connection& db);

class VisiblePeople {
public:
    struct Person {
        std::int64_t human = 0;
        PersonId person; // the lowest of the human's ids
        SpelledBy shown;
        std::set<std::string> agencies;
    };
    [[nodiscard]] static Result<std::shared_ptr<const VisiblePeople>> of(sqlite::Connection& db,
                                                                         std::shared_ptr<const LockedScopes> locked);

    [[nodiscard]] const std::vector<Person>& byName() const { return m_byName; }
    [[nodiscard]] const Person* find(std::int64_t human) const;
    [[nodiscard]] bool mayFind(std::int64_t registration) const { return !m_hidden.contains(registration); }
    [[nodiscard]] const LockedScopes& locked() const { return *m_locked; }
    [[nodiscard]] bool isFor(const std::shared_ptr<const LockedScopes>& locked) const { return m_locked == locked; }

private:
    std::shared_ptr<const LockedScopes> m_locked;
    std::vector<Person> m_byName;
    std::unordered_map<std::int64_t, std::size_t> m_places;
    std::unordered_set<std::int64_t> m_hidden; // registrations
};

// A record's header as its columns say it: enough for types that only their category covers.
#define FS_LEASED_COLUMNS "x.id, x.home, x.type, x.person, x.version, x.category, x.author_agency, x.author, x.flags"
[[nodiscard]] LeaseState leaseStateOf(const sqlite::Statement& row, int at, const LockedScopes& locked);

} // namespace frontsheet::store
