// The app's models on one worker's desk of a partnership: what several agencies' workers do on their screens, by way of their servers.
#pragma once

#include "app/viewmodels/app_model.h"
#include "tests/support/partnership.h"

#include <QCoreApplication>

namespace frontsheet::testing {

class DeskScreens {
public:
    // Open from the start.
    explicit DeskScreens(Desk& desk)
        : m_desk(desk), m_door(desk),
          app({m_door, m_executor, m_ui, desk.clock,
               Wording{QLocale{QLocale::English, QLocale::UnitedKingdom}, QTimeZone("Europe/London"), desk.clock},
               QString{}, Form::Laptop}) {
        app.unlock(QStringLiteral("any"));
        settle();
    }
    void settle() {
        for (int round = 0; round < 6; ++round) {
            m_executor.drain();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        }
    }
    [[nodiscard]] Desk& desk() { return m_desk; }

private:
    class DeskDoor final : public Door {
    public:
        explicit DeskDoor(Desk& desk) : m_desk(desk) {}
        Result<std::shared_ptr<OpenDesk>> unlock(const std::string& /*passphrase*/,
                                                 std::function<void()> /*changed*/) override {
            return std::make_shared<OpenDesk>(m_desk.workplace());
        }

    private:
        Desk& m_desk;
    };

    Desk& m_desk;
    DeskDoor m_door;
    UiDispatcher m_ui;
    BackgroundExecutor m_executor;

public:
    AppModel app;
};

} // namespace frontsheet::testing
