#include "qml/controls/typed_words.h"

namespace frontsheet {

void TypedWords::keep(const QString& where, const QString& words) {
    if (where.isEmpty() || m_words.value(where) == words) {
        return;
    }
    if (words.isEmpty()) {
        m_words.remove(where);
    } else {
        m_words.insert(where, words);
    }
    emit typed(where, words);
}

} // namespace frontsheet
