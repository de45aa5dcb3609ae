// Connections that read beside the writer, each call on a snapshot of its own. Made when first needed, at most kReaders; a
// caller waits for one to be free. Any thread.
#pragma once

#include "core/base/result.h"
#include "core/sqlite/connection.h"
#include "core/sqlite/transaction.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace frontsheet::store {

class ReaderPool {
public:
    using Open = std::function<Result<std::unique_ptr<sqlite::Connection>>()>;
    explicit ReaderPool(Open open) : m_open(std::move(open)) {}

    // Runs `work(connection)` in one snapshot.
    template <class Work>
    auto read(Work work) -> decltype(work(std::declval<sqlite::Connection&>())) {
        FS_ASSIGN(const auto lease, take());
        FS_ASSIGN(auto snapshot, sqlite::Transaction::begin(lease.connection(), sqlite::TransactionKind::Snapshot));
        return work(lease.connection());
    }

    // While this lives nobody reads: new readers wait, and those under way are waited for. For what must not leave a reader on
    // old pages (a purge's checkpoint).
    class Pause {
    public:
        explicit Pause(ReaderPool& pool);
        // Waits no longer than that: isReached() says whether they have finished. If not, nobody is kept waiting.
        Pause(ReaderPool& pool, std::chrono::milliseconds within);
        ~Pause();
        Pause(const Pause&) = delete;
        Pause& operator=(const Pause&) = delete;
        [[nodiscard]] bool isReached() const { return m_reached; }

    private:
        void release();

        ReaderPool& m_pool;
        bool m_reached = false;
    };

private:
    class Lease {
    public:
        Lease(ReaderPool& pool, std::unique_ptr<sqlite::Connection> connection)
            : m_pool(&pool), m_connection(std::move(connection)) {}
        Lease(Lease&& other) noexcept = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease();
        [[nodiscard]] sqlite::Connection& connection() const { return *m_connection; }

    private:
        ReaderPool* m_pool;
        std::unique_ptr<sqlite::Connection> m_connection; // null when moved from
    };

    [[nodiscard]] Result<Lease> take();
    void giveBack(std::unique_ptr<sqlite::Connection> connection);

    Open m_open;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::unique_ptr<sqlite::Connection>> m_idle;
    std::size_t m_reading = 0;
    std::size_t m_pauses = 0;
};

} // namespace frontsheet::store
