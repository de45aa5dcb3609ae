// One thread that does one thing at a time: what an exchange has on the network goes here, while its own thread writes
// the page before into the store.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

namespace frontsheet {

class Lane {
public:
    // Without a thread, for the simulator, where nothing may depend on which is faster: AtOnce as if the network were always
    // the faster one, WhenWaitedFor as if it were always the slower one (what nobody has waited for is done in the end).
    enum class Runs : std::uint8_t { OnItsThread, AtOnce, WhenWaitedFor };
    explicit Lane(Runs runs = Runs::OnItsThread);
    ~Lane(); // after what is running has ended
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    // One at a time: the future of the last one must have been waited for.
    template <class Work>
    [[nodiscard]] auto run(Work work) {
        using Made = decltype(work());
        if (m_runs == Runs::WhenWaitedFor) {
            return std::async(std::launch::deferred, std::move(work));
        }
        auto task = std::make_shared<std::packaged_task<Made()>>(std::move(work));
        auto result = task->get_future();
        if (m_runs == Runs::AtOnce) {
            (*task)();
            return result;
        }
        post([task] { (*task)(); });
        return result;
    }

private:
    void post(std::function<void()> work);
    void loop();

    const Runs m_runs;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::function<void()> m_work;
    bool m_closing = false;
    std::thread m_thread; // last: it uses the others
};

} // namespace frontsheet
