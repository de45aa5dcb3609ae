// The reviewing officer's board and page of a placement, without a window.
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/registration.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/placements_town.h"
#include "tests/app/support/screens.h"

#include <QElapsedTimer>

#include <algorithm>

namespace frontsheet::testing {
namespace {

enum Stage { Placed, FirstReview, TowardsHome, TrialAtHome, Settled, Ended };

class PlacementScreens : public AppTest {
protected:
    explicit PlacementScreens(const Principal& who = PlacementsTown::officer()) : m_screens(who) {}
    void SetUp() override {
        m_screens.unlock();
        board().setInSight(true);
        m_screens.settle();
    }
    PlacementBoardModel& board() { return *m_screens.app.placementBoard(); }
    PlacementModel& page() { return *m_screens.app.placement(); }
    void open(const RecordId& placement) {
        page().open(id(placement));
        m_screens.settle();
        ASSERT_TRUE(page().loaded()) << page().errorTitle().toStdString();
    }
    PlacementColumn& column(Stage stage) { return *board().column(stage); }
    QString says(const RecordId& placement, Stage stage, PlacementColumn::Role role) {
        const int row = column(stage).rowOf(id(placement));
        return row < 0 ? QStringLiteral("not in this stage")
                       : column(stage).data(column(stage).index(row), role).toString();
    }
    QStringList names(Stage stage) {
        QStringList out;
        for (int row = 0; row < column(stage).count(); ++row) {
            out << column(stage).data(column(stage).index(row), PlacementColumn::NameRole).toString();
        }
        return out;
    }
    // What was saved elsewhere comes to the board with the next exchange, or when it is shown again.
    void lookAgain() {
        board().refresh();
        m_screens.settle();
    }
    [[nodiscard]] static int positionOf(const QStringList& words, const char* one) {
        return static_cast<int>(words.indexOf(QString::fromUtf8(one)));
    }

