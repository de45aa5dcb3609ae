#include "app/frontsheet/idle_collection.h"

#include "app/viewmodels/tuning.h"

#include <QCoreApplication>
#include <QEvent>
#include <QQmlEngine>
#include <QQuickWindow>

namespace frontsheet {

IdleCollection::IdleCollection(QQmlEngine& engine, QQuickWindow& window)
    : m_engine(engine), m_ballast(engine.newObject()) {
    // Never written to nor read, so that it takes up addresses and no memory.
    m_ballast.setProperty(QStringLiteral("text"),
                          QString(tuning::kBallastBytes / qsizetype{sizeof(QChar)}, Qt::Uninitialized));
    m_idle.setSingleShot(true);
    m_idle.setInterval(tuning::kCollectAfterMs);
    connect(&m_idle, &QTimer::timeout, this, [this] { m_engine.collectGarbage(); });
    connect(&window, &QQuickWindow::frameSwapped, this, &IdleCollection::putOff);
    QCoreApplication::instance()->installEventFilter(this); // what an input method writes goes past the window
}

// A caret that blinks makes no garbage worth the battery: only what comes of something that somebody did is waited for.
void IdleCollection::putOff() {
    if (m_idle.isActive()) {
        m_idle.start();
    }
}

bool IdleCollection::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonRelease:
    case QEvent::TouchEnd:
    case QEvent::Wheel:
        m_idle.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace frontsheet
