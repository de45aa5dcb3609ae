#include "tests/sync/server/shipped_locality.h"

#include "sync/agreement/agreement_text.h"
#include "sync/agreement/shipped_agreements.h"

namespace frontsheet::test {

std::shared_ptr<const SharingInForce> shippedLocality(WallTime now, const std::set<std::string>& without) {
    auto out = std::make_shared<SharingInForce>();
    std::vector<sharing::CompiledAgreement> all;
    for (const auto* name : {"locality-partnership", "own-agency"}) {
        auto agreement = sharing::readAgreement(sharing::shippedAgreement(name), {now, {}, {}}).agreement.value();
        std::erase_if(agreement.clauses, [&](const sharing::Clause& clause) { return without.contains(clause.id); });
        agreement.version += without.empty() ? 0 : 1;
        sharing::AgreementStanding standing;
        for (const auto& party : agreement.parties) {
            standing.bound.push_back(party.agency);
        }
        all.push_back(sharing::CompiledAgreement::of(std::move(agreement), std::move(standing)).value());
    }
    out->agreements = sharing::AgreementsInForce::of(std::move(all)).value();
    out->practices = {{AgencyId{"gp_Y99001"}, "Y99001"}};
    return out;
}

} // namespace frontsheet::test
