// Visits every page with a real person and writes a picture of each: for the README, for reviews, and to see that a
// change broke nothing. Tablet wide and tall, laptop; light and dark; text doubled; works offscreen with software rendering.
#pragma once

#include "app/frontsheet/shell_window.h"
#include "app/viewmodels/executor.h"

#include <QString>
#include <QStringList>

#include <functional>

class QImage;

namespace frontsheet {

struct TourPlan {
    QString folder;     // made when missing; existing pictures are replaced
    QString passphrase; // empty: the desk is open already
    QString person;     // shown on person pages: what to search for; empty: about whom most is written
    QString question;   // typed on Who to ring
    double textScale = 1;
    QString hidden{}; // somebody whose address is kept hidden: what to search for; empty: nobody
    // Ends this device's access: what is left is looked at last. Empty: not looked at.
    std::function<void()> shutOut{};
    QStringList variants{}; // by name, "laptop-dark"; empty: all
    // Takes the pictures where they are not to be written.
    std::function<Result<void>(const QString& page, const QString& variant, const QImage& picture)> take{};
};

// Drives the window's shell. Blocks, turning the event loop. The names of the pictures written, or an Error: NotFound when
// nobody is on the device, DiskFailed when a picture cannot be written, or what unlocking said.
[[nodiscard]] Result<QStringList> tourScreens(ShellWindow& shell, AppModel& app, BackgroundExecutor& executor,
                                              const TourPlan& plan);

} // namespace frontsheet
