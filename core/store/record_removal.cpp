// RecordChanges where records leave: what a gone scope covers, what a home removed, all of a home.
#include "core/base/planted_bug.h"
#include "core/domain/schema/record_schema.h"
#include "core/store/record_changes.h"
#include "core/store/tuning.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace frontsheet::store {

namespace {

// Types of which the columns do not say what covers them.
bool isCoveredByItsFields(RecordType type) {
    return type == RecordType::ReferralMessage || readersFieldOf(type) != nullptr;
}

} // namespace

Result<ScopedRecord> RecordChanges::scoped(const RecordRow& row) {
    if (!isCoveredByItsFields(row.header.type)) {
        return scopedRecord(row.header);
    }
    // By what its home says of it where that is here, as it was when the scope was chosen.
    if (row.hasMirror()) {
        FS_ASSIGN(const auto mirror, m_rows.mirror(row));
        return scopedRecord(mirror);
    }
    FS_ASSIGN(const auto working, m_rows.working(row.no));
    return scopedRecord(working ? working->record : row.header);
}

// The rows that some of `gone`, all about one person or none, cover; and of what its home sent, given `held`, those that nothing
// held covers.
Result<void> RecordChanges::gather(sqlite::Statement& rows, const std::vector<Scope>& gone, const HeldScopes* held,
                                   std::vector<Leaving>& out) {
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return ok();
        }
        Record record;
        record.id = rows.id<RecordId>(1);
        record.type = static_cast<RecordType>(rows.integer(2));
        record.person = rows.id<PersonId>(3);
        record.category = static_cast<Category>(rows.integer(4));
        if (isCoveredByItsFields(record.type)) {
            auto fields = m_codec.decode(rows.blob(5));
            if (!fields) {
                return {ErrorCode::StoreDamaged, "a record's body"};
            }
            record.fields = std::move(fields).value();
        }
        const auto asked = scopedRecord(record);
        const bool goes =
            std::any_of(gone.begin(), gone.end(), [&](const Scope& scope) { return covers(scope, asked); });
        const bool isTheHomes = rows.integer(6) > 0;
        if (goes || (held != nullptr && isTheHomes && !held->anyCovers(asked))) {
            out.push_back({rows.integer(0), record.id, record.type});
        }
    }
}

#define FS_LEAVING_COLUMNS "no, id, type, person, category, coalesce(body, working_body), version"

Result<std::vector<RecordChanges::Leaving>>
RecordChanges::covered(const AgencyId& home, const std::vector<Scope>& scopes, const HeldScopes& held) {
    std::vector<Leaving> out;
    std::unordered_map<PersonId, std::vector<Scope>> byPerson;
    for (const auto& scope : scopes) {
        const std::vector<Scope> one{scope};
        switch (scope.kind) {
        case Scope::Kind::Directory:
            for (const auto& schema : allSchemas()) {
                if (schema.subject == Subject::Directory) {
                    FS_ASSIGN(auto rows,
                              m_db.prepare("SELECT " FS_LEAVING_COLUMNS " FROM record WHERE type = ? AND home = ?"));
                    rows.bind(schema.type, home);
                    FS_TRY(gather(rows, one, nullptr, out));
                }
            }
            break;
        case Scope::Kind::Everyone: {
            FS_ASSIGN(auto rows,
                      m_db.prepare("SELECT " FS_LEAVING_COLUMNS " FROM record WHERE home = ? AND category = ? "
                                   "AND person IS NOT NULL"));
            rows.bind(home, scope.category);
            FS_TRY(gather(rows, one, nullptr, out));
            break;
        }
        case Scope::Kind::Person:
        case Scope::Kind::Referral:
            byPerson[scope.person].push_back(scope);
            break;
        case Scope::Kind::Withheld:
            break;
        }
    }
    for (const auto& [person, theirs] : byPerson) {
        FS_ASSIGN(auto rows, m_db.prepare("SELECT " FS_LEAVING_COLUMNS " FROM record WHERE person = ? AND home = ?"));
        rows.bind(person, home);
        // A damaged row may look like what another scope would cover; whatever it is, nothing vouches for it any more.
        FS_TRY(gather(rows, theirs, &held, out));
    }
    return out;
}

