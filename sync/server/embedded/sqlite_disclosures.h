// The disclosure log's rows in the ledger's file.
#pragma once

#include "core/sqlite/connection.h"
#include "sync/server/disclosure/disclosure_rows.h"

namespace frontsheet {

class SqliteDisclosures final : public disclosure::DisclosureWrites {
public:
    explicit SqliteDisclosures(sqlite::Connection& db) : m_db(db) {}

    Result<disclosure::ChainEnd> end() override;
    Result<void> entries(std::uint64_t from, const EntryVisitor& visitor) override;
    Result<disclosure::Checkpoint> indexedTo() override;
    Result<void> indexed(std::uint64_t subject, std::uint64_t last, std::vector<std::uint64_t>& numbers) override;
    Result<void> everythingIndexed(const IndexVisitor& visitor) override;
    Result<bool> awaits(const DeviceId& device, std::uint64_t receipt) override;
    Result<std::vector<disclosure::Reached>> reached(const RecordId& referral) override;
    Result<std::vector<disclosure::Tiding>> tidings(std::uint64_t seq, const DeviceId& device, disclosure::TidingsOf of,
                                                    std::size_t limit) override;
    Result<std::uint64_t> lastTiding() override;
    Result<std::uint64_t> toldTo(const DeviceId& device) override;

    Result<void> append(const disclosure::StoredEntry& entry, std::uint64_t segment) override;
    Result<void> index(std::span<const disclosure::IndexedEntry> entries, const disclosure::Checkpoint& to) override;
    Result<void> forgetIndex() override;
    Result<void> await(const DeviceId& device, std::uint64_t receipt, WallTime at) override;
    Result<void> arrived(const DeviceId& device, std::uint64_t receipt, WallTime at) override;
    Result<bool> read(const DeviceId& device, const Reading& reading, WallTime at) override;
    Result<void> referralSent(const disclosure::Reached& reached) override;
    Result<void> noteTold(const DeviceId& device, std::uint64_t seq, WallTime at) override;

private:
    [[nodiscard]] Result<void> hasComeFurther(const RecordId& referral);
    sqlite::Connection& m_db;
};

} // namespace frontsheet
