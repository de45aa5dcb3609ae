#include "app/viewmodels/executor.h"

namespace frontsheet {

BackgroundExecutor::BackgroundExecutor() : m_disk([this] { work(); }), m_network([this] { ask(); }) {}

BackgroundExecutor::~BackgroundExecutor() {
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
        m_reads.clear();
        m_questions.clear();
    }
    m_wake.notify_all();
    m_disk.join();
    m_network.join();
}

void BackgroundExecutor::post(Lane lane, std::function<void()> job) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_closing && lane != Lane::Save) {
            return;
        }
        auto& jobs = lane == Lane::Save ? m_saves : lane == Lane::Read ? m_reads : m_questions;
        jobs.push_back(std::move(job));
    }
    m_wake.notify_all();
}

void BackgroundExecutor::drain() {
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock,
                [this] { return !m_busy && !m_asking && m_saves.empty() && m_reads.empty() && m_questions.empty(); });
}

void BackgroundExecutor::runFirst(std::unique_lock<std::mutex>& lock, Jobs& jobs, bool& busy) {
    auto job = std::move(jobs.front());
    jobs.pop_front();
    busy = true;
    lock.unlock();
    job();
    job = nullptr; // what it holds is let go before anyone is told that it is done
    lock.lock();
    busy = false;
    m_idle.notify_all();
}

void BackgroundExecutor::work() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_closing || !m_saves.empty() || !m_reads.empty(); });
        auto& lane = m_saves.empty() ? m_reads : m_saves;
        if (lane.empty()) {
            return; // closing, and nothing left to save
        }
        runFirst(lock, lane, m_busy);
    }
}

void BackgroundExecutor::ask() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_closing || !m_questions.empty(); });
        if (m_questions.empty()) {
            return;
        }
        runFirst(lock, m_questions, m_asking);
    }
}

} // namespace frontsheet
