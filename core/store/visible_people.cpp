#include "core/store/visible_people.h"

#include "core/store/record_rows.h"

#include <algorithm>
#include <tuple>

namespace frontsheet::store {

bool SpelledBy::before(const SpelledBy& other) const {
    return std::tuple{!own, !numbered, record} < std::tuple{!other.own, !other.numbered, other.record};
}

Result<std::set<std::string>> ownAgencies(sqlite::Connection& db) {
    std::set<std::string> own;
    FS_ASSIGN(auto rows, db.prepare("SELECT DISTINCT agency FROM scope WHERE name >= 'everyone:identity' AND "
                                    "name < 'everyone:identitz'"));
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return own;
        }
        own.emplace(rows.text(0));
    }
}

LeaseState leaseStateOf(const sqlite::Statement& row, int at, const LockedScopes& locked) {
    Record header;
    header.id = row.id<RecordId>(at);
    header.home = row.code<AgencyId>(at + 1);
    header.type = static_cast<RecordType>(row.integer(at + 2));
    header.person = row.id<PersonId>(at + 3);
    header.version.n = static_cast<std::uint64_t>(row.integer(at + 4));
    header.category = static_cast<Category>(row.integer(at + 5));
    header.authorAgency = row.code<AgencyId>(at + 6);
    header.author = row.code<WorkerId>(at + 7);
    const bool waiting = (row.integer(at + 8) & kFlagWaiting) != 0;
    return locked.stateOf(header, waiting ? OwnEdits::Waiting : OwnEdits::None);
}

Result<std::shared_ptr<const VisiblePeople>> VisiblePeople::of(sqlite::Connection& db,
                                                               std::shared_ptr<const LockedScopes> locked) {
    auto out = std::make_shared<VisiblePeople>();
    out->m_locked = std::move(locked);
    FS_ASSIGN(const auto own, ownAgencies(db));
    FS_ASSIGN(auto rows, db.prepare("SELECT h.human, h.person, r.sort_key, r.nhs_number, x.no, " FS_LEASED_COLUMNS
                                    " FROM human h JOIN registration r ON r.person = h.person "
                                    "JOIN record x ON x.no = r.record ORDER BY h.human, h.person"));
    Person person;
    const auto keep = [&] {
        if (person.shown.record != 0) {
            out->m_byName.push_back(std::move(person));
        }
        person = {};
    };
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            break;
        }
        if (person.human != rows.integer(0)) {
            keep();
            person.human = rows.integer(0);
            person.person = rows.id<PersonId>(1);
        }
        if (leaseStateOf(rows, 5, *out->m_locked) == LeaseState::Hidden) {
            out->m_hidden.insert(rows.integer(4));
            continue;
        }
        const std::string home{rows.text(6)};
        SpelledBy spelled{rows.integer(4), std::string{rows.text(2)}, own.contains(home), !rows.text(3).empty()};
        person.agencies.insert(home);
        if (person.shown.record == 0 || spelled.before(person.shown)) {
            person.shown = std::move(spelled);
        }
    }
    keep();
    std::sort(out->m_byName.begin(), out->m_byName.end(), [](const Person& a, const Person& b) {
        return std::tie(a.shown.sortKey, a.human) < std::tie(b.shown.sortKey, b.human);
    });
    for (std::size_t i = 0; i < out->m_byName.size(); ++i) {
        out->m_places.emplace(out->m_byName[i].human, i);
    }
    return std::shared_ptr<const VisiblePeople>(std::move(out));
}

const VisiblePeople::Person* VisiblePeople::find(std::int64_t human) const {
    const auto at = m_places.find(human);
    return at == m_places.end() ? nullptr : &m_byName[at->second];
}

} // namespace frontsheet::store
