// How a message reaches an agency's server. The device and the peer link use CurlTransport; tests and the simulator put the
// server library behind it.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace frontsheet {

// Whatever answered, not yet known to be an agency server.
struct HttpAnswer {
    int status = 0;
    std::string contentType; // as it came
    Bytes body;
    std::chrono::milliseconds retryAfter{0}; // of the header; 0: none
};

class Transport {
public:
    virtual ~Transport() = default;
    // POST /v1/{server}/{verb}. `body` is packed. Blocks; one call at a time for one server. Errors: NotFound (no address
    // known for the agency), Unreachable, CertificateRejected, ClockWrong, NotOurServer, ProxyRefused, Truncated, TooLarge
    // (the answer has more than `maxAnswer` bytes; reading stopped there), Cancelled.
    [[nodiscard]] virtual Result<HttpAnswer> post(const AgencyId& server, std::string_view verb, BytesView body,
                                                  std::size_t maxAnswer) = 0;
    // Ends what is under way and refuses what comes: both return Cancelled. Any thread; for good.
    virtual void stop() = 0;
};

} // namespace frontsheet
