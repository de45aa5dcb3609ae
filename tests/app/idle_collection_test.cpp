// Garbage is collected while nobody waits for the screen.
#include "app/frontsheet/idle_collection.h"
#include "app/viewmodels/tuning.h"
#include "tests/app/app_fixture.h"

#include <QQmlEngine>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

namespace frontsheet::testing {
namespace {

class Collecting : public AppTest {
protected:
    Collecting() { m_window.show(); }
    // Something of QML's that nothing holds any more: gone when garbage is collected, and not before.
    [[nodiscard]] QObject* litter() {
        auto* left = new QObject;
        (void)m_engine.newQObject(left); // the engine's to delete
        return left;
    }
    // A frame every few milliseconds.
    void draw(QTimer& drawing) {
        QObject::connect(&drawing, &QTimer::timeout, &m_window, &QQuickWindow::frameSwapped);
        drawing.start(tuning::kCollectAfterMs / 6);
    }
    // Whether it is gone within some times as long as the screen must stand still.
    static bool goes(QSignalSpy& spy) { return !spy.isEmpty() || spy.wait(tuning::kCollectAfterMs * 40); }

    QQmlEngine m_engine;
    QQuickWindow m_window;
    IdleCollection m_collection{m_engine, m_window};
};

TEST_F(Collecting, ComesAMomentAfterAKeyOrAPressAndNotOnItsWay) {
    for (const bool byKey : {true, false}) {
        QObject* left = litter();
        QSignalSpy gone(left, &QObject::destroyed);
        if (byKey) {
            QTest::keyClick(&m_window, Qt::Key_A);
        } else {
            QTest::mouseClick(&m_window, Qt::LeftButton);
        }
        EXPECT_TRUE(gone.isEmpty()) << "somebody waits for what it brings";
        EXPECT_TRUE(goes(gone)) << (byKey ? "key" : "press");
    }
}

TEST_F(Collecting, WaitsAsLongAsFramesCome) {
    QObject* left = litter();
    QSignalSpy gone(left, &QObject::destroyed);
    QTest::keyClick(&m_window, Qt::Key_A);
    QTimer drawing;
    draw(drawing);
    EXPECT_FALSE(gone.wait(tuning::kCollectAfterMs * 5));
    drawing.stop();
    EXPECT_TRUE(goes(gone));
}

TEST_F(Collecting, LeavesWhatNobodyDidAlone) {
    QObject* left = litter();
    QSignalSpy gone(left, &QObject::destroyed);
    emit m_window.frameSwapped(); // a caret blinks
    EXPECT_FALSE(gone.wait(tuning::kCollectAfterMs * 10));
    m_engine.collectGarbage();
    EXPECT_TRUE(goes(gone)) << "it was there to be collected";
}

} // namespace
} // namespace frontsheet::testing
