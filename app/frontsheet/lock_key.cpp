#include "app/frontsheet/lock_key.h"

#include "app/viewmodels/app_model.h"

#include <QKeyEvent>

namespace frontsheet {

LockKey::LockKey(AppModel& app, QObject& window) : m_app(app) { window.installEventFilter(this); }

bool LockKey::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && m_app.lock() == AppModel::Open) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_L && key->modifiers() == Qt::ControlModifier) {
            m_app.lockNow();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace frontsheet
