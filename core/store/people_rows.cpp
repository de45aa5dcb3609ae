#include "core/store/people_rows.h"

#include "core/base/utf8.h"
#include "core/domain/care/care_rules.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/registration.h"
#include "core/domain/worklist.h"
#include "core/store/visible_people.h"

#include <algorithm>

namespace frontsheet::store {

bool isProjected(RecordType type) {
    switch (type) {
    case RecordType::Registration:
    case RecordType::PersonLink:
    case RecordType::CareTeamMembership:
    case RecordType::Referral:
    case RecordType::ReferralMessage:
    case RecordType::ContactNote:
    case RecordType::PermissionNotice:
    case RecordType::ObjectionReview:
    case RecordType::EmergencyAccess:
        return true;
    default:
        return care::isOfCare(type);
    }
}

Result<void> PeopleRows::put(std::int64_t no, const Record& record) {
    switch (record.type) {
    case RecordType::Registration:
        FS_TRY(putRegistration(no, record));
        return putWorklists(no, record);
    case RecordType::PersonLink:
        FS_TRY(putLink(no, record));
        return putWorklists(no, record);
    case RecordType::CareTeamMembership:
        return putMembership(no, record);
    default:
        return isProjected(record.type) ? putWorklists(no, record) : ok();
    }
}

Result<void> PeopleRows::remove(std::int64_t no, RecordType type) {
    switch (type) {
    case RecordType::Registration:
        FS_TRY(removeRegistration(no));
        return m_db.run("DELETE FROM worklist WHERE record = ?", no);
    case RecordType::PersonLink:
        FS_TRY(removeLink(no));
        return m_db.run("DELETE FROM worklist WHERE record = ?", no);
    case RecordType::CareTeamMembership:
        return m_db.run("DELETE FROM membership WHERE record = ?", no);
    default:
        return isProjected(type) ? m_db.run("DELETE FROM worklist WHERE record = ?", no) : ok();
    }
}

Result<void> PeopleRows::putRegistration(std::int64_t no, const Record& record) {
    const auto& f = record.fields;
    const auto family = f.text(registration::kFamilyName);
    const auto given = f.text(registration::kGivenName);
    // One blank between, so that a typed "smith jo" is a prefix of the key of John Smith.
    std::string key = foldForSearch(family) + " " + foldForSearch(given);
    if (key.starts_with(' ')) {
        key.front() = '\x7F'; // people without a family name come last
    }
    FS_TRY(m_db.run(
        "INSERT INTO registration VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "sort_key = excluded.sort_key, family = excluded.family, given = excluded.given, title = excluded.title, "
        "born = excluded.born, nhs_number = excluded.nhs_number, town = excluded.town",
        no, record.person, record.home, key, family, given, f.text(registration::kTitle), f.text(registration::kBorn),
        f.text(registration::kNhsNumber), f.text(registration::kTown)));
    FS_ASSIGN(const auto human, ensureHuman(record.person));
    m_touched.insert(human);
    return ok();
}

Result<void> PeopleRows::removeRegistration(std::int64_t no) {
    PersonId person;
    {
        FS_ASSIGN(auto row, m_db.prepare("SELECT person FROM registration WHERE record = ?"));
        FS_ASSIGN(const bool found, row.bind(no).next());
        if (!found) {
            return ok();
        }
        person = row.id<PersonId>(0);
    }
    FS_TRY(m_db.run("DELETE FROM registration WHERE record = ?", no));
    FS_ASSIGN(const auto human, humanOf(person));
    if (human) {
        m_touched.insert(*human);
    }
    return ok();
}

Result<void> PeopleRows::putLink(std::int64_t no, const Record& record) {
    const auto other = record.fields.get(person_link::kOther);
    const auto word = other.isNull() || record.person.isNull() ? LinkWord::Nothing : linkWordOf(record);
    FS_ASSIGN(const auto said, wordOf(no));
    if (said && said->word == word && said->a == record.person && said->b == other) {
        return ok();
    }
    FS_TRY(removeLink(no));
    if (word == LinkWord::Parts) {
        FS_TRY(m_db.run("INSERT INTO parted VALUES (?, ?, ?)", no, record.person, other));
        FS_ASSIGN(const auto human, humanOf(record.person));
        return human ? part(*human) : ok();
    }
    if (word == LinkWord::Joins) {
        FS_TRY(m_db.run("INSERT INTO link VALUES (?, ?, ?)", no, record.person, other));
        return join(record.person, other);
    }
    return ok();
}

// What the record says of its two ids at present.
Result<std::optional<PeopleRows::Said>> PeopleRows::wordOf(std::int64_t no) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT a, b, 1 FROM link WHERE record = ?1 UNION ALL "
                                     "SELECT a, b, 0 FROM parted WHERE record = ?1"));
    FS_ASSIGN(const bool found, row.bind(no).next());
    if (!found) {
        return std::optional<Said>{};
    }
    return std::optional{
        Said{row.integer(2) != 0 ? LinkWord::Joins : LinkWord::Parts, row.id<PersonId>(0), row.id<PersonId>(1)}};
}

