// The manager's pages in a window: by finger and by keyboard, at doubled text, with nothing cut.
#include "tests/app/support/team_town.h"
#include "tests/app/support/whole_pages.h"

#include <QTest>

namespace frontsheet::testing {
namespace {

class TeamPages : public WholePages {
protected:
    TeamPages() : WholePages(TeamTown::manager()) {}
    void furnish(Kitley& kitley) override {
        WholePages::furnish(kitley);
        m_town = std::make_unique<TeamTown>(kitley);
    }
    void SetUp() override {
        WholePages::SetUp();
        m_shell->theme()->setProperty("reducedMotion", true);
    }
    void holds(const std::string& where, QQuickItem* sheet = nullptr) {
        controlsAreNamedAndFound(where);
        nothingIsCut(where);
        tabComesToEveryControl(where, sheet);
    }
    void part(int which) {
        m_frame->findChild<QObject*>(QStringLiteral("teamPage"))->setProperty("part", which);
        settle();
    }
    QQuickItem* ask(const char* name) {
        QObject* sheet = m_frame->findChild<QObject*>(QString::fromLatin1(name));
        EXPECT_NE(sheet, nullptr);
        QMetaObject::invokeMethod(sheet, "ask");
        settle();
        return qvariant_cast<QQuickItem*>(sheet->property("contentItem"));
    }
    std::unique_ptr<TeamTown> m_town;
};

TEST_P(TeamPages, eachPartIsReadAndReached) {
    go("team");
    EXPECT_TRUE(reads(QStringLiteral("Nobody has it.")));
    for (int which = 0; which < 5; ++which) {
        part(which);
        holds("team, part " + std::to_string(which));
    }
    EXPECT_TRUE(reads(QStringLiteral("Away until 25 September 2026. Tom Adeyemi stands in.")));
}

TEST_P(TeamPages, workIsTickedAndAColleagueAsked) {
    go("team");
    press(QStringLiteral("Choose SALT, Winifred, Case owner of the plan"));
    EXPECT_TRUE(reads(QStringLiteral("1 chosen")));
    holds("team, chosen");
    auto* sheet = ask("offerSheet");
    holds("who is to take over", sheet);
    pressRow(QStringLiteral("Tom Adeyemi, Social work assessor. 1 person")); // the page behind has a row of his
    press(QStringLiteral("Ask Tom Adeyemi"));
    settle();
    EXPECT_TRUE(m_screens->until([&] { return reads(QStringLiteral("Tom Adeyemi is asked about 1 thing")); }));
    part(3);
    EXPECT_TRUE(reads(QStringLiteral("Until they say yes")));
}

TEST_P(TeamPages, aReferralIsPassedOnWithWordsAndTheCallStaysInSight) {
    go("team");
    press(QStringLiteral("Choose TREMLETT, Arthur, Referral: Key safe"));
    (void)ask("offerSheet");
    pressRow(QStringLiteral("Tom Adeyemi, Social work assessor. 1 person"));
    EXPECT_TRUE(reads(QStringLiteral("Write first why it is passed on")));
    QQuickItem* call = button(QStringLiteral("Ask Tom Adeyemi"));
    ASSERT_NE(call, nullptr);
    EXPECT_FALSE(call->isEnabled());
    EXPECT_LE(call->mapToScene({0, call->height()}).y(), m_shell->window()->height());
}

TEST_P(TeamPages, aLongNameIsReadWhole) {
    go("team");
    m_screens->app.teamWorker()->open(QStringLiteral("W005"));
    call("visit", QStringLiteral("teamWorker"));
    EXPECT_TRUE(reads(QStringLiteral("O'SHAUGHNESSY-FOTHERINGHAM, Wilhelmina Persephone")));
    EXPECT_TRUE(reads(QStringLiteral("The Old Rectory Nursing and Residential Care Home")));
    nothingIsCut("long names");
}

TEST_P(TeamPages, aWorkersPageHasEverythingOfTheirsAndTheirAbsence) {
    go("team");
    m_screens->app.teamWorker()->open(QStringLiteral("W001"));
    call("visit", QStringLiteral("teamWorker"));
    EXPECT_TRUE(reads(QStringLiteral("Ruth Okafor")));
    EXPECT_TRUE(reads(QStringLiteral("Cannot be passed on from here")));
    holds("a worker");
    holds("away", ask("awaySheet"));
    QQuickItem* last = button(QStringLiteral("Not now"));
    ASSERT_NE(last, nullptr);
    last->forceActiveFocus(Qt::TabFocusReason);
    settle();
    EXPECT_LE(last->mapToScene({0, last->height()}).y(), m_shell->window()->height())
        << "a long sheet follows the keyboard";
}

INSTANTIATE_TEST_SUITE_P(Rooms, TeamPages,
                         ::testing::Values(Room{"Tall", 800, 1280, Form::Tablet, 1},
                                           Room{"Laptop", 1280, 800, Form::Laptop, 1},
                                           Room{"LargeText", 800, 1280, Form::Tablet, 2}),
                         [](const auto& room) { return std::string{room.param.name}; });

// A small agency on a quiet day.
class QuietTeam : public WholePages {
protected:
    QuietTeam() : WholePages(Principal{AgencyId{"priory"}, WorkerId{"W201"}, "practice manager", DeviceId{}}) {}
};

TEST_P(QuietTeam, saysOfEachPartThatThereIsNothing) {
    go("team");
    EXPECT_TRUE(reads(QStringLiteral("1 person in the team. Everything has an owner. Nothing is late.")));
    QObject* page = m_frame->findChild<QObject*>(QStringLiteral("teamPage"));
    for (const auto& [part, words] :
         {std::pair{1, "Nothing is late."}, {2, "No loop is open."}, {3, "Nobody is asked to take anything over."}}) {
        page->setProperty("part", part);
        settle();
        EXPECT_TRUE(reads(QString::fromLatin1(words))) << words;
        nothingIsCut(words);
    }
    pressRow(QStringLiteral("Dr Anil Perera, GP"));
    EXPECT_TRUE(reads(QStringLiteral("Nothing that could be offered to a colleague.")));
    EXPECT_TRUE(reads(QStringLiteral("Not away, as far as is known.")));
    nothingIsCut("nothing in their hands");
}

INSTANTIATE_TEST_SUITE_P(Rooms, QuietTeam, ::testing::Values(Room{"Laptop", 1280, 800, Form::Laptop, 1}),
                         [](const auto& room) { return std::string{room.param.name}; });

// Seven places are more than a small tablet or a low window has room for.
class FoldedPlaces : public TeamPages {};

TEST_P(FoldedPlaces, whatDoesNotFitStandsUnderMore) {
    go("today");
    for (const char* key : {"today", "people", "referrals", "placements", "team", "ring", "sharing"}) {
        go(key);
        nothingIsCut(key);
    }
    EXPECT_EQ(button(QStringLiteral("Sharing")), nullptr);
    go("today");
    pressRow(QStringLiteral("More"));
    press(QStringLiteral("Sharing"));
    EXPECT_EQ(page(), "sharing");
    pressRow(QStringLiteral("More"));
    nothingIsCut("more places");
    QTest::keyClick(m_shell->window(), Qt::Key_Escape);
    tabComesToEveryControl("with More", m_frame); // there may be room for three places and the sync line alone
}

INSTANTIATE_TEST_SUITE_P(Rooms, FoldedPlaces,
                         ::testing::Values(Room{"Small", 480, 800, Form::Tablet, 1},
                                           Room{"SmallLargeText", 600, 960, Form::Tablet, 2},
                                           Room{"Low", 1280, 560, Form::Laptop, 1}),
                         [](const auto& room) { return std::string{room.param.name}; });

class AskedPages : public WholePages {
protected:
    void furnish(Kitley& kitley) override {
        WholePages::furnish(kitley);
        m_town = std::make_unique<TeamTown>(kitley);
        m_town->askTheNurse();
    }
    std::unique_ptr<TeamTown> m_town;
};

TEST_P(AskedPages, whatOneIsAskedStandsOnTodayUntilItIsAnswered) {
    go("today");
    EXPECT_TRUE(reads(QStringLiteral("You are asked to take over")));
    EXPECT_EQ(button(QStringLiteral("Team")), nullptr) << "a manager's page";
    controlsAreNamedAndFound("today");
    nothingIsCut("today");
    tabComesToEveryControl("today");
    press(QStringLiteral("I take it over: HARGREAVE, Edith, A visit: Dressing, left lower leg"));
    settle();
    EXPECT_TRUE(m_screens->until([&] { return !reads(QStringLiteral("Dressing, left lower leg")); }));
}

INSTANTIATE_TEST_SUITE_P(Rooms, AskedPages,
                         ::testing::Values(Room{"Tall", 800, 1280, Form::Tablet, 1},
                                           Room{"LargeText", 800, 1280, Form::Tablet, 2}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
