// The plan tab in a window: led by pressing what is named, with nothing cut and every control reached.
#include "core/domain/schema/care_plan.h"
#include "tests/app/support/plan_town.h"
#include "tests/app/support/whole_pages.h"

#include <set>

namespace frontsheet::testing {
namespace {

class PlanPages : public WholePages {
protected:
    using WholePages::WholePages;
    void furnish(Kitley& kitley) override {
        WholePages::furnish(kitley);
        kitley.agree();
        m_edith = planEdith(kitley);
        planIvyInFull(kitley);
    }
    void openPlan(const PersonId& person) {
        m_shell->theme()->setProperty("reducedMotion", true); // sheets fade otherwise
        call("openPerson", id(person));
        tab(1);
    }
    void tab(int index) {
        m_frame->findChild<QObject*>(QStringLiteral("personPage"))->setProperty("tab", index);
        settle();
    }
    void onEveryPlan(const std::function<void(const std::string&)>& look) {
        openPlan(m_screens->kitley.edith);
        look("Edith's plan");
        openPlan(m_screens->kitley.ivy);
        look("a plan with forty actions");
        openPlan(m_screens->kitley.beryl);
        look("nobody leads a plan");
    }
    [[nodiscard]] std::string state(const RecordId& action) {
        return std::string{m_screens->kitley.store.record(action).value()->record.fields.text(action::kState)};
    }
    QQuickItem* sheet(const char* name) {
        auto* found = m_frame->findChild<QObject*>(QString::fromLatin1(name));
        return found != nullptr && found->property("visible").toBool()
                   ? found->property("contentItem").value<QQuickItem*>()
                   : nullptr;
    }
    PlannedInKitley m_edith;
};

TEST_P(PlanPages, everyControlHasANameAndATargetThatAFingerFinds) {
    onEveryPlan([&](const std::string& page) { controlsAreNamedAndFound(page); });
}

TEST_P(PlanPages, nothingIsCutAndNothingLeavesTheWindow) {
    onEveryPlan([&](const std::string& page) { nothingIsCut(page); });
}

TEST_P(PlanPages, tabComesToEveryControl) {
    openPlan(m_screens->kitley.edith);
    tabComesToEveryControl("Edith's plan");
}

// Whoever hears a button's name alone knows which of a page's lists it adds to.
TEST_P(PlanPages, whatAddsSaysToWhat) {
    onEveryPlan([&](const std::string& page) {
        std::set<QString> heard;
        walk(m_shell->window()->contentItem(), [&](QQuickItem* item) {
            const QString name = isButton(item) ? spoken(item) : QString{};
            EXPECT_TRUE(!name.startsWith(QLatin1String("Add")) || heard.insert(name).second)
                << page << ": " << name.toStdString();
        });
        EXPECT_GT(heard.size(), 3U) << page;
    });
}

TEST_P(PlanPages, anActionIsAcceptedReportedOnAndFinishedFromItsRow) {
    openPlan(m_screens->kitley.edith);
    EXPECT_TRUE(reads(QStringLiteral("Ruth Okafor asks you. Say yes or no.")));
    press(QStringLiteral("Accept: Teach Edith to use the pendant alarm"));
    EXPECT_EQ(state(m_edith.toNurse), "accepted");
    EXPECT_TRUE(reads(QStringLiteral("On this device, not sent yet.")));
    ASSERT_NE(button(QStringLiteral("Done: Teach Edith to use the pendant alarm")), nullptr)
        << "what was opened stays open when its words change";
    press(QStringLiteral("Done: Teach Edith to use the pendant alarm"));
    ASSERT_NE(sheet("planAnswers"), nullptr);
    EXPECT_FALSE(button(QStringLiteral("Mark it done"))->isEnabled()) << "not without a word";
    type("She can do it");
    press(QStringLiteral("Mark it done"));
    EXPECT_EQ(state(m_edith.toNurse), "done");
    EXPECT_EQ(sheet("planAnswers"), nullptr);
}

TEST_P(PlanPages, whoDeclinesSaysWhyAndSeesWhoWillReadIt) {
    openPlan(m_screens->kitley.edith);
    press(QStringLiteral("Decline: Teach Edith to use the pendant alarm"));
    ASSERT_NE(sheet("planAnswers"), nullptr);
    type("Away");
    press(QStringLiteral("Who will see this"));
    EXPECT_TRUE(reads(QStringLiteral("Kitley Council")));
    nothingIsCut("declining an action");
    controlsAreNamedAndFound("declining an action");
    press(QStringLiteral("Decline"));
    EXPECT_EQ(state(m_edith.toNurse), "declined");
    EXPECT_TRUE(reads(QStringLiteral("Declined: “Away”")));
}

TEST_P(PlanPages, whatIsNoLongerSoLeavesThePageWithWhy) {
    openPlan(m_screens->kitley.edith);
    pressRow(QStringLiteral("Animals."));
    press(QStringLiteral("No longer so: Animals."));
    ASSERT_NE(sheet("planEnds"), nullptr);
    EXPECT_FALSE(button(QStringLiteral("Say so"))->isEnabled()) << "nobody ends it without a word";
    type("bess lives with martin now");
    controlsAreNamedAndFound("an alert that is no longer so");
    nothingIsCut("an alert that is no longer so");
    press(QStringLiteral("Say so"));
    EXPECT_EQ(sheet("planEnds"), nullptr);
    EXPECT_FALSE(reads(QStringLiteral("Animals."))) << "nobody is warned of her any more";
    EXPECT_TRUE(reads(QStringLiteral("Not alone."))) << "of the rest they are";
    EXPECT_FALSE(reads(QStringLiteral("bess lives with martin now"))) << "folded away";
    press(QStringLiteral("Show, No longer so"));
    EXPECT_TRUE(reads(QStringLiteral("Animals."))) << "and not forgotten";
    EXPECT_TRUE(reads(QStringLiteral("bess lives with martin now")));
    controlsAreNamedAndFound("what stood once");
    nothingIsCut("what stood once");
    press(QStringLiteral("Fold away, No longer so"));
    pressRow(QStringLiteral("Not alone."));
    EXPECT_EQ(button(QStringLiteral("No longer so: Not alone.")), nullptr) << "that is the council's to end";
}

TEST_P(PlanPages, theCrisisPlanIsOneTapAway) {
    openPlan(m_screens->kitley.edith);
    press(QStringLiteral("Crisis plan"));
    ASSERT_NE(sheet("planCrisis"), nullptr);
    EXPECT_NE(button(QStringLiteral("Ring Crisis line, 01632 960 906")), nullptr);
    EXPECT_TRUE(reads(QStringLiteral("Sit with her in the kitchen.")));
    nothingIsCut("crisis plan");
    press(QStringLiteral("Close"));
    EXPECT_EQ(sheet("planCrisis"), nullptr);
}

TEST_P(PlanPages, aRowOpensItsEarlierVersionsAndWhoSeesIt) {
    openPlan(m_screens->kitley.edith);
    pressRow(QStringLiteral("Someone in the house at night"));
    press(QStringLiteral("Who will see this: Someone in the house at night"));
    ASSERT_NE(sheet("planSeen"), nullptr);
    press(QStringLiteral("Close"));
    press(QStringLiteral("Earlier versions: Someone in the house at night"));
    EXPECT_EQ(page(), "history");
    EXPECT_FALSE(m_screens->app.history()->title().isEmpty()) << "the page that is made now asks for it too";
}

TEST_P(PlanPages, aMessageIsWrittenAboutOneRecord) {
    openPlan(m_screens->kitley.edith);
    pressRow(QStringLiteral("Someone in the house at night"));
    press(QStringLiteral("Write about this: Someone in the house at night"));
    EXPECT_EQ(page(), "messages");
    EXPECT_TRUE(reads(QStringLiteral("About: Someone in the house at night")));
    type("could her son stay this week"); // the caret is there
    ASSERT_FALSE(m_screens->app.messages()->readers().isEmpty());
    m_screens->app.messages()->chooseReader(0);
    settle();
    nothingIsCut("a message about one record");
    press(QStringLiteral("Send message"));
    EXPECT_TRUE(reads(QStringLiteral("could her son stay this week")));
    const auto said = m_screens->app.messages()->said();
    EXPECT_EQ(said.last().toMap().value(QStringLiteral("about")).toString(),
              QStringLiteral("About: Someone in the house at night"));
    EXPECT_TRUE(m_screens->app.messages()->about().isEmpty()) << "the next one is about her again";
}

TEST_P(PlanPages, whatItsHomeHasNotAnsweredForIsSaidAndOpensWithAReason) {
    m_homes.silent = {
        {AgencyId{"council"}, LeaseState::ReasonNeeded, m_screens->kitley.clock.now() + -std::chrono::hours{50}}};
    openPlan(m_screens->kitley.edith);
    EXPECT_TRUE(reads(QStringLiteral("Opens with a reason")));
    EXPECT_FALSE(reads(QStringLiteral("Someone in the house at night")));
    press(QStringLiteral("Open with a reason"));
    type("With her now");
    press(QStringLiteral("Open"));
    EXPECT_TRUE(reads(QStringLiteral("Someone in the house at night")));
}

class PlanPagesOfItsLead : public PlanPages {
protected:
    PlanPagesOfItsLead() : PlanPages(Kitley::assessor()) {}
};

TEST_P(PlanPagesOfItsLead, thePlanIsPassedOnByAskingAColleague) {
    openPlan(m_screens->kitley.edith);
    pressRow(QStringLiteral("You are case owner"));
    press(QStringLiteral("Pass it on"));
    ASSERT_NE(sheet("planColleague"), nullptr);
    type("adeyemi");
    press(QStringLiteral("Tom Adeyemi, Social work assessor, Kitley Council"));
    nothingIsCut("passing a plan on");
    press(QStringLiteral("Ask Tom Adeyemi"));
    EXPECT_EQ(sheet("planColleague"), nullptr);
    EXPECT_TRUE(reads(QStringLiteral("Tom Adeyemi is asked to take this over")));
    const auto plan = m_screens->kitley.store.record(m_edith.plan).value()->record;
    EXPECT_EQ(plan.fields.get(care_plan::kOfferedTo), WorkerId{"W002"});
    EXPECT_EQ(plan.fields.get(care_plan::kCaseOwner), WorkerId{"W001"});
}

TEST_P(PlanPagesOfItsLead, twoLeadsAreShownWithWhatToDo) {
    openPlan(m_screens->kitley.ivy);
    EXPECT_TRUE(reads(QStringLiteral("Two agencies lead a plan")));
    EXPECT_TRUE(reads(QStringLiteral("Ring Farida Noor on 01632 960 455")));
}

const auto kRooms = ::testing::Values(
    Room{"tabletWide", 1280, 800, Form::Tablet, 1}, Room{"tabletTall", 800, 1280, Form::Tablet, 1},
    Room{"laptop", 1440, 900, Form::Laptop, 1}, Room{"tabletTallDoubled", 800, 1280, Form::Tablet, 2});
const auto kRoomName = [](const auto& room) { return std::string{room.param.name}; };
INSTANTIATE_TEST_SUITE_P(Rooms, PlanPages, kRooms, kRoomName);
INSTANTIATE_TEST_SUITE_P(Rooms, PlanPagesOfItsLead, kRooms, kRoomName);

} // namespace
} // namespace frontsheet::testing
