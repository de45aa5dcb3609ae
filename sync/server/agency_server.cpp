#include "sync/server/agency_server.h"

#include "core/base/log.h"
#include "sync/server/limits.h"
#include "sync/server/tenant.h"
#include "sync/wire/emergency_codec.h"
#include "sync/wire/enrol_codec.h"
#include "sync/wire/files_codec.h"
#include "sync/wire/http_mapping.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/wire_limits.h"

namespace frontsheet {

Response refusal(ErrorCode code, std::uint32_t retryAfterMs) {
    const wire::Refusal message{code, std::chrono::milliseconds{retryAfterMs}};
    return {static_cast<std::uint16_t>(wire::httpStatusOf(code)), wire::pack(wire::encode(message)), retryAfterMs};
}

AgencyServer::AgencyServer(const Clock& clock, IdSource& ids) : m_clock(clock), m_ids(ids) {}
AgencyServer::~AgencyServer() = default;

Result<void> AgencyServer::host(std::unique_ptr<Ledger> ledger, std::unique_ptr<CertificateIssuer> issuer) {
    const AgencyId agency = ledger->agency();
    auto tenant = std::make_unique<Tenant>(std::move(ledger), std::move(issuer), m_clock, m_ids);
    if (!m_tenants.emplace(agency, std::move(tenant)).second) {
        return {ErrorCode::Duplicate, "hosted agency"};
    }
    return ok();
}

void AgencyServer::setPartnership(std::vector<wire::AgencyAddress> partnership) {
    const std::lock_guard lock(m_partnershipMutex);
    m_partnership = std::move(partnership);
}

void AgencyServer::setIndex(AgencyId index) {
    const std::lock_guard lock(m_partnershipMutex);
    m_index = std::move(index);
}

Result<std::vector<AgencyId>> AgencyServer::partnersAsIndex(const AgencyId& asked) const {
    const std::lock_guard lock(m_partnershipMutex);
    if (asked != m_index) {
        return {ErrorCode::NotFound, "this agency does not run the matching index"};
    }
    std::vector<AgencyId> partners;
    for (const auto& address : m_partnership) {
        partners.push_back(address.agency);
    }
    return partners;
}

Result<void> AgencyServer::decideBy(const AgencyId& agency, std::shared_ptr<const SharingInForce> sharing) {
    const auto found = m_tenants.find(agency);
    if (found == m_tenants.end()) {
        return {ErrorCode::NotFound, "hosted agency"};
    }
    found->second->decideBy(std::move(sharing));
    return ok();
}

Result<void> AgencyServer::keepFilesOf(const AgencyId& agency, const std::filesystem::path& folder) {
    const auto found = m_tenants.find(agency);
    if (found == m_tenants.end()) {
        return {ErrorCode::NotFound, "hosted agency"};
    }
    found->second->keepFilesIn(folder);
    return ok();
}

Ledger* AgencyServer::ledgerOf(const AgencyId& agency) const {
    const auto found = m_tenants.find(agency);
    return found == m_tenants.end() ? nullptr : &found->second->ledger();
}

Result<void> AgencyServer::compareHead(const AgencyId& agency, BytesView held) {
    const auto found = m_tenants.find(agency);
    return found == m_tenants.end() ? Result<void>{ErrorCode::NotFound, "hosted agency"}
                                    : found->second->log().compare(held, m_clock.now());
}

std::uint64_t AgencyServer::maxBodyBytes(Verb verb) const {
    switch (verb) {
    case Verb::Sync:
    case Verb::Closing:
        return wire::kMaxPackedRequest;
    case Verb::Enrol:
        return wire::kMaxEnrolBytes;
    case Verb::Emergency:
        return wire::kMaxEmergencyBytes;
    case Verb::Evidence:
        return wire::kMaxEvidenceAsk;
    case Verb::History:
        return wire::kMaxHistoryAsk;
    case Verb::FilesPut:
        return wire::kMaxFilePart;
    case Verb::FilesGet:
        return wire::kMaxFileAsk;
    case Verb::PeerPull:
    case Verb::PeerMatchFeed:
    case Verb::PeerMatchAsk:
        return server_limits::kPeerBodyBytes;
    }
    return 0;
}

Response AgencyServer::handle(const Request& request) {
    const auto tenant = m_tenants.find(request.agency);
    if (tenant == m_tenants.end()) {
        return refusal(ErrorCode::NotFound);
    }
    auto answered = answer(*tenant->second, request);
    if (answered) {
        return {200, std::move(*answered), 0};
    }
    const auto code = answered.error().code;
    const bool transient = code == ErrorCode::ServerBusy || code == ErrorCode::StoreBusy || code == ErrorCode::DiskFull;
    logEvent("request-refused", {{"agency", request.agency}, {"error", code}});
    return refusal(code, transient ? 10'000 : 0);
}

Result<Bytes> AgencyServer::answer(Tenant& tenant, const Request& request) {
    switch (request.verb) {
    case Verb::Sync:
        return tenant.sync(request.caller, request.body);
    case Verb::Closing:
        return tenant.closing(request.caller, request.body);
    case Verb::Enrol: {
        FS_ASSIGN(auto reply, tenant.enrol(request.caller, request.body));
        {
            const std::lock_guard lock(m_partnershipMutex);
            reply.partnership = m_partnership;
        }
        return wire::pack(wire::encode(reply));
    }
    case Verb::PeerPull:
        return tenant.peerPull(request.caller, request.body);
    case Verb::Emergency:
        return tenant.emergency(request.caller, request.body);
    case Verb::Evidence:
        return tenant.evidence(request.caller, request.body);
    case Verb::History:
        return tenant.history(request.caller, request.body);
    case Verb::FilesPut:
        return tenant.filesPut(request.caller, request.body);
    case Verb::FilesGet:
        return tenant.filesGet(request.caller, request.body);
    case Verb::PeerMatchFeed: {
        FS_ASSIGN(const auto partners, partnersAsIndex(request.agency));
        return tenant.matchFeed(request.caller, request.body);
    }
    case Verb::PeerMatchAsk: {
        FS_ASSIGN(const auto partners, partnersAsIndex(request.agency));
        return tenant.matchAsk(request.caller, request.body, partners);
    }
    }
    return {ErrorCode::NotFound, "verb"};
}

Result<void> AgencyServer::tidy() {
    for (const auto& [agency, tenant] : m_tenants) {
        FS_TRY(tenant->tidy());
    }
    return ok();
}

} // namespace frontsheet
