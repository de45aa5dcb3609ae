#include "tests/support/partnership.h"

#include "core/domain/directory.h"

#include <algorithm>
#include <stdexcept>

namespace frontsheet {

MemoryHome& Partnership::home(const AgencyId& agency) {
    return m_homes.try_emplace(agency, agency, m_ids).first->second;
}

Desk& Partnership::desk(const std::string& worker) {
    if (auto& known = m_desks[worker]) {
        return *known;
    }
    for (const auto& [agency, server] : m_homes) {
        std::vector<Record> held;
        for (const auto& [id, record] : server.records()) {
            held.push_back(record);
        }
        const Directory directory{held};
        const auto at = directory.workers().find(WorkerId{worker});
        if (at != directory.workers().end()) {
            const Principal me{at->second.agency, WorkerId{worker}, at->second.role, m_ids.random<DeviceId>()};
            m_desks[worker] = std::make_unique<Desk>(me, m_serverClock.now(), ++m_seed);
            return *m_desks[worker];
        }
    }
    throw std::logic_error("no such worker in the directory: " + worker);
}

void Partnership::hold(const std::vector<Record>& records) {
    for (const auto& record : records) {
        home(record.home).hold(record, m_serverClock.now());
    }
}

void Partnership::sync(Desk& desk) {
    for (int round = 0; round < 2; ++round) {
        for (auto& [agency, server] : m_homes) {
            for (const auto& intent : desk.store.takeOutgoing(agency)) {
                desk.store.settleResult(server.take(desk.me, intent, m_serverClock.now()));
            }
            desk.store.replaceHome(agency, server.releasedTo(desk.me, m_serverClock.now()));
        }
    }
}

void Partnership::pass(std::chrono::milliseconds time) {
    m_serverClock.advance(time);
    for (auto& [worker, desk] : m_desks) {
        if (desk) {
            desk->clock.advance(time);
        }
    }
}

std::size_t Partnership::count(const AgencyId& agency, RecordType type) {
    const auto& records = home(agency).records();
    return static_cast<std::size_t>(
        std::count_if(records.begin(), records.end(), [&](const auto& entry) { return entry.second.type == type; }));
}

} // namespace frontsheet
