// The reports on the screen: figures in sentences, days as people type them, the people behind a figure, and the text to pass on.
#include "core/domain/schema/placement.h"
#include "tests/app/support/report_town.h"
#include "tests/app/support/whole_pages.h"

#include <QClipboard>
#include <QGuiApplication>

namespace frontsheet::testing {
namespace {

class ReportsScreen : public AppTest {
protected:
    ReportsScreen() {
        holdDischarges(m_screens.kitley);
        holdRoundReferrals(m_screens.kitley);
        m_screens.unlock();
        model().open();
        m_screens.settle();
        EXPECT_EQ(model().kind(), 1) << "a nurse reviews nobody: the report after discharge would open empty";
        model().chooseKind(0);
        m_screens.settle();
    }
    ReportsModel& model() { return *m_screens.app.reports(); }
    void days(const char* from, const char* until) {
        model().chooseDays(QString::fromUtf8(from), QString::fromUtf8(until));
        m_screens.settle();
    }
    [[nodiscard]] QVariantMap figure(const char* text) {
        for (const auto& section : model().sections()) {
            for (const auto& one : section.toMap().value("figures").toList()) {
                if (one.toMap().value("text").toString() == QString::fromUtf8(text)) {
                    return one.toMap();
                }
            }
        }
        return {};
    }
    [[nodiscard]] std::string number(const char* text) { return figure(text).value("number").toString().toStdString(); }
    [[nodiscard]] QStringList behind(const char* text) {
        const auto one = figure(text);
        model().showBehind(one.value("key").toString(), one.value("text").toString());
        m_screens.settle();
        return all(model().people(), "name");
    }

