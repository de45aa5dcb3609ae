// The writing half of the ledger port, inside the writer's transaction.
#pragma once

#include "sync/server/embedded/sqlite_reading.h"
#include "sync/server/restoring/journal.h"

#include <vector>

namespace frontsheet {

struct WorkersTable;

class SqliteWriting final : public SqliteReading<LedgerWrites> {
public:
    using SqliteReading::SqliteReading;

    // Around one caller's work among several of one commit: undone alone when it fails.
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> keep();
    [[nodiscard]] Result<void> undo();
    // Before the commit; `journal` null: none is kept.
    [[nodiscard]] Result<void> finish(restoring::Journal* journal);
    // Where a record stands among what is granted, and whom it joins to whom: everything beside its row that follows from it.
    [[nodiscard]] Result<void> place(const Record& record);
    [[nodiscard]] Result<void> keepConcern(const Record& record);

    Result<LedgerHead> head() override;
    Result<void> append(std::span<const RecordWrite> transaction) override;
    Result<void> remember(const DeviceId& device, const Operation& operation, WallTime now) override;
    Result<std::size_t> forgetOperations(WallTime before, std::size_t limit) override;
    Result<void> revoke(const AgencyId& agency, const DeviceId& device, WallTime at) override;
    Result<void> keepInvitation(const Invitation& invitation) override;
    Result<void> keepDevice(const EnrolledDevice& device) override;
    Result<void> keepPartnerRecord(const Record& header, BytesView body) override;
    Result<void> beginIdentities(const AgencyId& agency) override;
    Result<void> addIdentity(const AgencyId& agency, const PersonId& person, BytesView identity) override;
    Result<void> replaceIdentities(const AgencyId& agency) override;
    Result<void> keepNote(std::string_view key, BytesView value) override;
    Result<void> noteSafe(std::uint64_t feedSeq) override;
    Result<void> beginLine(const Epoch& epoch, std::uint64_t line) override;
    Result<void> setOpen() override;
    Result<void> journal(const restoring::JournalEntry& entry) override;
    disclosure::DisclosureWrites& disclosureWrites() override { return m_disclosures; }
    removal::RemovalWrites& removalWrites() override { return m_removals; }

private:
    [[nodiscard]] Result<void> appendOne(const RecordWrite& write, bool endsTransaction);
    [[nodiscard]] Result<void> relate(const Record& record);
    [[nodiscard]] Result<void> relateWorker(const WorkersTable& table, const RecordId& record,
                                            const std::optional<Membership>& is);
    [[nodiscard]] Result<void> nameReaders(const Record& record);
    [[nodiscard]] Result<void> placeInDirectory(const Record& record);
    [[nodiscard]] Result<void> registerWith(const Record& record);
    [[nodiscard]] Result<bool> isNewCell(const Cell& cell);
    [[nodiscard]] Result<bool> isNamedIn(const Cell& cell, const AgencyId& agency, const WorkerId& worker);
    [[nodiscard]] Result<void> countGrantChange(std::string_view key);
    // For everybody who is joined to the person, and the home's own.
    [[nodiscard]] Result<void> countGrantChangesAbout(const PersonId& person);

    // The feed's position is read once and written once per commit.
    std::optional<std::uint64_t> m_seq;
    std::optional<std::uint64_t> m_seqAtBegin;
    std::vector<restoring::JournalEntry> m_journal;
    std::size_t m_journalAtBegin = 0;
    bool m_journalAnswers = false; // the last transaction of the feed wrote something that is journalled
};

} // namespace frontsheet
