// What people said about sharing, in the ledger's file.
#pragma once

#include "core/domain/record.h"
#include "core/sqlite/connection.h"
#include "sync/server/statements/statement_rows.h"

namespace frontsheet {

class SqliteStatements final : public statements::StatementReads {
public:
    explicit SqliteStatements(sqlite::Connection& db) : m_db(db) {}

    Result<std::vector<PersonId>> sameHuman(const PersonId& person) override;
    Result<std::vector<sharing::PermissionStatement>> statementsOf(const PersonId& person) override;
    Result<std::vector<PersonId>> spokenFor() override;
    Result<std::vector<statements::Changed>> changedSince(RecordType type, std::uint64_t seq,
                                                          std::size_t limit) override;
    Result<bool> isKnownAt(const PersonId& person, const AgencyId& agency) override;

    // Called for every record appended. True when what may be released of somebody may have changed with it.
    [[nodiscard]] Result<bool> take(const Record& record, std::uint64_t seq);

private:
    [[nodiscard]] Result<bool> takeLink(const Record& record, std::uint64_t seq);
    [[nodiscard]] Result<void> collect(const PersonId& person, std::vector<sharing::PermissionStatement>& out);

    sqlite::Connection& m_db;
};

// For a ledger from before these tables: what its links say.
[[nodiscard]] Result<void> fillLinks(sqlite::Connection& db);

} // namespace frontsheet
