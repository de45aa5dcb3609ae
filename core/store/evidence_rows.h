// What this device has to tell and to keep for each home's disclosure log: readings not told yet, the receipt of the last
// reply on its disk, the newest signed head. Small rows among the store's facts.
#pragma once

#include "core/sqlite/connection.h"
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

private:
    sqlite::Connection& m_db;
};

} // namespace frontsheet::store
