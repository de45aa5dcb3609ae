// Referrals: what is to be known before one is sent, and to whom it would go.
#include "core/domain/care/beside_others.h"
#include "core/domain/schema/referral.h"
#include "core/usecases/person_facts.h"
#include "core/usecases/referrals.h"

#include <algorithm>

namespace frontsheet {

namespace {

ReferralCaution::What cautionOf(Misfit misfit) {
    switch (misfit) {
    case Misfit::Closed:
        return ReferralCaution::What::ServiceHasClosed;
    case Misfit::TooYoung:
        return ReferralCaution::What::TooYoung;
    case Misfit::TooOld:
        return ReferralCaution::What::TooOld;
    case Misfit::OtherArea:
        return ReferralCaution::What::OtherArea;
    case Misfit::NobodyThere:
        return ReferralCaution::What::NobodyThere;
    }
    return ReferralCaution::What::NobodyThere;
}

} // namespace

Result<std::vector<ReferralCaution>> Referrals::cautions(const NewReferral& referral) {
    FS_ASSIGN(const auto draft, draftOf(referral));
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, referral.person));
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    const auto date = today(m_work);
    const auto* service = directory.service(referral.toService);
    std::vector<ReferralCaution> out;
    const auto add = [&](ReferralCaution::What what) -> ReferralCaution& {
        auto& caution = out.emplace_back();
        caution.what = what;
        caution.stops = what <= ReferralCaution::What::ServiceHasClosed;
        caution.service = service == nullptr ? std::nullopt : std::optional{*service};
        return caution;
    };
    for (const auto& finding : care::besideOthers(draft, about.records, directory, date)) {
        if (finding.what == care::Finding::What::PersonHasDied) {
            add(ReferralCaution::What::PersonHasDied);
        }
        const auto open = std::find_if(about.records.begin(), about.records.end(),
                                       [&](const Record& r) { return r.id == finding.because; });
        if (finding.what == care::Finding::What::SameNeedIsOpen && open != about.records.end()) {
            const bool known =
                !draft.fields.text(referral::kNeedCode).empty() && !open->fields.text(referral::kNeedCode).empty();
            add(known ? ReferralCaution::What::SameNeedIsOpen : ReferralCaution::What::SameServiceHasOne).open =
                summarise(*open);
        }
    }
    if (service != nullptr) {
        for (const Misfit misfit : misfitsOf(*service, factsOf(about.records, directory, date), directory, date)) {
            auto& caution = add(cautionOf(misfit));
            const auto* instead = misfit == Misfit::Closed ? directory.service(service->instead) : nullptr;
            caution.instead = instead == nullptr ? std::nullopt : std::optional{*instead};
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.what < b.what; });
    return out;
}

Result<ReferralRoute> Referrals::routeFor(const PersonId& person, const ServiceId& to) {
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    const auto* service = directory.service(to);
    if (service == nullptr) {
        return {ErrorCode::NotFound, "service"};
    }
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    const auto date = today(m_work);
    return routeTo(*service, factsOf(about.records, directory, date), directory, date);
}

} // namespace frontsheet
