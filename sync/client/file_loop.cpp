#include "sync/client/file_loop.h"

#include "sync/client/sync_tuning.h"

#include <algorithm>
#include <utility>

namespace frontsheet {

FileLoop::FileLoop(FileShelf& shelf, Transport& transport, std::vector<AgencyId> homes, Moved moved)
    : m_carrier(shelf, transport), m_transport(transport), m_homes(std::move(homes)), m_moved(std::move(moved)) {}

FileLoop::~FileLoop() { stop(); }

void FileLoop::start() {
    if (!m_thread.joinable() && !m_stopping) {
        m_thread = std::thread{[this] { run(); }};
    }
}

void FileLoop::wake() {
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_changed.notify_all();
}

void FileLoop::exchangeBegins() {
    const std::lock_guard lock(m_mutex);
    ++m_exchanges;
}

void FileLoop::exchangeEnds() {
    {
        const std::lock_guard lock(m_mutex);
        m_exchanges = std::max(0, m_exchanges - 1);
    }
    m_changed.notify_all();
}

void FileLoop::stop() {
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_stopping, true)) {
            return;
        }
    }
    m_transport.stop();
    m_changed.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

bool FileLoop::mayGoOn() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stopping || m_exchanges == 0; });
    return !m_stopping;
}

void FileLoop::run() {
    auto pause = sync_tuning::kFilesIdle;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_changed.wait_for(lock, pause, [this] { return m_stopping || m_woken; });
        m_woken = false;
        lock.unlock();
        bool failed = false;
        for (const auto& home : m_homes) {
            const auto carried = m_carrier.carry(home, [this] { return mayGoOn(); });
            failed = failed || carried.failure.has_value();
            if (m_moved &&
                (carried.chunksSent > 0 || carried.chunksTaken > 0 || carried.filesSent > 0 || carried.failure)) {
                m_moved(home, carried);
            }
        }
        lock.lock();
        // One home without a signal is most often all of them; a wake ends the pause.
        pause = failed ? std::min(pause * 2, sync_tuning::kFilesPauseCap) : sync_tuning::kFilesIdle;
    }
}

} // namespace frontsheet
