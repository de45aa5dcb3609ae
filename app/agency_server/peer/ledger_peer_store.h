// What partners tell, in this agency's ledger.
#pragma once

#include "sync/peer/peer_link.h"
#include "sync/server/ledger.h"

namespace frontsheet {

class LedgerPeerStore final : public PeerStore {
public:
    explicit LedgerPeerStore(Ledger& ledger) : m_ledger(ledger) {}
    Result<Cursor> cursor(const AgencyId& partner) override;
    Result<void> take(const AgencyId& partner, const wire::PeerFacts& facts) override;

private:
    Ledger& m_ledger;
};

} // namespace frontsheet
