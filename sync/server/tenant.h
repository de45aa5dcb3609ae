// One hosted agency: its ledger, its CA, what it remembers between requests.
#pragma once

#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "sync/server/certificate_issuer.h"
#include "sync/server/disclosure/disclosure_log.h"
#include "sync/server/enrolment.h"
#include "sync/server/files/file_room.h"
#include "sync/server/grants.h"
#include "sync/server/ledger.h"
#include "sync/server/match_service.h"
#include "sync/server/removal/closing.h"
#include "sync/server/service.h"

#include <memory>
#include <vector>

namespace frontsheet {

class Tenant {
public:
    Tenant(std::unique_ptr<Ledger> ledger, std::unique_ptr<CertificateIssuer> issuer, const Clock& clock,
           IdSource& ids);

    [[nodiscard]] Ledger& ledger() { return *m_ledger; }
    // What it decides by from the next request on; before the first call nothing is released. Any thread.
    void decideBy(std::shared_ptr<const SharingInForce> sharing);

    // One exchange with a device: packed protobuf in and out.
    [[nodiscard]] Result<Bytes> sync(const Caller& caller, BytesView body);
    // What a device may still do whose certificate is revoked or ran out: hand in what it has, hear that all goes, say that
    // it has gone. NotPermitted while the certificate is good.
    [[nodiscard]] Result<Bytes> closing(const Caller& caller, BytesView body);
    [[nodiscard]] Result<wire::EnrolReply> enrol(const Caller& caller, BytesView body);
    // One person's records opened with a reason, that ended, or reviewed (emergency_service.h).
    [[nodiscard]] Result<Bytes> emergency(const Caller& caller, BytesView body);
    // Who saw what (disclosure/evidence_service.h).
    [[nodiscard]] Result<Bytes> evidence(const Caller& caller, BytesView body);
    // What one record said earlier (history_service.h).
    [[nodiscard]] Result<Bytes> history(const Caller& caller, BytesView body);
    // An attached file's chunks, brought and fetched (files/file_room.h). Unsupported where none are kept.
    void keepFilesIn(const std::filesystem::path& folder);
    [[nodiscard]] Result<Bytes> filesPut(const Caller& caller, BytesView body);
    [[nodiscard]] Result<Bytes> filesGet(const Caller& caller, BytesView body);
    // A partner's server asks for the directory and revocations.
    [[nodiscard]] Result<Bytes> peerPull(const Caller& caller, BytesView body);

    // Where this agency runs the matching index: a partner's server feeds it, or asks for its own pairs.
    [[nodiscard]] Result<Bytes> matchFeed(const Caller& caller, BytesView body);
    [[nodiscard]] Result<Bytes> matchAsk(const Caller& caller, BytesView body, const std::vector<AgencyId>& partners);

    [[nodiscard]] Result<void> tidy();
    [[nodiscard]] disclosure::DisclosureLog& log() { return m_log; }

private:
    [[nodiscard]] std::shared_ptr<const SharingInForce> sharing() const;
    [[nodiscard]] Result<removal::Standing> standingOf(LedgerReads& reads, const Caller& caller, WallTime now) const;
    [[nodiscard]] std::unique_ptr<Ledger::Begun> book(const Principal& who, const wire::SyncRequest& request,
                                                      wire::SyncReply& reply, std::uint64_t told, WallTime now);
    // ServerBusy to partners while the ledger is reconciling.
    [[nodiscard]] Result<void> checkOpen(LedgerReads& reads, const Caller& caller) const;
    // CertificateRejected outside the certificate's dates, Revoked.
    [[nodiscard]] Result<void> checkDevice(LedgerReads& reads, const Caller& caller) const;
    [[nodiscard]] Result<void> checkCaller(LedgerReads& reads, const Caller& caller, CallerKind expected) const;

    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<CertificateIssuer> m_issuer;
    const Clock& m_clock;
    IdSource& m_ids;
    mutable std::mutex m_sharingMutex;
    std::shared_ptr<const SharingInForce> m_sharing = std::make_shared<const SharingInForce>();
    GrantCache m_grants;
    disclosure::DisclosureLog m_log;
    Enrolment m_enrolment;
    AttemptLimit m_attempts;
    AttemptLimit m_emergencies;
    AttemptLimit m_evidence;
    AttemptLimit m_histories;
    AttemptLimit m_fileAsks;
    AttemptLimit m_lateFileAsks;       // of devices that are shut out
    std::unique_ptr<FileRoom> m_files; // null: none are kept
    MatchService m_matching;
};

} // namespace frontsheet
