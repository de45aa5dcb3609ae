// A conference on the screens of three agencies: called on one, answered on the others, held, and chased.
#include "core/domain/schema/safety.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/desk_screens.h"
#include "tests/app/support/screens.h"
#include "tests/support/sample_records.h"

namespace frontsheet::testing {
namespace {

class ConferenceJourney : public AppTest {
protected:
    ConferenceJourney() {
        world.hold(sampleDirectory(world.ids()));
        world.hold({sampleRegistration(world.ids(), "council", edith),
                    sampleMembership(world.ids(), "council", edith, "council", "W001"),
                    sampleMembership(world.ids(), "council", edith, "community_trust", "W012"),
                    sampleMembership(world.ids(), "community_trust", edith, "council", "W001")});
        for (const char* worker : {"W001", "W012", "W028"}) {
            world.sync(world.desk(worker));
        }
        chair.emplace(world.desk("W001"));
        nurse.emplace(world.desk("W012"));
        housing.emplace(world.desk("W028"));
    }
    // Everybody has been in contact, and looks again.
    void meet() {
        for (int round = 0; round < 2; ++round) {
            for (auto* screens : {&*chair, &*nurse, &*housing}) {
                screens->settle();
                world.sync(screens->desk());
            }
        }
        for (auto* screens : {&*chair, &*nurse, &*housing}) {
            screens->app.refresh();
            screens->settle();
        }
    }
    ConferenceModel& at(DeskScreens& who) { return *who.app.conference(); }
    void begins() {
        at(*chair).begin(id(edith), QString{});
        chair->settle();
    }
    void types(const char* field, const char* text) {
        at(*chair).type(QString::fromLatin1(field), QString::fromUtf8(text));
    }
    // Called for tomorrow, Edith, the nurse and a housing officer asked.
    QString called() {
        begins();
        types("about", "Edith's way home");
        types("when", "tomorrow 10:30");
        types("place", "Mallow Court");
        at(*chair).addWorker(QStringLiteral("housing"), QStringLiteral("W028"));
        at(*chair).callIt();
        chair->settle();
        EXPECT_TRUE(at(*chair).errorTitle().isEmpty()) << at(*chair).errorTitle().toStdString();
        return at(*chair).conferenceId();
    }
    void opens(DeskScreens& who, const QString& conference) {
        at(who).open(conference);
        who.settle();
    }
    [[nodiscard]] QString fault(const char* field) {
        return at(*chair).faults().value(QString::fromLatin1(field)).toString();
    }
    [[nodiscard]] static QString answerOf(ConferenceModel& model, const QString& name) {
        return find(model.invited(), "name", name, "answer");
    }
    QString name(const char* worker) {
        return shown(loadDirectory(world.desk("W001").store).value().worker(WorkerId{worker}).name);
    }

