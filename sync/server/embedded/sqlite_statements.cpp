#include "sync/server/embedded/sqlite_statements.h"

#include "core/domain/schema/person_link.h"
#include "core/domain/sharing/permission_codec.h"
#include "sync/wire/body_codec.h"

#include <algorithm>
#include <optional>
#include <set>

namespace frontsheet {

using statements::Changed;
using statements::Link;

namespace {

// Ids of one human: agencies, and double registrations. More is a chain of wrong links, and no reason to stop care.
constexpr std::size_t kMaxIdsOfOneHuman = 64;

bool isSaid(RecordType type) { return type == RecordType::PermissionStatement || type == RecordType::PermissionNotice; }

std::optional<Link> linkIn(const Record& record) {
    if (record.type != RecordType::PersonLink || record.fields.text(person_link::kState) != "stated") {
        return std::nullopt;
    }
    Link link{record.id, record.person, record.fields.get(person_link::kOther),
              record.fields.get(person_link::kOtherAgency)};
    return link.person.isNull() || link.other.isNull() ? std::nullopt : std::optional{std::move(link)};
}

Result<void> keepLink(sqlite::Connection& db, const Link& link) {
    return db.run("INSERT OR REPLACE INTO linked (record, person, other, other_agency) VALUES (?, ?, ?, ?)",
                  link.record, link.person, link.other, link.otherAgency);
}

} // namespace

Result<std::vector<PersonId>> SqliteStatements::sameHuman(const PersonId& person) {
    std::vector<PersonId> human{person};
    for (std::size_t at = 0; at < human.size() && human.size() < kMaxIdsOfOneHuman; ++at) {
        FS_ASSIGN(auto rows, m_db.prepare("SELECT other FROM linked WHERE person = ?1 "
                                          "UNION SELECT person FROM linked WHERE other = ?1"));
        rows.bind(human[at]);
        for (;;) {
            FS_ASSIGN(const bool more, rows.next());
            if (!more) {
                break;
            }
            const auto id = rows.id<PersonId>(0);
            if (std::find(human.begin(), human.end(), id) == human.end()) {
                human.push_back(id);
            }
        }
    }
    std::sort(human.begin(), human.end());
    return human;
}

Result<void> SqliteStatements::collect(const PersonId& person, std::vector<sharing::PermissionStatement>& out) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT r.id, r.type, r.person, r.body FROM stated s JOIN record r "
                                      "ON r.id = s.record WHERE s.person = ? ORDER BY r.id"));
    rows.bind(person);
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return ok();
        }
        Record record;
        record.id = rows.id<RecordId>(0);
        record.type = static_cast<RecordType>(rows.integer(1));
        record.person = rows.id<PersonId>(2);
        FS_ASSIGN(record.fields, wire::decodeBody(rows.blob(3)));
        if (auto statement = sharing::inEffectHere(record)) {
            out.push_back(std::move(*statement));
        }
    }
}

Result<std::vector<sharing::PermissionStatement>> SqliteStatements::statementsOf(const PersonId& person) {
    std::vector<sharing::PermissionStatement> out;
    FS_ASSIGN(const auto human, sameHuman(person));
    for (const auto& id : human) {
        FS_TRY(collect(id, out));
    }
    return out;
}

Result<std::vector<PersonId>> SqliteStatements::spokenFor() {
    std::vector<PersonId> stated;
    {
        FS_ASSIGN(auto rows, m_db.prepare("SELECT DISTINCT person FROM stated"));
        for (;;) {
            FS_ASSIGN(const bool more, rows.next());
            if (!more) {
                break;
            }
            stated.push_back(rows.id<PersonId>(0));
        }
    }
    std::set<PersonId> all;
    for (const auto& person : stated) {
        FS_ASSIGN(const auto ids, sameHuman(person));
        all.insert(ids.begin(), ids.end());
    }
    return std::vector<PersonId>(all.begin(), all.end());
}

Result<std::vector<Changed>> SqliteStatements::changedSince(RecordType type, std::uint64_t seq, std::size_t limit) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT seq, record, person FROM stated WHERE type = ? AND seq > ? "
                                      "ORDER BY seq, record"));
    rows.bind(type, seq);
    std::vector<Changed> out;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        const auto at = more ? static_cast<std::uint64_t>(rows.integer(0)) : 0;
        if (!more || (out.size() >= limit && out.back().seq != at)) {
            return out;
        }
        out.push_back({at, rows.id<RecordId>(1), rows.id<PersonId>(2)});
    }
}

Result<bool> SqliteStatements::isKnownAt(const PersonId& person, const AgencyId& agency) {
    FS_ASSIGN(const auto human, sameHuman(person));
    for (const auto& id : human) {
        FS_ASSIGN(const auto links,
                  m_db.integer("SELECT count(*) FROM linked WHERE person = ? AND other_agency = ?", id, agency));
        if (links != 0) {
            return true;
        }
    }
    return false;
}

Result<bool> SqliteStatements::takeLink(const Record& record, std::uint64_t seq) {
    const auto link = linkIn(record);
    FS_ASSIGN(const auto held, m_db.integer("SELECT count(*) FROM linked WHERE record = ?", record.id));
    if (!link && held == 0) {
        return false;
    }
    // Whom what was said concerns is worked out over the link as it was, too: taken away, it parts them.
    FS_ASSIGN(auto human, sameHuman(record.person));
    FS_TRY(link ? keepLink(m_db, *link) : m_db.run("DELETE FROM linked WHERE record = ?", record.id));
    FS_ASSIGN(const auto joined, sameHuman(record.person));
    human.insert(human.end(), joined.begin(), joined.end());
    for (const auto& id : human) {
        FS_TRY(m_db.run("UPDATE stated SET seq = ? WHERE person = ?", seq, id));
    }
    return true;
}

Result<bool> SqliteStatements::take(const Record& record, std::uint64_t seq) {
    if (record.type == RecordType::PersonLink) {
        return takeLink(record, seq);
    }
    if (!isSaid(record.type)) {
        return false;
    }
    FS_TRY(m_db.run("INSERT OR REPLACE INTO stated (record, person, type, seq) VALUES (?, ?, ?, ?)", record.id,
                    record.person, record.type, seq));
    return true;
}

Result<void> fillLinks(sqlite::Connection& db) {
    FS_ASSIGN(auto rows, db.prepare("SELECT id, person, body FROM record WHERE type = ?"));
    rows.bind(RecordType::PersonLink);
    std::vector<Link> links;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            break;
        }
        Record record;
        record.id = rows.id<RecordId>(0);
        record.type = RecordType::PersonLink;
        record.person = rows.id<PersonId>(1);
        FS_ASSIGN(record.fields, wire::decodeBody(rows.blob(2)));
        if (auto link = linkIn(record)) {
            links.push_back(std::move(*link));
        }
    }
    for (const auto& link : links) {
        FS_TRY(keepLink(db, link));
    }
    return ok();
}

} // namespace frontsheet
