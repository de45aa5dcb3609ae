#include "app/viewmodels/own_work_model.h"

#include "app/viewmodels/work_wording.h"
#include "core/usecases/own_work.h"

namespace frontsheet {

void OwnWorkModel::clear() {
    for (auto* rows : {&m_toDo, &m_cameBack, &m_notClosed, &m_comingUp}) {
        rows->clear();
    }
    setLoaded(false);
    emit changed();
}

void OwnWorkModel::refresh() {
    struct Found {
        OwnDay day;
        Directory directory;
    };
    run(
        Lane::Read,
        [](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.day, OwnWork(desk.workplace).asOfToday());
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this](const Result<Found>& found) {
            if (!found) {
                fail(found.error());
                return;
            }
            const WorkReader reader{wording(), found->directory, me()};
            const auto worded = [&](const std::vector<OwnedWork>& works) {
                QVariantList rows;
                for (const auto& one : works) {
                    rows << reader.owned(one);
                }
                return rows;
            };
            m_toDo = worded(found->day.toDo);
            m_cameBack = worded(found->day.cameBack);
            m_notClosed = worded(found->day.notClosed);
            m_comingUp = worded(found->day.comingUp);
            setLoaded(true);
            emit changed();
        });
}

} // namespace frontsheet
