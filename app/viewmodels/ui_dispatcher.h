// Brings values to the UI thread: the one bridge between worker threads and view models.
#pragma once

#include <QObject>

#include <functional>

namespace frontsheet {

// Lives on the thread it was made on, the UI's.
class UiDispatcher final : public QObject {
    Q_OBJECT

public:
    explicit UiDispatcher(QObject* parent = nullptr) : QObject(parent) {}
    // Any thread. Runs `then` on the UI thread, in the order of posting; never if the dispatcher is gone by then.
    void post(std::function<void()> then);
};

} // namespace frontsheet
