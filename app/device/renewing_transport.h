// The device's connection to the servers, which keeps its own certificate alive: whatever stays open for weeks, as the app does, is
// not shut out on the thirtieth day.
//
// Before a sync, when a third of the certificate's life is left, the next one is asked for. Where a server says that the
// certificate is out of its dates it is asked for at once and the request is made again: the refusal came before anything was done.
//
// Dates are a matter of two clocks, and a server's may be the wrong one. As long as this device's own says that its certificate is
// good, a server that says otherwise is not obeyed: it could make a whole county's devices give up what they hold by one turn of
// its clock. Who is to be shut out is revoked, which has nothing to do with clocks.
#pragma once

#include "core/base/clock.h"
#include "sync/client/transport.h"

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace frontsheet::device {

// Between two tries: after one that failed, and between two that a server's refusal asked for.
inline constexpr std::chrono::minutes kRenewalSpacing{10};

struct CertificateDates {
    WallTime from;
    WallTime until;
    [[nodiscard]] bool hold(WallTime now) const { return from <= now && now < until; }
};

class RenewingTransport final : public Transport {
public:
    struct Parts {
        const Clock& clock;
        std::function<Result<std::unique_ptr<Transport>>()> open; // with the certificate that is kept now
        std::function<CertificateDates()> dates;                  // of that one
        // Asks over that transport and keeps what comes. ClockWrong: what came does not hold by this device's clock, where the
        // one in hand does.
        std::function<Result<void>(Transport&)> renew;
    };
    // The errors of `open`.
    [[nodiscard]] static Result<std::unique_ptr<Transport>> make(Parts parts);

    // ClockWrong too: the server finds out of its dates what is good by this device's clock.
    [[nodiscard]] Result<HttpAnswer> post(const AgencyId& server, std::string_view verb, BytesView body,
                                          std::size_t maxAnswer) override;
    void stop() override;

private:
    enum class Why : std::uint8_t { Due, Refused };

    RenewingTransport(Parts parts, std::shared_ptr<Transport> first)
        : m_parts(std::move(parts)), m_current(std::move(first)) {}
    [[nodiscard]] std::shared_ptr<Transport> current();
    [[nodiscard]] bool isDue() const;
    // True when there is another certificate than before.
    [[nodiscard]] bool renewed(Why why);

    const Parts m_parts;
    std::mutex m_renewing;                                             // one at a time; guards the two below
    std::array<std::optional<std::chrono::milliseconds>, 2> m_lastTry; // by Why
    ErrorCode m_lastFailure{};
    std::mutex m_mutex; // guards the two below
    std::shared_ptr<Transport> m_current;
    bool m_stopped = false;
};

} // namespace frontsheet::device
