// One TLS connection: handshake, who it is, requests one after another, close.
#pragma once

#include "app/agency_server/https/tls_context.h"
#include "sync/server/service.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <unordered_set>
#include <vector>

namespace frontsheet {

class Connection;

// What operators read at /metrics. Counts since the start.
struct ConnectionCounters {
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> resumed{0};
    std::atomic<std::uint64_t> handshakeFailed{0};
    std::atomic<std::uint64_t> turnedAway{0};
    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::uint64_t> refused{0};
    std::atomic<std::uint64_t> failed{0};
    std::atomic<std::uint64_t> bytesIn{0};
    std::atomic<std::uint64_t> bytesOut{0};
};

// What all connections of a server have in common. Outlives them.
struct ConnectionShared {
    ConnectionShared(Service& s, boost::asio::thread_pool& p) : service(s), pool(p) {}

    Service& service;
    boost::asio::thread_pool& pool; // where requests are handled, so that a wait for the disk stops no other connection
    ConnectionCounters counters;
    std::atomic<bool> stopping{false};
    std::atomic<std::size_t> open{0};

    void enter(Connection* connection);
    void leave(Connection* connection);
    // Wakes those that only wait for a next request; they see `stopping` and close.
    void closeIdle();
    // Past the deadline connections are cut.
    void waitUntilEmpty(std::chrono::steady_clock::time_point deadline);

private:
    // Kept alive while they are spoken to: the last one to let go of a connection calls leave(), which takes the lock.
    [[nodiscard]] std::vector<std::shared_ptr<Connection>> all();

    std::mutex m_mutex;
    std::condition_variable m_emptied;
    std::unordered_set<Connection*> m_all;
};

class Connection {
public:
    static void spawn(boost::asio::ip::tcp::socket socket, std::shared_ptr<TlsGeneration> tls,
                      ConnectionShared& shared);

    // On any thread.
    enum class Ending : std::uint8_t { WhenIdle, Now };
    void end(Ending ending);
    // Null for one that is on its way out.
    [[nodiscard]] std::shared_ptr<Connection> alive();

private:
    struct State;
    explicit Connection(State& state) : m_state(state) {}
    State& m_state;
};

} // namespace frontsheet
