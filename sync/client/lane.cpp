#include "sync/client/lane.h"

namespace frontsheet {

Lane::Lane(Runs runs) : m_runs(runs) {
    if (runs == Runs::OnItsThread) {
        m_thread = std::thread([this] { loop(); });
    }
}

Lane::~Lane() {
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_changed.notify_one();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void Lane::post(std::function<void()> work) {
    {
        const std::lock_guard lock(m_mutex);
        m_work = std::move(work);
    }
    m_changed.notify_one();
}

void Lane::loop() {
    while (true) {
        std::function<void()> work;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_closing || m_work != nullptr; });
            if (m_work == nullptr) {
                return;
            }
            work = std::move(m_work);
            m_work = nullptr;
        }
        work(); // a packaged_task: what it throws comes out of its future
    }
}

} // namespace frontsheet
