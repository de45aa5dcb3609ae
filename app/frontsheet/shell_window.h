// The window: the QML engine with our modules, the theme set, and the app's model as the window's property.
#pragma once

#include "app/frontsheet/idle_collection.h"
#include "app/frontsheet/lock_key.h"
#include "app/viewmodels/app_model.h"

#include <QQmlApplicationEngine>

#include <memory>

class QQuickWindow;

namespace frontsheet {

struct Look {
    Form form = Form::Tablet;
    bool dark = false;
    double textScale = 1; // 1 to 2
};

class ShellWindow {
public:
    // Loads the window, not yet shown; `window()` is null when the QML does not load (a bug; the log says where).
    ShellWindow(AppModel& app, const Look& look);

    [[nodiscard]] QQuickWindow* window() const { return m_window; }
    [[nodiscard]] QObject* theme() const { return m_theme; }
    void setLook(const Look& look);

private:
    void keepWhatIsTyped();

    AppModel& m_app;
    QQmlApplicationEngine m_engine;
    std::unique_ptr<QObject> m_holder;
    std::unique_ptr<IdleCollection> m_collection;
    std::unique_ptr<LockKey> m_lockKey;
    QObject* m_theme = nullptr;
    QQuickWindow* m_window = nullptr;
};

} // namespace frontsheet
