#include "app/agency_server/peer/peer_loop.h"

#include "app/agency_server/peer/ledger_peer_store.h"
#include "app/agency_server/peer/peer_transport.h"
#include "core/base/log.h"
#include "sync/peer/peer_tuning.h"

namespace frontsheet {

PeerLoop::PeerLoop(const ServerFolder& folder, Partnership partnership, AgencyServer& server,
                   AgreementKeeper& agreements, const Clock& clock, IdSource& ids)
    : m_folder(folder), m_server(server), m_agreements(agreements), m_clock(clock), m_ids(ids),
      m_partnership(std::move(partnership)), m_thread([this] { run(); }) {}

PeerLoop::~PeerLoop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        if (m_visiting != nullptr) {
            m_visiting->stop();
        }
    }
    m_wake.notify_all();
    m_thread.join();
}

void PeerLoop::setPartnership(Partnership partnership) {
    const std::lock_guard lock(m_mutex);
    m_partnership = std::move(partnership);
}

void PeerLoop::run() {
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const Partnership partnership = m_partnership;
        lock.unlock();
        visitAll(partnership);
        lock.lock();
        m_wake.wait_for(lock, peer_tuning::kPullEvery, [this] { return m_stopping; });
    }
}

void PeerLoop::visitAll(const Partnership& partnership) {
    const auto hosted = m_folder.hosted();
    if (!hosted) {
        return;
    }
    for (const auto& self : *hosted) {
        auto transport = openPeerTransport(m_folder, partnership, self, m_clock.now(), m_ids);
        Ledger* ledger = m_server.ledgerOf(self);
        if (!transport || ledger == nullptr) {
            continue;
        }
        {
            const std::lock_guard lock(m_mutex);
            if (m_stopping) {
                return;
            }
            m_visiting = transport->get();
        }
        PeerLink link{**transport, self};
        LedgerPeerStore store{*ledger, m_clock};
        for (const auto& [partner, address] : partnership.agencies) {
            if (partner == self) {
                continue;
            }
            const auto pulled = link.pull(partner, store);
            if (!pulled && pulled.error().code == ErrorCode::Cancelled) {
                break;
            }
            if (!pulled && pulled.error().code != ErrorCode::Unreachable) {
                // A partner that is off the net is everyday; one that answers wrongly is not.
                logEvent("peer-pull-failed", {{"agency", self}, {"partner", partner}, {"error", pulled.error().code}});
            }
            if (pulled) {
                exchangeHeads(self, address, *ledger, pulled->heads);
            }
        }
        m_agreements.takeFromPartners(self, partnership);
        const std::lock_guard lock(m_mutex);
        m_visiting = nullptr;
        if (m_stopping) {
            return;
        }
    }
}

// What each can later say of the other's log is kept; what the partner can say of this one is compared at once.
void PeerLoop::exchangeHeads(const AgencyId& self, const PartnerAgency& partner, Ledger& ledger,
                             const LogHeads& heads) {
    const auto said = [&](Literal what, const Result<void>& done) {
        if (!done) {
            logEvent(what, {{"agency", self}, {"partner", partner.agency}, {"error", done.error().code}});
        }
    };
    if (!heads.heldOfOurs.empty()) {
        said("head-comparison-failed", m_server.compareHead(self, heads.heldOfOurs));
    }
    if (heads.theirs.empty()) {
        return;
    }
    if (const auto authority = Certificate::fromPem(partner.caPem)) {
        said("partner-log-head-refused", keepPartnersHead(ledger, partner.agency, *authority, heads.theirs));
    }
}

} // namespace frontsheet
