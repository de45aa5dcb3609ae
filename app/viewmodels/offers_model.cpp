#include "app/viewmodels/offers_model.h"

#include "app/viewmodels/work_wording.h"

namespace frontsheet {

void OffersModel::clear() {
    m_rows = {};
    setBusy(false);
    setLoaded(false);
    emit changed();
}

void OffersModel::refresh() {
    struct Found {
        std::vector<OfferedWork> asked;
        Directory directory;
        std::string today;
        WallTime now;
    };
    run(
        Lane::Read,
        [](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.asked, Offers(desk.workplace).askedOfMe());
            FS_ASSIGN(found.directory, desk.directory());
            found.today = today(desk.workplace);
            found.now = desk.workplace.clock.now();
            return found;
        },
        [this](Result<Found> found) {
            if (!found) {
                fail(found.error());
                return;
            }
            const WorkReader reader{wording(), found->directory, me()};
            m_rows = {};
            for (const auto& one : found->asked) {
                m_rows << reader.offered(one, found->today, found->now);
            }
            setLoaded(true);
            emit changed();
        });
}

void OffersModel::accept(const QString& id) {
    if (const auto record = RecordId::fromHex(id.toStdString())) {
        save([record = *record](OpenDesk& desk) { return Offers(desk.workplace).accept(record); });
    }
}

void OffersModel::refuse(const QString& id, const QString& words) {
    if (const auto record = RecordId::fromHex(id.toStdString())) {
        save([record = *record, why = words.trimmed().toStdString()](OpenDesk& desk) {
            return Offers(desk.workplace).refuse(record, why);
        });
    }
}

} // namespace frontsheet
