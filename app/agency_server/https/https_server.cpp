#include "app/agency_server/https/https_server.h"

#include "app/agency_server/https/connection.h"
#include "app/agency_server/https/health_endpoint.h"
#include "app/agency_server/https/https_limits.h"
#include "app/agency_server/https/tls_context.h"
#include "core/base/log.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <mutex>
#include <thread>
#include <vector>

namespace frontsheet {

namespace asio = boost::asio;
using asio::ip::tcp;

struct HttpsServer::Parts {
    Parts(const HttpsOptions& options, Service& service)
        : io(static_cast<int>(options.ioThreads)), acceptor(io), pool(options.workers), shared{service, pool} {}

    asio::io_context io;
    tcp::acceptor acceptor;
    asio::thread_pool pool;
    ConnectionShared shared;
    std::unique_ptr<HealthEndpoint> health;
    std::mutex tlsMutex;
    std::shared_ptr<TlsGeneration> tls;
    std::vector<std::thread> threads;
    std::uint16_t port = 0;
    bool stopped = false;

    std::shared_ptr<TlsGeneration> currentTls() {
        const std::lock_guard lock(tlsMutex);
        return tls;
    }

    asio::awaitable<void> accept() {
        for (;;) {
            boost::system::error_code failed;
            tcp::socket socket = co_await acceptor.async_accept(asio::make_strand(io),
                                                                asio::redirect_error(asio::use_awaitable, failed));
            if (failed == asio::error::operation_aborted || shared.stopping) {
                co_return;
            }
            if (failed) {
                // Out of descriptors, most likely: wait for some to be given back rather than spin.
                logEvent("accept-failed", {{"error", std::int64_t{failed.value()}}});
                asio::steady_timer pause(co_await asio::this_coro::executor, std::chrono::milliseconds{100});
                co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, failed));
                continue;
            }
            if (shared.open >= https_limits::kConnections) {
                ++shared.counters.turnedAway;
                continue; // closed by its destructor
            }
            Connection::spawn(std::move(socket), currentTls(), shared);
        }
    }
};

namespace {

Result<void> listenOn(tcp::acceptor& acceptor, const std::string& address, std::uint16_t port) {
    boost::system::error_code failed;
    const auto ip = asio::ip::make_address(address, failed);
    if (failed) {
        return {ErrorCode::InvalidArgument, "address to listen on"};
    }
    const tcp::endpoint endpoint{ip, port};
    acceptor.open(endpoint.protocol(), failed);
    if (!failed) {
        acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
    }
    if (!failed) {
        acceptor.bind(endpoint, failed);
    }
    if (!failed) {
        acceptor.listen(1024, failed);
    }
    if (failed) {
        return {ErrorCode::Unreachable, "port " + std::to_string(port) + " cannot be listened on: " + failed.message()};
    }
    return ok();
}

} // namespace

HttpsServer::HttpsServer(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
HttpsServer::~HttpsServer() { stop(); }

Result<std::unique_ptr<HttpsServer>> HttpsServer::start(const HttpsOptions& options, const TlsMaterial& material,
                                                        Service& service) {
    FS_ASSIGN(auto generation, makeTlsGeneration(material));
    auto parts = std::make_unique<Parts>(options, service);
    parts->tls = std::move(generation);
    FS_TRY(listenOn(parts->acceptor, options.address, options.port));
    parts->port = parts->acceptor.local_endpoint().port();
    FS_ASSIGN(parts->health, HealthEndpoint::open(parts->io, options.healthPort, parts->shared));
    asio::co_spawn(parts->io, parts->accept(), asio::detached);
    for (unsigned i = 0; i < std::max(1U, options.ioThreads); ++i) {
        parts->threads.emplace_back([&io = parts->io] { io.run(); });
    }
    return std::unique_ptr<HttpsServer>{new HttpsServer(std::move(parts))};
}

std::uint16_t HttpsServer::port() const { return m_parts->port; }
std::uint16_t HttpsServer::healthPort() const { return m_parts->health->port(); }

Result<void> HttpsServer::replace(const TlsMaterial& material) {
    FS_ASSIGN(auto generation, makeTlsGeneration(material));
    const std::lock_guard lock(m_parts->tlsMutex);
    m_parts->tls = std::move(generation);
    return ok();
}

void HttpsServer::stop() {
    if (m_parts == nullptr || m_parts->stopped) {
        return;
    }
    auto& parts = *m_parts;
    parts.stopped = true;
    parts.shared.stopping = true;
    asio::post(parts.io, [&parts] {
        boost::system::error_code ignored;
        parts.acceptor.close(ignored);
        parts.health->close();
        parts.shared.closeIdle();
    });
    const auto deadline = std::chrono::steady_clock::now() + https_limits::kFinish;
    parts.shared.waitUntilEmpty(deadline);
    parts.pool.join();
    parts.io.stop();
    for (auto& thread : parts.threads) {
        thread.join();
    }
}

} // namespace frontsheet
