#include "app/frontsheet/covered_entry.h"

#include <QAccessible>
#include <QAccessibleObject>
#include <QQmlContext>
#include <QQmlProperty>
#include <QQuickItem>
#include <QQuickWindow>

namespace frontsheet {

namespace {

constexpr int kNormal = 0; // TextInput.Normal; the class itself is private to Qt
constexpr QChar kBullet = u'\u2022';

bool isCovered(const QObject& input) { return input.property("echoMode").toInt() != kNormal; }

// Of QML's `Accessible`, whose class is private to Qt as well.
QString attached(QObject& input, const char* property) {
    return QQmlProperty::read(&input, QStringLiteral("Accessible.") + QLatin1String(property), qmlContext(&input))
        .toString();
}

class CoveredEntry final : public QAccessibleObject,
                           public QAccessibleTextInterface,
                           public QAccessibleActionInterface {
public:
    explicit CoveredEntry(QQuickItem& item) : QAccessibleObject(&item) {}

    // Where Qt's own tree has it: items that are not accessible are not in it, and the window stands for its content item.
    [[nodiscard]] QAccessibleInterface* parent() const override {
        const QQuickWindow* shown = item().window();
        for (QQuickItem* up = item().parentItem(); up != nullptr; up = up->parentItem()) {
            if (shown != nullptr && up == shown->contentItem()) {
                break;
            }
            if (QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(up)) {
                return seen;
            }
        }
        return QAccessible::queryAccessibleInterface(item().window());
    }
    [[nodiscard]] QAccessibleInterface* child(int /*index*/) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* /*thing*/) const override { return -1; }
    [[nodiscard]] QWindow* window() const override { return item().window(); }

    [[nodiscard]] QRect rect() const override {
        const QQuickWindow* shown = item().window();
        if (shown == nullptr) {
            return {};
        }
        const QRect inWindow = item().mapRectToScene(item().boundingRect()).toRect();
        return {shown->mapToGlobal(inWindow.topLeft()), inWindow.size()};
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        switch (kind) {
        case QAccessible::Name:
            return name();
        case QAccessible::Description: {
            const QString words = attached(item(), "description");
            return words == name() ? QString{} : words;
        }
        case QAccessible::Value:
            return said();
        default:
            return {};
        }
    }
    void setText(QAccessible::Text kind, const QString& words) override {
        if (kind == QAccessible::Value && !state().readOnly) {
            item().setProperty("text", words);
        }
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::EditableText; }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        const QQuickWindow* shown = item().window();
        state.passwordEdit = isCovered(item());
        state.readOnly = item().property("readOnly").toBool();
        state.editable = !state.readOnly;
        state.selectableText = true;
        state.focusable = true;
        state.focused = item().hasActiveFocus();
        state.disabled = !item().isEnabled();
        state.invisible =
            shown == nullptr || !shown->isVisible() || !item().isVisible() || qFuzzyIsNull(item().opacity());
        state.offscreen = shown != nullptr && !shown->geometry().intersects(rect());
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override {
        switch (type) {
        case QAccessible::TextInterface:
            return static_cast<QAccessibleTextInterface*>(this);
        case QAccessible::ActionInterface:
            return static_cast<QAccessibleActionInterface*>(this);
        default:
            return nullptr;
        }
    }

    [[nodiscard]] QStringList actionNames() const override { return {setFocusAction()}; }
    void doAction(const QString& action) override {
        if (action == setFocusAction()) {
            item().forceActiveFocus();
        }
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString& /*action*/) const override { return {}; }

    [[nodiscard]] QString text(int from, int to) const override { return said().mid(from, to - from); }
    [[nodiscard]] int characterCount() const override { return static_cast<int>(said().size()); }
    [[nodiscard]] int cursorPosition() const override { return item().property("cursorPosition").toInt(); }
    void setCursorPosition(int at) override { item().setProperty("cursorPosition", at); }
    // What is chosen among bullets tells nobody anything.
    [[nodiscard]] int selectionCount() const override { return 0; }
    void selection(int /*index*/, int* from, int* to) const override { *from = *to = 0; }
    void addSelection(int /*from*/, int /*to*/) override {}
    void removeSelection(int /*index*/) override {}
    void setSelection(int /*index*/, int /*from*/, int /*to*/) override {}
    [[nodiscard]] QRect characterRect(int /*at*/) const override { return rect(); }
    [[nodiscard]] int offsetAtPoint(const QPoint& /*point*/) const override { return -1; }
    void scrollToSubstring(int /*from*/, int /*to*/) override {}
    [[nodiscard]] QString attributes(int /*at*/, int* from, int* to) const override {
        *from = 0;
        *to = characterCount();
        return {};
    }

private:
    [[nodiscard]] QQuickItem& item() const { return *static_cast<QQuickItem*>(object()); }
    // Qt says nothing for `Accessible.name` of what is covered; our Field says it once more.
    [[nodiscard]] QString name() const {
        const QString given = attached(item(), "name");
        return given.isEmpty() ? item().property("spokenName").toString() : given;
    }
    [[nodiscard]] QString said() const {
        const QString words = item().property("text").toString();
        return isCovered(item()) ? QString(words.size(), kBullet) : words;
    }
};

// An entry may have been looked at before it was covered, and Qt keeps what it gave then.
class CoverWatch final : public QObject {
    Q_OBJECT

public:
    explicit CoverWatch(QQuickItem& input) : QObject(&input), m_input(input) {
        QQmlProperty(&input, QStringLiteral("echoMode")).connectNotifySignal(this, SLOT(look()));
    }

public Q_SLOTS:
    void look() {
        if (!isCovered(m_input)) {
            return;
        }
        QAccessibleInterface* kept = QAccessible::queryAccessibleInterface(&m_input);
        if (kept != nullptr && dynamic_cast<CoveredEntry*>(kept) == nullptr) {
            QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(kept));
        }
    }

private:
    QQuickItem& m_input;
};

// Qt asks for each class of an object in turn, the nearest first, and has an answer of its own for the last alone.
QAccessibleInterface* coveredEntry(const QString& className, QObject* object) {
    if (className != QLatin1String("QQuickTextInput")) {
        return nullptr;
    }
    auto* input = qobject_cast<QQuickItem*>(object);
    if (input == nullptr) {
        return nullptr;
    }
    if (isCovered(*input)) {
        return new CoveredEntry(*input); // Qt's to delete, with the item
    }
    if (input->findChild<CoverWatch*>(QString{}, Qt::FindDirectChildrenOnly) == nullptr) {
        new CoverWatch(*input);
    }
    return nullptr;
}

} // namespace

void keepCoveredEntries() { QAccessible::installFactory(&coveredEntry); }

} // namespace frontsheet

#include "covered_entry.moc"
