// From an administrator's one-time code to a device certificate, and from a certificate to its successor.
#pragma once

#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "sync/server/caller.h"
#include "sync/server/certificate_issuer.h"
#include "sync/server/ledger.h"
#include "sync/wire/messages.h"

#include <chrono>
#include <mutex>

namespace frontsheet {

struct NewInvitation {
    std::string code;
    WallTime expiresAt;
};

// Writes the invitation; the code itself is kept nowhere. InvalidArgument: worker or role cannot be in a certificate.
[[nodiscard]] Result<NewInvitation> invite(Ledger& ledger, const WorkerId& worker, const std::string& role,
                                           IdSource& ids, WallTime now);

// Slows guessing down: so many attempts a minute for all comers of one agency. Any thread.
class AttemptLimit {
public:
    explicit AttemptLimit(std::size_t perMinute) : m_perMinute(perMinute) {}
    // False: too many; try again later.
    [[nodiscard]] bool allow(std::chrono::milliseconds monotonic);

private:
    std::mutex m_mutex;
    std::size_t m_perMinute;
    std::size_t m_used = 0;
    std::chrono::milliseconds m_windowStart{-60'000};
};

class Enrolment {
public:
    Enrolment(Ledger& ledger, CertificateIssuer& issuer) : m_ledger(ledger), m_issuer(issuer) {}

    // Without a certificate: by code, once per code; the same device may ask again with it when the reply was lost. With one
    // (and no code): renewal. EnrolmentRefused says no more than that, so that a guess learns nothing. Revoked.
    [[nodiscard]] Result<wire::EnrolReply> handle(const wire::EnrolRequest& request, const Caller& caller,
                                                  WallTime now);

private:
    [[nodiscard]] Result<wire::EnrolReply> byCode(const wire::EnrolRequest& request, WallTime now);
    [[nodiscard]] Result<wire::EnrolReply> renewal(const wire::EnrolRequest& request, const Caller& caller,
                                                   WallTime now);
    [[nodiscard]] Result<wire::EnrolReply> certify(LedgerWrites& writes, const wire::EnrolRequest& request,
                                                   const Principal& principal, WallTime now);

    Ledger& m_ledger;
    CertificateIssuer& m_issuer;
};

} // namespace frontsheet
