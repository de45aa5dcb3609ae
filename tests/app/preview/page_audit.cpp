#include "tests/app/preview/page_audit.h"

#include "tests/app/support/cut_text.h"

#include <QAccessible>
#include <QMap>
#include <QQuickItem>
#include <QQuickWindow>

#include <cstdio>
#include <functional>

namespace frontsheet::testing {

namespace {

constexpr int kMostSteps = 600; // of the keyboard round one page

// What a control that takes the focus may be said to be.
bool fits(QAccessible::Role role) {
    switch (role) {
    case QAccessible::Button:
    case QAccessible::Link:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::PageTab:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::MenuItem:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::Canvas: // a signature is drawn on it
        return true;
    default:
        return false;
    }
}

// A row that leads somewhere says all that it shows: two that are called the same look the same.
bool isRow(const QObject* thing) { return thing != nullptr && thing->property("leads").isValid(); }

bool onlyShows(const QObject* thing) { return isRow(thing) && !thing->property("leads").toBool(); }

void walkTree(QAccessibleInterface* thing, const std::function<void(QAccessibleInterface*)>& visit) {
    if (thing == nullptr || thing->state().invisible) {
        return;
    }
    visit(thing);
    for (int child = 0; child < thing->childCount(); ++child) {
        walkTree(thing->child(child), visit);
    }
}

void walk(QQuickItem* item, const std::function<void(QQuickItem*)>& visit) {
    if (!item->isVisible() || !item->isEnabled()) {
        return;
    }
    visit(item);
    for (QQuickItem* child : item->childItems()) {
        walk(child, visit);
    }
}

// Where a thing is, as whoever listens hears it: the nearest part, row or group around it that has a name.
QString partOf(QAccessibleInterface* thing) {
    for (QAccessibleInterface* up = thing->parent(); up != nullptr; up = up->parent()) {
        if (up->role() == QAccessible::Window) {
            break;
        }
        if (const QString name = up->text(QAccessible::Name); !name.trimmed().isEmpty()) {
            return name;
        }
    }
    return {};
}

// Two that ring one number do the same.
bool ringsANumber(const QString& name) {
    return name.startsWith(QLatin1String("Ring ")) && name.contains(QLatin1String("01632"));
}

// What scrolls an item; nullptr: it stays where it is.
const QQuickItem* scroller(const QQuickItem* item) {
    for (const QQuickItem* up = item->parentItem(); up != nullptr; up = up->parentItem()) {
        if (up->inherits("QQuickFlickable")) {
            return up;
        }
    }
    return nullptr;
}

// What is drawn smaller may be found beyond its edges.
double highForAFinger(const QQuickItem* item) {
    double beyond = 0;
    for (const QObject* child : item->children()) {
        if (child->inherits("QQuickTapHandler")) {
            beyond = child->property("margin").toDouble();
        }
    }
    return item->height() + 2 * beyond;
}

QString nameOf(QQuickItem* item) {
    QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(item);
    const QString name = seen != nullptr ? seen->text(QAccessible::Name) : QString{};
    return QStringLiteral("\"%1\"").arg(name.isEmpty() ? QString::fromLatin1(item->metaObject()->className())
                                                       : name.left(80));
}

} // namespace

void PageAudit::fault(const QString& what) {
    if (!m_known.contains(what)) {
        m_known.insert(what);
        m_faults << m_where + QStringLiteral(": ") + what;
    }
}

void PageAudit::heard(const QString& warning) { fault(warning); }

void PageAudit::look(const QString& page, const QString& variant, QQuickWindow& window, double least) {
    m_where = page + QStringLiteral(", ") + variant;
    QQuickItem* sheet = openSheet(window);
    QQuickItem* all = sheet != nullptr ? sheet : window.contentItem();
    QList<QQuickItem*> controls;
    walk(all, [&](QQuickItem* item) {
        if (item->property("reading").typeId() == QMetaType::Bool && item->property("reading").toBool()) {
            fault(QStringLiteral("says that it is being read when all is: %1").arg(page)); // a tour settles first
        }
        if (item->activeFocusOnTab() && item->width() > 0 && item->height() > 0) {
            controls << item;
        }
    });
    m_controls += static_cast<int>(controls.size());
    listen(window, sheet);
    measure(controls, least);
    follow(all, controls);
    for (const QString& cut : cutTexts(*all)) {
        fault(cut);
    }
}

void PageAudit::listen(QQuickWindow& window, QQuickItem* sheet) {
    QMap<QString, int> names;
    walkTree(QAccessible::queryAccessibleInterface(&window), [&](QAccessibleInterface* thing) {
        const auto* item = qobject_cast<QQuickItem*>(thing->object());
        if (sheet != nullptr && (item == nullptr || !sheet->isAncestorOf(item))) {
            return;
        }
        const QString name = thing->text(QAccessible::Name);
        if (thing->role() == QAccessible::Button && onlyShows(item)) {
            fault(QStringLiteral("a row that only shows is said to be a button: \"%1\"").arg(name.left(80)));
            return;
        }
        if (!fits(thing->role()) || thing->state().disabled) {
            return;
        }
        if (name.trimmed().isEmpty()) {
            fault(QStringLiteral("something to use has no name (%1, in \"%2\", at %3, %4)")
                      .arg(QString::fromLatin1(item != nullptr ? item->metaObject()->className() : "?"),
                           partOf(thing).left(80))
                      .arg(thing->rect().x())
                      .arg(thing->rect().y()));
        } else if (!ringsANumber(name) && !isRow(item)) {
            ++names[QStringLiteral("\"%1\", %2, in \"%3\"")
                        .arg(name.left(120))
                        .arg(static_cast<int>(thing->role()))
                        .arg(partOf(thing).left(120))];
        }
    });
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (name.value() > 1) {
            fault(QStringLiteral("%1 things are called %2").arg(name.value()).arg(name.key()));
        }
    }
}