// Rows, words, projections, queues, history: together, in the order in which they lie.
Result<void> RecordChanges::eraseAll(const AgencyId& home, std::vector<Leaving> leaving) {
    std::sort(leaving.begin(), leaving.end(), [](const Leaving& a, const Leaving& b) { return a.no < b.no; });
    leaving.erase(
        std::unique(leaving.begin(), leaving.end(), [](const Leaving& a, const Leaving& b) { return a.no == b.no; }),
        leaving.end());
    FS_ASSIGN(const auto worked, m_outbox.recordsOf(home));
    const std::unordered_set<RecordId> inOutbox(worked.begin(), worked.end());
    std::vector<std::int64_t> found; // that the search may find
    for (const auto& one : leaving) {
        if (isSearchable(one.type)) {
            found.push_back(one.no);
        }
    }
    FS_TRY(found.size() >= kManyLeaveAtOnce ? m_index.takeAllOut(found) : takeOutOneByOne(leaving));
    for (const auto& one : leaving) {
        FS_TRY(forgetJournal(one.id));
        FS_TRY(m_people.remove(one.no, one.type));
        FS_ASSIGN(const bool lost, m_attachments.remove(one.no, one.type));
        m_lostFiles = m_lostFiles || lost;
        if (inOutbox.contains(one.id)) {
            FS_TRY(planted(PlantedBug::PurgeBeforeRescue) ? m_db.run("DELETE FROM outbox WHERE record = ?", one.id)
                                                          : m_outbox.setApart(one.id));
        }
        m_dirty.erase(one.id);
        FS_TRY(m_rows.erase(one.no));
    }
    m_erased += leaving.size();
    return ok();
}

Result<void> RecordChanges::takeOutOneByOne(const std::vector<Leaving>& leaving) {
    for (const auto& [no, id, type] : leaving) {
        if (!isSearchable(type)) {
            continue;
        }
        if (planted(PlantedBug::WordsLeftBehind)) {
            continue;
        }
        FS_ASSIGN(const auto said, m_rows.view(no));
        FS_TRY(m_index.takeOut(no, type, said.body));
        FS_TRY(m_index.unqueue(no));
    }
    return ok();
}

Result<void> RecordChanges::removeScopes(const AgencyId& home, const std::vector<Scope>& gone, const HeldScopes& held) {
    FS_ASSIGN(auto leaving, covered(home, gone, held));
    FS_TRY(eraseAll(home, std::move(leaving)));
    // Words once refused and let go, about what is no longer this worker's to read.
    const auto goes = [&](const Intent& intent) {
        const auto record = scopedRecord(withIntent(std::nullopt, intent));
        return std::any_of(gone.begin(), gone.end(), [&](const Scope& scope) {
            const bool aboutThem = !scope.person.isNull() && scope.person == intent.person;
            return covers(scope, record) || (aboutThem && !held.anyAbout(intent.person));
        });
    };
    FS_ASSIGN(const bool noJournal, m_outbox.isJournalEmpty());
    return noJournal ? ok() : m_outbox.forgetJournal(home, goes);
}

// The author's own unsent work about what is covered again goes back into the working view.
Result<void> RecordChanges::rejoinScopes(const AgencyId& home, const std::vector<Scope>& granted) {
    FS_ASSIGN(const auto apart, m_outbox.apart(home));
    for (const auto& row : apart) {
        const auto record = scopedRecord(withIntent(std::nullopt, row.intent));
        if (std::any_of(granted.begin(), granted.end(), [&](const Scope& scope) { return covers(scope, record); })) {
            FS_TRY(m_outbox.rejoin(row.intent.record));
            m_dirty.insert(row.intent.record);
        }
    }
    return ok();
}

