// The device's one sync thread: exchanges with every server in turn, then indexing, then sleep until something is due or
// something is saved.
#pragma once

#include "core/base/clock.h"
#include "core/usecases/ports/sync_store.h"
#include "sync/client/sync_engine.h"
#include "sync/client/sync_schedule.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace frontsheet {

// Called on the sync thread; must return soon and must not call the loop but for wake().
struct SyncEvents {
    std::function<void(const AgencyId&)> started;
    std::function<void(const AgencyId&, const Exchanged&)> finished;
    // Something that was not searchable before is now.
    std::function<void(std::size_t left)> indexed;
};

class SyncLoop {
public:
    struct Parts {
        SyncStore& store;
        Transport& transport;
        const Clock& clock;
        std::uint64_t seed = 0;          // of the jitter
        AgencyId own = {};               // the worker's own agency
        ProfileKeeper* keeper = nullptr; // for the day when that agency shuts the device out
    };
    // All outlive the loop. Nothing runs before start().
    SyncLoop(const Parts& parts, std::vector<AgencyId> servers, SyncEvents events);
    ~SyncLoop(); // stop()
    SyncLoop(const SyncLoop&) = delete;
    SyncLoop& operator=(const SyncLoop&) = delete;

    void start();
    // Something was saved for `server`, or a network came up: any thread, returns at once.
    void wake(const AgencyId& server);
    void wakeAll();
    // Ends an exchange under way (what it had not applied comes again) and joins the thread. The transport is of no use
    // afterwards.
    void stop();

private:
    void run();
    [[nodiscard]] bool indexOneBatch();

    Parts m_parts;
    SyncEvents m_events;
    SyncEngine m_engine;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    SyncSchedule m_schedule; // under the mutex
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace frontsheet
