#include "app/viewmodels/executor.h"

namespace frontsheet {

BackgroundExecutor::BackgroundExecutor() : m_thread([this] { work(); }) {}

BackgroundExecutor::~BackgroundExecutor() {
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
        m_reads.clear();
    }
    m_wake.notify_all();
    m_thread.join();
}

void BackgroundExecutor::post(Lane lane, std::function<void()> job) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_closing && lane == Lane::Read) {
            return;
        }
        (lane == Lane::Save ? m_saves : m_reads).push_back(std::move(job));
    }
    m_wake.notify_one();
}

void BackgroundExecutor::drain() {
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return !m_busy && m_saves.empty() && m_reads.empty(); });
}

void BackgroundExecutor::work() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_closing || !m_saves.empty() || !m_reads.empty(); });
        auto& lane = m_saves.empty() ? m_reads : m_saves;
        if (lane.empty()) {
            return; // closing, and nothing left to save
        }
        auto job = std::move(lane.front());
        lane.pop_front();
        m_busy = true;
        lock.unlock();
        job();
        job = nullptr; // what it holds is let go before anyone is told that it is done
        lock.lock();
        m_busy = false;
        m_idle.notify_all();
    }
}

} // namespace frontsheet
