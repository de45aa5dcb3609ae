// The care team of a person: somebody put on it, taken off it and back, leaving it, and what is said before each, by pressing what is named.
#include "core/domain/decision.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/care_team.h"
#include "tests/app/support/care_team_town.h"
#include "tests/app/support/whole_pages.h"

#include <QTest>

namespace frontsheet::testing {
namespace {

class CareTeamPages : public WholePages {
protected:
    void furnish(Kitley& kitley) override {
        WholePages::furnish(kitley);
        kitley.agree();
        kitley.onTheRota();
        sayHowEdithsTeamCame(kitley);
    }
    void SetUp() override {
        WholePages::SetUp();
        m_shell->theme()->setProperty("reducedMotion", true);
    }
    Kitley& kitley() { return m_screens->kitley; }
    void openTeamOf(const PersonId& person) {
        call("openPerson", id(person));
        press(QStringLiteral("Change who is involved"));
        ASSERT_EQ(page(), "careTeam");
    }
    void find(const char* typed) {
        m_screens->app.careTeam()->findWorkers(QString::fromUtf8(typed));
        settle();
    }
    // A membership at the nurse's agency, as its server has it.
    void isThere(const char* agency, const char* worker) {
        Record there;
        there.id = kitley().ids.timeOrdered<RecordId>(kitley().clock.now());
        there.type = RecordType::CareTeamMembership;
        there.home = AgencyId{"harbour"};
        there.person = kitley().edith;
        there.version.n = 1;
        there.fields.put(care_team::kAgency, AgencyId{agency});
        there.fields.put(care_team::kWorker, WorkerId{worker});
        kitley().store.hold(std::move(there));
    }
    // How often this worker is on Edith's team at the nurse's agency.
    std::size_t timesThere(const char* agency, const char* worker) {
        const Principal whom{AgencyId{agency}, WorkerId{worker}, {}, {}};
        std::size_t times = 0;
        const auto all = kitley().store.ofType(RecordType::CareTeamMembership, 1000).value();
        for (const auto& [record, waiting] : all) {
            const bool here = record.person == kitley().edith && record.home == AgencyId{"harbour"};
            times += here && isCurrentMember(whom, record, kitley().clock.now()) ? 1 : 0;
        }
        return times;
    }
    QQuickItem* sheet(const char* name) {
        QObject* found = m_frame->findChild<QObject*>(QString::fromLatin1(name));
        EXPECT_NE(found, nullptr) << name;
        return found == nullptr ? nullptr : qvariant_cast<QQuickItem*>(found->property("contentItem"));
    }
    bool isOpen(const char* name) {
        const QObject* found = m_frame->findChild<QObject*>(QString::fromLatin1(name));
        return found != nullptr && found->property("visible").toBool();
    }
    void holds(const std::string& where, QQuickItem* within = nullptr) {
        controlsAreNamedAndFound(where);
        nothingIsCut(where);
        tabComesToEveryControl(where, within);
    }
};

TEST_P(CareTeamPages, eachAgencySaysWhoIsInvolvedSinceWhenAndHowTheyCame) {
    isThere("council", "W017"); // who has left
    openTeamOf(kitley().edith);
    EXPECT_TRUE(reads(QStringLiteral("Bronwen Price (you)")));
    EXPECT_TRUE(reads(QStringLiteral("From Harbour Health’s own system.")));
    EXPECT_TRUE(reads(QStringLiteral("Put there by Dr Anil Perera."))) << "the practice says it too";
    EXPECT_TRUE(reads(QStringLiteral("Put there by Kofi Asante.")));
    EXPECT_TRUE(reads(QStringLiteral("Away until 25 September 2026. Tom Adeyemi stands in.")));
    EXPECT_TRUE(reads(QStringLiteral("No longer in the directory of Kitley Council.")));
    EXPECT_FALSE(reads(QStringLiteral("Nadia Rahman"))) << "she is no longer, and folded away";
    press(QStringLiteral("Show who was involved before"));
    EXPECT_TRUE(reads(QStringLiteral("Nadia Rahman")));
    EXPECT_TRUE(reads(QStringLiteral("Harbour Health: from 2 July 2026 until 3 August 2026.")));
    holds("care team");
}

TEST_P(CareTeamPages, somebodyIsPutThereOnceItIsSaidWhatTheyWillSeeAndTakenBack) {
    openTeamOf(kitley().edith);
    press(QStringLiteral("Put somebody on the care team"));
    ASSERT_TRUE(isOpen("involveSheet"));
    EXPECT_FALSE(button(QStringLiteral("Put them on the care team"))->isEnabled()) << "nobody is chosen";
    type("asante");
    pressRow(QStringLiteral("Kofi Asante, Community nurse, Harbour Health"));
    EXPECT_TRUE(reads(QStringLiteral("Will see")));
    EXPECT_TRUE(reads(QStringLiteral("Sharing agreement of the Kitley locality partnership"))) << "by which agreement";
    EXPECT_EQ(timesThere("harbour", "W111"), 0U) << "looking saves nothing";
    holds("putting somebody on the care team", sheet("involveSheet"));
    press(QStringLiteral("Put Kofi Asante on the care team"));
    ASSERT_TRUE(m_screens->until([&] { return !isOpen("involveSheet"); }));
    EXPECT_EQ(timesThere("harbour", "W111"), 1U);
    EXPECT_TRUE(reads(QStringLiteral("Kofi Asante is on the care team.")));
    EXPECT_TRUE(reads(QStringLiteral("sent as soon as there is signal")));
    EXPECT_TRUE(reads(QStringLiteral("Put there by you.")));
    EXPECT_TRUE(reads(QStringLiteral("Not sent yet.")));
    holds("care team, somebody is put there");
    press(QStringLiteral("Undo"));
    EXPECT_EQ(timesThere("harbour", "W111"), 0U);
    EXPECT_TRUE(reads(QStringLiteral("It is as it was before.")));
    EXPECT_EQ(button(QStringLiteral("Undo")), nullptr) << "once";
}

TEST_P(CareTeamPages, whoIsThereIsNotPutThereTwiceAndWhoIsUnknownIsSaidSo) {
    openTeamOf(kitley().edith);
    press(QStringLiteral("Put somebody on the care team"));
    find("whitlock");
    EXPECT_TRUE(reads(QStringLiteral("On the care team already")));
    m_screens->app.careTeam()->choose(QStringLiteral("council"), QStringLiteral("W020"));
    settle();
    EXPECT_TRUE(m_screens->app.careTeam()->chosen().isEmpty());
    find("zebedee");
    EXPECT_TRUE(reads(QStringLiteral("Nobody in the directory fits. Try the surname alone, or the agency.")));
    find("patel");
    pressRow(QStringLiteral("Dev Patel, Tenancy support officer, Tidewell Homes"));
    EXPECT_TRUE(reads(QStringLiteral("Will not see")));
    EXPECT_TRUE(reads(QStringLiteral("This kind stays in your agency."))) << "what is private to a carer";
    // Somebody else was faster.
    isThere("tidewell", "W400");
    press(QStringLiteral("Put Dev Patel on the care team"));
    EXPECT_TRUE(reads(QStringLiteral("Dev Patel is on the care team already.")));
    EXPECT_EQ(timesThere("tidewell", "W400"), 1U);
}

TEST_P(CareTeamPages, somebodyIsTakenOffWhenItIsSaidWhatThatMeansAndBroughtBack) {
    openTeamOf(kitley().edith);
    press(QStringLiteral("Take Sam Whitlock off the care team"));
    ASSERT_TRUE(isOpen("leaveTeamSheet"));
    EXPECT_TRUE(
        reads(QStringLiteral("Sam Whitlock’s devices give back what they hold about Edith Hargreave only because of")));
    EXPECT_TRUE(reads(QStringLiteral("is not lost: it still reaches their agency")));
    EXPECT_EQ(timesThere("council", "W020"), 1U) << "asked first";
    holds("taking somebody off", sheet("leaveTeamSheet"));
    press(QStringLiteral("Take off the care team"));
    ASSERT_TRUE(m_screens->until([&] { return !isOpen("leaveTeamSheet"); }));
    EXPECT_EQ(timesThere("council", "W020"), 0U);
    EXPECT_TRUE(reads(QStringLiteral("Sam Whitlock is off the care team.")));
    EXPECT_EQ(button(QStringLiteral("Take Sam Whitlock off the care team")), nullptr);
    press(QStringLiteral("Undo"));
    EXPECT_EQ(timesThere("council", "W020"), 1U);
    EXPECT_NE(button(QStringLiteral("Take Sam Whitlock off the care team")), nullptr);
}

TEST_P(CareTeamPages, whoIsCaseOwnerIsToldWhatToHandOverFirst) {
    Record plan;
    plan.id = kitley().ids.timeOrdered<RecordId>(kitley().clock.now());
    plan.type = RecordType::CarePlan;
    plan.home = AgencyId{"harbour"};
    plan.person = kitley().edith;
    plan.version.n = 1;
    plan.fields.put(care_plan::kState, std::string{"open"});
    plan.fields.put(care_plan::kCaseOwner, WorkerId{"W110"});
    kitley().store.hold(plan);
    openTeamOf(kitley().edith);
    press(QStringLiteral("Leave the care team"));
    ASSERT_TRUE(isOpen("leaveTeamSheet"));
    EXPECT_TRUE(
        reads(QStringLiteral("You hand this over first, so that Edith Hargreave is not left without anybody:")));
    EXPECT_TRUE(reads(QStringLiteral("Case owner of the plan")));
    holds("the case owner does not leave", sheet("leaveTeamSheet"));
    m_screens->app.careTeam()->takeOff();
    settle();
    EXPECT_EQ(timesThere("harbour", "W110"), 1U) << "nor by another way";
    EXPECT_FALSE(m_screens->app.careTeam()->mayUndo());
}

TEST_P(CareTeamPages, oneLeavesByOneself) {
    openTeamOf(kitley().edith);
    press(QStringLiteral("Leave the care team"));
    EXPECT_TRUE(reads(QStringLiteral("What you wrote and have not sent yet is sent first.")));
    EXPECT_TRUE(reads(QStringLiteral("You stay on the team of Priory Road Surgery.")));
    auto* act = m_frame->findChild<QObject*>(QStringLiteral("takeOff"));
    ASSERT_NE(act, nullptr);
    QMetaObject::invokeMethod(act, "clicked");
    settle();
    EXPECT_EQ(timesThere("harbour", "W110"), 0U);
    EXPECT_TRUE(reads(QStringLiteral("You left the care team.")));
    EXPECT_EQ(button(QStringLiteral("Undo")), nullptr) << "a colleague puts one back";
    EXPECT_TRUE(reads(QStringLiteral("Only Priory Road Surgery can take you off its team.")));
    holds("care team, left at home and not at the practice");
}

TEST_P(CareTeamPages, anAgencyWithoutARecordOfThePersonSaysWhomToRing) {
    const auto rows = kitley().store.search("pelloe", 5).value();
    ASSERT_FALSE(rows.empty());
    openTeamOf(rows.front().person);
    EXPECT_TRUE(reads(QStringLiteral("Nobody is named yet.")));
    EXPECT_TRUE(
        reads(QStringLiteral("Your agency has no record of George Pelloe, so it cannot say who is involved. Ring ")));
    EXPECT_EQ(button(QStringLiteral("Put somebody on the care team")), nullptr);
    holds("care team, not ours to change");
}

TEST_P(CareTeamPages, itIsReadAnewWhenAServerBroughtSomethingAndForgottenOnLocking) {
    openTeamOf(kitley().edith);
    ASSERT_FALSE(reads(QStringLiteral("Farida Noor")));
    isThere("estuary", "W300");
    m_screens->door.tellChanged();
    EXPECT_TRUE(m_screens->until([&] { return reads(QStringLiteral("Farida Noor")); }));
    m_screens->app.lockNow();
    EXPECT_TRUE(m_screens->app.careTeam()->groups().isEmpty());
}

INSTANTIATE_TEST_SUITE_P(Rooms, CareTeamPages,
                         ::testing::Values(Room{"tabletTall", 800, 1280, Form::Tablet, 1},
                                           Room{"laptop", 1440, 900, Form::Laptop, 1},
                                           Room{"doubledText", 800, 1280, Form::Tablet, 2}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
