#include "app/viewmodels/page_model.h"

namespace frontsheet {

void PageModel::dismissError() {
    m_error = {};
    emit errorChanged();
}

void PageModel::fail(const Error& error) {
    m_error = wordsFor(error);
    emit errorChanged();
}

void PageModel::failAsked(const Error& error) {
    m_error = wordsForAsking(error.code);
    emit errorChanged();
}

void PageModel::setLoaded(bool loaded) {
    if (loaded != m_loaded) {
        m_loaded = loaded;
        emit loadedChanged();
    }
}

} // namespace frontsheet
