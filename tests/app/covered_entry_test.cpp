// What a screen reader is given of a covered entry, also of one that it looked at before it was covered (app/frontsheet/covered_entry.h).
// From another process: tests/app/screen_reader.
#include "app/frontsheet/covered_entry.h"
#include "tests/app/app_fixture.h"

#include <QAccessible>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickWindow>

#include <memory>

namespace frontsheet {
namespace {

class CoveredEntryTest : public AppTest {
protected:
    CoveredEntryTest() {
        keepCoveredEntries();
        QAccessible::setActive(true);
        QQmlComponent component(&m_engine);
        component.setData(R"(import QtQuick
            import QtQuick.Templates as T
            import Frontsheet.Controls
            Window {
                property alias entry: field.input
                property alias covered: field.secret
                width: 400; height: 200; visible: true
                Item {
                    Accessible.role: Accessible.Grouping
                    Accessible.name: "group"
                    width: 400; height: 100
                    Item { // not in the tree
                        width: 400; height: 100
                        Field { id: field; width: 400; label: "PIN"; help: "Four figures."; text: "2468" }
                    }
                }
            })",
                          {});
        m_window.reset(qobject_cast<QQuickWindow*>(component.create()));
        EXPECT_NE(m_window, nullptr) << qPrintable(component.errorString());
        m_entry = m_window->property("entry").value<QQuickItem*>();
    }
    ~CoveredEntryTest() override { QAccessible::setActive(false); }

    void cover(bool covered) { m_window->setProperty("covered", covered); }
    [[nodiscard]] QAccessibleInterface* seen() const { return QAccessible::queryAccessibleInterface(m_entry); }

    std::unique_ptr<QQuickWindow> m_window;
    QQuickItem* m_entry = nullptr;
};

TEST_F(CoveredEntryTest, IsReadUncoveredAndThenGivesBulletsAlone) {
    EXPECT_EQ(seen()->text(QAccessible::Value), "2468");
    EXPECT_FALSE(seen()->state().passwordEdit);

    cover(true);
    EXPECT_EQ(seen()->text(QAccessible::Name), "PIN");
    EXPECT_EQ(seen()->text(QAccessible::Description), "Four figures.");
    EXPECT_EQ(seen()->text(QAccessible::Value), "••••");
    ASSERT_NE(seen()->textInterface(), nullptr);
    EXPECT_EQ(seen()->textInterface()->text(0, 4), "••••");
    int from = 0;
    int to = 0;
    EXPECT_EQ(seen()->textInterface()->textAtOffset(1, QAccessible::CharBoundary, &from, &to), "•");
    EXPECT_EQ(seen()->role(), QAccessible::EditableText);
    EXPECT_TRUE(seen()->state().passwordEdit);
    EXPECT_TRUE(seen()->state().focusable);
    EXPECT_TRUE(seen()->state().editable);
    seen()->setText(QAccessible::Value, "13579");
    EXPECT_EQ(m_entry->property("text").toString(), "13579");

    cover(false); // shown on purpose
    EXPECT_EQ(seen()->text(QAccessible::Value), "13579");
    EXPECT_EQ(seen()->textInterface()->text(0, 5), "13579");
    EXPECT_FALSE(seen()->state().passwordEdit);
    EXPECT_EQ(seen()->text(QAccessible::Name), "PIN");
}

TEST_F(CoveredEntryTest, StandsWhereTheTreeHasIt) {
    cover(true);
    QAccessibleInterface* around = seen()->parent();
    ASSERT_NE(around, nullptr);
    EXPECT_EQ(around->text(QAccessible::Name), "group");
    const int place = around->indexOfChild(seen());
    ASSERT_GE(place, 0);
    EXPECT_EQ(around->child(place)->object(), m_entry);
    EXPECT_EQ(seen()->window(), m_window.get());
    EXPECT_TRUE(around->rect().contains(seen()->rect())) << "the field is said to be somewhere else";
    m_entry->setVisible(false);
    EXPECT_TRUE(seen()->state().invisible);
}

} // namespace
} // namespace frontsheet
