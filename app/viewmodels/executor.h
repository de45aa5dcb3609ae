// Where use cases run: never on the UI thread. One thread, so that jobs of one lane keep their order; saves overtake
// reads, because what a person typed goes before what they look at.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace frontsheet {

enum class Lane : std::uint8_t { Save, Read };

class Executor {
public:
    virtual ~Executor() = default;
    // Any thread. The job may block on disk; it must not throw.
    virtual void post(Lane lane, std::function<void()> job) = 0;
};

class BackgroundExecutor final : public Executor {
public:
    BackgroundExecutor();
    // Finishes every save and drops reads that have not begun.
    ~BackgroundExecutor() override;
    BackgroundExecutor(const BackgroundExecutor&) = delete;
    BackgroundExecutor& operator=(const BackgroundExecutor&) = delete;

    void post(Lane lane, std::function<void()> job) override;
    // Returns when all that was posted before is done. Not from a job.
    void drain();

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_idle;
    std::deque<std::function<void()>> m_saves;
    std::deque<std::function<void()>> m_reads;
    bool m_busy = false;
    bool m_closing = false;
    std::thread m_thread;
};

} // namespace frontsheet
