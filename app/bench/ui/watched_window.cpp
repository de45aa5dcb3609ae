#include "app/bench/ui/watched_window.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QQuickItem>
#include <QQuickWindow>

namespace frontsheet::bench {

namespace {

constexpr int kPatienceMs = 10'000;

QQuickItem* firstShown(QQuickItem* item, const char* className) {
    if (!item->isVisible()) {
        return nullptr;
    }
    if (item->inherits(className)) {
        return item;
    }
    for (QQuickItem* child : item->childItems()) {
        if (QQuickItem* found = firstShown(child, className)) {
            return found;
        }
    }
    return nullptr;
}

// One turn, as the program's own loop takes it: what was deleted for later goes too.
void turn(QEventLoop::ProcessEventsFlags flags) {
    QCoreApplication::processEvents(flags);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace

WatchedWindow::WatchedWindow(QQuickWindow* window) : m_window(window) {
    connect(window, &QQuickWindow::frameSwapped, this, [this] { ++m_frames; });
}

bool WatchedWindow::drawn(const std::function<bool()>& holds) {
    QElapsedTimer waited;
    waited.start();
    while (!holds()) {
        if (waited.elapsed() > kPatienceMs) {
            return false;
        }
        turn(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return drawn();
}

bool WatchedWindow::drawn() {
    QElapsedTimer waited;
    waited.start();
    const std::size_t before = m_frames;
    m_window->update(); // it draws nothing again that has not changed
    while (m_frames == before) {
        if (waited.elapsed() > kPatienceMs) {
            return false;
        }
        turn(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void WatchedWindow::quieten(int milliseconds) {
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < milliseconds) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, milliseconds);
        turn(QEventLoop::AllEvents);
    }
}

void WatchedWindow::press(int key, const std::string& text, Qt::KeyboardModifiers with) {
    for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, with, QString::fromStdString(text));
        QCoreApplication::sendEvent(m_window, &event);
    }
}

QQuickItem* WatchedWindow::shown(const char* className) const { return firstShown(m_window->contentItem(), className); }

} // namespace frontsheet::bench
