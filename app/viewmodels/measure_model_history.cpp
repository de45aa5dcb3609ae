// How measures of this person went before, and one of them that was entered in error.
#include "app/viewmodels/measure_model.h"
#include "app/viewmodels/measure_wording.h"
#include "core/domain/display_name.h"

namespace frontsheet {

// What the page shows beside the questions.
struct MeasureModel::Around {
    std::string name;
    std::vector<MeasureScore> scores;
    Directory directory;
    std::string today;
};

void MeasureModel::refresh() {
    if (m_measure.person.isNull()) {
        return;
    }
    run(
        Lane::Read,
        [person = m_measure.person](OpenDesk& desk) -> Result<Around> {
            Around out;
            FS_ASSIGN(const auto rows, desk.workplace.reader.personRows(std::span{&person, 1}));
            out.name = spokenName({}, rows.front().givenName);
            FS_ASSIGN(out.scores, desk.measures.history(person));
            FS_ASSIGN(out.directory, desk.directory());
            out.today = today(desk.workplace);
            return out;
        },
        [this, visit = m_visit](Result<Around> around) {
            if (visit != m_visit) {
                return;
            }
            if (!around) {
                fail(around.error());
                return;
            }
            m_called = shown(around->name);
            m_scores = std::move(around->scores);
            m_directory = std::move(around->directory);
            m_today = around->today;
            setLoaded(true);
            emit opened();
            wordHistory();
        });
}

void MeasureModel::wordHistory() {
    const MeasureWording words{wording(), m_directory};
    m_instruments = words.instruments(m_scores);
    const auto history = m_spec == nullptr ? ScoreHistory{} : words.history(*m_spec, m_scores);
    m_points = history.points;
    m_history = history.rows;
    m_historyLine = history.line;
    emit historyChanged();
}

void MeasureModel::enterInError(const QString& measureId, const QString& because) {
    const auto id = RecordId::fromHex(measureId.toStdString());
    if (!id) {
        fail({ErrorCode::InvalidArgument, "measure"});
        return;
    }
    save([id = *id, why = because.trimmed().toStdString()](OpenDesk& desk) {
        return desk.measures.enterInError(id, why);
    });
}

} // namespace frontsheet