Result<void> PeopleRows::removeLink(std::int64_t no) {
    FS_ASSIGN(const auto said, wordOf(no));
    if (!said) {
        return ok();
    }
    if (said->word == LinkWord::Parts) {
        FS_TRY(m_db.run("DELETE FROM parted WHERE record = ?", no));
        FS_ASSIGN(const auto linked, linkedWith(said->a));
        return std::find(linked.begin(), linked.end(), said->b) != linked.end() ? join(said->a, said->b) : ok();
    }
    FS_TRY(m_db.run("DELETE FROM link WHERE record = ?", no));
    FS_ASSIGN(const auto human, humanOf(said->a));
    return human ? part(*human) : ok();
}

Result<void> PeopleRows::putMembership(std::int64_t no, const Record& record) {
    const auto& f = record.fields;
    return m_db.run("INSERT OR REPLACE INTO membership VALUES (?, ?, ?, ?, ?)", no, record.person,
                    f.get(care_team::kAgency), f.get(care_team::kWorker), f.get(care_team::kUntil));
}

Result<void> PeopleRows::putWorklists(std::int64_t no, const Record& record) {
    FS_TRY(m_db.run("DELETE FROM worklist WHERE record = ?", no));
    for (const auto& place : worklistsOf(record)) {
        FS_TRY(m_db.run("INSERT OR IGNORE INTO worklist VALUES (?, ?, ?, ?)", place.list, place.owner, place.at, no));
    }
    return ok();
}

Result<std::optional<std::int64_t>> PeopleRows::humanOf(const PersonId& person) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT human FROM human WHERE person = ?"));
    FS_ASSIGN(const bool found, row.bind(person).next());
    return found ? std::optional{row.integer(0)} : std::nullopt;
}

Result<std::int64_t> PeopleRows::ensureHuman(const PersonId& person) {
    FS_ASSIGN(const auto known, humanOf(person));
    if (known) {
        return *known;
    }
    FS_ASSIGN(const auto next, m_db.integer("SELECT coalesce(max(human), 0) + 1 FROM human"));
    FS_TRY(m_db.run("INSERT INTO human VALUES (?, ?)", person, next));
    return next;
}

Result<std::vector<PersonId>> PeopleRows::membersOf(std::int64_t human) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT person FROM human WHERE human = ? ORDER BY person"));
    rows.bind(human);
    std::vector<PersonId> members;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return members;
        }
        members.push_back(rows.id<PersonId>(0));
    }
}

Result<void> PeopleRows::join(const PersonId& a, const PersonId& b) {
    FS_ASSIGN(const auto first, ensureHuman(a));
    FS_ASSIGN(const auto second, ensureHuman(b));
    m_touched.insert(first);
    FS_ASSIGN(const bool apart, isParted(a, b));
    if (first == second || apart) {
        m_touched.insert(second);
        return ok();
    }
    m_touched.insert(second); // remade as nobody, which takes its caseload row away
    return m_db.run("UPDATE human SET human = ? WHERE human = ?", first, second);
}