Result<void> RecordChanges::remove(const RecordRow& row) {
    return eraseAll(row.header.home, {{row.no, row.header.id, row.header.type}});
}

Result<void> RecordChanges::doubt(const AgencyId& home, const RecordId& id) {
    return m_db.run("UPDATE record SET flags = flags | ?1 WHERE id = ?2 AND home = ?3 AND version > 0", kFlagDoubted,
                    id, home);
}

// Neither its body nor what kind it says it is can be relied on: every projection and every list is gone through.
Result<void> RecordChanges::eraseDoubted(const RecordRow& row) {
    FS_TRY(m_index.takeAllOut({row.no}));
    for (const auto type : {RecordType::Registration, RecordType::PersonLink, RecordType::CareTeamMembership}) {
        FS_TRY(m_people.remove(row.no, type));
    }
    m_dirty.erase(row.header.id);
    FS_TRY(m_rows.erase(row.no));
    ++m_erased;
    return ok();
}

Result<void> RecordChanges::indexAnew(const std::vector<std::int64_t>& numbers) {
    FS_TRY(m_index.takeAllOut(numbers));
    m_erased += numbers.size();
    for (const auto no : numbers) {
        FS_ASSIGN(auto row, m_db.prepare("SELECT type FROM record WHERE no = ?"));
        FS_ASSIGN(const bool there, row.bind(no).next());
        FS_TRY(there && isSearchable(static_cast<RecordType>(row.integer(0))) ? m_index.queue(no) : ok());
    }
    return ok();
}

Result<void> RecordChanges::removeOf(const AgencyId& home, const RecordId& id) {
    FS_ASSIGN(const auto row, m_rows.find(id));
    if (row && row->header.home != home) {
        return {ErrorCode::WrongTenant, "a record of another home"};
    }
    if (row && (row->flags & kFlagDoubted) != 0) {
        FS_TRY(forgetJournal(id));
        FS_TRY(m_outbox.setApart(id));
        return eraseDoubted(*row);
    }
    return row ? remove(*row) : ok();
}

Result<std::vector<RecordChanges::Leaving>> RecordChanges::ofHome(const AgencyId& home, std::int64_t flags) {
    FS_ASSIGN(auto rows,
              m_db.prepare("SELECT no, id, type FROM record WHERE home = ?1 AND (?2 = 0 OR flags & ?2 <> 0)"));
    rows.bind(home, flags);
    std::vector<Leaving> out;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return out;
        }
        out.push_back({rows.integer(0), rows.id<RecordId>(1), static_cast<RecordType>(rows.integer(2))});
    }
}

Result<void> RecordChanges::markStale(const AgencyId& home) {
    return m_db.run("UPDATE record SET flags = flags | 4 WHERE home = ? AND version > 0", home);
}

Result<void> RecordChanges::removeStale(const AgencyId& home, const HeldScopes& held) {
    FS_ASSIGN(const auto stale, ofHome(home, kFlagStale));
    std::vector<Leaving> leaving;
    for (const auto& one : stale) {
        FS_ASSIGN(const auto row, m_rows.find(one.id));
        if (!row) {
            continue;
        }
        FS_ASSIGN(const auto record, scoped(*row));
        if (!held.anyCovers(record)) {
            leaving.push_back(one);
            continue;
        }
        // Not taken away: its home has lost it. What its author did about it is sent again, and stays kept for the next time.
        FS_TRY(takeOutOneByOne({one}));
        FS_TRY(m_people.remove(one.no, one.type));
        FS_TRY(m_rows.erase(one.no));
        m_dirty.insert(one.id);
        ++m_erased;
    }
    return eraseAll(home, std::move(leaving));
}

Result<void> RecordChanges::removeHome(const AgencyId& home) {
    FS_ASSIGN(auto leaving, ofHome(home, 0));
    FS_TRY(eraseAll(home, std::move(leaving)));
    // The index is looked through as records are compared, and with this home none will be any more.
    return m_index.takeStraysOut();
}

} // namespace frontsheet::store