    Screens m_screens;
    PlacementsTown m_town{m_screens.kitley};
};

TEST_F(PlacementScreens, EveryPlacementOfMineStandsAtItsStageTheMostOverdueInFront) {
    EXPECT_EQ(board().stages(), 6);
    EXPECT_EQ(names(FirstReview).front(), QStringLiteral("TREMLETT, Arthur"));
    EXPECT_EQ(column(Placed).count(), 3);
    EXPECT_EQ(column(TrialAtHome).count(), 1);
    EXPECT_EQ(column(Ended).count(), 3);
    EXPECT_FALSE(names(TowardsHome).contains(QStringLiteral("CARTER, Joan"))) << "she is a colleague's";
    EXPECT_EQ(board().overdue(), QStringLiteral("2 reviews overdue"));
    EXPECT_EQ(board().soon(), QStringLiteral("3 due in 7 days"));
    EXPECT_EQ(board().unasked(), QStringLiteral("1 wish not asked yet"));
}

TEST_F(PlacementScreens, ACardSaysWhoWhereSinceWhenWhatTheyWantAndWhatIsDue) {
    const auto& arthur = m_town.arthur;
    EXPECT_EQ(says(arthur, FirstReview, PlacementColumn::WhereRole), QStringLiteral("Mallow Court"));
    EXPECT_EQ(says(arthur, FirstReview, PlacementColumn::SinceRole),
              QStringLiteral("32 days since discharge, pathway 2"));
    EXPECT_EQ(says(arthur, FirstReview, PlacementColumn::WishRole),
              QStringLiteral("“Home to Colin’s. Nobody asked me.”"));
    EXPECT_EQ(says(arthur, FirstReview, PlacementColumn::DueRole), QStringLiteral("4 days overdue"));
    EXPECT_EQ(says(arthur, FirstReview, PlacementColumn::DueOnRole), QStringLiteral("Review 11 September 2026"));
    EXPECT_EQ(says(arthur, FirstReview, PlacementColumn::SlippedRole), QStringLiteral("Slipped 1 time: family away"));
    EXPECT_EQ(says(arthur, FirstReview, PlacementColumn::ReadyTextRole), QStringLiteral("2 of 7 ready"));
    EXPECT_EQ(says(m_town.leonard, Placed, PlacementColumn::WishRole), QStringLiteral("Own wish not asked yet"));
    EXPECT_EQ(says(m_town.sylvia, TrialAtHome, PlacementColumn::TrialRole), QStringLiteral("Day 9 of 28"));
    EXPECT_EQ(says(m_town.winifred, TowardsHome, PlacementColumn::WishRole),
              QStringLiteral("“I can do the stairs on my bottom. I have been.”"))
        << "what she said last";
}

TEST_F(PlacementScreens, TheBoardIsFilteredByOfficerByWhatIsOverdueAndByLetters) {
    board().setOfficer(1);
    EXPECT_TRUE(names(TowardsHome).contains(QStringLiteral("CARTER, Joan")));
    EXPECT_TRUE(board().officers().contains(QStringLiteral("Ruth Okafor")));
    board().setOfficer(0);
    board().setOverdueOnly(true);
    EXPECT_EQ(board().found(), 2);
    EXPECT_EQ(names(TowardsHome), QStringList{QStringLiteral("SALT, Winifred")});
    board().setOverdueOnly(false);
    board().setSearch(QStringLiteral("quay house"));
    EXPECT_EQ(board().found(), 4);
    board().setSearch(QStringLiteral("quay hil"));
    EXPECT_EQ(board().found(), 1);
    board().setSearch(QStringLiteral("nobody at all"));
    EXPECT_EQ(board().found(), 0);
    EXPECT_TRUE(board().filtered());
    board().showAll();
    EXPECT_GT(board().found(), 10);
}

TEST_F(PlacementScreens, CardsThatStayAreNotDrawnAnewForALetterTyped) {
    int resets = 0;
    int removed = 0;
    QObject::connect(&column(FirstReview), &QAbstractItemModel::modelReset, [&] { ++resets; });
    QObject::connect(&column(FirstReview), &QAbstractItemModel::rowsRemoved,
                     [&](const QModelIndex&, int from, int to) { removed += to - from + 1; });
    board().setSearch(QStringLiteral("o"));
    const int kept = column(FirstReview).count();
    board().setSearch(QString{});
    EXPECT_EQ(resets, 0);
    EXPECT_EQ(removed, 4 - kept);
    EXPECT_EQ(names(FirstReview).front(), QStringLiteral("TREMLETT, Arthur")) << "and all come back to their places";
    EXPECT_EQ(column(FirstReview).count(), 4);
}

TEST_F(PlacementScreens, AReviewIsHeldWithTheirWordsAndTheCardMovesOn) {
    open(m_town.arthur);
    EXPECT_EQ(page().ownWords().constFirst().toMap().value("words").toString(),
              QStringLiteral("“Home to Colin’s. Nobody asked me.”"));
    EXPECT_EQ(page().steps(), (QStringList{"review", "date", "trial", "end"}));
    const int towards = positionOf(page().conclusions(), "Work towards home");
    page().holdReview("today", "", "", "", towards, "next nothing", -1, "");
    EXPECT_FALSE(page().faults().value("ownWords").toString().isEmpty());
    EXPECT_FALSE(page().faults().value("next").toString().isEmpty()) << "no day that there is";
    page().holdReview("today", "I want to be at Colin’s by Christmas.", "", "Nephew there", towards, "in 6 weeks", -1,
                      "");
    m_screens.settle();
    EXPECT_TRUE(page().errorTitle().isEmpty()) << page().errorTitle().toStdString();
    EXPECT_EQ(page().page().value("stage").toString(), QStringLiteral("Working towards home"));
    lookAgain();
    EXPECT_EQ(says(m_town.arthur, TowardsHome, PlacementColumn::WishRole),
              QStringLiteral("“I want to be at Colin’s by Christmas.”"));
    EXPECT_EQ(column(FirstReview).rowOf(id(m_town.arthur)), -1);
}

TEST_F(PlacementScreens, ATrialSetDownByMistakeIsTakenBackWithOnePress) {
    open(m_town.arthur);
    page().beginTrial("today", "in 4 weeks");
    m_screens.settle();
    ASSERT_TRUE(page().steps().contains("back"));
    page().takeTrialBack();
    m_screens.settle();
    EXPECT_EQ(page().page().value("stage").toString(), QStringLiteral("Working towards home"));
    EXPECT_FALSE(page().steps().contains("back"));
    lookAgain();
    EXPECT_GE(column(TowardsHome).rowOf(id(m_town.arthur)), 0);
}

// Who is at home on trial does not stay where they were placed.
TEST_F(PlacementScreens, AReviewOfATrialIsWordedForIt) {
    open(m_town.arthur);
    EXPECT_GE(positionOf(page().conclusions(), "They stay, and are settled"), 0);
    open(m_town.sylvia);
    EXPECT_TRUE(page().page().value("trialWhole").toString().startsWith(QLatin1String("Day 9 of 28, ends ")));
    EXPECT_EQ(positionOf(page().conclusions(), "They stay, and are settled"), -1);
    const int settled = positionOf(page().conclusions(), "Back to the care home, and stay there");
    ASSERT_GE(settled, 0);
    page().holdReview("today", "I fell twice. I want to be looked after.", "", "", settled, "in 6 weeks", -1, "");
    m_screens.settle();
    EXPECT_EQ(page().page().value("stage").toString(), QStringLiteral("Settled"));
    EXPECT_EQ(page().page().value("trialWhole").toString(), QString{});
}

TEST_F(PlacementScreens, WhatTheRulesRefuseIsSaidAndNothingIsSaved) {
    open(m_town.arthur);
    page().end(positionOf(page().outcomes(), "Home for good"), "1 January 2020", 0, "");
    m_screens.settle();
    EXPECT_TRUE(page().faults().value("on").toString().startsWith(QStringLiteral("That is before the discharge on ")));
    EXPECT_EQ(page().page().value("stage").toString(), QStringLiteral("First review due"));
}

TEST_F(PlacementScreens, AReviewIsHeldAfterItsDischargeAndNotOnADayToCome) {
    open(m_town.arthur);
    const int settled = positionOf(page().conclusions(), "They stay, and are settled");
    ASSERT_GE(settled, 0);
    const auto holds = [&](const char* on) {
        page().holdReview(on, "Home.", "", "", settled, "in 6 weeks", -1, "");
        m_screens.settle();
        return page().faults().value("heldOn").toString();
    };
    EXPECT_TRUE(holds("1 January 2020").startsWith(QStringLiteral("That is before the discharge on ")));
    EXPECT_EQ(holds("in 3 days"), QStringLiteral("That day is still to come."));
    EXPECT_EQ(page().page().value("stage").toString(), QStringLiteral("First review due")) << "nothing is saved";
    EXPECT_EQ(holds("today"), QString{});
    EXPECT_EQ(page().page().value("stage").toString(), QStringLiteral("Settled"));
}

TEST_F(PlacementScreens, AnOfficerPassesItOnAndTakesItBack) {
    open(m_town.arthur);
    ASSERT_TRUE(page().mayPassOn());
    page().lookColleagues("ruth");
    ASSERT_EQ(page().candidates().size(), 1);
    page().passOn({}, "Knows the son.");
    EXPECT_FALSE(page().faults().value("worker").toString().isEmpty()) << "to nobody";
    page().passOn(page().candidates().constFirst().toMap().value("worker").toString(), "Knows the son.");
    m_screens.settle();
    EXPECT_EQ(page().askedToTake(), QStringLiteral("Ruth Okafor"));
    EXPECT_FALSE(page().mayPassOn()) << "somebody is asked";
    ASSERT_TRUE(page().mayTakeBack());
    page().takeOfferBack();
    m_screens.settle();
    EXPECT_EQ(page().askedToTake(), QString{});
    EXPECT_TRUE(page().mayPassOn());
}

TEST_F(PlacementScreens, WhoIsBackInHospitalHasLeftTheHome) {
    open(m_town.arthur);
    page().end(positionOf(page().outcomes(), "Back in hospital"), "today", 2, "Fell on Sunday.");
    m_screens.settle();
    EXPECT_EQ(page().outcome().value("title").toString(), QStringLiteral("Back in hospital, 15 September 2026"));
}

TEST_F(PlacementScreens, AnItemOfTheWayHomeIsPutToWhoUsuallyGetsItReady) {
    open(m_town.winifred);
    EXPECT_EQ(page().page().value("readyText").toString(), QStringLiteral("5 of 7 ready"));
    const auto declined = page().checklist().at(6).toMap();
    EXPECT_TRUE(declined.value("waits").toBool());
    EXPECT_EQ(declined.value("standing").toString(), QStringLiteral("Sam Whitlock cannot. Ask somebody else."));
    const auto item = declined.value("id").toString();
    page().lookWhom(item, QStringLiteral("ruth"));
    ASSERT_EQ(page().candidates().size(), 1);
    const auto ruth = page().candidates().constFirst().toMap();
    page().askFor(item, ruth.value("agency").toString(), ruth.value("worker").toString(), "tomorrow",
                  "Ann comes at ten.");
    m_screens.settle();
    EXPECT_EQ(page().checklist().at(6).toMap().value("standing").toString(),
              QStringLiteral("Asked Ruth Okafor, by 16 September 2026"));
    page().itemIs(item, QStringLiteral("ready"));
    m_screens.settle();
    EXPECT_EQ(page().page().value("readyText").toString(), QStringLiteral("6 of 7 ready"));
}

TEST_F(PlacementScreens, AgainstTheirWishIsSaidPlainly) {
    open(m_town.arthur);
    page().end(positionOf(page().outcomes(), "Stayed on"), "today", positionOf(page().wishes(), "Against their wish."),
               "The nephew’s house was sold.");
    m_screens.settle();
    EXPECT_EQ(page().outcome().value("wishMet").toString(), QStringLiteral("Against their wish."));
    EXPECT_TRUE(page().outcome().value("against").toBool());
    lookAgain();
    EXPECT_EQ(says(m_town.arthur, Ended, PlacementColumn::WishMetRole), QStringLiteral("Against their wish."));
    page().takeUpAgain();
    m_screens.settle();
    EXPECT_EQ(page().page().value("stage").toString(), QStringLiteral("Settled"));
}

TEST_F(PlacementScreens, ADeathIsRecordedWithThePlacementAndNothingIsDueAnyMore) {
    open(m_town.winifred);
    page().end(positionOf(page().outcomes(), "Died"), "yesterday", -1, "At home with her daughter.");
    m_screens.settle();
    EXPECT_TRUE(page().errorTitle().isEmpty()) << page().errorTitle().toStdString();
    EXPECT_TRUE(page().page().value("died").toString().startsWith(QStringLiteral("Died on 14 September 2026.")));
    EXPECT_TRUE(page().steps().isEmpty());
    lookAgain();
    EXPECT_EQ(board().overdue(), QStringLiteral("1 review overdue"));
    m_screens.app.frontSheet()->open(id(m_town.winifredHerself));
    m_screens.settle();
    EXPECT_FALSE(m_screens.app.frontSheet()->died().isEmpty()) << "the banner says so on every page";
}

TEST_F(PlacementScreens, ALockedDeviceForgetsTheBoard) {
    open(m_town.arthur);
    m_screens.app.lockNow();
    m_screens.settle();
    EXPECT_EQ(board().found(), 0);
    EXPECT_TRUE(page().personId().isEmpty());
    EXPECT_TRUE(page().ownWords().isEmpty());
}

TEST_F(PlacementScreens, AThousandPlacementsAreFilteredWithinAFrame) {
    m_town.crowd(1000);
    board().refresh();
    m_screens.settle();
    ASSERT_GT(board().found(), 1000);
    QElapsedTimer timer;
    qint64 longest = 0;
    for (const char* typed : {"r", "re", "res", "resident9", "resident99", "tern", "t", ""}) {
        timer.start();
        board().setSearch(QString::fromLatin1(typed));
        longest = std::max(longest, timer.elapsed());
    }
    RecordProperty("longest_ms", static_cast<int>(longest));
    EXPECT_LT(longest, 100) << "milliseconds; a frame is 16, and this machine may be busy";
}

class NurseWithoutPlacements : public PlacementScreens {
protected:
    NurseWithoutPlacements() : PlacementScreens(Kitley::nurse()) {}
};

TEST_F(NurseWithoutPlacements, WhoReviewsNobodyHasNoSuchPlace) { EXPECT_FALSE(m_screens.app.placements()); }

} // namespace
} // namespace frontsheet::testing
