#include "app/agency_server/peer/ledger_peer_store.h"

#include "sync/server/disclosure/disclosure_log.h"
#include "sync/server/statements/notices.h"

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

namespace {

// Numbers with a space between; those that an older program did not write are 0.
Result<PeerStore::Cursor> cursorIn(LedgerReads& reads, const AgencyId& partner) {
    FS_ASSIGN(const auto note, reads.note(cursorKey(partner)));
    PeerStore::Cursor cursor;
    if (!note) {
        return cursor;
    }
    const char* at = note->data();
    const char* end = note->data() + note->size();
    for (auto* number : {&cursor.directorySeq, &cursor.revocationSeq, &cursor.noticeSeq, &cursor.answeredSeq}) {
        at = std::from_chars(at, end, *number).ptr;
        if (at == end) {
            break;
        }
        ++at;
    }
    return cursor;
}

Result<void> keepCursor(LedgerWrites& writes, const AgencyId& partner, const PeerStore::Cursor& cursor) {
    return writes.keepNote(cursorKey(partner),
                           std::to_string(cursor.directorySeq) + " " + std::to_string(cursor.revocationSeq) + " " +
                               std::to_string(cursor.noticeSeq) + " " + std::to_string(cursor.answeredSeq));
}

} // namespace

Result<PeerStore::Cursor> LedgerPeerStore::cursor(const AgencyId& partner) {
    FS_ASSIGN(const auto reads, m_ledger.read());
    return cursorIn(*reads, partner);
}

Result<void> LedgerPeerStore::take(const AgencyId& partner, const wire::PeerFacts& facts) {
    return m_ledger.write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        for (const auto& record : facts.directory) {
            FS_TRY(writes.keepPartnerRecord(record.header, record.body));
        }
        for (const auto& revocation : facts.revocations) {
            FS_TRY(writes.revoke(revocation.agency, revocation.device, revocation.revokedAt));
        }
        for (const auto& notice : facts.notices) {
            FS_TRY(statements::takeNotice(writes, partner, notice, m_clock.now()));
        }
        FS_ASSIGN(auto cursor, cursorIn(writes, partner));
        cursor.directorySeq = facts.directorySeq;
        cursor.revocationSeq = facts.revocationSeq;
        cursor.noticeSeq = facts.noticeSeq;
        return keepCursor(writes, partner, cursor);
    });
}

Result<PeerStore::Answers> LedgerPeerStore::answers(const AgencyId& partner) {
    FS_ASSIGN(const auto reads, m_ledger.read());
    FS_ASSIGN(const auto cursor, cursorIn(*reads, partner));
    FS_ASSIGN(auto found, statements::answersTo(*reads, partner, cursor.answeredSeq));
    return Answers{std::move(found.acknowledgements), found.upTo, found.more};
}

Result<void> LedgerPeerStore::answered(const AgencyId& partner, std::uint64_t upTo) {
    return m_ledger.write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        FS_ASSIGN(auto cursor, cursorIn(writes, partner));
        cursor.answeredSeq = upTo;
        return keepCursor(writes, partner, cursor);
    });
}

Result<void> LedgerPeerStore::startOver(const AgencyId& partner) {
    return m_ledger.write(WriteKind::Other,
                          [&](LedgerWrites& writes) { return keepCursor(writes, partner, Cursor{}); });
}

} // namespace frontsheet
