#include "sync/server/tenant.h"

#include "core/base/planted_bug.h"
#include "core/domain/sharing/standing.h"
#include "sync/server/disclosure/disclosure_index.h"
#include "sync/server/disclosure/disclosure_limits.h"
#include "sync/server/disclosure/evidence_service.h"
#include "sync/server/disclosure/tidings.h"
#include "sync/server/emergency_service.h"
#include "sync/server/history_service.h"
#include "sync/server/limits.h"
#include "sync/server/pull.h"
#include "sync/server/push.h"
#include "sync/server/removal/closing.h"
#include "sync/server/removal/removal_book.h"
#include "sync/server/statements/notices.h"
#include "sync/wire/emergency_codec.h"
#include "sync/wire/enrol_codec.h"
#include "sync/wire/evidence_codec.h"
#include "sync/wire/history_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/peer_codec.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/wire_limits.h"

namespace frontsheet {

Tenant::Tenant(std::unique_ptr<Ledger> ledger, std::unique_ptr<CertificateIssuer> issuer, const Clock& clock,
               IdSource& ids)
    : m_ledger(std::move(ledger)), m_issuer(std::move(issuer)), m_clock(clock), m_ids(ids), m_log(*m_ledger, *m_issuer),
      m_enrolment(*m_ledger, *m_issuer), m_attempts(server_limits::kEnrolAttemptsPerMinute),
      m_emergencies(server_limits::kEmergenciesPerMinute), m_evidence(server_limits::kEvidencePerMinute),
      m_histories(server_limits::kHistoriesPerMinute), m_fileAsks(server_limits::kFileAsksPerMinute),
      m_lateFileAsks(server_limits::kLateFileAsksPerMinute), m_matching(*m_ledger) {}

namespace {

// Random, so that no device can claim pages it was never sent, nor a removal it was never asked for. Never 0: none.
std::uint64_t newNumber(IdSource& ids) {
    std::array<std::uint8_t, 16> random{};
    ids.random16(random);
    std::uint64_t receipt = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        receipt = receipt << 8 | random[i];
    }
    return receipt | 1;
}

// Who edits what they were sent has read it. For other records their own history says so.
std::vector<Reading> referralsReadByEditing(const wire::SyncRequest& request,
                                            const std::vector<IntentResult>& results) {
    std::vector<Reading> readings;
    for (std::size_t i = 0; i < request.push.size() && i < results.size(); ++i) {
        const Intent& intent = request.push[i].intent;
        if (intent.type == RecordType::Referral && intent.base.n != 0 && results[i].outcome != IntentOutcome::Refused) {
            readings.push_back({intent.record, intent.base, ReadingHow::Edited, intent.occurredAt});
        }
    }
    return readings;
}

// A body that does not unpack was damaged on the way, whatever the damage looks like: a device packs with a checksum, and never so
// much. It is not the work in it that is wrong: the device sends it again, where Malformed and TooLarge would make it give up.
Result<Bytes> unpackedRequest(BytesView body) {
    auto message = wire::unpack(body, wire::kMaxUnpackedRequest);
    return message ? std::move(message) : Result<Bytes>{ErrorCode::Truncated, "packed request"};
}

} // namespace

void Tenant::decideBy(std::shared_ptr<const SharingInForce> sharing) {
    const std::lock_guard lock(m_sharingMutex);
    m_sharing = std::move(sharing);
}

std::shared_ptr<const SharingInForce> Tenant::sharing() const {
    const std::lock_guard lock(m_sharingMutex);
    return m_sharing;
}

// Each agency signs its own devices' certificates and may write into them what it likes: the number of a device that is known here as
// another's, whose tablet has shown it in every handshake, would stand for that one's place in the outbox, the log and the late inbox.
// Own devices are the own agency's word, whatever somebody else said first.
Result<void> Tenant::checkDevice(LedgerReads& reads, const Caller& caller) const {
    const auto& who = caller.principal;
    if (caller.kind != CallerKind::Device || who.agency == m_ledger->agency()) {
        return ok();
    }
    FS_ASSIGN(const bool anothers, reads.removals().isAnothers(who.device, who.agency));
    return anothers ? Result<void>{ErrorCode::CertificateRejected, "a device of another agency"} : ok();
}

