#include "tests/blackbox/proxy/socket_end.h"

#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace frontsheet::blackbox {

namespace {

Result<sockaddr_in> parsed(const std::string& address) {
    sockaddr_in out{};
    out.sin_family = AF_INET;
    const auto colon = address.find(':');
    if (colon == std::string::npos || ::inet_pton(AF_INET, address.substr(0, colon).c_str(), &out.sin_addr) != 1) {
        return {ErrorCode::InvalidArgument, "address"};
    }
    out.sin_port = htons(static_cast<std::uint16_t>(std::strtoul(address.c_str() + colon + 1, nullptr, 10)));
    return out;
}

} // namespace

SocketEnd::~SocketEnd() { close(); }

SocketEnd::SocketEnd(SocketEnd&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

SocketEnd& SocketEnd::operator=(SocketEnd&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

Result<SocketEnd> SocketEnd::listenAt(const std::string& address) {
    FS_ASSIGN(const auto at, parsed(address));
    SocketEnd end{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    const int yes = 1;
    ::setsockopt(end.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (::bind(end.get(), reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0 || ::listen(end.get(), 64) != 0) {
        return {ErrorCode::Unreachable, "cannot listen at " + address};
    }
    return end;
}

Result<SocketEnd> SocketEnd::connectTo(const std::string& address) {
    FS_ASSIGN(const auto at, parsed(address));
    SocketEnd end{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    const int yes = 1;
    ::setsockopt(end.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(end.get(), reinterpret_cast<const sockaddr*>(&at), sizeof at) != 0) {
        return {ErrorCode::Unreachable, "cannot connect to " + address};
    }
    return end;
}

SocketEnd SocketEnd::accept() const {
    for (;;) {
        const int accepted = ::accept4(m_descriptor, nullptr, nullptr, SOCK_CLOEXEC);
        if (accepted >= 0) {
            const int yes = 1;
            ::setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            return SocketEnd{accepted};
        }
        if (errno != EINTR && errno != ECONNABORTED) {
            return SocketEnd{};
        }
    }
}

void SocketEnd::patience(std::chrono::seconds limit) const {
    const timeval wait{limit.count(), 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
}

void SocketEnd::dontBlock() const {
    ::fcntl(m_descriptor, F_SETFL, ::fcntl(m_descriptor, F_GETFL) | O_NONBLOCK); // NOLINT: fcntl's own shape
}

void SocketEnd::reset() {
    const linger now{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close();
}

void SocketEnd::endWriting() const { ::shutdown(m_descriptor, SHUT_WR); }

void SocketEnd::close() {
    if (m_descriptor >= 0) {
        ::close(std::exchange(m_descriptor, -1));
    }
}

} // namespace frontsheet::blackbox
