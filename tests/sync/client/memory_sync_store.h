// The device's store as the sync engine sees it, in memory: the port's promises, plainly kept, and failures on demand.
#pragma once

#include "core/usecases/ports/sync_store.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <set>

namespace frontsheet {

class MemorySyncStore final : public SyncStore {
public:
    struct Waiting {
        std::uint64_t no = 0;
        Intent intent;
        std::optional<IntentResult> result; // needs attention with it
    };
    struct Server {
        SyncPosition position;
        std::map<RecordId, IncomingRecord> mirror;
        WallTime serverTime;
        std::optional<ErrorCode> lastFailure;
        std::size_t applied = 0;
    };

    void save(const Intent& intent) { m_outbox.push_back({++m_lastNo, intent, std::nullopt}); }
    [[nodiscard]] Server& at(const AgencyId& server) { return m_servers[server]; }
    [[nodiscard]] std::vector<Waiting> outbox() const { return {m_outbox.begin(), m_outbox.end()}; }
    [[nodiscard]] std::vector<Waiting> needingAttention() const;
    // Called before each apply; an error stands for a disk that fails there. Nothing is applied then.
    std::function<Result<void>(const Exchange&)> beforeApply;
    std::size_t toIndex = 0;
    Evidence toTell; // for whichever server comes first

    [[nodiscard]] Result<SyncPosition> position(const AgencyId& server) override;
    [[nodiscard]] Result<std::vector<OutgoingIntent>> outgoing(const AgencyId& server, std::uint64_t afterNo,
                                                               std::size_t maxCount, std::size_t maxBytes) override;
    [[nodiscard]] Result<void> apply(const AgencyId& server, const Exchange& exchange) override;
    [[nodiscard]] Result<Evidence> evidence(const AgencyId& /*server*/, std::size_t maxReadings) override {
        Evidence evidence = toTell;
        evidence.readings.resize(std::min(evidence.readings.size(), maxReadings));
        return evidence;
    }
    [[nodiscard]] Result<void> startOver(const AgencyId& server, const Epoch& epoch) override;
    [[nodiscard]] Result<void> noteFailure(const AgencyId& server, ErrorCode error, WallTime at) override;
    [[nodiscard]] Result<std::size_t> indexSome(std::size_t maxRecords) override;

private:
    void settle(const IntentResult& result);

    std::map<AgencyId, Server> m_servers;
    std::deque<Waiting> m_outbox;
    std::uint64_t m_lastNo = 0;
};

} // namespace frontsheet
