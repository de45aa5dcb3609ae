#include "sync/server/disclosure/disclosure_log.h"

#include "core/base/log.h"
#include "sync/server/disclosure/disclosure_index.h"
#include "sync/server/disclosure/disclosure_limits.h"

#include <algorithm>

namespace frontsheet::disclosure {

namespace {

std::string heldKey(const AgencyId& partner) { return "log head of " + partner.str(); }

Result<void> logExchange(LedgerWrites& ledger, const Exchanged& exchange) {
    auto& rows = ledger.disclosureWrites();
    const auto& who = exchange.who;
    if (exchange.receiptBack != 0) {
        FS_ASSIGN(const bool awaited, rows.awaits(who.device, exchange.receiptBack));
        if (awaited) {
            FS_TRY(append(ledger, Delivered{who, exchange.receiptBack}, exchange.now));
            FS_TRY(rows.arrived(who.device, exchange.receiptBack, exchange.now));
        }
    }
    FS_TRY(logReadings(ledger, who, exchange.readings, exchange.now));
    for (const auto& release : exchange.releases) {
        FS_TRY(append(ledger, release, exchange.now));
    }
    if (!exchange.releases.empty()) {
        FS_TRY(rows.await(who.device, exchange.receipt, exchange.now));
    }
    for (const auto& referral : exchange.referralsToReceiver) {
        FS_TRY(
            rows.referralSent({referral, who.device, who.agency, who.worker, exchange.receipt, exchange.now, {}, {}}));
    }
    return ok();
}

} // namespace

Result<std::uint64_t> append(LedgerWrites& ledger, What what, WallTime now) {
    auto& rows = ledger.disclosureWrites();
    FS_ASSIGN(const auto end, rows.end());
    const Hash previous = end.number == 0 ? chainStart(ledger.home()) : end.hash;
    Entry entry{end.number + 1, end.segment, now, std::move(what)};
    if (auto* opening = std::get_if<NewSegment>(&entry.what)) {
        opening->after = end.number;
        entry.number = std::max(end.number, opening->found) + 1;
        ++entry.segment;
    }
    const Bytes bytes = encode(entry);
    const Hash hash = chainHash(previous, bytes);
    FS_TRY(
        rows.append({entry.number, bytes, {reinterpret_cast<const char*>(hash.data()), hash.size()}}, entry.segment));
    return entry.number;
}

Result<std::uint64_t> openSegment(LedgerWrites& ledger, SegmentCause cause, std::uint64_t found,
                                  const std::string& words, WallTime now) {
    return append(ledger, NewSegment{cause, 0, found, words}, now);
}

Result<void> logReadings(LedgerWrites& ledger, const Principal& who, const std::vector<Reading>& readings,
                         WallTime now) {
    Readings logged{who, {}};
    for (const auto& reading : readings) {
        FS_ASSIGN(const auto record, ledger.record(reading.record));
        // Of what is not here it is a reading about nobody: logged too, so that no guess at what exists is cheaper than another,
        // and whoever guesses stands in the log.
        const bool isHere = record && !(record->header.version < reading.version);
        FS_ASSIGN(const bool isNew, ledger.disclosureWrites().read(who.device, reading, now));
        if (isNew) {
            logged.readings.push_back({reading, isHere ? record->header.person : PersonId{}});
        }
    }
    if (logged.readings.empty()) {
        return ok();
    }
    FS_ASSIGN(const auto number, append(ledger, std::move(logged), now));
    (void)number;
    return ok();
}

Result<Verification> verify(LedgerReads& ledger, const AgencyId& agency, std::vector<LogHead> heads) {
    ChainVerifier verifier{agency, std::move(heads)};
    FS_TRY(ledger.disclosures().entries(1, [&](const StoredEntry& stored) -> Result<Walk> {
        verifier.take(stored);
        return Walk::On;
    }));
    return std::move(verifier).finish();
}

std::unique_ptr<Ledger::Begun> DisclosureLog::begin(Exchanged exchange) {
    if (exchange.releases.empty() && exchange.readings.empty() && exchange.receiptBack == 0) {
        return nullptr;
    }
    auto shared = std::make_shared<const Exchanged>(std::move(exchange));
    return m_ledger.begin(WriteKind::Other, [shared](LedgerWrites& writes) { return logExchange(writes, *shared); });
}

Result<Bytes> DisclosureLog::signedHead(LedgerReads& reads, WallTime now) {
    FS_ASSIGN(const auto end, reads.disclosures().end());
    if (end.number == 0) {
        return Bytes{};
    }
    const std::lock_guard lock(m_mutex);
    if (m_signed.number != end.number || m_signed.hash != end.hash) {
        LogHead head{end.number, end.hash, now, {}};
        FS_ASSIGN(head.signature, m_signer.sign(headStatement(m_ledger.agency(), head)));
        m_signed = std::move(head);
    }
    return encode(m_signed);
}

Result<void> DisclosureLog::compare(BytesView held, WallTime now) {
    const auto head = decodeHead(held);
    if (!head || head->number == 0) {
        return ok();
    }
    const auto isHere = [&](DisclosureReads& rows) -> Result<bool> {
        bool here = false;
        FS_TRY(rows.entries(head->number, [&](const StoredEntry& stored) -> Result<Walk> {
            here = stored.number == head->number && stored.hash.size() == head->hash.size() &&
                   std::equal(stored.hash.begin(), stored.hash.end(), head->hash.begin(),
                              [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
            return Walk::Stop;
        }));
        return here;
    };
    {
        FS_ASSIGN(const auto reads, m_ledger.read());
        FS_ASSIGN(const bool here, isHere(reads->disclosures()));
        if (here) {
            return ok();
        }
    }
    if (!m_signer.hasSigned(headStatement(m_ledger.agency(), *head), head->signature)) {
        return ok();
    }
    return m_ledger.write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        FS_ASSIGN(const bool here, isHere(writes.disclosures()));
        if (here) {
            return ok();
        }
        const std::string key = "log disagrees with head " + std::to_string(head->number);
        FS_ASSIGN(const auto said, writes.note(key));
        if (said) {
            return ok();
        }
        FS_ASSIGN(const auto number, openSegment(writes, SegmentCause::CutOff, head->number,
                                                 "a signed head of entry " + std::to_string(head->number) +
                                                     " is held elsewhere; the entry is not here or not as it was",
                                                 now));
        logEvent("disclosure-log-cut-off", {{"agency", m_ledger.agency()},
                                            {"entry", static_cast<std::int64_t>(head->number)},
                                            {"segment-opened-at", static_cast<std::int64_t>(number)}});
        return writes.keepNote(key, held);
    });
}

Result<Verification> DisclosureLog::check(WallTime now) {
    Verification verification;
    bool indexed = true;
    {
        FS_ASSIGN(const auto reads, m_ledger.read());
        FS_ASSIGN(verification, verify(*reads, m_ledger.agency()));
        FS_ASSIGN(indexed, indexAgrees(*reads));
    }
    if (!indexed) {
        logEvent("disclosure-index-disagrees", {{"agency", m_ledger.agency()}});
        FS_TRY(m_ledger.write(WriteKind::Other,
                              [](LedgerWrites& writes) { return writes.disclosureWrites().forgetIndex(); }));
    }
    for (const auto& broken : verification.breaks) {
        if (verification.isNamed(broken)) {
            continue;
        }
        logEvent("disclosure-log-broken",
                 {{"agency", m_ledger.agency()}, {"entry", static_cast<std::int64_t>(broken.number)}});
        FS_TRY(m_ledger.write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
            FS_ASSIGN(const auto number,
                      openSegment(writes, SegmentCause::Broken, broken.number, inWords(broken), now));
            (void)number;
            return ok();
        }));
    }
    const std::lock_guard lock(m_mutex);
    m_checked.verifiedTo = verification.last;
    m_checked.verifiedAt = now;
    m_checked.breaks = verification.breaksInAll;
    m_checked.firstBreak = verification.breaks.empty() ? std::string{} : inWords(verification.breaks.front());
    return verification;
}

