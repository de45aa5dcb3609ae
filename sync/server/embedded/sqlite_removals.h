// What was taken back, and the late inbox, in the ledger's file.
#pragma once

#include "core/sqlite/connection.h"
#include "sync/server/removal/removal_rows.h"

namespace frontsheet {

class SqliteRemovals final : public removal::RemovalWrites {
public:
    explicit SqliteRemovals(sqlite::Connection& db) : m_db(db) {}

    Result<std::optional<removal::GrantedOnce>> grantedOnce(const DeviceId& device, const PersonId& person) override;
    Result<std::vector<removal::GrantedOnce>> grantedAbout(const PersonId& person) override;
    Result<bool> isAnothers(const DeviceId& device, const AgencyId& agency) override;
    Result<std::vector<removal::Removal>> removalsAbout(const PersonId& person) override;
    Result<std::vector<removal::Removal>> removalsFrom(const DeviceId& device) override;
    Result<void> removals(const RemovalVisitor& visitor) override;
    Result<std::optional<removal::HeldIntent>> held(std::uint64_t number) override;
    Result<std::optional<removal::HeldIntent>> heldAs(const DeviceId& device, const OpId& op) override;
    Result<std::vector<removal::HeldIntent>> inbox(std::optional<removal::HeldState> state) override;
    Result<removal::InboxShare> waitingFrom(const DeviceId& device) override;
    Result<bool> waitsAbout(const DeviceId& device, const RecordId& record) override;

    Result<void> noteGranted(const removal::GrantedOnce& granted) override;
    Result<void> noteAsked(const removal::Removal& removal) override;
    Result<void> noteConfirmed(const DeviceId& device, std::uint64_t number, WallTime at) override;
    Result<void> hold(const removal::HeldIntent& intent) override;
    Result<void> settleHeld(std::uint64_t number, removal::HeldState state, const std::string& by,
                            const std::string& words, WallTime at) override;

private:
    sqlite::Connection& m_db;
};

} // namespace frontsheet
