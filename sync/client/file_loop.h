// The device's thread for attached files: home after home, while no records are on the line, then sleep until something is saved or
// comes. Lower in rank than everything else: between two chunks it waits for as long as an exchange runs.
#pragma once

#include "sync/client/file_carrier.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace frontsheet {

class FileLoop {
public:
    // Called on its thread, after something of a file has come or gone.
    using Moved = std::function<void(const AgencyId&, const Carried&)>;
    // Both outlive it; `transport` is its own.
    FileLoop(FileShelf& shelf, Transport& transport, std::vector<AgencyId> homes, Moved moved);
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
    const std::vector<AgencyId> m_homes;
    const Moved m_moved;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_exchanges = 0;
    bool m_woken = true;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace frontsheet
