// The agency server as a library: handle(request, caller) -> response, without sockets. One object hosts several agencies,
// each with its own ledger, CA and epoch; a request reaches the one its path names and no other.
#pragma once

#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "sync/server/certificate_issuer.h"
#include "sync/server/ledger.h"
#include "sync/server/service.h"
#include "sync/server/sharing_in_force.h"
#include "sync/wire/messages.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace frontsheet {

class Tenant;

class AgencyServer final : public Service {
public:
    // Both outlive the server.
    AgencyServer(const Clock& clock, IdSource& ids);
    ~AgencyServer() override;

    // Before the first request. Duplicate when the agency is hosted already.
    [[nodiscard]] Result<void> host(std::unique_ptr<Ledger> ledger, std::unique_ptr<CertificateIssuer> issuer);
    // Where a hosted agency's attached files lie, sealed; without, none are taken. Before the first request. NotFound.
    [[nodiscard]] Result<void> keepFilesOf(const AgencyId& agency, const std::filesystem::path& folder);
    // Where everyone's servers are: told to each device that enrols or renews. Any thread.
    void setPartnership(std::vector<wire::AgencyAddress> partnership);
    // The agency that runs the matching index; empty: none. Only its tenant answers for it. Any thread.
    void setIndex(AgencyId index);
    // What a hosted agency decides by: its agreements and its policy. Until it is told nothing is released. Any thread;
    // NotFound when the agency is not hosted here.
    [[nodiscard]] Result<void> decideBy(const AgencyId& agency, std::shared_ptr<const SharingInForce> sharing);
    // nullptr when the agency is not hosted here.
    [[nodiscard]] Ledger* ledgerOf(const AgencyId& agency) const;

    // A head of a hosted agency's disclosure log that a partner holds (disclosure/disclosure_log.h). Any thread.
    [[nodiscard]] Result<void> compareHead(const AgencyId& agency, BytesView held);

    // Any thread.
    [[nodiscard]] Response handle(const Request& request) override;
    [[nodiscard]] std::uint64_t maxBodyBytes(Verb verb) const override;

    // Forgets answers to intents that are older than they are kept for, and verifies the disclosure logs. To be called now
    // and then.
    [[nodiscard]] Result<void> tidy();

private:
    [[nodiscard]] Result<std::vector<AgencyId>> partnersAsIndex(const AgencyId& asked) const;
    [[nodiscard]] Result<Bytes> answer(Tenant& tenant, const Request& request);

    const Clock& m_clock;
    IdSource& m_ids;
    std::map<AgencyId, std::unique_ptr<Tenant>> m_tenants;
    mutable std::mutex m_partnershipMutex;
    std::vector<wire::AgencyAddress> m_partnership;
    AgencyId m_index;
};

} // namespace frontsheet
