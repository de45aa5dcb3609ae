// One thread that does one thing at a time: what an exchange has on the network goes here, while its own thread writes
// the page before into the store.
#pragma once

#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

namespace frontsheet {

class Lane {
public:
    Lane();
    ~Lane(); // after what is running has ended
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    // One at a time: the future of the last one must have been waited for.
    template <class Work>
    [[nodiscard]] auto run(Work work) {
        using Made = decltype(work());
        auto task = std::make_shared<std::packaged_task<Made()>>(std::move(work));
        auto result = task->get_future();
        post([task] { (*task)(); });
        return result;
    }

private:
    void post(std::function<void()> work);
    void loop();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::function<void()> m_work;
    bool m_closing = false;
    std::thread m_thread; // last: it uses the others
};

} // namespace frontsheet
