#include "sync/client/sync_loop.h"

#include "sync/client/sync_tuning.h"

#include <utility>

namespace frontsheet {

SyncLoop::SyncLoop(const Parts& parts, std::vector<AgencyId> servers, SyncEvents events)
    : m_parts(parts), m_events(std::move(events)),
      m_engine(parts.store, parts.transport, parts.clock, parts.own, parts.keeper),
      m_schedule(servers, parts.clock.monotonic(), parts.seed) {}

SyncLoop::~SyncLoop() { stop(); }

void SyncLoop::start() {
    if (!m_thread.joinable() && !m_stopping) {
        m_thread = std::thread{[this] { run(); }};
    }
}

void SyncLoop::wake(const AgencyId& server) {
    {
        const std::lock_guard lock(m_mutex);
        m_schedule.wake(server, m_parts.clock.monotonic());
    }
    m_changed.notify_one();
}

void SyncLoop::wakeAll() {
    {
        const std::lock_guard lock(m_mutex);
        m_schedule.wakeAll(m_parts.clock.monotonic());
    }
    m_changed.notify_one();
}

void SyncLoop::stop() {
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_stopping, true)) {
            return;
        }
    }
    m_parts.transport.stop();
    m_changed.notify_one();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

// True when there is more to index. A store that fails here fails in the next exchange too, where it is shown.
bool SyncLoop::indexOneBatch() {
    const auto left = m_parts.store.indexSome(sync_tuning::kIndexBatch);
    if (!left) {
        return false;
    }
    if (m_events.indexed) {
        m_events.indexed(*left);
    }
    return *left > 0;
}

void SyncLoop::run() {
    bool toIndex = true;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const auto next = m_schedule.next();
        const auto now = m_parts.clock.monotonic();
        if (next && next->at <= now) {
            m_schedule.started(next->server);
            lock.unlock();
            if (m_events.started) {
                m_events.started(next->server);
            }
            const Exchanged outcome = m_engine.exchange(next->server);
            toIndex = toIndex || outcome.received > 0 || outcome.answered > 0;
            lock.lock();
            m_schedule.finished(next->server, outcome, m_parts.clock.monotonic());
            lock.unlock();
            if (m_events.finished) {
                m_events.finished(next->server, outcome);
            }
            lock.lock();
            if (outcome.closing == Exchanged::Closing::Wiped) {
                return; // there is nothing to sync any more
            }
        } else if (toIndex) {
            lock.unlock();
            toIndex = indexOneBatch();
            lock.lock();
        } else if (next) {
            m_changed.wait_for(lock, next->at - now);
        } else {
            m_changed.wait(lock);
        }
    }
}

} // namespace frontsheet
