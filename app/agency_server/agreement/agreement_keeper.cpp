#include "app/agency_server/agreement/agreement_keeper.h"

#include "app/agency_server/agreement/agreement_records.h"
#include "app/agency_server/agreement/in_force.h"
#include "app/agency_server/agreement/partner_agreements.h"
#include "core/base/log.h"
#include "sync/wire/body_codec.h"

namespace frontsheet {

void AgreementKeeper::refresh(const Partnership& partnership) {
    const std::lock_guard lock(m_mutex);
    m_seen.clear(); // keys may have become known, and days have passed
    const auto authorities = partnership.authorities();
    const auto hosted = m_folder.hosted();
    if (!authorities || !hosted) {
        logEvent("agreements-not-read", {{"error", (authorities ? hosted.error() : authorities.error()).code}});
        return;
    }
    for (const auto& agency : *hosted) {
        refreshOne(agency, partnership, *authorities);
    }
}

void AgreementKeeper::refreshOne(const AgencyId& agency, const Partnership& partnership,
                                 const std::map<AgencyId, Certificate>& authorities) {
    Ledger* ledger = m_ledgerOf(agency);
    if (ledger == nullptr) {
        return;
    }
    const AgreementFolder folder{m_folder.agreementsFolder(agency)};
    if (auto sharing = sharingInForce(folder, partnership, m_clock.now())) {
        m_decideBy(agency, std::move(*sharing));
    } else {
        // It goes on deciding by what it could read last, or releases nothing.
        logEvent("agreements-not-in-force", {{"agency", agency}, {"error", sharing.error().code}});
    }
    const auto published = publishAgreements(folder, *ledger, authorities, m_clock);
    if (!published) {
        logEvent("agreements-not-published", {{"agency", agency}, {"error", published.error().code}});
    } else if (published->created + published->changed > 0) {
        logEvent("agreements-published",
                 {{"agency", agency}, {"records", static_cast<std::int64_t>(published->created + published->changed)}});
    }
}

void AgreementKeeper::takeFromPartners(const AgencyId& agency, const Partnership& partnership) {
    const std::lock_guard lock(m_mutex);
    Ledger* ledger = m_ledgerOf(agency);
    const auto authorities = partnership.authorities();
    if (ledger == nullptr || !authorities) {
        return;
    }
    struct News {
        Record header;
        Bytes body;
    };
    std::vector<News> news;
    const auto gather = [&]() -> Result<void> {
        FS_ASSIGN(const auto reads, ledger->read());
        return reads->partnerRecords([&](const KeptRecord& kept) -> Result<Walk> {
            if (kept.header.type != RecordType::SharingAgreement) {
                return Walk::On;
            }
            auto& seen = m_seen[{agency, kept.header.id}];
            if (kept.header.version != seen) {
                news.push_back({kept.header, Bytes{kept.body}});
                seen = kept.header.version;
            }
            return Walk::On;
        });
    };
    if (const auto gathered = gather(); !gathered) {
        logEvent("agreements-not-taken", {{"agency", agency}, {"error", gathered.error().code}});
        return;
    }
    PartnerAgreements partners{m_folder.agreementsFolder(agency), agency, *authorities};
    bool changed = false;
    for (const auto& one : news) {
        const auto fields = wire::decodeBody(one.body);
        const auto taken = fields ? partners.take(one.header.home, *fields, m_clock.now())
                                  : Result<PartnerAgreements::Taken>{fields.error()};
        if (!taken) {
            m_seen.erase({agency, one.header.id}); // again at the next visit
            logEvent("agreements-not-taken",
                     {{"agency", agency}, {"partner", one.header.home}, {"error", taken.error().code}});
            continue;
        }
        changed = changed || taken->changed;
        if (!taken->refused.empty()) {
            logEvent("agreement-refused", {{"agency", agency}, {"partner", one.header.home}});
        }
    }
    if (changed) {
        refreshOne(agency, partnership, *authorities);
    }
}

} // namespace frontsheet
