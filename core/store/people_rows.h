// The projections about people, kept in the transaction that changes the records they are read off: registrations as rows to
// show, which ids are one human, the caseload in order of name, memberships, worklists.
#pragma once

#include "core/base/result.h"
#include "core/domain/record.h"
#include "core/domain/same_person.h"
#include "core/sqlite/connection.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace frontsheet::store {

[[nodiscard]] bool isProjected(RecordType type); // types that put() reads

class PeopleRows {
public:
    explicit PeopleRows(sqlite::Connection& db) : m_db(db) {}

    // The record as it now is in the working view; replaces what was there of it.
    [[nodiscard]] Result<void> put(std::int64_t no, const Record& record);
    [[nodiscard]] Result<void> remove(std::int64_t no, RecordType type);
    // The worker's own agency changed (its spelling of a name is the one shown).
    [[nodiscard]] Result<void> reconsiderEveryone();
    // Makes the caseload rows of every human touched. Once, before the commit.
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> putRegistration(std::int64_t no, const Record& record);
    [[nodiscard]] Result<void> putLink(std::int64_t no, const Record& record);
    [[nodiscard]] Result<void> putMembership(std::int64_t no, const Record& record);
    [[nodiscard]] Result<void> putWorklists(std::int64_t no, const Record& record);
    [[nodiscard]] Result<void> removeRegistration(std::int64_t no);
    [[nodiscard]] Result<void> removeLink(std::int64_t no);
    struct Said {
        LinkWord word;
        PersonId a, b;
    };
    [[nodiscard]] Result<std::optional<Said>> wordOf(std::int64_t no);

    [[nodiscard]] Result<std::optional<std::int64_t>> humanOf(const PersonId& person);
    [[nodiscard]] Result<std::int64_t> ensureHuman(const PersonId& person);
    [[nodiscard]] Result<std::vector<PersonId>> membersOf(std::int64_t human);
    [[nodiscard]] Result<void> join(const PersonId& a, const PersonId& b);
    [[nodiscard]] Result<void>
    part(std::int64_t human); // after a link went, or was denied: as many humans as hang together
    [[nodiscard]] Result<bool> isParted(const PersonId& a, const PersonId& b);
    [[nodiscard]] Result<std::vector<PersonId>> linkedWith(const PersonId& person);
    [[nodiscard]] Result<void> dropUnknown(const std::vector<PersonId>& members);
    [[nodiscard]] Result<void> remake(std::int64_t human, const std::set<std::string>& own);

    sqlite::Connection& m_db;
    std::set<std::int64_t> m_touched; // humans
};

} // namespace frontsheet::store
