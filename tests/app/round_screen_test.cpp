// The nurse's day on the screens: the round by a tap and back, the door, nobody answering.
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/contact_note.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/round_town.h"
#include "tests/app/support/screens.h"

namespace frontsheet::testing {
namespace {

class RoundScreen : public AppTest {
protected:
    RoundScreen() { m_screens.unlock(); }

    RoundModel& round() { return *m_screens.app.round(); }
    VisitModel& visit() { return *m_screens.app.visit(); }
    QString stageOf(const RecordId& which) { return find(round().visits(), "id", id(which), "stage"); }
    QString wordOf(const RecordId& which, const char* key) { return find(round().visits(), "id", id(which), key); }
    void openVisit(const RecordId& which) {
        visit().open(id(which));
        m_screens.settle();
        ASSERT_TRUE(visit().loaded()) << visit().errorTitle().toStdString();
    }
    Record stored(const RecordId& record) {
        const auto found = m_screens.kitley.store.record(record);
        return found && *found ? (*found)->record : Record{};
    }
    static QString texts(const QVariantList& rows) {
        return (all(rows, "title") + all(rows, "text") + all(rows, "detail")).join(QLatin1Char('\n'));
    }

    Screens m_screens;
    RoundTown m_town{m_screens.kitley};
};

class RoundScreenShown : public RoundScreen {
protected:
    RoundScreenShown() {
        m_screens.app.refresh();
        m_screens.settle();
    }
};

TEST_F(RoundScreenShown, theDayStandsInItsOrderAndSaysWhatToKnow) {
    EXPECT_EQ(round().aside(), QStringLiteral("8 visits, 2 done"));
    EXPECT_EQ(round().next(), 2);
    const auto next = round().visits().at(2).toMap();
    EXPECT_EQ(next.value("name").toString(), QStringLiteral("HARGREAVE, Edith (Mrs)"));
    EXPECT_EQ(next.value("nextText").toString(), QStringLiteral("Next, in 18 minutes"));
    EXPECT_EQ(next.value("address").toString(), QStringLiteral("14 Orchard Row, Kitley"));
    const QString known = texts(next.value("facts").toList());
    EXPECT_TRUE(known.contains(QStringLiteral("DNACPR.\nAllergy: penicillin."))) << known.toStdString();
    EXPECT_EQ(
        all(next.value("due").toList(), "text").join(QLatin1Char('|')),
        QStringLiteral("To do by 15 September 2026: Ask about the pendant at night|PHQ-9 due since 15 September 2026"));
}

TEST_F(RoundScreenShown, aRowSaysTheLoneWorkersRiskFirst) {
    const auto patrick = round().visits().at(5).toMap();
    EXPECT_EQ(all(patrick.value("glance").toList(), "text").value(0),
              QStringLiteral("Visit in twos. Meet Kofi Asante outside."));
    const auto harold = round().visits().at(3).toMap();
    EXPECT_TRUE(all(harold.value("glance").toList(), "text").value(0).contains(QStringLiteral("Deaf in the left ear")));
}

TEST_F(RoundScreenShown, howToGetInIsCoveredOnTheList) {
    for (const QVariant& row : round().visits()) {
        for (const QVariant& one : row.toMap().value("glance").toList()) {
            EXPECT_FALSE(one.toMap().value("text").toString().contains(QStringLiteral("side door")));
        }
    }
}

TEST_F(RoundScreenShown, oneTapIsDoneAndOneTapTakesItBack) {
    round().finish(id(m_town.edith));
    m_screens.settle();
    EXPECT_EQ(stageOf(m_town.edith), QStringLiteral("done"));
    EXPECT_EQ(round().undoText(), QStringLiteral("The visit to Edith is done."));
    EXPECT_EQ(round().aside(), QStringLiteral("8 visits, 3 done"));
    EXPECT_EQ(round().next(), 3);
    round().undo();
    m_screens.settle();
    EXPECT_EQ(stageOf(m_town.edith), QStringLiteral("planned"));
    EXPECT_TRUE(round().undoText().isEmpty());
    EXPECT_EQ(stored(m_town.edith).fields.text(appointment::kState), "planned");
}

TEST_F(RoundScreenShown, takingBackGoesToWhereTheVisitWas) {
    round().setOut(id(m_town.edith));
    m_screens.settle();
    round().arrive(id(m_town.edith));
    m_screens.settle();
    round().finish(id(m_town.edith));
    m_screens.settle();
    round().undo();
    m_screens.settle();
    EXPECT_EQ(stageOf(m_town.edith), QStringLiteral("there"));
}

TEST_F(RoundScreenShown, aVisitIsMovedByHandAndStaysThereAfterALock) {
    round().move(id(m_town.ivy), 2);
    EXPECT_EQ(round().visits().at(2).toMap().value("id").toString(), id(m_town.ivy)) << "at once";
    m_screens.settle();
    EXPECT_EQ(round().next(), 2);
    m_screens.app.lockNow();
    m_screens.settle();
    EXPECT_TRUE(round().visits().isEmpty()) << "a locked device shows nobody";
    m_screens.unlock();
    EXPECT_EQ(round().visits().at(2).toMap().value("id").toString(), id(m_town.ivy));
}

TEST_F(RoundScreenShown, atTheDoorTheGravestComesFirstAndTheCodeIsCovered) {
    openVisit(m_town.edith);
    const auto facts = visit().facts();
    ASSERT_GE(facts.size(), 4);
    EXPECT_EQ(facts.at(0).toMap().value("title").toString(), QStringLiteral("DNACPR."));
    EXPECT_EQ(facts.at(0).toMap().value("detail").toString(), QStringLiteral("Kept: yellow folder by the fridge."));
    EXPECT_TRUE(facts.at(0).toMap().value("grave").toBool());
    EXPECT_EQ(find(facts, "title", QStringLiteral("Getting in."), "detail"), QString{});
    EXPECT_TRUE(find(facts, "title", QStringLiteral("Getting in."), "secret").contains(QStringLiteral("side door")));
    EXPECT_EQ(all(visit().toRing(), "name"), (QStringList{"Martin Hargreave", "Joan Fry"}));
    EXPECT_EQ(visit().toRing().at(1).toMap().value("detail").toString(), QStringLiteral("Neighbour at 16, has a key"));
}

TEST_F(RoundScreenShown, anAddressThatIsKeptHiddenIsOnNoListOfTheRound) {
    m_screens.kitley.hideMira();
    Record hers = stored(m_town.edith);
    hers.id = m_screens.kitley.ids.random<RecordId>();
    hers.person = m_screens.kitley.mira;
    m_screens.kitley.store.hold(hers);
    m_screens.app.refresh();
    m_screens.settle();
    const QString address = wordOf(hers.id, "address");
    EXPECT_TRUE(address.startsWith(QStringLiteral("Address kept hidden"))) << address.toStdString();
}

TEST_F(RoundScreenShown, nobodyAnswersAndItStaysOnTheListUntilSomebodyKnows) {
    openVisit(m_town.edith);
    visit().addPhrase(0);
    visit().addPhrase(3);
    EXPECT_EQ(visit().words(), QStringLiteral("Rang the bell and knocked. Asked a neighbour."));
    ASSERT_FALSE(visit().mayBeTold().isEmpty());
    const auto kofi = find(visit().mayBeTold(), "name", QStringLiteral("Kofi Asante"), "worker");
    ASSERT_FALSE(kofi.isEmpty());
    visit().saveNoReply();
    m_screens.settle();
    EXPECT_FALSE(visit().errorTitle().isEmpty()) << "somebody must be told";
    visit().tell(kofi);
    visit().saveNoReply();
    m_screens.settle();
    EXPECT_EQ(visit().stage(), QStringLiteral("no-reply")) << visit().errorTitle().toStdString();
    EXPECT_EQ(stored(m_town.edith).fields.get(appointment::kTold), WorkerId{"W111"});
    m_screens.app.refresh();
    m_screens.settle();
    ASSERT_EQ(round().unanswered().size(), 1);
    EXPECT_EQ(round().unanswered().at(0).toMap().value("name").toString(), QStringLiteral("HARGREAVE, Edith (Mrs)"));
    visit().heardSafe(QStringLiteral("At her son's, he rang back at eleven"));
    m_screens.settle();
    EXPECT_EQ(visit().stage(), QStringLiteral("stopped"));
    m_screens.app.refresh();
    m_screens.settle();
    EXPECT_TRUE(round().unanswered().isEmpty());
}

TEST_F(RoundScreenShown, whatWasTriedIsThereAgainAfterALock) {
    openVisit(m_town.edith);
    visit().setWords(QStringLiteral("Curtains drawn, milk on the step"));
    m_screens.app.lockNow();
    m_screens.settle();
    EXPECT_TRUE(visit().words().isEmpty());
    m_screens.unlock();
    openVisit(m_town.edith);
    EXPECT_EQ(visit().words(), QStringLiteral("Curtains drawn, milk on the step"));
    EXPECT_EQ(stageOf(m_town.edith), QStringLiteral("planned")) << "nothing was said about the visit yet";
}

TEST_F(RoundScreenShown, whatWasTriedIsNoFormThatWasLeft) {
    openVisit(m_town.edith);
    visit().setWords(QStringLiteral("Curtains drawn"));
    visit().flush();
    m_screens.app.form()->refresh();
    m_screens.settle();
    EXPECT_TRUE(m_screens.app.form()->unfinished().isEmpty()) << "its words are the visit's to give back";
}

TEST_F(RoundScreenShown, aNoteWrittenOfAVisitIsNamedByIt) {
    visit().noteBegins(id(m_town.edith));
    auto& note = *m_screens.app.note();
    note.open(id(m_screens.kitley.edith));
    note.setText(QStringLiteral("Dressing changed"));
    note.finish();
    m_screens.settle();
    const auto written = stored(m_town.edith).fields.get(appointment::kNote);
    ASSERT_FALSE(written.isNull());
    EXPECT_EQ(stored(written).fields.text(contact_note::kState), "signed");
}

TEST_F(RoundScreenShown, aNoteAboutSomebodyElseIsNoNoteOfTheVisit) {
    visit().noteBegins(id(m_town.edith));
    auto& note = *m_screens.app.note();
    note.open(id(m_screens.kitley.ivy));
    note.setText(QStringLiteral("Catheter changed"));
    note.finish();
    m_screens.settle();
    EXPECT_TRUE(stored(m_town.edith).fields.get(appointment::kNote).isNull());
}

} // namespace
} // namespace frontsheet::testing