Result<void> Tenant::checkCaller(LedgerReads& reads, const Caller& caller, CallerKind expected) const {
    if (caller.kind != expected) {
        return {ErrorCode::CertificateRejected, "not for this kind of caller"};
    }
    // Before its dates: a device does not obey what only a clock says, and must hear what a person decided.
    FS_ASSIGN(const bool revoked, reads.isRevoked(caller.principal.agency, caller.principal.device));
    if (revoked) {
        return {ErrorCode::Revoked, "certificate"};
    }
    const WallTime now = m_clock.now();
    FS_TRY(checkDevice(reads, caller));
    const bool holds = caller.notBefore <= now && now <= caller.notAfter;
    return holds ? ok() : Result<void>{ErrorCode::CertificateRejected, "outside its dates"};
}

// A restored ledger may not know what was taken away since its backup: partners get nothing until somebody has looked.
Result<void> Tenant::checkOpen(LedgerReads& reads, const Caller& caller) const {
    if (caller.kind == CallerKind::Device && caller.principal.agency == m_ledger->agency()) {
        return ok();
    }
    FS_ASSIGN(const auto head, reads.head());
    return head.reconciling ? Result<void>{ErrorCode::ServerBusy, "restored, and not open to partners yet"} : ok();
}

Result<Bytes> Tenant::sync(const Caller& caller, BytesView body) {
    {
        // Before anything is unpacked: a stranger gets no work done.
        FS_ASSIGN(const auto reads, m_ledger->read());
        FS_TRY(checkCaller(*reads, caller, CallerKind::Device));
    }
    FS_ASSIGN(const auto message, unpackedRequest(body));
    FS_ASSIGN(const auto request, wire::decodeSyncRequest(message, m_ledger->agency()));
    const WallTime now = m_clock.now();
    const auto inForce = sharing();
    wire::SyncReply reply;
    reply.agency = m_ledger->agency();
    reply.serverTime = now;
    reply.agreementHash = sharing::markOf(inForce->agreements);
    if (caller.principal.agency == reply.agency) {
        reply.rescueKey = m_issuer->rescueKeyUnless(request.rescueMark);
    }
    if (!request.push.empty()) {
        FS_TRY(m_ledger->write(WriteKind::Push, [&](LedgerWrites& writes) -> Result<void> {
            FS_TRY(checkCaller(writes, caller, CallerKind::Device));
            FS_ASSIGN(const auto head, writes.head());
            if (!request.have.epoch.isNull() && request.have.epoch != head.epoch) {
                // Sent to the ledger that this one was restored for, on top of what may be lost with it: the device sends it
                // again behind that, once it has heard.
                return ok();
            }
            Push push{writes, caller.principal, *inForce, m_ids, now};
            FS_ASSIGN(reply.results, push.take(request));
            return disclosure::logReadings(writes, caller.principal, referralsReadByEditing(request, reply.results),
                                           now);
        }));
    } else {
        reply.results = request.unacceptable;
    }
    if (!request.logHead.empty()) {
        FS_TRY(m_log.compare(request.logHead, now));
    }
    disclosure::Exchanged exchanged{caller.principal, now, 0, {}, {}, 0, request.readings};
    std::uint64_t told = 0;
    {
        FS_ASSIGN(const auto reads, m_ledger->read());
        FS_ASSIGN(const auto grants, m_grants.of(*reads, caller.principal, inForce, now));
        Pull pull{*reads, caller.principal, *grants, now};
        FS_TRY(pull.fill(reply, request));
        exchanged.releases = pull.takeReleases();
        exchanged.referralsToReceiver = pull.takeReferrals();
        const bool isPartner = caller.principal.agency != m_ledger->agency();
        if (request.wanted == wire::Wanted::ResultsAndPages && !(isPartner && reply.reconciling) &&
            (request.have.epoch.isNull() || request.have.epoch == reply.epoch)) {
            FS_ASSIGN(reply.tidings, disclosure::tidingsFor(*reads, caller.principal, pull, reply, request.tidings));
            FS_ASSIGN(told, disclosure::newlyTold(*reads, caller.principal.device, request.tidings));
        }
        FS_ASSIGN(const bool awaited, request.receipt == 0
                                          ? Result<bool>{false}
                                          : reads->disclosures().awaits(caller.principal.device, request.receipt));
        exchanged.receiptBack = awaited ? request.receipt : 0;
        if (awaited || !exchanged.releases.empty()) {
            FS_ASSIGN(reply.logHead, m_log.signedHead(*reads, now));
        }
    }
    if (!exchanged.releases.empty()) {
        reply.receipt = newNumber(m_ids);
        exchanged.receipt = reply.receipt;
        for (auto& release : exchanged.releases) {
            release.receipt = reply.receipt;
        }
    }
    if (planted(PlantedBug::ReleaseNotLogged)) {
        exchanged.releases.clear();
    }
    reply.readingsTaken = static_cast<std::uint32_t>(exchanged.readings.size());
    const auto booked = book(caller.principal, request, reply, told, now);
    // Written to the disk while the reply is packed. Nothing leaves that is not logged.
    const auto logged = m_log.begin(std::move(exchanged));
    Bytes packed = wire::pack(wire::encode(reply));
    if (logged != nullptr) {
        FS_TRY(logged->wait());
    }
    if (booked != nullptr) {
        FS_TRY(booked->wait());
    }
    return packed;
}