Result<void> DisclosureLog::index() {
    for (bool more = true; more;) {
        FS_TRY(m_ledger.write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
            FS_ASSIGN(more, indexMore(writes, limits::kIndexedAtOnce));
            return ok();
        }));
    }
    return ok();
}

Result<LogStanding> DisclosureLog::standing(LedgerReads& reads) const {
    FS_ASSIGN(const auto end, reads.disclosures().end());
    const std::lock_guard lock(m_mutex);
    LogStanding standing = m_checked;
    standing.entries = end.number;
    return standing;
}

Result<Bytes> heldHeadOf(LedgerReads& reads, const AgencyId& partner) {
    FS_ASSIGN(auto note, reads.note(heldKey(partner)));
    return note ? std::move(*note) : Bytes{};
}

Result<void> holdHead(LedgerWrites& writes, const AgencyId& partner, const LogHead& head) {
    FS_ASSIGN(const auto held, heldHeadOf(writes, partner));
    if (!held.empty()) {
        const auto before = decodeHead(held);
        if (before && before->number == head.number && before->hash == head.hash) {
            return ok();
        }
        if (before && before->number >= head.number) {
            return {ErrorCode::WrongState, "the partner's disclosure log went back"};
        }
    }
    return writes.keepNote(heldKey(partner), encode(head));
}

} // namespace frontsheet::disclosure