Result<bool> PeopleRows::isParted(const PersonId& a, const PersonId& b) {
    FS_ASSIGN(const auto rows, m_db.integer("SELECT EXISTS (SELECT 1 FROM parted WHERE a = ?1 AND b = ?2 UNION ALL "
                                            "SELECT 1 FROM parted WHERE a = ?2 AND b = ?1)",
                                            a, b));
    return rows != 0;
}

// By what is stated and nobody denies.
Result<std::vector<PersonId>> PeopleRows::linkedWith(const PersonId& person) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT b FROM link WHERE a = ?1 UNION SELECT a FROM link WHERE b = ?1 "
                                      "EXCEPT SELECT b FROM parted WHERE a = ?1 "
                                      "EXCEPT SELECT a FROM parted WHERE b = ?1"));
    rows.bind(person);
    std::vector<PersonId> out;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return out;
        }
        out.push_back(rows.id<PersonId>(0));
    }
}

Result<void> PeopleRows::part(std::int64_t human) {
    m_touched.insert(human);
    FS_ASSIGN(const auto members, membersOf(human));
    std::set<PersonId> left(members.begin(), members.end());
    bool first = true;
    while (!left.empty()) {
        std::vector<PersonId> group{*left.begin()};
        left.erase(left.begin());
        for (std::size_t i = 0; i < group.size(); ++i) {
            FS_ASSIGN(const auto linked, linkedWith(group[i]));
            for (const auto& other : linked) {
                if (left.erase(other) > 0) {
                    group.push_back(other);
                }
            }
        }
        if (first) {
            first = false; // the group of the lowest id keeps the number
            continue;
        }
        FS_ASSIGN(const auto number, m_db.integer("SELECT max(human) + 1 FROM human"));
        m_touched.insert(number);
        for (const auto& person : group) {
            FS_TRY(m_db.run("UPDATE human SET human = ? WHERE person = ?", number, person));
        }
    }
    return ok();
}

Result<void> PeopleRows::reconsiderEveryone() {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT DISTINCT human FROM human"));
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return ok();
        }
        m_touched.insert(rows.integer(0));
    }
}

Result<void> PeopleRows::remake(std::int64_t human, const std::set<std::string>& own) {
    std::optional<SpelledBy> shown;
    std::set<std::string> agencies;
    {
        FS_ASSIGN(auto rows, m_db.prepare("SELECT r.record, r.home, r.sort_key, r.nhs_number FROM human h "
                                          "JOIN registration r ON r.person = h.person WHERE h.human = ?"));
        rows.bind(human);
        for (;;) {
            FS_ASSIGN(const bool more, rows.next());
            if (!more) {
                break;
            }
            const std::string home{rows.text(1)};
            SpelledBy candidate{rows.integer(0), std::string{rows.text(2)}, own.contains(home), !rows.text(3).empty()};
            agencies.insert(home);
            if (!shown || candidate.before(*shown)) {
                shown = std::move(candidate);
            }
        }
    }
    FS_ASSIGN(const auto members, membersOf(human));
    if (!shown) {
        FS_TRY(m_db.run("DELETE FROM caseload WHERE human = ?", human));
        return dropUnknown(members);
    }
    std::string codes;
    for (const auto& agency : agencies) {
        codes += (codes.empty() ? "" : " ") + agency;
    }
    return m_db.run(
        "INSERT INTO caseload VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET sort_key = excluded.sort_key, "
        "registration = excluded.registration, person = excluded.person, agencies = excluded.agencies",
        human, shown->sortKey, shown->record, members.front(), codes);
}

// Ids that neither a registration nor a link speaks of any more.
Result<void> PeopleRows::dropUnknown(const std::vector<PersonId>& members) {
    for (const auto& person : members) {
        FS_TRY(m_db.run(
            "DELETE FROM human WHERE person = ?1 AND NOT EXISTS (SELECT 1 FROM link WHERE a = ?1 OR b = ?1)", person));
    }
    return ok();
}

Result<void> PeopleRows::finish() {
    if (m_touched.empty()) {
        return ok();
    }
    FS_ASSIGN(const auto own, ownAgencies(m_db));
    for (const auto human : m_touched) {
        FS_TRY(remake(human, own));
    }
    m_touched.clear();
    return ok();
}

} // namespace frontsheet::store