// What the reply takes gets its number; what it takes and gives, and what the device says it has removed, is being written
// when this returns. nullptr: nothing of that.
std::unique_ptr<Ledger::Begun> Tenant::book(const Principal& who, const wire::SyncRequest& request,
                                            wire::SyncReply& reply, std::uint64_t told, WallTime now) {
    auto turn = std::make_shared<removal::Turn>();
    turn->who = who;
    turn->gone = reply.grants.gone;
    for (const auto& granted : reply.grants.granted) {
        turn->granted.push_back(granted.scope);
    }
    turn->removed = request.removed;
    turn->told = told;
    turn->now = now;
    if (turn->isNothing()) {
        return nullptr;
    }
    if (!turn->gone.empty()) {
        reply.removal = newNumber(m_ids);
        turn->number = reply.removal;
    }
    return m_ledger->begin(WriteKind::Other, [turn](LedgerWrites& writes) { return removal::enter(writes, *turn); });
}

Result<removal::Standing> Tenant::standingOf(LedgerReads& reads, const Caller& caller, WallTime now) const {
    if (caller.kind != CallerKind::Device || now < caller.notBefore) {
        return {ErrorCode::CertificateRejected, "not for this kind of caller"};
    }
    FS_TRY(checkDevice(reads, caller));
    FS_ASSIGN(const bool revoked, reads.isRevoked(caller.principal.agency, caller.principal.device));
    if (revoked) {
        return removal::Standing::Revoked;
    }
    if (now <= caller.notAfter) {
        return removal::Standing::Good;
    }
    return now <= caller.notAfter + server_limits::kRenewalAfterExpiry ? removal::Standing::Lapsed
                                                                       : removal::Standing::Finished;
}

