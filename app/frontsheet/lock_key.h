// Ctrl+L locks from anywhere, also while a sheet is open: a sheet holds back the keys of the page beneath it, and whoever is called away
// must not have to close it first. UI thread.
#pragma once

#include <QObject>

namespace frontsheet {

class AppModel;

class LockKey final : public QObject {
public:
    LockKey(AppModel& app, QObject& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    AppModel& m_app;
};

} // namespace frontsheet
