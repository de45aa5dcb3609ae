#include "tests/blackbox/proxy/line_relay.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <deque>
#include <poll.h>
#include <sys/socket.h>
#include <vector>

namespace frontsheet::blackbox {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t kPiece = 16'384;
constexpr std::size_t kWaitingPieces = 64; // more are not read: the sender feels it, as it would
constexpr std::size_t kSlowBytesPerSecond = 20'000;
// A black hole lets go in the end, so that a test waits less than a device's own patience.
constexpr std::chrono::seconds kHole{3};

struct Piece {
    Clock::time_point due;
    std::vector<char> bytes;
    std::size_t sent = 0;
};

// One way of the connection.
struct Way {
    SocketEnd* from;
    SocketEnd* to;
    std::deque<Piece> waiting;
    std::size_t read = 0;       // bytes so far
    bool ended = false;         // no more comes
    bool told = false;          // and the other side knows
    Clock::time_point free{};   // when a slow line has room again
    Clock::time_point newest{}; // due time of the last piece: none overtakes another

    [[nodiscard]] bool done() const { return ended && told; }
};

// Handshakes are a few thousand bytes; small requests hundreds; pages hundreds of thousands.
std::size_t someBytes(std::mt19937_64& chance) {
    const double exponent = std::uniform_real_distribution<double>{0.0, 5.3}(chance);
    return static_cast<std::size_t>(std::pow(10.0, exponent));
}

class Relay {
public:
    Relay(SocketEnd& device, SocketEnd& server, const Weather& weather, std::optional<Harm> fate,
          std::mt19937_64& chance)
        : m_up{&device, &server, {}, 0, false, false, {}, {}}, m_down{&server, &device, {}, 0, false, false, {}, {}},
          m_weather(weather), m_fate(fate), m_chance(chance),
          m_after(weather.after != 0 ? weather.after : someBytes(chance)),
          m_struck(std::bernoulli_distribution{0.5}(chance) ? &m_up : &m_down) {}

    void run() {
        while (!m_over && !(m_up.done() && m_down.done())) {
            wait();
            for (Way* way : {&m_up, &m_down}) {
                take(*way);
                give(*way);
            }
        }
    }

private:
    void wait() {
        auto soon = Clock::now() + milliseconds{200};
        std::array<pollfd, 2> polled{pollfd{m_up.from->get(), 0, 0}, pollfd{m_down.from->get(), 0, 0}};
        const auto ask = [&](const Way& way, pollfd& reads, pollfd& writes) {
            if (!way.ended && way.waiting.size() < kWaitingPieces) {
                reads.events = static_cast<short>(reads.events | POLLIN);
            }
            if (!way.waiting.empty()) {
                const auto due = std::max(way.waiting.front().due, way.free);
                if (due <= Clock::now()) {
                    writes.events = static_cast<short>(writes.events | POLLOUT);
                } else {
                    soon = std::min(soon, due);
                }
            }
        };
        ask(m_up, polled[0], polled[1]);
        ask(m_down, polled[1], polled[0]);
        for (auto& end : polled) {
            end.fd = end.events == 0 ? -1 : end.fd; // or one that hung up would wake this at once, for ever
        }
        const auto left = std::chrono::ceil<milliseconds>(soon - Clock::now());
        ::poll(polled.data(), polled.size(), static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
    }

    void take(Way& way) {
        if (way.ended || way.waiting.size() >= kWaitingPieces) {
            return;
        }
        std::vector<char> bytes(kPiece);
        const auto got = ::recv(way.from->get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) {
            return;
        }
        if (got < 0) {
            end(&SocketEnd::reset); // the other side is to feel it as it was
            return;
        }
        if (got == 0) {
            way.ended = true;
            return;
        }
        bytes.resize(static_cast<std::size_t>(got));
        const auto before = way.read;
        way.read += bytes.size();
        if (!strike(way, before, bytes)) {
            return;
        }
        const auto delay =
            milliseconds{m_weather.delayMs == 0 ? 0U : static_cast<unsigned>(m_chance() % m_weather.delayMs)};
        way.newest = std::max(way.newest, Clock::now() + delay);
        way.waiting.push_back({way.newest, std::move(bytes), 0});
    }

    // False when these bytes are not passed on.
    bool strike(Way& way, std::size_t before, std::vector<char>& bytes) {
        const bool due = &way == m_struck && m_fate && before + bytes.size() > m_after;
        if (m_hole) {
            return false;
        }
        if (!due || m_done) {
            return true;
        }
        switch (*m_fate) {
        case Harm::Flip:
            bytes[m_after - before] = static_cast<char>(bytes[m_after - before] ^ (1U << (m_chance() % 8)));
            m_done = true;
            return true;
        case Harm::Reset:
            end(&SocketEnd::reset);
            return false;
        case Harm::Cut:
            // What came before the cut still arrives.
            bytes.resize(m_after - before);
            (void)::send(way.to->get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            end(&SocketEnd::close);
            return false;
        case Harm::HalfClose:
            bytes.resize(m_after - before);
            way.ended = true;
            m_done = true;
            m_halfUntil = Clock::now() + kHole;
            return true;
        case Harm::BlackHole:
            m_hole = Clock::now() + kHole;
            return false;
        default:
            return true;
        }
    }

    void give(Way& way) {
        const auto now = Clock::now();
        if ((m_hole && now > *m_hole) || (m_halfUntil && now > *m_halfUntil)) {
            end(&SocketEnd::reset);
            return;
        }
        while (!m_over && !way.waiting.empty() && way.waiting.front().due <= now && way.free <= now) {
            auto& piece = way.waiting.front();
            auto size = piece.bytes.size() - piece.sent;
            if (m_fate == Harm::Slow) {
                size = std::min<std::size_t>(size, 2'000);
                way.free = now + milliseconds{size * 1000 / kSlowBytesPerSecond};
            }
            const auto sent = ::send(way.to->get(), piece.bytes.data() + piece.sent, size, MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent < 0) {
                if (errno != EAGAIN) {
                    end(&SocketEnd::reset);
                }
                return;
            }
            piece.sent += static_cast<std::size_t>(sent);
            if (piece.sent == piece.bytes.size()) {
                way.waiting.pop_front();
            }
        }
        if (way.ended && way.waiting.empty() && !way.told && !m_hole) {
            way.to->endWriting();
            way.told = true;
        }
    }

    void end(void (SocketEnd::*how)()) {
        (m_up.from->*how)();
        (m_down.from->*how)();
        m_over = true;
    }

    Way m_up;
    Way m_down;
    const Weather& m_weather;
    std::optional<Harm> m_fate;
    std::mt19937_64& m_chance;
    const std::size_t m_after;
    Way* const m_struck;
    bool m_over = false;
    bool m_done = false;
    std::optional<Clock::time_point> m_hole;
    std::optional<Clock::time_point> m_halfUntil;
};

} // namespace

void relayLine(SocketEnd device, SocketEnd server, const Weather& weather, std::optional<Harm> fate,
               std::mt19937_64& chance) {
    Relay{device, server, weather, fate, chance}.run();
}

} // namespace frontsheet::blackbox
