#include "app/agency_server/https/health_endpoint.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

namespace frontsheet {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;

Result<std::unique_ptr<HealthEndpoint>> HealthEndpoint::open(asio::io_context& io, std::uint16_t port,
                                                             const ConnectionShared& watched) {
    auto endpoint = std::make_unique<HealthEndpoint>(io, watched);
    boost::system::error_code failed;
    const tcp::endpoint loopback{asio::ip::address_v4::loopback(), port};
    endpoint->m_acceptor.open(loopback.protocol(), failed);
    if (!failed) {
        endpoint->m_acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
    }
    if (!failed) {
        endpoint->m_acceptor.bind(loopback, failed);
    }
    if (!failed) {
        endpoint->m_acceptor.listen(16, failed);
    }
    if (failed) {
        return {ErrorCode::Unreachable, "health port " + std::to_string(port) + ": " + failed.message()};
    }
    endpoint->m_port = endpoint->m_acceptor.local_endpoint().port();
    asio::co_spawn(io, endpoint->accept(), asio::detached);
    return endpoint;
}

void HealthEndpoint::close() {
    boost::system::error_code ignored;
    m_acceptor.close(ignored);
}

asio::awaitable<void> HealthEndpoint::accept() {
    for (;;) {
        boost::system::error_code failed;
        tcp::socket socket = co_await m_acceptor.async_accept(asio::redirect_error(asio::use_awaitable, failed));
        if (failed) {
            co_return;
        }
        asio::co_spawn(m_acceptor.get_executor(), answer(std::move(socket)), asio::detached);
    }
}

asio::awaitable<void> HealthEndpoint::answer(tcp::socket socket) const {
    boost::beast::tcp_stream stream{std::move(socket)};
    stream.expires_after(std::chrono::seconds{5});
    boost::beast::flat_buffer buffer{8192};
    http::request<http::empty_body> request;
    boost::system::error_code failed;
    co_await http::async_read(stream, buffer, request, asio::redirect_error(asio::use_awaitable, failed));
    if (failed) {
        co_return;
    }
    http::response<http::string_body> reply{http::status::ok, 11};
    reply.set(http::field::content_type, "text/plain; charset=utf-8");
    reply.keep_alive(false);
    if (request.method() != http::verb::get) {
        reply.result(http::status::method_not_allowed);
    } else if (request.target() == "/healthz") {
        reply.result(m_watched.stopping ? http::status::service_unavailable : http::status::ok);
        reply.body() = m_watched.stopping ? "stopping\n" : "ok\n";
    } else if (request.target() == "/metrics") {
        reply.body() = metrics();
    } else {
        reply.result(http::status::not_found);
    }
    reply.prepare_payload();
    co_await http::async_write(stream, reply, asio::redirect_error(asio::use_awaitable, failed));
}

// The text format that Prometheus and most collectors read.
std::string HealthEndpoint::metrics() const {
    const auto& c = m_watched.counters;
    std::string text;
    const auto line = [&text](const char* name, std::uint64_t value) {
        text += std::string{name} + " " + std::to_string(value) + "\n";
    };
    line("frontsheet_connections_open", m_watched.open);
    line("frontsheet_connections_accepted_total", c.accepted);
    line("frontsheet_connections_resumed_total", c.resumed);
    line("frontsheet_connections_turned_away_total", c.turnedAway);
    line("frontsheet_handshakes_failed_total", c.handshakeFailed);
    line("frontsheet_requests_total", c.requests);
    line("frontsheet_requests_refused_total", c.refused);
    line("frontsheet_requests_failed_total", c.failed);
    line("frontsheet_bytes_in_total", c.bytesIn);
    line("frontsheet_bytes_out_total", c.bytesOut);
    return text;
}

} // namespace frontsheet
