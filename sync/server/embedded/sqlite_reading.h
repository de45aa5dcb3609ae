// The reading half of the ledger port on one SQLite connection, for readers and for the writer alike.
#pragma once

#include "core/sqlite/connection.h"
#include "sync/server/embedded/sqlite_disclosures.h"
#include "sync/server/embedded/sqlite_removals.h"
#include "sync/server/embedded/sqlite_statements.h"
#include "sync/server/ledger.h"

namespace frontsheet {

// Port: LedgerReads or LedgerWrites.
template <class Port>
class SqliteReading : public Port {
public:
    SqliteReading(sqlite::Connection& db, const AgencyId& home)
        : m_db(db), m_home(home), m_disclosures(db), m_removals(db), m_statements(db) {}

    const AgencyId& home() const override { return m_home; }
    Result<LedgerHead> head() override;
    Result<std::optional<LedgerReads::Found>> record(const RecordId& id) override;
    Result<void> records(const RecordRange& range, const LedgerReads::RecordVisitor& visitor) override;
    Result<void> history(const RecordId& id, const LedgerReads::RecordVisitor& visitor) override;
    Result<void> feed(std::uint64_t after, const LedgerReads::FeedVisitor& visitor) override;
    Result<std::optional<Operation>> operation(const DeviceId& device, const OpId& op) override;
    Result<std::vector<Membership>> membershipsOf(const AgencyId& agency, const WorkerId& worker) override;
    Result<std::vector<SentConcern>> concernsSentBy(const WorkerId& worker) override;
    Result<std::vector<Membership>> emergenciesOf(const AgencyId& agency, const WorkerId& worker) override;
    Result<std::vector<AddressedReferral>> referralsTo(const AgencyId& agency) override;
    Result<std::vector<Membership>> membershipsAbout(const PersonId& person) override;
    Result<std::vector<AddressedReferral>> referralsAbout(const PersonId& person) override;
    Result<std::vector<Membership>> membershipsOfAgency(const AgencyId& agency) override;
    Result<std::vector<std::string>> practicesCoveredBy(const WorkerId& worker) override;
    Result<std::vector<PersonId>> registeredWith(std::string_view practice) override;
    Result<std::vector<std::string>> practicesOf(const PersonId& person) override;
    Result<std::vector<DutyPoint>> dutyPointsOf(const AgencyId& agency) override;
    Result<std::vector<Cell>> cellsOf(const PersonId& person) override;
    Result<std::vector<Cell>> cellsFor(const AgencyId& agency, const WorkerId& worker) override;
    Result<std::vector<PersonId>> personsIn(Category category) override;
    Result<std::uint64_t> grantCounter(std::string_view key) override;
    Result<bool> isRevoked(const AgencyId& agency, const DeviceId& device) override;
    Result<std::vector<RevokedDevice>> revocationsAfter(std::uint64_t seq, std::size_t limit) override;
    Result<std::optional<Invitation>> invitation(BytesView codeHash) override;
    Result<std::vector<EnrolledDevice>> devices() override;
    Result<void> partnerRecords(const LedgerReads::RecordVisitor& visitor) override;
    Result<void> identities(const LedgerReads::IdentityVisitor& visitor) override;
    Result<std::optional<Bytes>> note(std::string_view key) override;
    disclosure::DisclosureReads& disclosures() override { return m_disclosures; }
    removal::RemovalReads& removals() override { return m_removals; }
    statements::StatementReads& statements() override { return m_statements; }

protected:
    sqlite::Connection& m_db;
    const AgencyId& m_home;
    SqliteDisclosures m_disclosures;
    SqliteRemovals m_removals;
    SqliteStatements m_statements;
};

extern template class SqliteReading<LedgerReads>;
extern template class SqliteReading<LedgerWrites>;

} // namespace frontsheet