    Partnership world{kFridayMorning, 2026};
    PersonId edith = world.ids().timeOrdered<PersonId>(kFridayMorning);
    std::optional<DeskScreens> chair, nurse, housing;
};

TEST_F(ConferenceJourney, whatIsWrongWithACallIsSaidUnderItAndWhatWasTypedStays) {
    begins();
    types("about", "Edith's way home");
    types("when", "31/2/2026 10:30");
    at(*chair).choose(0, false); // Edith
    at(*chair).callIt();
    EXPECT_FALSE(fault("when").isEmpty());
    EXPECT_FALSE(fault("notInvited").isEmpty()) << "nobody is talked about behind their back without a word of why";
    types("when", "yesterday 10:30");
    at(*chair).callIt();
    EXPECT_FALSE(fault("when").isEmpty());
    types("when", "tomorrow 10:30");
    EXPECT_FALSE(at(*chair).whenUnderstood().isEmpty());
    for (int index = 0; index < at(*chair).invitees().size(); ++index) {
        at(*chair).choose(index, false);
    }
    at(*chair).callIt();
    EXPECT_FALSE(fault("invited").isEmpty());
    EXPECT_TRUE(at(*chair).calling());
    EXPECT_EQ(at(*chair).typed().value(QStringLiteral("about")).toString(), QStringLiteral("Edith's way home"));
    at(*chair).choose(0, true);
    at(*chair).callIt();
    chair->settle();
    EXPECT_FALSE(at(*chair).calling());
    EXPECT_FALSE(at(*chair).conferenceId().isEmpty());
}

TEST_F(ConferenceJourney, aCallThatWasLeftIsThereAgain) {
    begins();
    types("about", "Edith's way home");
    at(*chair).flush();
    chair->settle();
    EXPECT_FALSE(at(*chair).keptLine().isEmpty());
    at(*chair).clear();
    begins();
    EXPECT_EQ(at(*chair).typed().value(QStringLiteral("about")).toString(), QStringLiteral("Edith's way home"));
    at(*chair).giveUpCall();
    chair->settle();
    begins();
    EXPECT_TRUE(at(*chair).typed().value(QStringLiteral("about")).toString().isEmpty());
}

TEST_F(ConferenceJourney, whoIsAskedAnswersAndTheChairSeesIt) {
    const auto conference = called();
    meet();
    ASSERT_EQ(housing->app.conferences()->toCome().size(), 1);
    const auto row = housing->app.conferences()->toCome().constFirst().toMap();
    EXPECT_TRUE(row.value(QStringLiteral("id")).toString().isEmpty()) << "the invitation alone is here";
    EXPECT_EQ(row.value(QStringLiteral("title")).toString(), QStringLiteral("Edith's way home"));
    housing->app.conferences()->answer(row.value(QStringLiteral("invitation")).toString(), QStringLiteral("coming"));
    opens(*nurse, conference);
    EXPECT_TRUE(at(*nurse).steps().isEmpty());
    ASSERT_FALSE(at(*nurse).mine().isEmpty());
    at(*nurse).answer({}, QStringLiteral("cannot"), QStringLiteral("On leave"),
                      QStringLiteral("She managed the stairs."));
    meet();
    opens(*chair, conference);
    EXPECT_EQ(answerOf(at(*chair), name("W028")), QStringLiteral("coming"));
    EXPECT_EQ(answerOf(at(*chair), name("W012")), QStringLiteral("cannot"));
    EXPECT_EQ(find(at(*chair).invited(), "name", name("W012"), "sent"), QStringLiteral("She managed the stairs."));
}

TEST_F(ConferenceJourney, itIsHeldByTapsAndItsMinutesAndActionsReachTheOtherAgency) {
    const auto conference = called();
    meet();
    opens(*chair, conference);
    auto& model = at(*chair);
    ASSERT_FALSE(model.invited().isEmpty());
    EXPECT_TRUE(model.invited().constFirst().toMap().value(QStringLiteral("person")).toBool()) << "Edith first";
    const auto ediths = model.invited().constFirst().toMap().value(QStringLiteral("id")).toString();
    model.attend(ediths, 3);
    chair->settle();
    model.attend(ediths, -1); // tapped again: taken back
    chair->settle();
    EXPECT_EQ(model.invited().constFirst().toMap().value(QStringLiteral("attended")).toInt(), -1);
    model.attend(ediths, 0);
    chair->settle();
    model.decide({}, {});
    EXPECT_FALSE(fault("text").isEmpty()) << "a decision has words";
    model.decide(QStringLiteral("A trial at home from 1 December"), {QVariantMap{{"index", 0}, {"words", "Sooner"}}});
    chair->settle();
    ASSERT_EQ(model.decisions().size(), 1);
    model.agree(QStringLiteral("Fit the bath board"), {}, {}, QStringLiteral("tomorrow"), {});
    EXPECT_FALSE(fault("worker").isEmpty()) << "exactly one owner";
    model.agree(QStringLiteral("Fit the bath board"), QStringLiteral("community_trust"), QStringLiteral("W012"),
                QStringLiteral("in 1 week"), {});
    chair->settle();
    model.typeMinutes(QStringLiteral("Edith spoke first."));
    model.flush();
    chair->settle();
    model.hold(QStringLiteral("today"), 3, {});
    EXPECT_FALSE(fault("because").isEmpty()) << "she could not come, because";
    model.hold(QStringLiteral("today"), model.personThere(), {});
    chair->settle();
    EXPECT_EQ(model.page().value(QStringLiteral("state")).toString(), QStringLiteral("held"));
    meet();
    opens(*nurse, conference);
    auto& theirs = at(*nurse);
    ASSERT_EQ(theirs.decisions().size(), 1);
    EXPECT_EQ(theirs.decisions().constFirst().toMap().value(QStringLiteral("dissent")).toList().size(), 1);
    EXPECT_EQ(theirs.summary(), QStringLiteral("Edith spoke first."));
    ASSERT_EQ(theirs.actions().size(), 1);
    EXPECT_TRUE(theirs.actions().constFirst().toMap().value(QStringLiteral("waitsForMe")).toBool());
    theirs.disagree(theirs.decisions().constFirst().toMap().value(QStringLiteral("id")).toString(), 0,
                    QStringLiteral("A week later would be safer"));
    meet();
    opens(*chair, conference);
    EXPECT_EQ(model.decisions().constFirst().toMap().value(QStringLiteral("dissent")).toList().size(), 2)
        << "each stands in their own words";
    const auto action = model.actions().constFirst().toMap();
    EXPECT_TRUE(action.value(QStringLiteral("mayRemind")).toBool());
    model.remind(action.value(QStringLiteral("id")).toString(), QStringLiteral("Will it be there on Friday?"));
    meet();
    EXPECT_EQ(nurse->app.messages()->unread().size(), 1);
    chair->app.conferences()->open(id(edith));
    chair->settle();
    ASSERT_EQ(chair->app.conferences()->about().size(), 1);
    EXPECT_EQ(
        chair->app.conferences()->about().constFirst().toMap().value(QStringLiteral("lines")).toStringList().size(), 1)
        << "what it decided shows on the plan";
}

TEST_F(ConferenceJourney, noneIsCalledAboutSomebodyWhoHasDied) {
    CareRecords care{world.desk("W001").workplace()};
    auto death = care.begin(RecordType::Death, edith).value();
    death.fields.put(death::kDiedOn, std::string{"2026-11-19"});
    ASSERT_TRUE(care.save(std::nullopt, death));
    begins();
    EXPECT_TRUE(at(*chair).died());
    types("about", "Edith's way home");
    types("when", "tomorrow 10:30");
    at(*chair).callIt();
    chair->settle();
    EXPECT_TRUE(at(*chair).calling()) << "it is not called";
}

} // namespace
} // namespace frontsheet::testing
