// The front sheet in a window, led by pressing what is named.
#include "core/domain/said_right.h"
#include "core/domain/schema/view.h"
#include "tests/app/support/plan_town.h"
#include "tests/app/support/whole_pages.h"

#include <QTest>

namespace frontsheet::testing {
namespace {

class FrontSheetPages : public WholePages {
protected:
    void openEdith() { call("openPerson", id(m_screens->kitley.edith)); }
    // What the nurse said is right, as it is stored.
    std::vector<std::string> said() {
        std::vector<std::string> out;
        const auto views = m_screens->kitley.store.ofType(RecordType::View, 100).value();
        for (const auto& working : views) {
            if (isSaidRightNow(working.record) &&
                working.record.fields.get(view::kRecordedBy) == m_screens->kitley.me.worker) {
                out.push_back(working.record.fields.get(view::kSaid));
            }
        }
        return out;
    }
};

TEST_P(FrontSheetPages, whichAddressIsRightIsSaidByPressingItAndTakenBack) {
    openEdith();
    const QString right = QStringLiteral("This is right. Address: Flat 2, 41 Mill Street, Kitley");
    press(right);
    EXPECT_EQ(said(), std::vector<std::string>{"Flat 2, 41 Mill Street, Kitley"});
    EXPECT_TRUE(reads(QStringLiteral("You said this is right, today")));
    EXPECT_EQ(button(right), nullptr);
    press(QStringLiteral("Take back that Address is right: Flat 2, 41 Mill Street, Kitley"));
    EXPECT_TRUE(said().empty());
    EXPECT_FALSE(reads(QStringLiteral("You said this is right, today")));
    EXPECT_NE(button(right), nullptr);
}

TEST_P(FrontSheetPages, theButtonKeepsTheFocusWhenItHasBeenPressedByKey) {
    openEdith();
    QQuickItem* right = button(QStringLiteral("This is right. Address: Flat 2, 41 Mill Street, Kitley"));
    ASSERT_NE(right, nullptr);
    right->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(m_shell->window(), Qt::Key_Return);
    settle();
    EXPECT_EQ(said().size(), 1U);
    EXPECT_EQ(m_shell->window()->activeFocusItem(), right);
    QTest::keyClick(m_shell->window(), Qt::Key_Return);
    settle();
    EXPECT_TRUE(said().empty()) << "and the same key takes it back";
}

TEST_P(FrontSheetPages, whatHappenedIsChosenByChipsAndAllOfItComesBackInOneTap) {
    openEdith();
    TimelineModel& timeline = *m_screens->app.frontSheet()->timeline();
    const int total = timeline.total();
    press(QStringLiteral("Choose what happened by kind or agency"));
    press(timeline.kinds().at(1).toMap().value(QStringLiteral("text")).toString());
    EXPECT_LT(timeline.chosen(), total);
    EXPECT_EQ(timeline.kind(), 1);
    press(QStringLiteral("Show everything"));
    EXPECT_EQ(timeline.chosen(), total);
    // Nothing fits: it says so, and what to do.
    for (int kind = 1; kind < timeline.kinds().size() && timeline.none().isEmpty(); ++kind) {
        for (int agency = 1; agency < timeline.agencies().size() && timeline.none().isEmpty(); ++agency) {
            timeline.chooseKind(kind);
            timeline.chooseAgency(agency);
        }
    }
    settle();
    ASSERT_FALSE(timeline.none().isEmpty());
    EXPECT_TRUE(reads(timeline.none()));
    press(QStringLiteral("Show everything"));
    EXPECT_EQ(timeline.chosen(), total);
}

TEST_P(FrontSheetPages, whoeverIsOpenedIsSeenFromTheTop) {
    openEdith();
    QQuickItem* sheet = scroller();
    ASSERT_NE(sheet, nullptr);
    for (const auto& next : {m_screens->kitley.edith, m_screens->kitley.ivy}) {
        sheet->setProperty("contentY", 200);
        go("people");
        call("openPerson", id(next));
        EXPECT_EQ(sheet->property("contentY").toDouble(), 0);
    }
    openEdith();
    sheet->setProperty("contentY", 200);
    m_screens->app.frontSheet()->open(id(m_screens->kitley.ivy)); // not chosen from a list: read from another page
    settle();
    EXPECT_EQ(sheet->property("contentY").toDouble(), 0);
}

TEST_P(FrontSheetPages, itIsLeafedThroughFromWhereTheKeyboardStands) {
    openEdith();
    QQuickItem* page = scroller();
    ASSERT_NE(page, nullptr);
    const double top = page->property("contentY").toDouble();
    QTest::keyClick(m_shell->window(), Qt::Key_PageDown);
    settle();
    EXPECT_GT(page->property("contentY").toDouble(), top + 100);
    QTest::keyClick(m_shell->window(), Qt::Key_PageUp);
    settle();
    EXPECT_EQ(page->property("contentY").toDouble(), top);
}

TEST_P(FrontSheetPages, everythingOnItIsReachedNamedAndWhole) {
    openEdith();
    press(QStringLiteral("This is right. Address: Flat 2, 41 Mill Street, Kitley"));
    press(QStringLiteral("Choose what happened by kind or agency"));
    controlsAreNamedAndFound("front sheet");
    nothingIsCut("front sheet");
    tabComesToEveryControl("front sheet");
}

INSTANTIATE_TEST_SUITE_P(Rooms, FrontSheetPages,
                         ::testing::Values(Room{"tabletTall", 800, 1280, Form::Tablet, 1},
                                           Room{"laptop", 1440, 900, Form::Laptop, 1},
                                           Room{"doubledText", 800, 1280, Form::Tablet, 2}),
                         [](const auto& room) { return std::string{room.param.name}; });

// With what is at the door, and all that a plan says of her.
class AlertPages : public WholePages {
protected:
    void furnish(Kitley& kitley) override {
        WholePages::furnish(kitley);
        static_cast<void>(planEdith(kitley));
    }
};

TEST_P(AlertPages, alertsAreInSightBeforeAnybodyScrolls) {
    call("openPerson", id(m_screens->kitley.edith));
    const QVariantList alerts = m_screens->app.frontSheet()->alerts();
    ASSERT_GE(alerts.size(), 3);
    QString inSight; // whole, without scrolling
    walk(m_frame, [&](QQuickItem* item) {
        if (!item->inherits("QQuickText")) {
            return;
        }
        QRectF seen = item->mapRectToScene({0, 0, item->width(), item->height()});
        const QRectF whole = seen;
        for (const QQuickItem* up = item->parentItem(); up != nullptr; up = up->parentItem()) {
            seen = up->clip() ? seen.intersected(up->mapRectToScene(up->boundingRect())) : seen;
        }
        inSight += seen == whole ? item->property("text").toString() + QLatin1Char('\n') : QString{};
    });
    const bool large = GetParam().textScale > 1.3;
    for (const QVariant& row : large ? alerts.mid(0, 1) : alerts) {
        QString heading = row.toMap().value(QStringLiteral("title")).toString();
        heading.chop(heading.endsWith(QLatin1Char('.')) ? 1 : 0);
        EXPECT_TRUE(inSight.contains(heading)) << heading.toStdString();
    }
    if (large) {
        EXPECT_TRUE(inSight.contains(QStringLiteral("and %1 more alerts").arg(alerts.size() - 1)));
    }
    auto* line = m_frame->findChild<QQuickItem*>(QStringLiteral("alertLine"));
    ASSERT_NE(line, nullptr);
    if (line->isVisible()) {
        QQuickItem* sheet = scroller();
        QMetaObject::invokeMethod(line, "clicked");
        settle();
        EXPECT_GT(sheet->property("contentY").toDouble(), 0) << "it leads to them";
        EXPECT_TRUE(line->isVisible()) << "and stays";
    }
}

INSTANTIATE_TEST_SUITE_P(Rooms, AlertPages,
                         ::testing::Values(Room{"tabletTall", 800, 1280, Form::Tablet, 1},
                                           Room{"tabletWide", 1280, 800, Form::Tablet, 1},
                                           Room{"laptop", 1440, 900, Form::Laptop, 1},
                                           Room{"tabletTallDoubled", 800, 1280, Form::Tablet, 2},
                                           Room{"tabletWideDoubled", 1280, 800, Form::Tablet, 2},
                                           Room{"laptopDoubled", 1440, 900, Form::Laptop, 2}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