Result<Bytes> Tenant::closing(const Caller& caller, BytesView body) {
    const WallTime now = m_clock.now();
    {
        FS_ASSIGN(const auto reads, m_ledger->read());
        FS_ASSIGN(const auto standing, standingOf(*reads, caller, now));
        if (standing == removal::Standing::Good) {
            return {ErrorCode::NotPermitted, "this certificate is good"};
        }
    }
    FS_ASSIGN(const auto message, unpackedRequest(body));
    FS_ASSIGN(const auto request, wire::decodeSyncRequest(message, m_ledger->agency()));
    wire::SyncReply reply;
    FS_TRY(m_ledger->write(WriteKind::Push, [&](LedgerWrites& writes) -> Result<void> {
        FS_ASSIGN(const auto standing, standingOf(writes, caller, now));
        FS_ASSIGN(reply, removal::closeDevice(writes, caller.principal, standing, request, newNumber(m_ids), now));
        FS_ASSIGN(const auto head, writes.head());
        reply.epoch = head.epoch;
        reply.feedHead = head.feedSeq;
        reply.safeSeq = head.safeSeq;
        return ok();
    }));
    reply.agency = m_ledger->agency();
    reply.serverTime = now;
    return wire::pack(wire::encode(reply));
}

Result<wire::EnrolReply> Tenant::enrol(const Caller& caller, BytesView body) {
    if (caller.kind == CallerKind::Nobody && !m_attempts.allow(m_clock.monotonic())) {
        return {ErrorCode::ServerBusy, "too many attempts to enrol"};
    }
    FS_ASSIGN(const auto message, wire::unpack(body, wire::kMaxEnrolBytes));
    FS_ASSIGN(const auto request, wire::decodeEnrolRequest(message));
    return m_enrolment.handle(request, caller, m_clock.now());
}

Result<Bytes> Tenant::emergency(const Caller& caller, BytesView body) {
    {
        FS_ASSIGN(const auto reads, m_ledger->read());
        FS_TRY(checkCaller(*reads, caller, CallerKind::Device));
        FS_TRY(checkOpen(*reads, caller));
    }
    // A night of real emergencies is a handful; somebody who tries birthdays is not.
    if (!m_emergencies.allow(m_clock.monotonic())) {
        return {ErrorCode::ServerBusy, "too many emergencies at once"};
    }
    FS_ASSIGN(const auto message, wire::unpack(body, wire::kMaxEmergencyBytes));
    FS_ASSIGN(const auto ask, wire::decodeEmergencyAsk(message, m_ledger->agency()));
    const auto inForce = sharing();
    std::optional<Result<wire::EmergencyReply>> reply;
    FS_TRY(m_ledger->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        FS_TRY(checkCaller(writes, caller, CallerKind::Device));
        EmergencyService service{writes, inForce->agreements, m_clock.now()};
        FS_ASSIGN(auto answer, service.handle(caller.principal, ask));
        reply.emplace(std::move(answer.reply));
        return ok();
    }));
    if (!*reply) {
        return reply->error();
    }
    return wire::pack(wire::encode(reply->value()));
}

Result<Bytes> Tenant::evidence(const Caller& caller, BytesView body) {
    const WallTime now = m_clock.now();
    const Principal& who = caller.principal;
    Result<EvidencePage> page = {ErrorCode::Internal, "evidence"};
    EvidenceAsk ask;
    disclosure::Release release;
    {
        FS_ASSIGN(const auto reads, m_ledger->read());
        FS_TRY(checkCaller(*reads, caller, CallerKind::Device));
        FS_TRY(checkOpen(*reads, caller));
        if (!m_evidence.allow(m_clock.monotonic())) {
            return {ErrorCode::ServerBusy, "too many questions to the log at once"};
        }
        FS_ASSIGN(const auto message, wire::unpack(body, wire::kMaxEvidenceAsk));
        FS_ASSIGN(const auto question, wire::decodeEvidenceAsk(message, m_ledger->agency()));
        ask = question.ask;
        const auto inForce = sharing();
        FS_ASSIGN(const auto grants, m_grants.of(*reads, who, inForce, now));
        const auto granted = [&](const Principal& other, const PersonId& person) -> Result<removal::Categories> {
            FS_ASSIGN(const bool revoked, reads->isRevoked(other.agency, other.device));
            if (revoked) {
                return removal::Categories{0};
            }
            FS_ASSIGN(const auto theirs, m_grants.of(*reads, other, inForce, now));
            return theirs->categoriesAbout(person);
        };
        FS_ASSIGN(const auto standing, m_log.standing(*reads));
        disclosure::EvidenceService service{*reads, who, *grants, granted, now};
        page = service.answer(ask);
        if (page) {
            page->log = standing;
            release = service.takeRelease();
        }
    }
    if (!page && page.error().code != ErrorCode::NotPermitted) {
        return page.error();
    }
    // Who looks at the log, or wanted to, stands in it before anything leaves.
    disclosure::Asked asked{ask.view, disclosure::AskedOutcome::Refused, {}, who, {}, {}};
    if (page) {
        asked.outcome = disclosure::AskedOutcome::Answered;
        asked.person = ask.person;
        asked.agency = ask.workerAgency;
        asked.worker = ask.worker;
    }
    FS_TRY(m_ledger->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        FS_TRY(checkCaller(writes, caller, CallerKind::Device));
        FS_ASSIGN(const auto number, disclosure::append(writes, asked, now));
        (void)number;
        if (!release.parts.empty()) {
            release.who = who;
            FS_ASSIGN(const auto released, disclosure::append(writes, release, now));
            (void)released;
        }
        FS_ASSIGN(const auto behind, disclosure::notIndexed(writes));
        if (behind > disclosure::limits::kNotIndexedForLong) {
            FS_ASSIGN(const bool more, disclosure::indexMore(writes, disclosure::limits::kIndexedAtOnce));
            (void)more;
        }
        return ok();
    }));
    if (!page) {
        return page.error();
    }
    return wire::pack(wire::encode(m_ledger->agency(), *page));
}

