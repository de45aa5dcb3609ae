#include "app/bench/sync/delaying_relay.h"

#include <algorithm>
#include <arpa/inet.h>
#include <deque>
#include <fcntl.h>
#include <list>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace frontsheet::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kReadAtOnce = 256 * 1024;
// Under way in one direction at once; more than a bulk exchange ever has, so that distance alone is measured.
constexpr std::size_t kMostUnderWay = 256 * 1024 * 1024;

class Descriptor {
public:
    explicit Descriptor(int number = -1) : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(m_number, other.m_number);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

struct Parcel {
    Clock::time_point due;
    std::vector<char> bytes; // none: the sender has ended
    std::size_t sent = 0;
};

// One direction of one connection.
struct Way {
    int from = -1;
    int to = -1;
    std::deque<Parcel> underWay;
    std::size_t bytesUnderWay = 0;
    bool ended = false;  // nothing more comes in
    bool closed = false; // and nothing more goes out

    [[nodiscard]] bool listens() const { return !ended && bytesUnderWay < kMostUnderWay; }
    [[nodiscard]] bool hasDue(Clock::time_point now) const { return !underWay.empty() && underWay.front().due <= now; }
};

struct Pair {
    Descriptor device;
    Descriptor server;
    Clock::time_point opens; // from here on the device's bytes can leave it
    Way up;
    Way down;
};

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void sendAtOnce(int socket) {
    const int on = 1;
    (void)::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    (void)::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
}

void takeIn(Way& way, Clock::time_point due) {
    std::vector<char> bytes(kReadAtOnce);
    const auto got = ::recv(way.from, bytes.data(), bytes.size(), 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
        return;
    }
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    bytes.shrink_to_fit();
    way.ended = bytes.empty();
    way.bytesUnderWay += bytes.size();
    way.underWay.push_back({due, std::move(bytes)});
}

void handOn(Way& way, Clock::time_point now) {
    while (way.hasDue(now)) {
        Parcel& parcel = way.underWay.front();
        if (parcel.bytes.empty()) {
            (void)::shutdown(way.to, SHUT_WR);
            way.closed = true;
        } else {
            const auto sent =
                ::send(way.to, parcel.bytes.data() + parcel.sent, parcel.bytes.size() - parcel.sent, MSG_NOSIGNAL);
            if (sent < 0 && (errno == EAGAIN || errno == EINTR)) {
                return;
            }
            if (sent < 0) { // nobody is there any more
                way.underWay.clear();
                way.ended = way.closed = true;
                return;
            }
            parcel.sent += static_cast<std::size_t>(sent);
            way.bytesUnderWay -= static_cast<std::size_t>(sent);
            if (parcel.sent < parcel.bytes.size()) {
                return;
            }
        }
        way.underWay.pop_front();
    }
}

} // namespace

class DelayingRelay::Works {
public:
    Works(Descriptor listener, std::uint16_t port, std::uint16_t to, std::chrono::microseconds each)
        : m_listener(std::move(listener)), m_stop(::eventfd(0, EFD_CLOEXEC)), m_port(port), m_to(to), m_each(each) {
        m_thread = std::thread([this] { serve(); });
    }
    ~Works() {
        const std::uint64_t one = 1;
        (void)!::write(m_stop.number(), &one, sizeof one);
        m_thread.join();
    }
    Works(const Works&) = delete;
    Works& operator=(const Works&) = delete;
    [[nodiscard]] std::uint16_t port() const { return m_port; }

private:
    void serve() {
        for (;;) {
            std::vector<pollfd> watched{{m_stop.number(), POLLIN, 0}, {m_listener.number(), POLLIN, 0}};
            auto wake = Clock::time_point::max();
            const auto before = Clock::now();
            for (const auto& pair : m_pairs) {
                for (const Way* way : {&pair.up, &pair.down}) {
                    watched.push_back({way->listens() ? way->from : -1, POLLIN, 0});
                    watched.push_back({way->hasDue(before) ? way->to : -1, POLLOUT, 0});
                    if (!way->underWay.empty() && !way->hasDue(before)) {
                        wake = std::min(wake, way->underWay.front().due);
                    }
                }
            }
            timespec left{};
            if (wake != Clock::time_point::max()) {
                const auto wait = std::chrono::duration_cast<std::chrono::nanoseconds>(wake - before).count();
                left = {wait / 1'000'000'000, wait % 1'000'000'000};
            }
            (void)::ppoll(watched.data(), watched.size(), wake == Clock::time_point::max() ? nullptr : &left, nullptr);
            if (watched[0].revents != 0) {
                return;
            }
            const auto now = Clock::now();
            std::size_t at = 2;
            for (auto& pair : m_pairs) {
                for (Way* way : {&pair.up, &pair.down}) {
                    if (watched[at].revents != 0) {
                        takeIn(*way, (way == &pair.up ? std::max(now, pair.opens) : now) + m_each);
                    }
                    at += 2;
                    handOn(*way, now);
                }
            }
            m_pairs.remove_if([](const Pair& pair) { return pair.up.closed && pair.down.closed; });
            if (watched[1].revents != 0) {
                accept(now);
            }
        }
    }

    void accept(Clock::time_point now) {
        Descriptor device{::accept4(m_listener.number(), nullptr, nullptr, SOCK_CLOEXEC)};
        Descriptor server{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
        const auto address = loopback(m_to);
        if (device.number() < 0 || server.number() < 0 ||
            ::connect(server.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
            return; // the device sees its connection closed, as with any server that is not there
        }
        sendAtOnce(device.number());
        sendAtOnce(server.number());
        Pair pair{std::move(device), std::move(server), now + 2 * m_each, {}, {}};
        pair.up.from = pair.down.to = pair.device.number();
        pair.up.to = pair.down.from = pair.server.number();
        m_pairs.push_back(std::move(pair));
    }

    Descriptor m_listener;
    Descriptor m_stop;
    std::uint16_t m_port;
    std::uint16_t m_to;
    std::chrono::microseconds m_each;
    std::list<Pair> m_pairs; // the thread's
    std::thread m_thread;
};

DelayingRelay::DelayingRelay(std::unique_ptr<Works> works) : m_works(std::move(works)) {}
DelayingRelay::~DelayingRelay() = default;

std::uint16_t DelayingRelay::port() const { return m_works->port(); }

Result<std::unique_ptr<DelayingRelay>> DelayingRelay::start(std::uint16_t to, std::chrono::microseconds each) {
    Descriptor listener{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
    auto address = loopback(0);
    socklen_t size = sizeof address;
    if (listener.number() < 0 ||
        ::bind(listener.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(listener.number(), 64) != 0 ||
        ::getsockname(listener.number(), reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        return {ErrorCode::Unreachable, "a port for the relay"};
    }
    return std::unique_ptr<DelayingRelay>{
        new DelayingRelay{std::make_unique<Works>(std::move(listener), ntohs(address.sin_port), to, each)}};
}

} // namespace frontsheet::bench
