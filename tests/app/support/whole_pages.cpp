#include "tests/app/support/whole_pages.h"

#include "tests/app/support/cut_text.h"

#include <QAccessible>
#include <QTest>

#include <algorithm>
#include <set>

namespace frontsheet::testing {

namespace {

QStringList& warnings() {
    static QStringList list;
    return list;
}

void noteWarning(QtMsgType type, const QMessageLogContext&, const QString& text) {
    if (type != QtDebugMsg && type != QtInfoMsg && text.contains(QLatin1String(".qml"))) {
        warnings() << text;
    }
}

// All that assistive technology is told of.
void listen(QAccessibleInterface* thing, const std::function<void(QAccessibleInterface*)>& take) {
    if (thing == nullptr || thing->state().invisible) {
        return;
    }
    take(thing);
    for (int child = 0; child < thing->childCount(); ++child) {
        listen(thing->child(child), take);
    }
}

} // namespace

void WholePages::SetUp() {
    warnings().clear();
    m_before = qInstallMessageHandler(noteWarning);
    m_screens = std::make_unique<Screens>(m_who, GetParam().form);
    m_town = std::make_unique<EvidenceTown>(m_screens->kitley);
    m_screens->kitley.whoSaw = m_town.get();
    m_earlier = std::make_unique<HistoryTown>(m_screens->kitley);
    m_screens->kitley.histories = m_earlier.get();
    furnish(m_screens->kitley);
    m_shell = std::make_unique<ShellWindow>(m_screens->app, Look{GetParam().form, false, GetParam().textScale});
    ASSERT_NE(m_shell->window(), nullptr);
    m_shell->window()->resize(GetParam().width, GetParam().height);
    m_frame = m_shell->window()->findChild<QQuickItem*>(QStringLiteral("shell"));
    ASSERT_NE(m_frame, nullptr);
    m_screens->unlock();
}

void WholePages::TearDown() {
    m_shell.reset();
    m_screens.reset();
    qInstallMessageHandler(m_before);
    EXPECT_EQ(warnings().join(QLatin1Char('\n')).toStdString(), "");
}

void WholePages::furnish(Kitley& kitley) {
    kitley.hideMira();
    kitley.leases = &m_homes;
    kitley.store.leaseOf = [this](const Record& record) { return m_homes.of(record); };
}

void WholePages::go(const char* place) { call("go", QString::fromLatin1(place)); }

void WholePages::settle() {
    m_screens->settle();
    static_cast<void>(m_shell->window()->grabWindow()); // lays everything out
    m_screens->settle();
}

void WholePages::walk(QQuickItem* item, const std::function<void(QQuickItem*)>& visit) {
    if (!item->isVisible()) {
        return;
    }
    visit(item);
    for (QQuickItem* child : item->childItems()) {
        walk(child, visit);
    }
}

QString WholePages::spoken(QQuickItem* item) {
    QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(item);
    return seen != nullptr ? seen->text(QAccessible::Name) : QString{};
}

bool WholePages::reads(const QString& part) {
    bool found = false;
    walk(m_shell->window()->contentItem(), [&](QQuickItem* item) {
        found = found || (item->inherits("QQuickText") && item->property("text").toString().contains(part));
    });
    return found;
}

QQuickItem* WholePages::scroller() {
    QQuickItem* found = nullptr;
    walk(m_shell->window()->contentItem(), [&](QQuickItem* item) {
        if (item->inherits("QQuickFlickable") && item->property("contentHeight").toDouble() > item->height() &&
            (found == nullptr || item->width() * item->height() > found->width() * found->height())) {
            found = item;
        }
    });
    return found;
}

QQuickItem* WholePages::button(const QString& name) {
    QQuickItem* found = nullptr;
    walk(m_shell->window()->contentItem(), [&](QQuickItem* item) {
        if (found == nullptr && isButton(item) && spoken(item) == name) {
            found = item;
        }
    });
    return found;
}

void WholePages::press(const QString& name) {
    QQuickItem* item = button(name);
    ASSERT_NE(item, nullptr) << "no button called " << name.toStdString();
    pressItem(item);
}

void WholePages::pressRow(const QString& beginning) {
    QQuickItem* found = nullptr;
    walk(m_shell->window()->contentItem(), [&](QQuickItem* item) {
        if (found == nullptr && isButton(item) && spoken(item).startsWith(beginning)) {
            found = item;
        }
    });
    ASSERT_NE(found, nullptr) << "no row begins with " << beginning.toStdString();
    pressItem(found);
}

void WholePages::pressItem(QQuickItem* item) {
    for (QQuickItem* up = item->parentItem(); up != nullptr; up = up->parentItem()) {
        if (up->inherits("QQuickFlickable")) {
            const double middle = up->height() / 2;
            const double at = up->property("contentY").toDouble() + item->mapToItem(up, QPointF{0, 0}).y() - middle;
            const double most = std::max(0.0, up->property("contentHeight").toDouble() - up->height());
            up->setProperty("contentY", std::clamp(at, 0.0, most));
        }
    }
    settle();
    // In a row, where its own words are: the middle of a tall one may be a button.
    const double down = std::min(item->height() / 2, 20.0);
    const QPointF middle = item->mapToScene({item->width() / 2, down});
    QTest::mouseClick(m_shell->window(), Qt::LeftButton, {}, middle.toPoint());
    settle();
}

void WholePages::type(const char* words) {
    for (const char key : std::string{words}) {
        QTest::keyClick(m_shell->window(), key);
    }
    settle();
}

void WholePages::controlsAreNamedAndFound(const std::string& page) {
    const double least = GetParam().form == Form::Tablet ? 44 : 28;
    int buttons = 0;
    walk(m_shell->window()->contentItem(), [&](QQuickItem* item) {
        if (!isButton(item) || item->width() <= 0 || item->height() <= 0 || !item->isEnabled()) {
            return;
        }
        const bool leads = item->property("leads").isValid() ? item->property("leads").toBool() : true;
        if (!leads) {
            return; // a row that only shows
        }
        ++buttons;
        EXPECT_FALSE(spoken(item).isEmpty()) << page << ": a " << item->metaObject()->className() << " without a name";
        const bool inBanner = item->property("text").toString() == QStringLiteral("Two versions");
        if (!inBanner) {
            EXPECT_GE(item->height(), least) << page << ": " << spoken(item).toStdString();
        }
    });
    EXPECT_GE(buttons, 5) << page;
    // A row that only shows is read out by what it says, or not at all: its parts then are.
    listen(QAccessible::queryAccessibleInterface(m_shell->window()), [&](QAccessibleInterface* heard) {
        const QObject* row = heard->object();
        if (row == nullptr || !row->property("leads").isValid() || row->property("leads").toBool()) {
            return;
        }
        const QString name = heard->text(QAccessible::Name);
        EXPECT_FALSE(name.isEmpty()) << page << ": a " << row->metaObject()->className() << " without a name";
        EXPECT_NE(heard->role(), QAccessible::Button) << page << ": " << name.toStdString();
    });
}

void WholePages::nothingIsCut(const std::string& page) {
    QQuickItem* sheet = openSheet(*m_shell->window());
    for (const QString& cut : cutTexts(sheet != nullptr ? *sheet : *m_shell->window()->contentItem())) {
        ADD_FAILURE() << page << ": " << cut.toStdString();
    }
}

void WholePages::tabComesToEveryControl(const std::string& page, QQuickItem* within) {
    std::set<QQuickItem*> wanted;
    walk(within != nullptr ? within : m_shell->window()->contentItem(), [&](QQuickItem* item) {
        const QVariant leads = item->property("leads");
        if (isButton(item) && item->isEnabled() && item->width() > 0 && (!leads.isValid() || leads.toBool()) &&
            item->activeFocusOnTab()) {
            wanted.insert(item);
        }
    });
    EXPECT_GE(wanted.size(), within != nullptr ? 1U : 5U) << page;
    const std::size_t all = wanted.size();
    for (std::size_t tab = 0; tab < 2 * all + 20 && !wanted.empty(); ++tab) {
        QTest::keyClick(m_shell->window(), Qt::Key_Tab);
        QQuickItem* focused = m_shell->window()->activeFocusItem();
        ASSERT_NE(focused, nullptr) << page;
        wanted.erase(focused);
        if (isButton(focused)) {
            EXPECT_TRUE(focused->property("visualFocus").toBool()) << page << ": " << spoken(focused).toStdString();
            QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(focused);
            ASSERT_NE(seen, nullptr) << page;
            static const std::set<QAccessible::Role> kRoles{QAccessible::Button,      QAccessible::PageTab,
                                                            QAccessible::RadioButton, QAccessible::CheckBox,
                                                            QAccessible::Link,        QAccessible::ListItem};
            EXPECT_TRUE(kRoles.contains(seen->role())) << page << ": " << spoken(focused).toStdString();
        }
    }
    for (QQuickItem* missed : wanted) {
        ADD_FAILURE() << page << ": Tab never comes to " << spoken(missed).toStdString();
    }
}

} // namespace frontsheet::testing
