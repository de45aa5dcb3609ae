// What a process around the library needs of it: one call per request, from any thread, without sockets.
#pragma once

#include "core/base/id.h"
#include "sync/server/caller.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace frontsheet {

enum class Verb : std::uint8_t {
    Sync,
    Closing,
    Enrol,
    PeerPull,
    PeerMatchFeed,
    PeerMatchAsk,
    Emergency,
    Evidence,
    History,
    FilesPut,
    FilesGet
};

// "sync", "closing", "enrol", "peer/pull", "peer/match/feed", "peer/match/ask", "emergency", "evidence", "history", "files/put", "files/get", as they stand after /v1/{agency}/.
[[nodiscard]] std::optional<Verb> verbNamed(std::string_view path);

struct Request {
    AgencyId agency; // of the path
    Verb verb = Verb::Sync;
    Caller caller;
    BytesView body; // packed
};

struct Response {
    std::uint16_t status = 200; // HTTP's
    Bytes body;                 // packed; a Refusal unless the status is 200
    std::uint32_t retryAfterMs = 0;
};

// A packed Refusal under the HTTP status that belongs to the code.
[[nodiscard]] Response refusal(ErrorCode code, std::uint32_t retryAfterMs = 0);

class Service {
public:
    virtual ~Service() = default;
    [[nodiscard]] virtual Response handle(const Request& request) = 0;
    // Larger bodies are refused before they are read.
    [[nodiscard]] virtual std::uint64_t maxBodyBytes(Verb verb) const = 0;
};

} // namespace frontsheet