Result<Bytes> Tenant::history(const Caller& caller, BytesView body) {
    const WallTime now = m_clock.now();
    HistoryPage page;
    disclosure::Release release;
    {
        FS_ASSIGN(const auto reads, m_ledger->read());
        FS_TRY(checkCaller(*reads, caller, CallerKind::Device));
        FS_TRY(checkOpen(*reads, caller));
        if (!m_histories.allow(m_clock.monotonic())) {
            return {ErrorCode::ServerBusy, "too many questions at once"};
        }
        FS_ASSIGN(const auto message, wire::unpack(body, wire::kMaxHistoryAsk));
        FS_ASSIGN(const auto question, wire::decodeHistoryAsk(message, m_ledger->agency()));
        FS_ASSIGN(const auto grants, m_grants.of(*reads, caller.principal, sharing(), now));
        const Pull pull{*reads, caller.principal, *grants, now};
        HistoryService service{*reads, pull, now};
        FS_ASSIGN(page, service.answer(question.record, question.before));
        release = service.takeRelease();
    }
    // An earlier version is a release like any other: in the log before it leaves.
    FS_TRY(m_ledger->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        FS_TRY(checkCaller(writes, caller, CallerKind::Device));
        if (release.parts.empty()) {
            return ok();
        }
        release.who = caller.principal;
        FS_ASSIGN([[maybe_unused]] const auto number, disclosure::append(writes, release, now));
        return ok();
    }));
    return wire::pack(wire::encode(m_ledger->agency(), page));
}