    Screens m_screens;
};

TEST_F(ReportsScreen, sayWhatBecameOfTheWorkersPeople) {
    EXPECT_EQ(model().heading(), QStringLiteral("15 September 2025 to 15 September 2026"));
    EXPECT_EQ(number("People discharged in these days"), "24");
    EXPECT_EQ(number("Died within two months"), "4");
    EXPECT_EQ(number("Went home again"), "7");
    EXPECT_EQ(number("Went home against their wish"), "1");
    EXPECT_TRUE(figure("Went home against their wish").value("attention").toBool());
    EXPECT_EQ(number("Whether they wished it is not recorded"), "1");
    EXPECT_EQ(behind("Went home against their wish"), QStringList{QStringLiteral("TRANTER, Olive (Miss)")});
    const auto olive = model().people().constFirst().toMap();
    EXPECT_EQ(olive.value("own").toString(), QStringLiteral("I'd sooner stay where there are people about."));
    EXPECT_EQ(olive.value("line").toString(),
              QStringLiteral("Left hospital 11 February 2026. Home again 20 May 2026."));
    EXPECT_EQ(behind("Died within two months").size(), 4);
}

TEST_F(ReportsScreen, takeDaysAsPeopleTypeThemAndSayWhatIsWrongWithThem) {
    days("1/6/2026", "30 June 2026");
    EXPECT_EQ(model().heading(), QStringLiteral("1 June 2026 to 30 June 2026"));
    EXPECT_EQ(number("People discharged in these days"), "2");
    days("30 June 2026", "1/6/2026");
    EXPECT_FALSE(model().untilFault().isEmpty());
    EXPECT_EQ(model().heading(), QStringLiteral("1 June 2026 to 30 June 2026"))
        << "what was counted stays, with its own days";
    EXPECT_EQ(model().from(), QStringLiteral("30 June 2026")) << "what was typed stays";
    days("31/2/2026", "30 June 2026");
    EXPECT_FALSE(model().fromFault().isEmpty());
    days("1/1/2019", "31/12/2019");
    EXPECT_TRUE(model().sections().isEmpty());
    EXPECT_TRUE(model().empty().startsWith(QStringLiteral("Nobody you review left hospital")));
    EXPECT_TRUE(model().toPassOn().isEmpty());
}

TEST_F(ReportsScreen, sayHowReferralsWentRound) {
    model().chooseKind(1);
    m_screens.settle();
    EXPECT_EQ(model().whoseChoices().size(), 2) << "an agency's is its managers'";
    EXPECT_GE(number("Referrals and concerns"), "12");
    EXPECT_FALSE(model().services().isEmpty());
    const auto place = model().services().constFirst().toMap().value("place").toInt();
    model().chooseService(place);
    m_screens.settle();
    EXPECT_EQ(model().service(), place);
    model().chooseService(-1);
    const auto open = behind("Past the time to answer");
    EXPECT_FALSE(open.isEmpty());
    EXPECT_FALSE(model().people().constFirst().toMap().value("referralId").toString().isEmpty());
    model().chooseWhose(1);
    m_screens.settle();
    EXPECT_TRUE(model().people().isEmpty()) << "nobody stays listed behind a figure that is gone";
}

TEST_F(ReportsScreen, whatIsPassedOnNamesNobodyAndTellsNobodyApart) {
    const QString text = model().toPassOn();
    EXPECT_TRUE(text.contains(QStringLiteral("People discharged in these days: 24"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("Went home against their wish: few")));
    EXPECT_TRUE(text.contains(QStringLiteral("Died within two months: few")));
    EXPECT_FALSE(text.contains(QStringLiteral("ranter"), Qt::CaseInsensitive));
    EXPECT_FALSE(text.contains(QStringLiteral(": 1\n")));
    EXPECT_FALSE(text.contains(QStringLiteral(": 4\n")));
}

TEST_F(ReportsScreen, lockingForgetsEverything) {
    EXPECT_FALSE(behind("Went home again").isEmpty());
    m_screens.app.lockNow();
    m_screens.settle();
    EXPECT_TRUE(model().sections().isEmpty());
    EXPECT_TRUE(model().people().isEmpty());
    EXPECT_TRUE(model().toPassOn().isEmpty());
    EXPECT_FALSE(model().loaded());
}

TEST(ReportsScreenOfAManager, CountsTheAgencys) {
    offscreenApplication();
    Principal manager = Kitley::nurse();
    manager.worker = WorkerId{"W999"};
    manager.role = "team manager";
    Screens screens{manager};
    holdDischarges(screens.kitley);
    auto placements = screens.kitley.store.ofType(RecordType::Placement, 1000);
    for (auto& held : placements.value()) {
        held.record.fields.put(placement::kReviewingOfficer, WorkerId{"W110"});
        screens.kitley.store.hold(held.record);
    }
    screens.unlock();
    auto& model = *screens.app.reports();
    model.open();
    screens.settle();
    EXPECT_TRUE(model.sections().isEmpty()) << "the manager reviews nobody";
    ASSERT_EQ(model.whoseChoices().size(), 2);
    model.chooseWhose(1);
    screens.settle();
    EXPECT_FALSE(model.sections().isEmpty());
    EXPECT_TRUE(model.errorTitle().isEmpty());
}

class ReportsPages : public WholePages {
protected:
    void furnish(Kitley& kitley) override {
        WholePages::furnish(kitley);
        holdDischarges(kitley);
        holdRoundReferrals(kitley);
    }
    void openReports() {
        call("visit", QStringLiteral("reports"));
        m_screens->app.reports()->chooseKind(0);
        settle();
    }
};

TEST_P(ReportsPages, holdWhateverTheRoom) {
    openReports();
    ASSERT_EQ(page(), "reports");
    EXPECT_TRUE(reads(QStringLiteral("Went home again")));
    controlsAreNamedAndFound("reports");
    nothingIsCut("reports");
    auto& model = *m_screens->app.reports();
    model.showBehind(QStringLiteral("all"), QStringLiteral("People discharged in these days"));
    settle();
    EXPECT_TRUE(reads(QStringLiteral("FEATHERSTONEHAUGH")));
    controlsAreNamedAndFound("reports, people");
    nothingIsCut("reports, people");
    model.chooseKind(1);
    settle();
    controlsAreNamedAndFound("reports, referrals");
    nothingIsCut("reports, referrals");
    model.chooseDays(QStringLiteral("never"), QStringLiteral("31/2"));
    settle();
    nothingIsCut("reports, faults");
}

TEST_P(ReportsPages, theFiguresAreCopiedByPressingWhatSaysSo) {
    openReports();
    press(QStringLiteral("Copy the figures"));
    settle();
    EXPECT_TRUE(reads(QStringLiteral("Copied.")));
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(QStringLiteral("People discharged in these days: 24")));
}

INSTANTIATE_TEST_SUITE_P(Rooms, ReportsPages,
                         ::testing::Values(Room{"tabletWide", 1280, 800, Form::Tablet, 1},
                                           Room{"tabletTallDoubled", 800, 1280, Form::Tablet, 2},
                                           Room{"laptop", 1440, 900, Form::Laptop, 1}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
