// Somebody whom one agency brought in, and of whom another agency does not know: they are told what is missing, ask, and have it.
#include "app/viewmodels/care_team_model.h"
#include "app/viewmodels/front_sheet_model.h"
#include "app/viewmodels/messages_model.h"
#include "core/domain/schema/safety.h"
#include "core/usecases/care_teams.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/desk_screens.h"
#include "tests/app/support/kitley.h"
#include "tests/app/support/screens.h"
#include "tests/support/sample_records.h"

namespace frontsheet::testing {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;

// The council's therapist is on the council's team alone; the nurse is on both, and the trust holds the allergy.
class AskingToBeInvolved : public AppTest {
protected:
    AskingToBeInvolved() {
        Record allergy;
        allergy.id = world.ids().timeOrdered<RecordId>(kFridayMorning);
        allergy.type = RecordType::Allergy;
        allergy.category = Category::HealthSummary;
        allergy.home = AgencyId{"community_trust"};
        allergy.person = edith;
        allergy.author = WorkerId{"W012"};
        allergy.authorAgency = allergy.home;
        allergy.occurredAt = kFridayMorning + -24h;
        allergy.fields.put(allergy::kSubstance, "Penicillin"s);
        allergy.fields.put(allergy::kSeverity, "severe"s);
        allergy.fields.put(allergy::kState, "current"s);
        world.hold(sampleDirectory(world.ids()));
        world.hold({sampleRegistration(world.ids(), "community_trust", edith),
                    sampleRegistration(world.ids(), "council", edithAtCouncil),
                    sampleMembership(world.ids(), "community_trust", edith, "community_trust", "W012"),
                    sampleMembership(world.ids(), "council", edithAtCouncil, "council", "W001"),
                    sampleMembership(world.ids(), "council", edithAtCouncil, "community_trust", "W012"),
                    sampleLink(world.ids(), "community_trust", edith, "council", edithAtCouncil),
                    sampleLink(world.ids(), "council", edithAtCouncil, "community_trust", edith), allergy});
        meet();
        assessor.emplace(world.desk("W001"));
        nurse.emplace(world.desk("W012"));
    }
    void meet() {
        for (int round = 0; round < 2; ++round) {
            world.sync(world.desk("W001"));
            world.sync(world.desk("W012"));
        }
    }
    FrontSheetModel& sheet() { return *assessor->app.frontSheet(); }
    MessagesModel& messages() { return *assessor->app.messages(); }
    void look() {
        sheet().open(id(edithAtCouncil));
        assessor->settle();
    }
    void ask() {
        messages().open(id(edithAtCouncil));
        messages().askToBeInvolved(sheet().notHereAgencies().at(0).toMap().value("code").toString());
        assessor->settle();
    }

    Partnership world{kFridayMorning, 2026};
    PersonId edith = world.ids().timeOrdered<PersonId>(kFridayMorning);
    PersonId edithAtCouncil = world.ids().timeOrdered<PersonId>(kFridayMorning);
    std::optional<DeskScreens> assessor, nurse;
};

TEST_F(AskingToBeInvolved, whatWasMissingIsThereOnceTheOtherAgencyHasPutThemOnItsTeam) {
    look();
    ASSERT_EQ(sheet().notHereAgencies().size(), 1) << sheet().errorTitle().toStdString();
    EXPECT_TRUE(sheet().allergies().isEmpty());
    ask();
    EXPECT_TRUE(messages().text().startsWith(QStringLiteral("Please put me on your care team for Edith.")))
        << messages().text().toStdString();
    ASSERT_TRUE(messages().maySend()) << "whoever is involved there is chosen";
    messages().send();
    assessor->settle();
    meet();

    nurse->app.refresh();
    nurse->settle();
    ASSERT_EQ(nurse->app.messages()->unread().size(), 1);
    const auto asked = nurse->app.messages()->unread().at(0).toMap();
    EXPECT_TRUE(asked.value("text").toString().startsWith(QStringLiteral("Please put me on your care team")));
    auto& team = *nurse->app.careTeam();
    team.open(asked.value("personId").toString());
    nurse->settle();
    ASSERT_TRUE(team.mayChange()) << team.mayNotText().toStdString();
    team.findWorkers(QStringLiteral("Bethan"));
    nurse->settle();
    team.choose(QStringLiteral("council"), QStringLiteral("W001"));
    nurse->settle();
    team.putOn();
    nurse->settle();
    ASSERT_TRUE(team.errorTitle().isEmpty()) << team.errorTitle().toStdString();
    ASSERT_FALSE(team.savedTitle().isEmpty()) << "she is on it";
    meet();

    look();
    EXPECT_TRUE(sheet().notHereAgencies().isEmpty());
    EXPECT_TRUE(sheet().notHere().isEmpty());
    EXPECT_TRUE(sheet().allergies().contains(QStringLiteral("Penicillin"))) << sheet().allergies().toStdString();
}

TEST_F(AskingToBeInvolved, whatWasBegunAndNotSentIsNeitherLostNorSentToSomebodyElse) {
    messages().open(id(edithAtCouncil));
    assessor->settle();
    messages().setText(QStringLiteral("The key safe has a new"));
    messages().flush();
    assessor->settle();
    look();
    ask();
    EXPECT_EQ(messages().text(), QStringLiteral("The key safe has a new"));
    EXPECT_TRUE(messages().comesFirst());
    EXPECT_FALSE(messages().maySend()) << "to nobody yet";
    messages().setText({});
    EXPECT_FALSE(messages().comesFirst());
}

// By the agreement that ships a befriending organiser on the team reads the alerts of whom they visit; who is no party to it reads nothing.
TEST(WhomToAsk, isWhoWouldThenBeToldAndNobodyElse) {
    const auto asked = [](Principal who) {
        Kitley kitley{std::move(who)};
        kitley.agree();
        FrontSheet sheet;
        Involved nurse;
        nurse.agency.code = AgencyId{"harbour"};
        nurse.agency.kind = "community-trust";
        sheet.careTeam.push_back(nurse);
        const auto agencies = CareTeams{kitley.workplace()}.toAsk(kitley.edith, sheet);
        EXPECT_TRUE(agencies) << describe(agencies.error());
        return agencies ? agencies->size() : 99;
    };
    EXPECT_EQ(asked(Kitley::assessor()), 1U);
    EXPECT_EQ(asked({AgencyId{"neighbourhood"}, WorkerId{"W500"}, "befriending organiser", DeviceId{}}), 1U);
    EXPECT_EQ(asked({AgencyId{"elsewhere"}, WorkerId{"W900"}, "social work assessor", DeviceId{}}), 0U);
}

} // namespace
} // namespace frontsheet::testing
