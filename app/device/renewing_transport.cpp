#include "app/device/renewing_transport.h"

#include "core/base/log.h"
#include "sync/client/answer.h"
#include "sync/wire/wire_limits.h"

namespace frontsheet::device {

namespace {

bool saysOutOfDates(const Result<HttpAnswer>& answer) {
    if (!answer || answer->status == 200) {
        return false;
    }
    const auto read = ReadAnswer::of(answer, wire::kMaxRefusalBytes);
    return read.refused().byHome && read.refused().error.code == ErrorCode::CertificateRejected;
}

} // namespace

Result<std::unique_ptr<Transport>> RenewingTransport::make(Parts parts) {
    FS_ASSIGN(auto first, parts.open());
    return std::unique_ptr<Transport>{new RenewingTransport{std::move(parts), std::move(first)}};
}

std::shared_ptr<Transport> RenewingTransport::current() {
    const std::lock_guard lock(m_mutex);
    return m_current;
}

bool RenewingTransport::isDue() const {
    const auto dates = m_parts.dates();
    return dates.until - m_parts.clock.now() <= (dates.until - dates.from) / 3;
}

bool RenewingTransport::renewed(Why why) {
    const auto now = m_parts.clock.monotonic();
    auto& last = m_lastTry.at(static_cast<std::size_t>(why));
    if (last && now - *last < kRenewalSpacing) {
        return false;
    }
    last = now;
    const auto asking = current();
    if (const auto done = m_parts.renew(*asking); !done) {
        m_lastFailure = done.error().code;
        logEvent("certificate.not-renewed", {{"error", m_lastFailure}});
        return false;
    }
    auto next = m_parts.open();
    if (!next) {
        m_lastFailure = next.error().code;
        logEvent("certificate.not-used", {{"error", m_lastFailure}});
        return false;
    }
    m_lastFailure = {};
    const std::lock_guard lock(m_mutex);
    m_current = std::move(*next);
    if (m_stopped) {
        m_current->stop();
    }
    return true;
}

Result<HttpAnswer> RenewingTransport::post(const AgencyId& server, std::string_view verb, BytesView body,
                                           std::size_t maxAnswer) {
    if (verb == "sync") {
        const std::lock_guard one(m_renewing);
        if (isDue()) {
            (void)renewed(Why::Due); // the one in hand serves until it runs out
        }
    }
    const auto used = current();
    auto answer = used->post(server, verb, body, maxAnswer);
    if (verb == "closing" || !saysOutOfDates(answer)) {
        return answer;
    }
    const std::lock_guard one(m_renewing);
    // Somebody else may have renewed it meanwhile.
    if (current() != used || renewed(Why::Refused)) {
        answer = current()->post(server, verb, body, maxAnswer);
    }
    if (!saysOutOfDates(answer) || !m_parts.dates().hold(m_parts.clock.now())) {
        return answer;
    }
    const bool clocks = m_lastFailure == ErrorCode::ClockWrong || m_lastFailure == ErrorCode::CertificateRejected;
    return Error{clocks ? ErrorCode::ClockWrong : ErrorCode::CertificateRejected, "dates of this device's certificate"};
}

void RenewingTransport::stop() {
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    m_current->stop();
}

} // namespace frontsheet::device
