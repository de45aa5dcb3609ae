#include "app/agency_server/agreement/in_force.h"

#include "sync/agreement/agreement_text.h"
#include "sync/agreement/shipped_agreements.h"

#include <algorithm>

namespace frontsheet {

namespace {

// An agency that has not decided otherwise works by the shipped policy, whatever the day.
Result<sharing::CompiledAgreement> shippedPolicy(WallTime now) {
    auto read = sharing::readAgreement(sharing::shippedAgreement("own-agency"), {now, {}, {}});
    if (!read.agreement) {
        return {ErrorCode::Internal, "the shipped policy"};
    }
    read.agreement->effective = WallTime{1};
    return sharing::CompiledAgreement::of(std::move(*read.agreement), {});
}

} // namespace

Result<std::shared_ptr<const SharingInForce>> sharingInForce(const AgreementFolder& folder,
                                                             const Partnership& partnership, WallTime now) {
    auto out = std::make_shared<SharingInForce>();
    FS_ASSIGN(out->agreements, folder.inForce());
    const auto all = out->agreements.all();
    const bool hasPolicy = std::any_of(all.begin(), all.end(), [](const auto& one) { return one.isPolicy(); });
    if (!hasPolicy) {
        std::vector<sharing::CompiledAgreement> with(all.begin(), all.end());
        FS_ASSIGN(auto policy, shippedPolicy(now));
        with.push_back(std::move(policy));
        FS_ASSIGN(out->agreements, sharing::AgreementsInForce::of(std::move(with)));
    }
    for (const auto& [agency, entry] : partnership.agencies) {
        if (!entry.odsCode.empty()) {
            out->practices.emplace(agency, entry.odsCode);
        }
    }
    return std::shared_ptr<const SharingInForce>{std::move(out)};
}

} // namespace frontsheet
