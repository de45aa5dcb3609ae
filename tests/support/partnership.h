// Agencies, their homes and their workers' desks in memory, for stories: a desk writes offline, syncs, and other desks
// see what the sharing decision lets them see. One clock for the servers, one for each desk (it may be wrong).
#pragma once

#include "core/usecases/workplace.h"
#include "tests/support/fixed_time_zone.h"
#include "tests/support/memory_device.h"
#include "tests/support/memory_home.h"

#include <memory>

namespace frontsheet {

// One worker with one device.
struct Desk {
    Desk(Principal who, WallTime start, std::uint64_t seed)
        : me(std::move(who)), clock(start), ids(seed), store(me, clock) {}

    [[nodiscard]] Workplace workplace() {
        return {me, store, store, store, clock, ids, zone, nullptr, nullptr, nullptr, nullptr, &store, &store};
    }

    Principal me;
    ManualClock clock;
    SeededIdSource ids;
    FixedTimeZone zone;
    MemoryDevice store;
};

class Partnership {
public:
    explicit Partnership(WallTime start, std::uint64_t seed = 1) : m_serverClock(start), m_seed(seed), m_ids(seed) {}

    [[nodiscard]] MemoryHome& home(const AgencyId& agency);
    // The desk of a worker of the directory that `hold` brought; a worker it does not know is a bug in the test.
    [[nodiscard]] Desk& desk(const std::string& worker);
    // To its own home, as if imported there.
    void hold(const std::vector<Record>& records);
    // Push, then pull, with every home; twice, so that what waited for another goes too.
    void sync(Desk& desk);
    // All clocks go on.
    void pass(std::chrono::milliseconds time);

    [[nodiscard]] WallTime now() const { return m_serverClock.now(); }
    [[nodiscard]] IdSource& ids() { return m_ids; }
    // How many records of this type there are at this home.
    [[nodiscard]] std::size_t count(const AgencyId& agency, RecordType type);

private:
    ManualClock m_serverClock;
    std::uint64_t m_seed;
    SeededIdSource m_ids;
    std::map<AgencyId, MemoryHome> m_homes;
    std::map<std::string, std::unique_ptr<Desk>> m_desks;
};

} // namespace frontsheet
