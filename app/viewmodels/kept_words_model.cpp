#include "app/viewmodels/kept_words_model.h"

#include "app/viewmodels/tuning.h"
#include "core/usecases/kept_words.h"

namespace frontsheet {

KeptWordsModel::KeptWordsModel(Session& session, QObject* parent) : PageModel(session, parent) {
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(tuning::kAutosaveLatestMs);
    connect(&m_keeping, &QTimer::timeout, this, &KeptWordsModel::flush);
}

void KeptWordsModel::read() {
    run(
        Lane::Save, [](OpenDesk& desk) { return KeptWords(desk.workplace).all(); },
        [this](const Result<KeptWords::All>& all) {
            QMap<QString, QString> words;
            for (const auto& [where, said] : all ? *all : KeptWords::All{}) {
                words.insert(shown(where), shown(said));
            }
            emit known(words);
        });
}

void KeptWordsModel::keep(const QString& where, const QString& words) {
    m_unkept.insert(where, words);
    if (!m_keeping.isActive()) {
        m_keeping.start();
    }
}

void KeptWordsModel::flush() {
    m_keeping.stop();
    if (m_unkept.isEmpty()) {
        return;
    }
    KeptWords::All words;
    for (auto one = m_unkept.cbegin(); one != m_unkept.cend(); ++one) {
        words[one.key().toStdString()] = one.value().toStdString();
    }
    m_unkept.clear();
    run(
        Lane::Save, [words = std::move(words)](OpenDesk& desk) { return KeptWords(desk.workplace).keep(words); },
        [this](const Result<void>& kept) {
            if (!kept) {
                fail(kept.error());
            }
        });
}

void KeptWordsModel::clear() {
    flush();
    emit known({});
}

} // namespace frontsheet
