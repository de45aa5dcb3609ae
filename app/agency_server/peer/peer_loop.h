// While the server runs: visits every partner for every hosted agency, so that a revoked device is soon refused everywhere.
#pragma once

#include "app/agency_server/agreement/agreement_keeper.h"
#include "app/agency_server/partnership_file.h"
#include "app/agency_server/server_folder.h"
#include "sync/client/transport.h"
#include "sync/peer/peer_link.h"
#include "sync/server/agency_server.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace frontsheet {

class PeerLoop {
public:
    // All outlive the loop.
    PeerLoop(const ServerFolder& folder, Partnership partnership, AgencyServer& server, AgreementKeeper& agreements,
             const Clock& clock, IdSource& ids);
    ~PeerLoop(); // ends the visit under way

    void setPartnership(Partnership partnership);

private:
    void run();
    void visitAll(const Partnership& partnership);
    void exchangeHeads(const AgencyId& self, const PartnerAgency& partner, Ledger& ledger, const LogHeads& heads);

    const ServerFolder& m_folder;
    AgencyServer& m_server;
    AgreementKeeper& m_agreements;
    const Clock& m_clock;
    IdSource& m_ids;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Partnership m_partnership;
    bool m_stopping = false;
    Transport* m_visiting = nullptr;
    std::thread m_thread;
};

} // namespace frontsheet
