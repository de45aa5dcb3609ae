// Passing a placement on to another reviewing officer, who says yes or no.
#include "app/viewmodels/placement_model.h"
#include "app/viewmodels/worker_rows.h"
#include "core/domain/care/passing_on.h"
#include "core/domain/schema/placement.h"
#include "core/usecases/offers.h"

namespace frontsheet {

namespace {

constexpr qsizetype kMostColleagues = 6;

} // namespace

void PlacementModel::showPassing(const Record& placement) {
    const auto asked = placement.fields.get(placement::kOfficerOffered);
    m_shown.officer = shown(placement.fields.get(placement::kReviewingOfficer).str());
    m_shown.askedToTake = asked.empty() ? QString{} : shown(m_directory.worker(asked).name);
    m_shown.mayTakeBack = !asked.empty() && care::mayTakeBack(placement, me());
    m_shown.mayPassOn = m_shown.mine && asked.empty() && care::passingOn(placement, me()) == care::PassingOn::Offer;
}

void PlacementModel::lookColleagues(const QString& typed) {
    m_candidates.clear();
    for (const auto& row : workersFound(m_directory, typed, me().agency)) {
        if (m_candidates.size() < kMostColleagues &&
            row.toMap().value(QStringLiteral("worker")).toString() != m_shown.officer) {
            m_candidates << row;
        }
    }
    emit candidatesChanged();
}

void PlacementModel::passOn(const QString& worker, const QString& words) {
    m_faults.clear();
    if (worker.isEmpty()) {
        fault("worker", tr("Choose who is asked."));
    }
    const auto id = RecordId::fromHex(m_id.toStdString());
    if (!sound() || !id) {
        return;
    }
    save([id = *id, to = WorkerId{worker.toStdString()}, said = words.trimmed().toStdString()](OpenDesk& desk) {
        return Offers(desk.workplace).offer({id}, to, said);
    });
}

void PlacementModel::takeOfferBack() {
    m_faults.clear();
    if (const auto id = RecordId::fromHex(m_id.toStdString())) {
        save([id = *id](OpenDesk& desk) { return Offers(desk.workplace).takeBack(id); });
    }
}

} // namespace frontsheet
