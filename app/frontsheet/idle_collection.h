// When the QML engine collects its garbage: while nobody waits for the screen. Left to itself it stops everything for some
// milliseconds after so many texts were made, and that is while somebody types.
#pragma once

#include <QJSValue>
#include <QObject>
#include <QTimer>

class QQmlEngine;
class QQuickWindow;

namespace frontsheet {

// UI thread only. The engine and the window outlive it.
class IdleCollection final : public QObject {
    Q_OBJECT

public:
    IdleCollection(QQmlEngine& engine, QQuickWindow& window);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void putOff();

    QQmlEngine& m_engine;
    // The engine allows itself as much garbage as it holds texts: more than anybody types without a pause.
    QJSValue m_ballast;
    QTimer m_idle; // runs from what somebody did until the screen has stood still for a moment
};

} // namespace frontsheet