Result<Bytes> Tenant::peerPull(const Caller& caller, BytesView body) {
    wire::PeerPull asked;
    const AgencyId& partner = caller.principal.agency;
    bool answers = false;
    {
        FS_ASSIGN(const auto reads, m_ledger->read());
        FS_TRY(checkCaller(*reads, caller, CallerKind::AgencyServer));
        FS_TRY(checkOpen(*reads, caller));
        FS_ASSIGN(const auto message, wire::unpack(body, wire::kMaxEnrolBytes));
        FS_ASSIGN(asked, wire::decodePeerPull(message, m_ledger->agency()));
        FS_ASSIGN(answers, statements::saysAnythingNew(*reads, partner, asked));
    }
    if (answers) {
        FS_TRY(m_ledger->write(WriteKind::Other, [&](LedgerWrites& writes) {
            return statements::noteAnswers(writes, partner, asked, m_clock.now());
        }));
    }
    FS_ASSIGN(const auto reads, m_ledger->read());
    FS_ASSIGN(const auto head, reads->head());
    wire::PeerFacts facts;
    facts.directorySeq = std::min(asked.directorySeq, head.feedSeq);
    std::size_t looked = 0;
    std::size_t bytes = 0;
    FS_TRY(reads->feed(facts.directorySeq, [&](const FeedEntry& entry) -> Result<Walk> {
        if (facts.directory.size() >= server_limits::kDirectoryPerPull ||
            bytes >= server_limits::kDirectoryBytesPerPull || ++looked > server_limits::kFeedRowsPerReply) {
            facts.more = true;
            return Walk::Stop;
        }
        facts.directorySeq = entry.seq;
        if (!entry.person.isNull()) {
            return Walk::On; // never anything about a person
        }
        FS_ASSIGN(auto found, reads->record(entry.record));
        if (found && found->header.version == entry.version) {
            bytes += found->body.size();
            facts.directory.push_back({std::move(found->header), std::move(found->body)});
        }
        return Walk::On;
    }));
    facts.revocationSeq = asked.revocationSeq;
    FS_ASSIGN(const auto revoked, reads->revocationsAfter(asked.revocationSeq, server_limits::kRevocationsPerPull));
    for (const auto& one : revoked) {
        facts.revocations.push_back({one.device, one.agency, one.at});
        facts.revocationSeq = one.seq;
    }
    facts.more = facts.more || revoked.size() == server_limits::kRevocationsPerPull;
    if (asked.noticeSeq != wire::kNoNotices) {
        facts.noticeSeq = std::min(asked.noticeSeq, head.feedSeq);
        FS_TRY(statements::addNotices(*reads, partner, facts));
    }
    FS_ASSIGN(facts.logHead, m_log.signedHead(*reads, m_clock.now()));
    FS_ASSIGN(facts.heldHead, disclosure::heldHeadOf(*reads, caller.principal.agency));
    return wire::pack(wire::encode(facts));
}

Result<Bytes> Tenant::matchFeed(const Caller& caller, BytesView body) {
    {
        FS_ASSIGN(const auto reads, m_ledger->read());
        FS_TRY(checkCaller(*reads, caller, CallerKind::AgencyServer));
    }
    FS_ASSIGN(const auto message, wire::unpack(body, server_limits::kPeerUnpackedBytes));
    FS_ASSIGN(const auto feed, wire::decodeMatchFeed(message, caller.principal.agency));
    FS_TRY(m_matching.feed(feed));
    return wire::pack(wire::encode(wire::MatchPairs{}));
}

Result<Bytes> Tenant::matchAsk(const Caller& caller, BytesView body, const std::vector<AgencyId>& partners) {
    {
        FS_ASSIGN(const auto reads, m_ledger->read());
        FS_TRY(checkCaller(*reads, caller, CallerKind::AgencyServer));
        FS_TRY(checkOpen(*reads, caller));
    }
    FS_ASSIGN(const auto message, wire::unpack(body, wire::kMaxEnrolBytes));
    FS_ASSIGN(const auto ask, wire::decodeMatchAsk(message, caller.principal.agency));
    FS_ASSIGN(const auto pairs, m_matching.ask(ask, partners));
    return wire::pack(wire::encode(pairs));
}

Result<void> Tenant::tidy() {
    const WallTime before = m_clock.now() + -server_limits::kOperationsKept;
    std::size_t forgotten = 1;
    while (forgotten != 0) {
        // In small bites: devices' pushes go between.
        FS_TRY(m_ledger->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
            FS_ASSIGN(forgotten, writes.forgetOperations(before, 1000));
            return ok();
        }));
    }
    if (m_files != nullptr) {
        FS_ASSIGN(const auto reads, m_ledger->read());
        FS_ASSIGN([[maybe_unused]] const auto gone, m_files->tidy(*reads, m_clock.now()));
    }
    FS_ASSIGN(const auto verification, m_log.check(m_clock.now()));
    (void)verification; // what is broken has been named in the log, and care goes on
    return m_log.index();
}

} // namespace frontsheet
