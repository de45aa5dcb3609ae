#include "app/bench/sync/delaying_relay.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace frontsheet::bench {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

std::string readToTheEnd(int socket) {
    std::string all;
    char some[65536];
    for (ssize_t got = 0; (got = ::recv(socket, some, sizeof some, 0)) > 0;) {
        all.append(some, static_cast<std::size_t>(got));
    }
    return all;
}

void sendAll(int socket, const std::string& bytes) {
    for (std::size_t sent = 0; sent < bytes.size();) {
        const auto some = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        ASSERT_GT(some, 0);
        sent += static_cast<std::size_t>(some);
    }
}

// Hears one caller out, then says the same back and hangs up.
class Echo {
public:
    Echo() : m_listener(::socket(AF_INET, SOCK_STREAM, 0)) {
        auto address = loopback(0);
        socklen_t size = sizeof address;
        (void)::bind(m_listener, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        (void)::listen(m_listener, 1);
        (void)::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] {
            const int caller = ::accept(m_listener, nullptr, nullptr);
            m_heard = readToTheEnd(caller);
            m_heardAt = Clock::now();
            sendAll(caller, m_heard);
            ::close(caller);
        });
    }
    ~Echo() {
        if (m_thread.joinable()) {
            m_thread.join();
        }
        ::close(m_listener);
    }
    Echo(const Echo&) = delete;
    Echo& operator=(const Echo&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    Clock::time_point heardAt() {
        m_thread.join();
        return m_heardAt;
    }

private:
    int m_listener;
    std::uint16_t m_port = 0;
    std::string m_heard;
    Clock::time_point m_heardAt;
    std::thread m_thread;
};

int calling(std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    const auto address = loopback(port);
    EXPECT_EQ(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    return socket;
}

TEST(DelayingRelay, HandsOnEveryByteInOrderAndTheEndOfThem) {
    std::string bytes;
    for (std::uint32_t n = 0; n < 2'000'000; ++n) {
        bytes += static_cast<char>((n * 2654435761u) >> 24);
    }
    Echo echo;
    const auto relay = DelayingRelay::start(echo.port(), milliseconds{1});
    ASSERT_TRUE(relay);
    const int socket = calling((*relay)->port());
    sendAll(socket, bytes);
    ::shutdown(socket, SHUT_WR);
    EXPECT_TRUE(readToTheEnd(socket) == bytes);
    ::close(socket);
}

TEST(DelayingRelay, EachDirectionTakesItsTimeAndSoDoesOpening) {
    constexpr milliseconds kEach{40};
    Echo echo;
    const auto relay = DelayingRelay::start(echo.port(), kEach);
    ASSERT_TRUE(relay);
    const auto called = Clock::now();
    const int socket = calling((*relay)->port());
    sendAll(socket, "is anybody there?");
    ::shutdown(socket, SHUT_WR);
    EXPECT_EQ(readToTheEnd(socket), "is anybody there?");
    const auto answered = Clock::now();
    ::close(socket);
    const auto heard = echo.heardAt();
    EXPECT_GE(heard - called, 3 * kEach); // there and back to open, then there
    EXPECT_GE(answered - heard, kEach);
}

TEST(DelayingRelay, AServerThatIsNotThereIsAClosedConnection) {
    std::uint16_t nobody = 0;
    {
        Echo gone;
        nobody = gone.port();
        ::close(calling(nobody));
    }
    const auto relay = DelayingRelay::start(nobody, milliseconds{1});
    ASSERT_TRUE(relay);
    const int socket = calling((*relay)->port());
    EXPECT_EQ(readToTheEnd(socket), "");
    ::close(socket);
}

} // namespace

} // namespace frontsheet::bench
