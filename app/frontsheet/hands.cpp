#include "app/frontsheet/hands.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QKeySequence>
#include <QMouseEvent>
#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <unistd.h>

namespace frontsheet {

namespace {

constexpr int kBetweenTries = 20;       // ms
constexpr qint64 kLongestWait = 60'000; // ms; a machine may be busy with the rest of the partnership
constexpr int kTriesAtRest = 6;         // nobody presses what they have not looked at
constexpr double kTopOfARow = 20;       // the middle of a tall row may be a button

void walk(QQuickItem* item, const std::function<void(QQuickItem*)>& visit) {
    if (item == nullptr || !item->isVisible()) {
        return;
    }
    visit(item);
    for (QQuickItem* child : item->childItems()) {
        walk(child, visit);
    }
}

QString spoken(QQuickItem* item) {
    const QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(item);
    return seen != nullptr ? seen->text(QAccessible::Name).simplified() : QString{};
}

bool isControl(const QQuickItem* item) { return item->inherits("QQuickAbstractButton"); }
bool isField(const QQuickItem* item) { return item->inherits("QQuickTextInput") || item->inherits("QQuickTextEdit"); }

// All there is to reach: what lies behind an open sheet is not.
QQuickItem* within(const QQuickWindow& window) {
    QQuickItem* reach = window.contentItem();
    walk(window.contentItem(), [&](QQuickItem* item) {
        if (item->inherits("QQuickPopupItem")) {
            reach = item;
        }
    });
    return reach;
}

bool isInGroup(QQuickItem* item, const QString& group) {
    for (QQuickItem* up = item->parentItem(); up != nullptr; up = up->parentItem()) {
        if (spoken(up) == group) {
            return true;
        }
    }
    return group.isEmpty();
}

QString written(const QQuickItem* item) {
    const bool shows = item->inherits("QQuickText") || isField(item);
    return shows ? item->property("text").toString().simplified() : QString{};
}

} // namespace

Hands::Hands(QQuickWindow& window) : m_window(window), m_input(STDIN_FILENO, QSocketNotifier::Read) {
    QObject::connect(&m_input, &QSocketNotifier::activated, &m_tick, [this] { listen(); });
    m_tick.setInterval(kBetweenTries);
    QObject::connect(&m_tick, &QTimer::timeout, &m_tick, [this] { attempt(); });
}

void Hands::listen() {
    char buffer[65536];
    const auto got = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (got <= 0) {
        m_input.setEnabled(false);
        m_window.close();
        QCoreApplication::quit();
        return;
    }
    m_rest.append(buffer, static_cast<qsizetype>(got));
    for (auto end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        QStringList words;
        for (const auto& word : QJsonDocument::fromJson(m_rest.left(end)).array()) {
            words << word.toString();
        }
        m_told << words;
        m_rest.remove(0, end + 1);
    }
    begin();
}

void Hands::begin() {
    if (!m_told.isEmpty() && !m_tick.isActive()) {
        m_since.start();
        m_place.reset();
        m_tick.start();
    }
}

void Hands::attempt() {
    const Tried tried = tryNow();
    if (tried.done) {
        answer({});
    } else if (m_since.hasExpired(kLongestWait)) {
        (void)look();
        answer(tried.why);
    }
}

void Hands::answer(const QString& error) {
    m_tick.stop();
    m_told.removeFirst();
    QJsonObject line{{QStringLiteral("done"), error.isEmpty()}};
    if (!error.isEmpty()) {
        line.insert(QStringLiteral("error"), error);
    }
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    begin();
}

Hands::Tried Hands::tryNow() {
    const QStringList& told = m_told.constFirst();
    const QString first = told.value(0);
    const QString name = told.value(1);
    if (first == QLatin1String("press")) {
        return press({Wanted::Kind::Control, name.simplified(), told.value(2).simplified()});
    }
    if (first == QLatin1String("press-row")) {
        return press({Wanted::Kind::Row, name.simplified(), {}});
    }
    if (first == QLatin1String("write")) {
        return write(name.simplified(), told.value(2));
    }
    if (first == QLatin1String("sees") || first == QLatin1String("sees-no")) {
        return sees(name.simplified(), first == QLatin1String("sees"));
    }
    if (first == QLatin1String("sees-above")) {
        return seesAbove(name.simplified(), told.value(2).simplified());
    }
    if (first == QLatin1String("key")) {
        const auto keys = QKeySequence(name)[0];
        QKeyEvent down(QEvent::KeyPress, keys.key(), keys.keyboardModifiers());
        QKeyEvent up(QEvent::KeyRelease, keys.key(), keys.keyboardModifiers());
        QCoreApplication::sendEvent(&m_window, &down);
        QCoreApplication::sendEvent(&m_window, &up);
        return {true, {}};
    }
    if (first == QLatin1String("picture")) {
        return {m_window.grabWindow().save(name), QStringLiteral("the picture cannot be written")};
    }
    return first == QLatin1String("look") ? look() : Tried{false, QStringLiteral("not understood: ") + first};
}

QQuickItem* Hands::find(const Wanted& wanted, QString& why) const {
    QList<QQuickItem*> exact;
    QList<QQuickItem*> begun;
    const bool field = wanted.kind == Wanted::Kind::Field;
    walk(within(m_window), [&](QQuickItem* item) {
        if ((field ? !isField(item) : !isControl(item)) || item->width() <= 0 || !isInGroup(item, wanted.group)) {
            return;
        }
        const QString name = spoken(item);
        if (name == wanted.name) {
            exact << item;
        } else if (wanted.kind != Wanted::Kind::Control && name.startsWith(wanted.name)) {
            begun << item;
        }
    });
    const auto& found = exact.isEmpty() ? begun : exact;
    if (found.isEmpty()) {
        why = QStringLiteral("nothing is called “%1”").arg(wanted.name);
        return nullptr;
    }
    // Of rows that begin so the first is meant; what is named in full must say which one it is.
    if (found.size() > 1 && wanted.kind == Wanted::Kind::Control) {
        why = QStringLiteral("%1 are called “%2”").arg(found.size()).arg(wanted.name);
        return nullptr;
    }
    if (!found.constFirst()->isEnabled()) {
        why = QStringLiteral("“%1” cannot be pressed").arg(wanted.name);
        return nullptr;
    }
    return found.constFirst();
}

std::optional<QPointF> Hands::placeOf(QQuickItem* item) {
    for (QQuickItem* up = item->parentItem(); up != nullptr; up = up->parentItem()) {
        if (up->inherits("QQuickFlickable")) {
            const double top = item->mapToItem(up, QPointF{0, 0}).y();
            if (top < 0 || top + std::min(item->height(), up->height() / 2) > up->height()) {
                const double most = std::max(0.0, up->property("contentHeight").toDouble() - up->height());
                const double at = up->property("contentY").toDouble() + top - up->height() / 3;
                up->setProperty("contentY", std::clamp(at, 0.0, most));
            }
        }
    }
    const QPointF place = item->mapToScene({item->width() / 2, std::min(item->height() / 2, kTopOfARow)});
    m_rested = m_place == place ? m_rested + 1 : 0;
    m_place = place;
    return m_rested >= kTriesAtRest ? std::optional{place} : std::nullopt;
}

void Hands::click(const QPointF& place) {
    const QPointF global = m_window.mapToGlobal(place);
    for (const auto& [type, buttons] : {std::pair{QEvent::MouseButtonPress, Qt::MouseButtons{Qt::LeftButton}},
                                        std::pair{QEvent::MouseButtonRelease, Qt::MouseButtons{}}}) {
        QMouseEvent event(type, place, place, global, Qt::LeftButton, buttons, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_window, &event);
    }
}

Hands::Tried Hands::press(const Wanted& wanted) {
    QString why;
    QQuickItem* item = find(wanted, why);
    if (item == nullptr) {
        m_place.reset();
        return {false, why};
    }
    const auto place = placeOf(item);
    if (!place) {
        return {false, QStringLiteral("“%1” does not come to rest").arg(wanted.name)};
    }
    click(*place);
    return {true, {}};
}

Hands::Tried Hands::write(const QString& field, const QString& words) {
    QString why;
    QQuickItem* item = find({Wanted::Kind::Field, field, {}}, why);
    if (item == nullptr) {
        m_place.reset();
        return {false, why};
    }
    const auto place = placeOf(item);
    if (!place) {
        return {false, QStringLiteral("“%1” does not come to rest").arg(field)};
    }
    click(*place);
    if (!item->hasActiveFocus()) {
        return {false, QStringLiteral("“%1” does not take the focus").arg(field)};
    }
    QMetaObject::invokeMethod(item, "selectAll");
    const auto key = [&](int code, const QString& text) {
        QKeyEvent down(QEvent::KeyPress, code, Qt::NoModifier, text);
        QKeyEvent up(QEvent::KeyRelease, code, Qt::NoModifier, text);
        QCoreApplication::sendEvent(&m_window, &down);
        QCoreApplication::sendEvent(&m_window, &up);
    };
    if (words.isEmpty()) {
        key(Qt::Key_Delete, {});
    }
    for (const QChar letter : words) {
        letter == QLatin1Char('\n') ? key(Qt::Key_Return, QStringLiteral("\r")) : key(0, QString(letter));
    }
    const bool stands = item->property("text").toString() == words;
    return {stands, QStringLiteral("“%1” does not say what was written").arg(field)};
}

Hands::Tried Hands::sees(const QString& words, bool wanted) const {
    bool seen = false;
    walk(m_window.contentItem(), [&](QQuickItem* item) {
        seen = seen || written(item).contains(words) || (isControl(item) && spoken(item).contains(words));
    });
    return {seen == wanted, (wanted ? QStringLiteral("nowhere “%1”") : QStringLiteral("still “%1”")).arg(words)};
}

Hands::Tried Hands::seesAbove(const QString& upper, const QString& lower) const {
    const auto heightOf = [&](const QString& words) {
        std::optional<double> height;
        walk(m_window.contentItem(), [&](QQuickItem* item) {
            if (!height && written(item).contains(words)) {
                height = item->mapToScene({0, 0}).y();
            }
        });
        return height;
    };
    const auto above = heightOf(upper);
    const auto below = heightOf(lower);
    return {above && below && *above < *below, QStringLiteral("not “%1” above “%2”").arg(upper, lower)};
}

Hands::Tried Hands::look() const {
    walk(within(m_window), [&](QQuickItem* item) {
        const QString name = isControl(item) || isField(item) ? spoken(item) : QString{};
        const char* kind = isField(item) ? "field" : isControl(item) ? "control" : "text";
        const QString shown = name.isEmpty() ? written(item) : name;
        if (!shown.isEmpty()) {
            std::fprintf(stderr, "%s%s: %s\n", kind, item->isEnabled() ? "" : " (disabled)", qUtf8Printable(shown));
        }
    });
    return {true, {}};
}

} // namespace frontsheet
