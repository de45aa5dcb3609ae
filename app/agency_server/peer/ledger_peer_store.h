// What partners tell, in this agency's ledger.
#pragma once

#include "app/agency_server/identity/certificate.h"
#include "sync/peer/peer_link.h"
#include "sync/server/ledger.h"

namespace frontsheet {

// Keeps where a partner says its disclosure log ends, when `authority`, the partner's CA, has signed it. WrongState when the
// log went back: an earlier head is held, and stays held.
[[nodiscard]] Result<void> keepPartnersHead(Ledger& ledger, const AgencyId& partner, const Certificate& authority,
                                            BytesView head);

class LedgerPeerStore final : public PeerStore {
public:
    LedgerPeerStore(Ledger& ledger, const Clock& clock) : m_ledger(ledger), m_clock(clock) {}
    Result<Cursor> cursor(const AgencyId& partner) override;
    Result<void> take(const AgencyId& partner, const wire::PeerFacts& facts) override;
    Result<Answers> answers(const AgencyId& partner) override;
    Result<void> answered(const AgencyId& partner, std::uint64_t upTo) override;
    Result<void> startOver(const AgencyId& partner) override;

private:
    Ledger& m_ledger;
    const Clock& m_clock;
};

} // namespace frontsheet
