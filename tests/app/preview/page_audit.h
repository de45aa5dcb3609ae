// What holds on every page of the tour for whoever listens and for whoever has no mouse: each thing that takes the focus is said by name
// and as what it is, two that do different things are not called the same, a finger finds each, and Tab comes to each and goes the way
// the eye does.
#pragma once

#include "app/frontsheet/screen_tour.h"

#include <QSet>
#include <QString>
#include <QStringList>

class QQuickItem;
class QQuickWindow;

namespace frontsheet::testing {

// Collects faults, each named by its page, variant and what it is; a fault that several pages have once.
class PageAudit {
public:
    // `least`: how high a target is at least, in pixels.
    void look(const QString& page, const QString& variant, QQuickWindow& window, double least);
    // What the engine of the pages had to say.
    void heard(const QString& warning);
    [[nodiscard]] const QStringList& faults() const { return m_faults; }
    [[nodiscard]] int lookedAt() const { return m_controls; }

private:
    void listen(QQuickWindow& window, QQuickItem* sheet);
    void measure(const QList<QQuickItem*>& controls, double least);
    void follow(QQuickItem* from, const QList<QQuickItem*>& controls);
    void fault(const QString& what);

    QString m_where;
    QSet<QString> m_known;
    QStringList m_faults;
    int m_controls = 0;
};

// The tour on a tablet, with text doubled and on a laptop, with every page looked at. Says what it finds; 0: nothing.
[[nodiscard]] int tourAudit(ShellWindow& shell, AppModel& app, BackgroundExecutor& executor, TourPlan plan);

} // namespace frontsheet::testing
