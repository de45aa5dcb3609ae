// The reviewing officer's pages in a window: the board by keyboard, a placement by pressing what is named.
#include "tests/app/support/placements_town.h"
#include "tests/app/support/whole_pages.h"

#include <QTest>

namespace frontsheet::testing {
namespace {

class PlacementPages : public WholePages {
protected:
    PlacementPages() : WholePages(PlacementsTown::officer()) {}
    void furnish(Kitley& kitley) override {
        WholePages::furnish(kitley);
        m_placed = std::make_unique<PlacementsTown>(kitley);
    }
    void holds(const char* where) {
        controlsAreNamedAndFound(where);
        nothingIsCut(where);
    }
    void key(Qt::Key which, Qt::KeyboardModifiers with = {}) {
        QTest::keyClick(m_shell->window(), which, with);
        settle();
    }
    QString focused() {
        auto* item = m_shell->window()->activeFocusItem();
        return item == nullptr ? QString{} : spoken(item);
    }
    PlacementModel& placement() { return *m_screens->app.placement(); }
    QObject* sheet(const char* name) { return m_shell->window()->findChild<QObject*>(QString::fromLatin1(name)); }
    void open(const RecordId& which) { call("openPlacement", id(which)); }

    std::unique_ptr<PlacementsTown> m_placed;
};

TEST_P(PlacementPages, theBoardAndAPlacementHoldInEveryRoom) {
    go("placements");
    EXPECT_EQ(page(), "placements");
    holds("the board");
    tabComesToEveryControl("the board");
    m_screens->app.placementBoard()->setSearch(QStringLiteral("zzz"));
    settle();
    EXPECT_TRUE(reads(QStringLiteral("No placement matches.")));
    holds("the board, nobody found");
    press(QStringLiteral("Show all of them"));
    for (const auto& which :
         {m_placed->arthur, m_placed->winifred, m_placed->sylvia, m_placed->leonard, m_placed->constance}) {
        open(which);
        ASSERT_TRUE(placement().loaded());
        holds("a placement");
    }
    open(m_placed->winifred);
    tabComesToEveryControl("a placement");
}

TEST_P(PlacementPages, aNewDischargeBeginsOnTheBoardWithAPersonWhoIsChosen) {
    go("placements");
    press(QStringLiteral("New discharge"));
    EXPECT_EQ(page(), "people");
    EXPECT_TRUE(reads(QStringLiteral("Choose who left hospital")));
    holds("choosing who left hospital");
    press(QStringLiteral("Not now"));
    EXPECT_FALSE(reads(QStringLiteral("Choose who left hospital")));
    m_screens->app.caseload()->setEveryone(true);
    m_screens->app.caseload()->setSearch(QStringLiteral("hargreave"));
    settle();
    pressRow(QStringLiteral("HARGREAVE, Edith"));
    EXPECT_EQ(page(), "person") << "nobody is wanted for anything any more";
    go("placements");
    press(QStringLiteral("New discharge"));
    pressRow(QStringLiteral("HARGREAVE, Edith"));
    EXPECT_EQ(page(), "form");
    EXPECT_TRUE(reads(QStringLiteral("HARGREAVE, Edith")));
    call("back");
    EXPECT_EQ(page(), "people");
}

TEST_P(PlacementPages, theNextPlacementBeginsAtItsTop) {
    open(m_placed->winifred);
    QQuickItem* read = scroller();
    ASSERT_NE(read, nullptr);
    read->setProperty("contentY", 120);
    go("placements");
    open(m_placed->arthur);
    EXPECT_EQ(read->property("contentY").toDouble(), 0);
}

TEST_P(PlacementPages, theBoardIsGoneThroughByArrowsAndOpenedByReturn) {
    go("placements");
    QMetaObject::invokeMethod(sheet("placementBoard"), "start");
    settle();
    EXPECT_TRUE(focused().startsWith(QStringLiteral("FENNER, Joan"))) << focused().toStdString();
    key(Qt::Key_Down);
    EXPECT_TRUE(focused().startsWith(QStringLiteral("BASSETT, Leonard"))) << focused().toStdString();
    key(Qt::Key_Home);
    key(Qt::Key_Right);
    EXPECT_TRUE(focused().startsWith(QStringLiteral("TREMLETT, Arthur"))) << focused().toStdString();
    EXPECT_TRUE(focused().contains(QStringLiteral("4 days overdue"))) << "a screen reader says what waits";
    key(Qt::Key_Left);
    EXPECT_TRUE(focused().startsWith(QStringLiteral("FENNER, Joan"))) << focused().toStdString();
    key(Qt::Key_Right);
    key(Qt::Key_Return);
    EXPECT_EQ(page(), "placement");
    EXPECT_EQ(placement().placementId(), id(m_placed->arthur));
    key(Qt::Key_Escape);
    EXPECT_EQ(page(), "placements");
}

TEST_P(PlacementPages, aReviewIsHeldByPressingWhatIsNamed) {
    m_shell->theme()->setProperty("reducedMotion", true);
    open(m_placed->arthur);
    press(QStringLiteral("Hold the review"));
    ASSERT_TRUE(sheet("holdReview")->property("visible").toBool());
    nothingIsCut("holding a review");
    type("Home to Colin"); // their words come first: the sheet opens in them
    press(QStringLiteral("They stay, and are settled"));
    press(QStringLiteral("Save the review"));
    EXPECT_FALSE(sheet("holdReview")->property("visible").toBool()) << placement().errorTitle().toStdString();
    EXPECT_EQ(placement().page().value("stage").toString(), QStringLiteral("Settled"));
    EXPECT_TRUE(reads(QStringLiteral("“Home to Colin”")));
}

TEST_P(PlacementPages, whatIsMissingIsSaidOnTheSheetAndNothingIsLost) {
    m_shell->theme()->setProperty("reducedMotion", true);
    open(m_placed->arthur);
    press(QStringLiteral("Say how it ended"));
    press(QStringLiteral("Save the outcome"));
    EXPECT_TRUE(sheet("sayOutcome")->property("visible").toBool());
    EXPECT_TRUE(reads(QStringLiteral("Say how it ended.")));
    press(QStringLiteral("Stayed on"));
    press(QStringLiteral("Against their wish."));
    press(QStringLiteral("Save the outcome"));
    EXPECT_FALSE(sheet("sayOutcome")->property("visible").toBool()) << placement().errorTitle().toStdString();
    EXPECT_TRUE(reads(QStringLiteral("Against their wish.")));
}

TEST_P(PlacementPages, somebodyIsAskedToGetAThingReady) {
    m_shell->theme()->setProperty("reducedMotion", true);
    open(m_placed->winifred);
    press(QStringLiteral("Carer asked, and ready: Ask somebody"));
    ASSERT_TRUE(sheet("askFor")->property("visible").toBool());
    nothingIsCut("asking somebody");
    type("tom adey");
    press(QStringLiteral("Tom Adeyemi, Kitley Council, Social work assessor"));
    press(QStringLiteral("Ask Tom Adeyemi"));
    EXPECT_FALSE(sheet("askFor")->property("visible").toBool()) << placement().errorTitle().toStdString();
    EXPECT_TRUE(reads(QStringLiteral("Asked Tom Adeyemi, by")));
}

TEST_P(PlacementPages, aGoalIsWrittenForThePlacementAndShownOnIt) {
    m_shell->theme()->setProperty("reducedMotion", true);
    open(m_placed->winifred);
    ASSERT_EQ(placement().goals().size(), 2);
    press(QStringLiteral("Add a goal"));
    ASSERT_EQ(page(), "form");
    m_screens->app.form()->type(1, QStringLiteral("Walk to the shop"));
    m_screens->app.form()->save();
    settle();
    open(m_placed->winifred);
    EXPECT_EQ(placement().goals().size(), 3);
}

INSTANTIATE_TEST_SUITE_P(Rooms, PlacementPages,
                         ::testing::Values(Room{"tabletWide", 1280, 800, Form::Tablet, 1},
                                           Room{"tabletTall", 800, 1280, Form::Tablet, 1},
                                           Room{"laptop", 1440, 900, Form::Laptop, 1},
                                           Room{"tabletTallDoubled", 800, 1280, Form::Tablet, 2}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