void PageAudit::measure(const QList<QQuickItem*>& controls, double least) {
    for (QQuickItem* item : controls) {
        QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(item);
        if (seen == nullptr || !fits(seen->role())) {
            fault(QStringLiteral("%1 takes the focus and is said to be %2")
                      .arg(nameOf(item))
                      .arg(seen != nullptr ? static_cast<int>(seen->role()) : -1));
        }
        if (const double high = highForAFinger(item); high < least) {
            fault(QStringLiteral("%1 is %2 high").arg(nameOf(item)).arg(high));
        }
    }
}

void PageAudit::follow(QQuickItem* from, const QList<QQuickItem*>& controls) {
    QSet<QQuickItem*> been;
    QQuickItem* last = nullptr;
    QQuickItem* at = from->nextItemInFocusChain(true);
    for (int step = 0; step < kMostSteps && at != nullptr && !been.contains(at); ++step) {
        been.insert(at);
        if (last != nullptr) {
            const QRectF before = last->mapRectToScene(last->boundingRect());
            const QRectF here = at->mapRectToScene(at->boundingRect());
            const bool sameColumn = here.left() < before.right() && before.left() < here.right();
            if (scroller(at) == scroller(last) && sameColumn && here.bottom() <= before.top() + 1) {
                fault(QStringLiteral("Tab goes up, from %1 to %2").arg(nameOf(last), nameOf(at)));
            }
        }
        last = at;
        at = at->nextItemInFocusChain(true);
    }
    for (QQuickItem* item : controls) {
        if (!been.contains(item)) {
            fault(QStringLiteral("Tab never comes to %1").arg(nameOf(item)));
        }
    }
}

namespace {

PageAudit* listening = nullptr;

void hear(QtMsgType type, const QMessageLogContext& /*where*/, const QString& text) {
    if (listening != nullptr && type != QtDebugMsg && type != QtInfoMsg && text.contains(QLatin1String(".qml"))) {
        listening->heard(text);
    }
}

} // namespace

int tourAudit(ShellWindow& shell, AppModel& app, BackgroundExecutor& executor, TourPlan plan) {
    constexpr double kFinger = 44;
    constexpr double kMouse = 28; // in a row; look at qml/theme
    PageAudit audit;
    QAccessible::setActive(true); // as with a screen reader there
    plan.variants = QStringList{QStringLiteral("tablet-wide-light"), QStringLiteral("tablet-tall-doubled"),
                                QStringLiteral("tablet-wide-doubled"), QStringLiteral("laptop-light"),
                                QStringLiteral("laptop-doubled")};
    plan.take = [&](const QString& page, const QString& variant, const QImage& /*picture*/) -> Result<void> {
        audit.look(page, variant, *shell.window(), variant.startsWith(QLatin1String("laptop")) ? kMouse : kFinger);
        return ok();
    };
    listening = &audit;
    const QtMessageHandler before = qInstallMessageHandler(hear);
    const auto toured = tourScreens(shell, app, executor, plan);
    qInstallMessageHandler(before);
    listening = nullptr;
    if (!toured) {
        std::printf("%s\n", describe(toured.error()).c_str());
        return 1;
    }
    for (const QString& fault : audit.faults()) {
        std::printf("%s\n", qUtf8Printable(fault));
    }
    std::printf("%d pages, %d controls: %d faults\n", static_cast<int>(toured->size()), audit.lookedAt(),
                static_cast<int>(audit.faults().size()));
    return audit.faults().isEmpty() && audit.lookedAt() > 0 ? 0 : 1;
}

} // namespace frontsheet::testing
