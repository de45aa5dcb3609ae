#include "sync/client/file_loop.h"

#include <algorithm>
#include <utility>

namespace frontsheet {

FileLoop::FileLoop(const Parts& parts, const std::vector<AgencyId>& homes, Moved moved)
    : m_carrier(parts.shelf, parts.transport), m_transport(parts.transport), m_clock(parts.clock),
      m_moved(std::move(moved)), m_schedule(homes, parts.clock.monotonic(), parts.seed) {}

FileLoop::~FileLoop() { stop(); }

void FileLoop::start() {
    if (!m_thread.joinable() && !m_stopping) {
        m_thread = std::thread{[this] { run(); }};
    }
}

void FileLoop::wake() {
    {
        const std::lock_guard lock(m_mutex);
        m_schedule.wakeAll(m_clock.monotonic());
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
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const auto due = m_schedule.next();
        if (!due) {
            m_changed.wait(lock, [this] { return m_stopping; });
            break;
        }
        if (const auto now = m_clock.monotonic(); due->at > now) {
            m_changed.wait_for(lock, due->at - now);
            continue; // perhaps it was woken: what is due is looked up again
        }
        m_schedule.started(due->server);
        lock.unlock();
        const auto carried = m_carrier.carry(due->server, [this] { return mayGoOn(); });
        if (m_moved &&
            (carried.chunksSent > 0 || carried.chunksTaken > 0 || carried.filesSent > 0 || carried.failure)) {
            m_moved(due->server, carried);
        }
        lock.lock();
        Exchanged outcome;
        outcome.failure = carried.failure;
        outcome.retryAfter = carried.retryAfter;
        m_schedule.finished(due->server, outcome, m_clock.monotonic());
    }
}

} // namespace frontsheet
