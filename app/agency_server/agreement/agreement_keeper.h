// Keeps a running server in step with its agencies' agreements: what is on the disk becomes records of the directory, and
// what partners tell of agreements is taken into the folders. At the start, at SIGHUP, and whenever a partner's record is
// news.
#pragma once

#include "app/agency_server/partnership_file.h"
#include "app/agency_server/server_folder.h"
#include "core/base/clock.h"
#include "sync/server/ledger.h"
#include "sync/server/sharing_in_force.h"

#include <functional>
#include <map>
#include <mutex>

namespace frontsheet {

class AgreementKeeper {
public:
    // Of a hosted agency; nullptr for one that is not to be looked at.
    using LedgerOf = std::function<Ledger*(const AgencyId&)>;
    // Told what an agency decides by from now on.
    using DecideBy = std::function<void(const AgencyId&, std::shared_ptr<const SharingInForce>)>;
    // All outlive it.
    AgreementKeeper(const ServerFolder& folder, LedgerOf ledgerOf, DecideBy decideBy, const Clock& clock)
        : m_folder(folder), m_ledgerOf(std::move(ledgerOf)), m_decideBy(std::move(decideBy)), m_clock(clock) {}

    // Reads every hosted agency's folder anew. What cannot be read is logged, and what was there before stays. Any thread.
    void refresh(const Partnership& partnership);

    // What `agency`'s ledger holds of the partners' agreements and was not looked at yet. Any thread.
    void takeFromPartners(const AgencyId& agency, const Partnership& partnership);

private:
    void refreshOne(const AgencyId& agency, const Partnership& partnership,
                    const std::map<AgencyId, Certificate>& authorities);

    const ServerFolder& m_folder;
    LedgerOf m_ledgerOf;
    DecideBy m_decideBy;
    const Clock& m_clock;
    std::mutex m_mutex;
    std::map<std::pair<AgencyId, RecordId>, HomeVersion> m_seen; // by hosted agency
};

} // namespace frontsheet
