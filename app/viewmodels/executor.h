// Where use cases run: never on the UI thread. One thread for the disk, so that jobs of one lane keep their order; saves
// overtake reads, because what a person typed goes before what they look at. Another for questions to a server, which may
// take as long as a bad network does: nothing that is typed waits for them.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace frontsheet {

enum class Lane : std::uint8_t { Save, Read, Ask };

class Executor {
public:
    virtual ~Executor() = default;
    // Any thread. The job may block on the disk, of Lane::Ask on the network; it must not throw.
    virtual void post(Lane lane, std::function<void()> job) = 0;
};

class BackgroundExecutor final : public Executor {
public:
    BackgroundExecutor();
    // Finishes every save and drops reads and questions that have not begun; waits for those under way.
    ~BackgroundExecutor() override;
    BackgroundExecutor(const BackgroundExecutor&) = delete;
    BackgroundExecutor& operator=(const BackgroundExecutor&) = delete;

    void post(Lane lane, std::function<void()> job) override;
    // Returns when all that was posted before is done. Not from a job.
    void drain();

private:
    using Jobs = std::deque<std::function<void()>>;
    void work();
    void ask();
    // Runs the first of `jobs`, the lock let go meanwhile.
    void runFirst(std::unique_lock<std::mutex>& lock, Jobs& jobs, bool& busy);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_idle;
    Jobs m_saves;
    Jobs m_reads;
    Jobs m_questions;
    bool m_busy = false;
    bool m_asking = false;
    bool m_closing = false;
    std::thread m_disk;
    std::thread m_network;
};

} // namespace frontsheet
