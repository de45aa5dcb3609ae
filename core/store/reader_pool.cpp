#include "core/store/reader_pool.h"

#include "core/store/tuning.h"

namespace frontsheet::store {

Result<ReaderPool::Lease> ReaderPool::take() {
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_pauses == 0 && m_reading < kReaders; });
        ++m_reading;
        if (!m_idle.empty()) {
            auto connection = std::move(m_idle.back());
            m_idle.pop_back();
            return Lease{*this, std::move(connection)};
        }
    }
    auto opened = m_open();
    if (!opened) {
        giveBack(nullptr);
        return std::move(opened).error();
    }
    return Lease{*this, std::move(opened).value()};
}

void ReaderPool::giveBack(std::unique_ptr<sqlite::Connection> connection) {
    {
        const std::lock_guard lock(m_mutex);
        --m_reading;
        if (connection != nullptr) {
            m_idle.push_back(std::move(connection));
        }
    }
    m_changed.notify_all();
}

ReaderPool::Lease::~Lease() {
    if (m_connection != nullptr) {
        m_pool->giveBack(std::move(m_connection));
    }
}

ReaderPool::Pause::Pause(ReaderPool& pool) : m_pool(pool), m_reached(true) {
    std::unique_lock lock(m_pool.m_mutex);
    ++m_pool.m_pauses;
    m_pool.m_changed.wait(lock, [this] { return m_pool.m_reading == 0; });
}

ReaderPool::Pause::Pause(ReaderPool& pool, std::chrono::milliseconds within) : m_pool(pool) {
    {
        std::unique_lock lock(m_pool.m_mutex);
        ++m_pool.m_pauses;
        m_reached = m_pool.m_changed.wait_for(lock, within, [this] { return m_pool.m_reading == 0; });
    }
    if (!m_reached) {
        release();
    }
}

ReaderPool::Pause::~Pause() {
    if (m_reached) {
        release();
    }
}

void ReaderPool::Pause::release() {
    {
        const std::lock_guard lock(m_pool.m_mutex);
        --m_pool.m_pauses;
    }
    m_pool.m_changed.notify_all();
}

} // namespace frontsheet::store
