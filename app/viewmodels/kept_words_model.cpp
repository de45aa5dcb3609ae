#include "app/viewmodels/kept_words_model.h"

#include "app/viewmodels/tuning.h"
#include "core/usecases/kept_words.h"

#include <algorithm>

namespace frontsheet {

KeptWordsModel::KeptWordsModel(Session& session, QObject* parent) : PageModel(session, parent) {
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(tuning::kAutosaveLatestMs);
    connect(&m_keeping, &QTimer::timeout, this, [this] {
        if (!m_writing) { // else what comes of that looks here again
            flush();
        }
    });
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
    if (!m_keeping.isActive() || m_keeping.interval() != tuning::kAutosaveLatestMs) {
        m_keeping.start(tuning::kAutosaveLatestMs);
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
    m_writing = true;
    run(
        Lane::Save, [words](OpenDesk& desk) { return KeptWords(desk.workplace).keep(words); },
        [this, words](const Result<void>& kept) {
            m_writing = false;
            if (kept) {
                if (std::any_of(words.begin(), words.end(),
                                [](const auto& one) { return one.first.starts_with("refer."); })) {
                    emit referralKept();
                }
                if (!m_unkept.isEmpty()) {
                    m_keeping.start(tuning::kAutosaveLatestMs);
                }
                return;
            }
            // A full disk has room again some day: what was typed since comes before what was not kept.
            for (const auto& [where, said] : words) {
                if (!m_unkept.contains(shown(where))) {
                    m_unkept.insert(shown(where), shown(said));
                }
            }
            m_keeping.start(tuning::kKeepAgainMs);
        });
}

void KeptWordsModel::clear() {
    flush();
    m_keeping.stop();
    m_writing = false; // nobody hears what comes of it
    emit forgotten();
}

} // namespace frontsheet
