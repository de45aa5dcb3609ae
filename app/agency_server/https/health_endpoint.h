// GET /healthz and GET /metrics for the operator's monitoring, in plain HTTP on the loopback and nowhere else.
#pragma once

#include "app/agency_server/https/connection.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cstdint>
#include <memory>

namespace frontsheet {

class HealthEndpoint {
public:
    // Port 0: any free one. Unreachable when it cannot be bound.
    static Result<std::unique_ptr<HealthEndpoint>> open(boost::asio::io_context& io, std::uint16_t port,
                                                        const ConnectionShared& watched);
    HealthEndpoint(boost::asio::io_context& io, const ConnectionShared& watched) : m_acceptor(io), m_watched(watched) {}

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    void close();

private:
    boost::asio::awaitable<void> accept();
    boost::asio::awaitable<void> answer(boost::asio::ip::tcp::socket socket) const;
    [[nodiscard]] std::string metrics() const;

    boost::asio::ip::tcp::acceptor m_acceptor;
    const ConnectionShared& m_watched;
    std::uint16_t m_port = 0;
};

} // namespace frontsheet
