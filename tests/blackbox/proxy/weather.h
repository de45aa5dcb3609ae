// What goes wrong between a device and a server, and how often. One line of text says it, so that a driver can change it while
// the proxy runs:
//
//   reset=30 flip=20 delay=5            thirty connections in a thousand are reset, twenty have a byte flipped, 5 ms each way
//   open=1000 lose=1000 times=1 only=sync   TLS is ended here; the answer of the first request to .../sync is lost, no other
//
// Chances are in a thousand: of connections for what happens outside TLS, of requests for what happens inside.
#pragma once

#include "core/base/result.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <string_view>

namespace frontsheet::blackbox {

enum class Harm : std::uint8_t {
    // A connection, outside TLS.
    Refuse,    // closed as soon as it is accepted
    Reset,     // RST to both after some bytes
    HalfClose, // one way ends cleanly after some bytes, the other goes on
    Cut,       // both ways end cleanly after some bytes
    Flip,      // one bit of one byte is turned
    BlackHole, // nothing passes any more, and nobody is told
    Slow,      // 20 kB a second
    // A request, inside TLS.
    FlipAsk,      // one bit of the request's body
    CutAsk,       // a request's body ends early, and its header agrees
    RepeatAsk,    // the request is passed on twice; the second answer goes back
    LoseAsk,      // the request never arrives, and the connection dies
    FlipAnswer,   // one bit of the answer's body
    CutAnswer,    // the answer's body ends early, and its header agrees
    TearAnswer,   // the answer's body ends early, and its header does not
    LoseAnswer,   // the request was carried out, and its answer never comes
    StaleAnswer,  // what the last request of this connection was answered, once more
    Portal,       // a sign-in page with 200
    PosingPortal, // the same under our own content type
    Redirect,     // 302 to a sign-in page
    WantsLogin,   // 407
    TooLarge,     // 413
    TooMany,      // 429 with Retry-After
    Busy,         // 503 with Retry-After, as a load balancer says it
    BadGateway,   // 502
    GzipBomb,     // an answer packed by somebody else, and huge
    ZstdBomb,     // a frame of a few bytes that says it unpacks to gigabytes
    Oversized,    // more bytes than any answer may have
};
inline constexpr std::size_t kHarms = 26 + 1;
inline constexpr Harm kFirstInside = Harm::FlipAsk;

[[nodiscard]] std::string_view nameOf(Harm harm);

struct Weather {
    std::array<unsigned, kHarms> chances{}; // in a thousand
    unsigned open = 0;                      // connections in a thousand whose TLS is ended here
    unsigned delayMs = 0;                   // each way, at most; drawn anew for each piece
    unsigned after = 0;                     // outside TLS: bytes that pass before the harm; 0: drawn
    unsigned retryAfter = 1;                // seconds that Busy and TooMany ask for
    std::optional<unsigned> times;          // so many harms and then none
    std::string only;                       // requests whose path contains this

    // InvalidArgument names the word that is not understood.
    [[nodiscard]] static Result<Weather> parse(std::string_view line);
};

// The weather now, chance, and what was done: shared by all connections. Any thread.
class Sky {
public:
    explicit Sky(std::uint64_t seed) : m_seed(seed) {}

    void turn(Weather weather);
    [[nodiscard]] Weather now() const;
    // A generator for one connection: the same seed and number give the same draws.
    [[nodiscard]] std::mt19937_64 chanceOf(std::uint64_t connection) const;
    // What befalls, if anything; counted when it does.
    [[nodiscard]] std::optional<Harm> befalls(bool inside, std::string_view path, std::mt19937_64& chance);
    // "connections=3 requests=7 reset=1 ..." of all that was not none.
    [[nodiscard]] std::string tally() const;

    std::atomic<std::uint64_t> connections = 0;
    std::atomic<std::uint64_t> opened = 0; // of them, with TLS ended here
    // A request to "/v1/council/sync", and an answer of the real server to one.
    void asked(std::string_view path);
    std::atomic<std::uint64_t> answers = 0;
    std::atomic<std::uint64_t> untrusted = 0; // handshakes that either side broke off

private:
    const std::uint64_t m_seed;
    mutable std::mutex m_mutex;
    Weather m_weather;
    std::array<std::uint64_t, kHarms> m_done{};
    std::map<std::string, std::uint64_t> m_asked; // by the path's last word
};

} // namespace frontsheet::blackbox
