// The team manager's day on the screens: what nobody has, offering it, a colleague away; and the colleague who says yes or no.
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/rota.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/screens.h"
#include "tests/app/support/team_town.h"

namespace frontsheet::testing {
namespace {

class TeamScreen : public AppTest {
protected:
    TeamScreen() {
        m_screens.unlock();
        m_screens.settle();
    }
    TeamModel& team() { return *m_screens.app.team(); }
    TeamWorkerModel& worker() { return *m_screens.app.teamWorker(); }
    QString of(const QVariantList& rows, const RecordId& record, const char* key) {
        return find(rows, "id", id(record), key);
    }
    Record stored(const RecordId& record) {
        const auto found = m_screens.kitley.store.record(record);
        return found && *found ? (*found)->record : Record{};
    }
    void open(const char* code) {
        worker().open(QString::fromLatin1(code));
        m_screens.settle();
        ASSERT_TRUE(worker().loaded()) << worker().errorTitle().toStdString();
    }

    Screens m_screens{TeamTown::manager()};
    TeamTown m_town{m_screens.kitley};
};

TEST_F(TeamScreen, whatNobodyHasIsNamedWithTheReason) {
    EXPECT_TRUE(team().mine());
    EXPECT_EQ(of(team().unowned(), m_town.deskReferral, "holder"), QStringLiteral("Nobody has it."));
    EXPECT_EQ(of(team().unowned(), m_town.deskReferral, "name"), QStringLiteral("TREMLETT, Arthur"));
    EXPECT_EQ(of(team().unowned(), m_town.unownedPlan, "holder"),
              QStringLiteral("W031 is no longer in the directory."));
    EXPECT_TRUE(
        all(team().unowned(), "holder").contains(QStringLiteral("Tom Adeyemi said no. Ruth Okafor asked for it.")));
    EXPECT_TRUE(team().notOnDuty()) << "the directory says nothing of her";
    EXPECT_TRUE(team().summary().contains(QStringLiteral("nobody has")));
}

TEST_F(TeamScreen, loopsSayWhomTheyWaitForAndWhatIsLateStandsThere) {
    EXPECT_EQ(all(team().waitingForUs(), "id").filter(id(m_town.takenReferral)).size(), 1);
    EXPECT_TRUE(find(team().waitingForUs(), "id", id(m_town.takenReferral), "detail").contains(QStringLiteral("Ruth")));
    EXPECT_FALSE(team().waitingForOthers().isEmpty());
    EXPECT_EQ(of(team().overdue(), m_town.orderedRails, "due"), QStringLiteral("Due 13 September 2026"));
    EXPECT_EQ(find(team().loads(), "worker", "W020", "away"),
              QStringLiteral("Away until 25 September 2026. Tom Adeyemi stands in."));
    EXPECT_TRUE(find(team().loads(), "worker", "W001", "load").startsWith(QStringLiteral("4 people, ")));
}

TEST_F(TeamScreen, severalAreOfferedInOneGoAndStandUnderOffered) {
    team().choose(id(m_town.unownedPlan));
    team().choose(id(m_town.orderedRails));
    team().choose(id(m_town.orderedRails));
    EXPECT_EQ(team().chosen().size(), 1) << "ticked and unticked";
    EXPECT_FALSE(team().wordsNeeded());
    team().choose(id(m_town.orderedRails));
    team().offerChosen(QStringLiteral("W002"), QStringLiteral("Ruth is on leave from Friday"));
    m_screens.settle();
    EXPECT_TRUE(m_screens.until([&] { return !of(team().asked(), m_town.unownedPlan, "holder").isEmpty(); }))
        << team().errorTitle().toStdString();
    EXPECT_TRUE(team().offered().startsWith(QStringLiteral("Tom Adeyemi is asked"))) << team().offered().toStdString();
    EXPECT_TRUE(team().chosen().isEmpty());
    EXPECT_EQ(stored(m_town.unownedPlan).fields.get(care_plan::kOfferedTo), WorkerId{"W002"});
    EXPECT_EQ(of(team().asked(), m_town.orderedRails, "holder"),
              QStringLiteral("Tom Adeyemi is asked. Until they say yes nobody has it; Ruth Okafor asked for it."));
    team().takeBack(id(m_town.unownedPlan));
    m_screens.settle();
    EXPECT_TRUE(stored(m_town.unownedPlan).fields.get(care_plan::kOfferedTo).empty());
}

TEST_F(TeamScreen, whatCannotBeSavedIsSaidAndStaysChosen) {
    team().choose(id(m_town.unownedPlan));
    m_screens.kitley.store.failNextSave(ErrorCode::DiskFull);
    team().offerChosen(QStringLiteral("W002"), QString{});
    m_screens.settle();
    EXPECT_FALSE(team().errorTitle().isEmpty());
    EXPECT_TRUE(team().offered().isEmpty());
    EXPECT_EQ(team().chosen(), QStringList{id(m_town.unownedPlan)});
}

TEST_F(TeamScreen, allThatALeaverHasIsChosenAtOnceAndTheRestSaysWhyNot) {
    open("W001");
    EXPECT_EQ(worker().name(), QStringLiteral("Ruth Okafor"));
    EXPECT_FALSE(of(worker().owned(), m_town.visit, "what").isEmpty());
    EXPECT_TRUE(of(worker().kept(), m_town.takenReferral, "why").contains(QStringLiteral("Harbour Health")));
    worker().chooseAll(worker().owned());
    EXPECT_EQ(worker().chosen().size(), worker().owned().size());
    const auto all = worker().owned().size();
    ASSERT_GE(all, 3);
    worker().offerChosen(QStringLiteral("W002"), QStringLiteral("Ruth leaves on Friday"));
    m_screens.settle();
    EXPECT_TRUE(m_screens.until([&] { return worker().owned().isEmpty(); })) << worker().errorTitle().toStdString();
    EXPECT_EQ(worker().handedOn().size(), all - 1) << "still hers until he says yes; the action is nobody's";
    EXPECT_EQ(stored(m_town.visit).fields.get(appointment::kWorker), WorkerId{"W001"});
}

TEST_F(TeamScreen, whatNobodyAnsweredInTimeIsTheManagersToAnswerOnceSheIsOnDuty) {
    open("W001");
    EXPECT_TRUE(of(worker().kept(), m_town.fallenReferral, "why").contains(QStringLiteral("only Ruth Okafor can")));
    m_town.putOnDuty();
    worker().refresh();
    m_screens.settle();
    EXPECT_TRUE(
        of(worker().kept(), m_town.fallenReferral, "why").startsWith(QStringLiteral("Nobody answered in time")));
    EXPECT_TRUE(of(worker().kept(), m_town.takenReferral, "why").contains(QStringLiteral("Harbour Health")))
        << "taken: hers alone";
}

TEST_F(TeamScreen, anAbsenceIsLookedAtBeforeItIsMarkedAndEndsEarly) {
    open("W001");
    worker().lookAhead(QStringLiteral("31/2/2026"), QString{}, QString{});
    EXPECT_FALSE(worker().dayFault().isEmpty());
    worker().lookAhead(QStringLiteral("today"), QStringLiteral("tomorrow"), QStringLiteral("W020"));
    m_screens.settle();
    EXPECT_TRUE(worker().dueHeading().contains(QStringLiteral("fall due")));
    ASSERT_EQ(worker().cautions().size(), 1) << "the deputy is away herself";
    worker().markAway(QStringLiteral("today"), QStringLiteral("in 1 week"), QStringLiteral("W002"),
                      QStringLiteral("Back on the 23rd"));
    m_screens.settle();
    EXPECT_TRUE(m_screens.until([&] { return worker().absences().size() == 1; }))
        << worker().errorTitle().toStdString();
    const auto away = worker().absences().at(0).toMap();
    EXPECT_TRUE(away.value("words").toString().contains(QStringLiteral("Tom Adeyemi stands in")));
    worker().back(away.value("id").toString());
    m_screens.settle();
    EXPECT_TRUE(m_screens.until([&] { return worker().absences().isEmpty(); }));
    worker().markAway(QStringLiteral("tomorrow"), QStringLiteral("today"), QString{}, QString{});
    EXPECT_EQ(worker().dayFault(), QStringLiteral("The last day is before the first."));
}

TEST_F(TeamScreen, aLockedDeviceForgetsTheTeam) {
    open("W001");
    m_screens.app.lockNow();
    EXPECT_FALSE(team().mine());
    EXPECT_TRUE(team().unowned().isEmpty());
    EXPECT_TRUE(worker().owned().isEmpty());
    EXPECT_TRUE(worker().name().isEmpty());
}

class AskedScreen : public AppTest {
protected:
    AskedScreen() {
        m_town.askTheNurse();
        m_screens.unlock();
    }
    OffersModel& offers() { return *m_screens.app.offers(); }
    Screens m_screens;
    TeamTown m_town{m_screens.kitley};
};

TEST_F(AskedScreen, whoIsAskedSaysYesOnToday) {
    EXPECT_FALSE(m_screens.app.team()->mine()) << "a nurse";
    ASSERT_EQ(offers().rows().size(), 2);
    EXPECT_EQ(find(offers().rows(), "id", id(m_town.nursesVisit), "by"), QStringLiteral("Kofi Asante asks you"));
    offers().accept(id(m_town.nursesVisit));
    m_screens.settle();
    EXPECT_TRUE(m_screens.until([&] { return offers().rows().size() == 1; })) << offers().errorTitle().toStdString();
    const auto visit = m_screens.kitley.store.record(m_town.nursesVisit).value()->record;
    EXPECT_EQ(visit.fields.get(appointment::kWorker), WorkerId{"W110"});
}

TEST_F(AskedScreen, whoSaysNoSaysWhy) {
    offers().refuse(id(m_town.nursesVisit), QStringLiteral(" "));
    m_screens.settle();
    EXPECT_FALSE(offers().errorTitle().isEmpty());
    EXPECT_EQ(offers().rows().size(), 2);
    offers().refuse(id(m_town.nursesVisit), QStringLiteral("I am in Marsh End all day"));
    m_screens.settle();
    EXPECT_TRUE(m_screens.until([&] { return offers().rows().size() == 1; }));
    const auto told = m_screens.kitley.store.worklist(Worklist::Messages, "W111", 10).value();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].record.fields.get(message::kText), "I am in Marsh End all day");
}

} // namespace
} // namespace frontsheet::testing
