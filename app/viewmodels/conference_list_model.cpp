#include "app/viewmodels/conference_list_model.h"

#include "app/viewmodels/conference_wording.h"

namespace frontsheet {

void ConferenceListModel::open(const QString& personId) {
    if (personId != m_personId) {
        m_personId = personId;
        m_about.clear();
        setLoaded(false);
        emit changed();
    }
    refresh();
}

void ConferenceListModel::refresh() {
    struct Read {
        std::vector<ConferenceToCome> toCome;
        std::vector<care::ConferenceSheet> about;
        Directory directory;
    };
    run(
        Lane::Read,
        [person = PersonId::fromHex(m_personId.toStdString())](OpenDesk& desk) -> Result<Read> {
            Read read;
            FS_ASSIGN(read.toCome, desk.conferences.toCome());
            if (person) {
                FS_ASSIGN(read.about, desk.conferences.about(*person));
            }
            FS_ASSIGN(read.directory, desk.directory());
            return read;
        },
        [this, asked = m_personId](const Result<Read>& read) {
            if (!read) {
                fail(read.error());
                return;
            }
            const ConferenceReader say{wording(), read->directory, me(), {}};
            QVariantList toCome;
            QVariantList about;
            for (const auto& one : read->toCome) {
                toCome << say.toCome(one);
            }
            for (const auto& one : read->about) {
                about << say.line(one);
            }
            // Rows under a finger are not made anew because a server was heard from.
            const bool same = loaded() && toCome == m_toCome && (asked != m_personId || about == m_about);
            m_toCome = std::move(toCome);
            if (asked == m_personId) {
                m_about = std::move(about);
                setLoaded(true); // an answer about the person before is none about this one
            }
            if (!same) {
                emit changed();
            }
        });
}

void ConferenceListModel::answer(const QString& invitationId, const QString& how) {
    if (const auto id = RecordId::fromHex(invitationId.toStdString())) {
        save([id = *id, how = how.toStdString()](OpenDesk& desk) { return desk.conferences.answer(id, how, {}, {}); });
    }
}

void ConferenceListModel::clear() {
    m_personId.clear();
    m_toCome.clear();
    m_about.clear();
    setBusy(false);
    setLoaded(false);
    emit changed();
}

} // namespace frontsheet
