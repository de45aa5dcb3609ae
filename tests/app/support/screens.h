// The app's models on Kitley, with the real executor and dispatcher: what a worker does on the screens, without a window.
#pragma once

#include "app/viewmodels/app_model.h"
#include "tests/app/support/kitley.h"

#include <QString>

#include <functional>
#include <string>
#include <vector>

namespace frontsheet::testing {

// The real one, which can be told to hold what is to be read, as a slow disk does.
class HeldExecutor final : public Executor {
public:
    explicit HeldExecutor(Executor& real) : m_real(real) {}
    void post(Lane lane, std::function<void()> job) override;
    void hold() { m_holding = true; }
    void letGo();

private:
    Executor& m_real;
    bool m_holding = false; // UI thread only, as all reads are asked for there
    std::vector<std::function<void()>> m_held;
};

class Screens {
public:
    // A QCoreApplication must exist.
    explicit Screens(Principal who = Kitley::nurse(), Form form = Form::Tablet);

    // Everything asked for is answered and brought to the screens, timers that are due included.
    void settle();
    // Turns the event loop until it holds; false after `withinMs`.
    [[nodiscard]] bool until(const std::function<bool()>& holds, int withinMs = 3000);
    void unlock();

    Kitley kitley;
    KitleyDoor door{kitley};
    UiDispatcher ui;
    BackgroundExecutor executor;
    HeldExecutor reads{executor};
    AppModel app;
};

[[nodiscard]] QString id(const PersonId& person);
[[nodiscard]] QString id(const RecordId& record);
// The value under `key` of the first row whose `where` is `is`; empty when there is none.
[[nodiscard]] QString find(const QVariantList& rows, const char* where, const QString& is, const char* key);
[[nodiscard]] QStringList all(const QVariantList& rows, const char* key);

} // namespace frontsheet::testing
