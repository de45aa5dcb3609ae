#include "app/agency_server/peer/ledger_peer_store.h"

#include "sync/server/disclosure/disclosure_log.h"

#include <charconv>

namespace frontsheet {

namespace {

std::string cursorKey(const AgencyId& partner) { return "peer cursor " + partner.str(); }

} // namespace

Result<void> keepPartnersHead(Ledger& ledger, const AgencyId& partner, const Certificate& authority, BytesView bytes) {
    FS_ASSIGN(const auto head, disclosure::decodeHead(bytes));
    if (!authority.hasSigned(disclosure::headStatement(partner, head), head.signature)) {
        return {ErrorCode::CertificateRejected, "head of a partner's disclosure log"};
    }
    {
        FS_ASSIGN(const auto reads, ledger.read());
        FS_ASSIGN(const auto held, disclosure::heldHeadOf(*reads, partner));
        if (held == bytes) {
            return ok(); // nothing was logged since the last visit
        }
    }
    return ledger.write(WriteKind::Other,
                        [&](LedgerWrites& writes) { return disclosure::holdHead(writes, partner, head); });
}

Result<PeerStore::Cursor> LedgerPeerStore::cursor(const AgencyId& partner) {
    FS_ASSIGN(const auto reads, m_ledger.read());
    FS_ASSIGN(const auto note, reads->note(cursorKey(partner)));
    Cursor cursor;
    if (note) {
        const char* end = note->data() + note->size();
        const auto first = std::from_chars(note->data(), end, cursor.directorySeq);
        if (first.ptr != end) {
            (void)std::from_chars(first.ptr + 1, end, cursor.revocationSeq);
        }
    }
    return cursor;
}

Result<void> LedgerPeerStore::take(const AgencyId& partner, const wire::PeerFacts& facts) {
    return m_ledger.write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        for (const auto& record : facts.directory) {
            FS_TRY(writes.keepPartnerRecord(record.header, record.body));
        }
        for (const auto& revocation : facts.revocations) {
            FS_TRY(writes.revoke(revocation.agency, revocation.device, revocation.revokedAt));
        }
        return writes.keepNote(cursorKey(partner),
                               std::to_string(facts.directorySeq) + " " + std::to_string(facts.revocationSeq));
    });
}

} // namespace frontsheet
