// The device's thread for attached files: home after home, while no records are on the line, then sleep until something is saved or
// comes. Lower in rank than everything else: between two chunks it waits for as long as an exchange runs. Each home is asked again as
// in an exchange of records: after a failure later and later, and never before the time it asked for.
#pragma once

#include "core/base/clock.h"
#include "sync/client/file_carrier.h"
#include "sync/client/sync_schedule.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace frontsheet {

class FileLoop {
public:
    // Called on its thread, after something of a file has come or gone.
    using Moved = std::function<void(const AgencyId&, const Carried&)>;
    struct Parts { // all outlive it
        FileShelf& shelf;
        Transport& transport; // its own
        const Clock& clock;
        std::uint64_t seed; // for waiting times
    };
    FileLoop(const Parts& parts, const std::vector<AgencyId>& homes, Moved moved);
    ~FileLoop(); // stop()
    FileLoop(const FileLoop&) = delete;
    FileLoop& operator=(const FileLoop&) = delete;

    void start();
    // Any thread, at once.
    void wake();
    void exchangeBegins();
    void exchangeEnds();
    // Stops the transport and joins the thread; for good.
    void stop();

private:
    void run();
    [[nodiscard]] bool mayGoOn();

    FileCarrier m_carrier;
    Transport& m_transport;
    const Clock& m_clock;
    const Moved m_moved;
    std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    SyncSchedule m_schedule;
    int m_exchanges = 0;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace frontsheet
