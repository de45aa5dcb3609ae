#include "qml/controls/typed_words.h"

namespace frontsheet {

void TypedWords::keep(const QString& where, const QString& words) {
    if (where.isEmpty() || (m_words.value(where) == words && m_touched.contains(where))) {
        return;
    }
    m_touched.insert(where);
    if (words.isEmpty()) {
        m_words.remove(where);
    } else {
        m_words.insert(where, words);
    }
    emit typed(where, words);
}

void TypedWords::know(const QMap<QString, QString>& words) {
    for (auto one = words.cbegin(); one != words.cend(); ++one) {
        if (!m_touched.contains(one.key())) {
            m_words.insert(one.key(), one.value());
        }
    }
}

void TypedWords::forget() {
    m_words.clear();
    m_touched.clear();
}

} // namespace frontsheet
