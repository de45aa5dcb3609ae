#include "sync/server/enrolment.h"

#include "core/base/utf8.h"
#include "sync/server/limits.h"
#include "sync/server/one_time_code.h"

namespace frontsheet {

Result<NewInvitation> invite(Ledger& ledger, const WorkerId& worker, const std::string& role, IdSource& ids,
                             WallTime now) {
    if (!worker.isWellFormed() || role.empty() || role.size() > 64 || !isText(role) || role == kAgencyServerRole) {
        return {ErrorCode::InvalidArgument, "worker or role"};
    }
    NewInvitation made{makeOneTimeCode(ids), now + server_limits::kInvitationLife};
    const Invitation invitation{oneTimeCodeHash(made.code), worker, role, now, made.expiresAt, {}, {}, {}};
    FS_TRY(ledger.write(WriteKind::Other, [&](LedgerWrites& writes) { return writes.keepInvitation(invitation); }));
    return made;
}

bool AttemptLimit::allow(std::chrono::milliseconds monotonic) {
    const std::lock_guard lock(m_mutex);
    if (monotonic - m_windowStart >= std::chrono::minutes{1}) {
        m_windowStart = monotonic;
        m_used = 0;
    }
    return ++m_used <= m_perMinute;
}

Result<wire::EnrolReply> Enrolment::handle(const wire::EnrolRequest& request, const Caller& caller, WallTime now) {
    if (request.device.isNull()) {
        return {ErrorCode::Malformed, "device"};
    }
    if (request.code.empty()) {
        return renewal(request, caller, now);
    }
    return byCode(request, now);
}

Result<wire::EnrolReply> Enrolment::byCode(const wire::EnrolRequest& request, WallTime now) {
    wire::EnrolReply reply;
    FS_TRY(m_ledger.write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        FS_ASSIGN(auto invitation, writes.invitation(oneTimeCodeHash(request.code)));
        const bool good = invitation && now < invitation->expiresAt &&
                          (!invitation->usedAt.isKnown() || invitation->device == request.device);
        FS_ASSIGN(const bool revoked, writes.isRevoked(m_ledger.agency(), request.device));
        if (!good || revoked) {
            return {ErrorCode::EnrolmentRefused, "code"};
        }
        const Principal principal{m_ledger.agency(), invitation->worker, invitation->role, request.device};
        FS_ASSIGN(reply, certify(writes, request, principal, now));
        invitation->usedAt = now;
        invitation->device = request.device;
        return writes.keepInvitation(*invitation);
    }));
    return reply;
}

Result<wire::EnrolReply> Enrolment::renewal(const wire::EnrolRequest& request, const Caller& caller, WallTime now) {
    if (caller.kind != CallerKind::Device || caller.principal.agency != m_ledger.agency() ||
        caller.principal.device != request.device) {
        return {ErrorCode::EnrolmentRefused, "renewal"};
    }
    if (caller.notAfter + server_limits::kRenewalAfterExpiry < now) {
        return {ErrorCode::CertificateRejected, "expired too long ago"};
    }
    wire::EnrolReply reply;
    FS_TRY(m_ledger.write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        FS_ASSIGN(const bool revoked, writes.isRevoked(m_ledger.agency(), request.device));
        if (revoked) {
            return {ErrorCode::Revoked, "renewal"};
        }
        FS_ASSIGN(reply, certify(writes, request, caller.principal, now));
        return ok();
    }));
    return reply;
}

Result<wire::EnrolReply> Enrolment::certify(LedgerWrites& writes, const wire::EnrolRequest& request,
                                            const Principal& principal, WallTime now) {
    FS_ASSIGN(auto issued, m_issuer.issue(request.certificateRequest, principal, now));
    FS_TRY(writes.keepDevice({principal.device, principal.worker, principal.role, now, issued.notAfter}));
    wire::EnrolReply reply;
    reply.certificate = std::move(issued.pem);
    reply.agencyCa = m_issuer.authorityPem();
    reply.agency = principal.agency;
    reply.worker = principal.worker;
    reply.role = principal.role;
    reply.rescueKey = m_issuer.rescueKey();
    return reply;
}

} // namespace frontsheet
