// Writing the log, and keeping it honest: what an exchange released, what arrived, what was read, in one piece of work of
// the ledger's writer. The work is begun before the reply is packed and waited for after; the reply leaves only when it is
// on the disk.
//
//   Pull ─► releases ─► begin() ─► writer: entries, shared fsync ─┐
//                  └──► encode, pack (meanwhile) ─────────────────┴─► bytes leave
//
// A log that is found broken is named in it (openSegment) and goes on: care does not wait for an inquiry.
#pragma once

#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "sync/server/certificate_issuer.h"
#include "sync/server/ledger.h"

#include <memory>
#include <mutex>
#include <vector>

namespace frontsheet::disclosure {

// What one exchange has to log.
struct Exchanged {
    Principal who;
    WallTime now;
    std::uint64_t receipt = 0; // of the reply; 0 when it releases nothing
    std::vector<Release> releases;
    std::vector<RecordId> referralsToReceiver; // referrals among them whose receiver the viewer is, or works with
    std::uint64_t receiptBack = 0;             // what the device has on its disk; 0: nothing new to say
    std::vector<Reading> readings;
};

// Adds one entry at the end of the chain; its number.
[[nodiscard]] Result<std::uint64_t> append(LedgerWrites& ledger, What what, WallTime now);
// Goes on in a new segment that says why. Its number is above `found` too: no number that others may hold a head of is given
// to another entry.
[[nodiscard]] Result<std::uint64_t> openSegment(LedgerWrites& ledger, SegmentCause cause, std::uint64_t found,
                                                const std::string& words, WallTime now);
// Readings that were taken before, or of records that are not here in that version, are left out.
[[nodiscard]] Result<void> logReadings(LedgerWrites& ledger, const Principal& who, const std::vector<Reading>& readings,
                                       WallTime now);

// The whole chain as it stands, against heads that others hold. Takes as long as reading the log.
[[nodiscard]] Result<Verification> verify(LedgerReads& ledger, const AgencyId& agency, std::vector<LogHead> heads = {});

class DisclosureLog {
public:
    // Both outlive it.
    DisclosureLog(Ledger& ledger, CertificateIssuer& signer) : m_ledger(ledger), m_signer(signer) {}

    // nullptr when there is nothing to log.
    [[nodiscard]] std::unique_ptr<Ledger::Begun> begin(Exchanged exchange);

    // The newest head in that snapshot, signed, as bytes; empty while nothing is logged. Any thread.
    [[nodiscard]] Result<Bytes> signedHead(LedgerReads& reads, WallTime now);
    // A head of this log that a device or a partner brings. When it bears this agency's signature and the log does not agree
    // with it, the log was cut off, rolled back or written anew: said once, in a new segment. Anything else is ignored.
    [[nodiscard]] Result<void> compare(BytesView held, WallTime now);
    // Verifies all of it, and names what is broken and not named yet. An index that says other than the chain is forgotten.
    [[nodiscard]] Result<Verification> check(WallTime now);
    // Takes into the index what was logged since; others' work goes between.
    [[nodiscard]] Result<void> index();
    // What the last check found, and how long the log is now. Any thread.
    [[nodiscard]] Result<LogStanding> standing(LedgerReads& reads) const;

private:
    Ledger& m_ledger;
    CertificateIssuer& m_signer;
    mutable std::mutex m_mutex;
    LogHead m_signed; // the last one
    LogStanding m_checked;
};

// Heads of partners' logs, as their servers told them: the newest of each is kept in this agency's ledger.
[[nodiscard]] Result<Bytes> heldHeadOf(LedgerReads& reads, const AgencyId& partner); // empty: none
// The caller has checked the signature. An older head than the one held is not kept: WrongState says that the partner's log
// went back. So is one of the same number with another hash.
[[nodiscard]] Result<void> holdHead(LedgerWrites& writes, const AgencyId& partner, const LogHead& head);

} // namespace frontsheet::disclosure
