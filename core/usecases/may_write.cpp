#include "core/usecases/may_write.h"

#include "core/domain/sharing/compiled_agreement.h"
#include "core/domain/sharing/permission_codec.h"
#include "core/domain/sharing/record_view.h"
#include "core/usecases/ports/agreement_shelf.h"

namespace frontsheet {

struct MayWrite::Home {
    std::shared_ptr<const HomeAgreements> agreements;
    std::vector<sharing::PermissionStatement> said;
    Relationships joined;
    sharing::PurposeSet purposes; // what this worker acts for there
};

MayWrite::MayWrite(const Workplace& work, std::span<const Record> about) : m_work(work), m_about(about) {}
MayWrite::~MayWrite() = default;

Result<const MayWrite::Home*> MayWrite::at(const AgencyId& agency) {
    if (const auto known = m_homes.find(agency); known != m_homes.end()) {
        return known->second.get();
    }
    auto home = std::make_unique<Home>();
    if (m_work.agreements != nullptr) {
        FS_ASSIGN(home->agreements, m_work.agreements->of(agency));
    }
    for (const auto& record : m_about) {
        if (record.home == agency) {
            if (auto statement = sharing::inEffectHere(record)) {
                home->said.push_back(std::move(*statement));
            }
        }
    }
    home->joined = relationshipsOf(m_work.me, agency, m_about, m_work.clock.now());
    if (home->agreements != nullptr) {
        home->purposes = home->agreements->inForce.purposesOf(m_work.me, agency);
    }
    return m_homes.emplace(agency, std::move(home)).first->second.get();
}

Result<bool> MayWrite::of(const Record& record) {
    if (record.home == m_work.me.agency) {
        return true;
    }
    FS_ASSIGN(const auto* home, at(record.home));
    if (home->agreements == nullptr || home->agreements->inForce.all().empty()) {
        return true;
    }
    const auto& inForce = home->agreements->inForce;
    const sharing::RecordView view{record, m_work.me, home->joined};
    const sharing::Viewer viewer{m_work.me, home->purposes, sharing::relationshipSet(home->joined)};
    return decide(viewer, view.facts(), inForce, home->said, m_work.clock.now()).mayContribute();
}

Result<Relationships> MayWrite::joined(const AgencyId& home) {
    FS_ASSIGN(const auto* there, at(home));
    return there->joined;
}

} // namespace frontsheet
