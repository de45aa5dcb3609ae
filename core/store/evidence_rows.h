// What this device has to tell and to keep for each home's disclosure log: readings not told yet, the receipt of the last
// reply on its disk, the newest signed head; and what homes have told beside records. Small rows among the store's facts.
#pragma once

#include "core/sqlite/connection.h"
#include "core/usecases/ports/home_tidings.h"
#include "core/usecases/ports/reading_journal.h"
#include "core/usecases/ports/sync_store.h"

namespace frontsheet::store {

class EvidenceRows {
public:
    explicit EvidenceRows(sqlite::Connection& db) : m_db(db) {}

    [[nodiscard]] Result<SyncStore::Evidence> of(const AgencyId& server, std::size_t maxReadings);
    [[nodiscard]] Result<void> keep(const AgencyId& server, const SyncStore::Exchange& exchange);
    [[nodiscard]] Result<void> add(const HomeReading& reading); // once, while it waits
    [[nodiscard]] Result<void> forget(const AgencyId& server);
    [[nodiscard]] Result<std::size_t> waiting();

    // What a home told, which goes with what it is about.
    [[nodiscard]] Result<std::optional<ReferralReach>> reachOf(const RecordId& referral);
    [[nodiscard]] Result<std::map<OpId, SettledWork>> settledWork();
    [[nodiscard]] Result<std::optional<std::uint64_t>> agreementsOf(const AgencyId& home);
    [[nodiscard]] Result<void> forgetSettled(const OpId& op);
    // Of referrals of the home that are not here any longer; how many went.
    [[nodiscard]] Result<std::size_t> forgetReachOfWhatIsGone(const AgencyId& home);
    // Of work that is in the outbox no longer.
    [[nodiscard]] Result<void> forgetSettledOfWhatIsGone();
    // Told from the beginning again: the home's numbers are others now.
    [[nodiscard]] Result<void> startTidingsOver(const AgencyId& home);

private:
    [[nodiscard]] Result<void> keepTidings(const AgencyId& server, const SyncStore::Exchange& exchange);

    sqlite::Connection& m_db;
};

} // namespace frontsheet::store
