// Keeping where somebody lives hidden, as a nurse does it and as a visitor reads it.
#include "core/domain/schema/permission.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/permission_codec.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/noted_readings.h"
#include "tests/app/support/screens.h"

namespace frontsheet::testing {
namespace {

class LocationScreen : public AppTest {
protected:
    LocationScreen() {
        m_screens.kitley.hideMira();
        m_screens.kitley.journal = &journal;
        m_screens.unlock();
    }
    void show(const PersonId& person) {
        m_screens.app.permissions()->open(id(person));
        m_screens.app.frontSheet()->open(id(person));
        m_screens.settle();
    }
    LocationModel& page() { return *m_screens.app.location(); }
    FrontSheetModel& sheet() { return *m_screens.app.frontSheet(); }
    QVariantMap standing() {
        return page().standing().isEmpty() ? QVariantMap{} : page().standing().constFirst().toMap();
    }
    QString address() { return find(sheet().facts(), "label", QStringLiteral("Address"), "value"); }
    NotedReadings journal;
    Screens m_screens;
};

TEST_F(LocationScreen, whoVisitsReadsItCoveredForTheHoursAndNowhereElse) {
    show(m_screens.kitley.mira);
    EXPECT_EQ(address(), QStringLiteral("kept hidden"));
    EXPECT_TRUE(sheet().addressHidden());
    EXPECT_TRUE(find(sheet().facts(), "label", QStringLiteral("Phone"), "value").isEmpty())
        << "also what an agency says that does not know";
    ASSERT_FALSE(sheet().alerts().isEmpty());
    const QVariantMap visit = sheet().alerts().constFirst().toMap();
    EXPECT_EQ(visit.value("title").toString(), QStringLiteral("Where Mira lives, for your visit."));
    EXPECT_EQ(visit.value("detail").toString(), QStringLiteral("Here until today, 17:12. Nobody else is to learn it."));
    EXPECT_EQ(visit.value("secret").toString(),
              QStringLiteral("Flat 3, 12 Ferry Lane. Ring twice and say who you are."));
    EXPECT_EQ(visit.value("record").toString(), id(m_screens.kitley.miraHidden));
    EXPECT_EQ(standing().value("until").toString(), QStringLiteral("For your visit, until today, 17:12."));
    m_screens.kitley.clock.advance(std::chrono::hours{7});
    sheet().refresh();
    page().refresh();
    m_screens.settle();
    EXPECT_EQ(standing().value("where").toString(), QString{});
    for (const QVariant& alert : sheet().alerts()) {
        EXPECT_FALSE(alert.toMap().value("secret").toString().contains(QStringLiteral("Ferry Lane")));
    }
}

TEST_F(LocationScreen, whoUncoversItIsNoted) {
    show(m_screens.kitley.mira);
    EXPECT_EQ(journal.uncovered(m_screens.kitley.miraHidden), 0U) << "it is there, and covered";
    page().whereShown(id(m_screens.kitley.miraHidden));
    m_screens.settle();
    EXPECT_EQ(journal.uncovered(m_screens.kitley.miraHidden), 1U) << "on its own panel";
    sheet().secretShown(id(m_screens.kitley.miraHidden));
    m_screens.settle();
    EXPECT_EQ(journal.uncovered(m_screens.kitley.miraHidden), 2U) << "and on the front sheet";
}

TEST_F(LocationScreen, thePanelSaysWhoMayKnowAndWhoVisits) {
    show(m_screens.kitley.mira);
    ASSERT_EQ(page().standing().size(), 1);
    EXPECT_EQ(standing().value("said").toString(),
              QStringLiteral("Hidden since 12 September 2026, written down by Kofi Asante."));
    EXPECT_EQ(standing().value("readers").toString(),
              QStringLiteral("For a visit of theirs the address may be known to: you, Kofi Asante."));
    const QVariantList visits = standing().value("visits").toList();
    EXPECT_EQ(all(visits, "text"), (QStringList{"You visit today, 13:12.", "Kofi Asante visits tomorrow, 14:12."}));
    EXPECT_EQ(visits.constFirst().toMap().value("window").toString(),
              QStringLiteral("The address is there from today, 01:12 to today, 17:12."));
    EXPECT_TRUE(m_screens.app.permissions()->said().isEmpty()) << "it has a panel of its own";
    EXPECT_EQ(page().others(), QStringLiteral("Kitley Council"));
}

TEST_F(LocationScreen, hiddenItLeavesTheSheetAtOnceAndTheStatementHasIt) {
    show(m_screens.kitley.edith);
    ASSERT_FALSE(page().hidden());
    ASSERT_NE(address(), QStringLiteral("kept hidden"));
    EXPECT_TRUE(page().known().contains(QStringLiteral("14 Orchard Row")));
    EXPECT_TRUE(page().known().contains(QStringLiteral("Key safe")));
    page().choose();
    EXPECT_EQ(page().chosen(), 1) << "who writes it down";
    EXPECT_EQ(page().colleagues().constFirst().toMap().value("name").toString(), QStringLiteral("Bronwen Price (you)"));
    page().chooseReader(QStringLiteral("W111"), true);
    page().chooseReader(QStringLiteral("W110"), false);
    page().hide(page().known(), 2, 0, {}, {}, QStringLiteral("Not my nephew"));
    m_screens.settle();
    EXPECT_TRUE(page().errorTitle().isEmpty()) << page().errorTitle().toStdString();
    m_screens.app.refresh();
    m_screens.settle();
    EXPECT_TRUE(page().hidden());
    EXPECT_EQ(address(), QStringLiteral("kept hidden"));
    for (const QVariant& alert : sheet().alerts()) {
        EXPECT_FALSE(alert.toMap().value("secret").toString().contains(QStringLiteral("Key safe")));
    }
    const auto kept =
        m_screens.kitley.store.record(*RecordId::fromHex(standing().value("id").toString().toStdString()));
    const auto said = sharing::statementIn(kept.value()->record);
    ASSERT_TRUE(said);
    EXPECT_EQ(said->readers, (std::vector<sharing::NamedReader>{{AgencyId{"harbour"}, WorkerId{"W111"}}}));
    EXPECT_EQ(said->how, sharing::HowAsked::Telephone);
    EXPECT_EQ(said->words, "Not my nephew");
    EXPECT_FALSE(standing().value("mayVisit").toBool());
    EXPECT_TRUE(standing().value("mayChange").toBool());
}

TEST_F(LocationScreen, aVisitIsPlannedByTheClockAndTakenBack) {
    show(m_screens.kitley.mira);
    const QString statement = standing().value("id").toString();
    EXPECT_EQ(page().timeFault(0, QStringLiteral("soon")), QStringLiteral("Write a time such as 14:30."));
    EXPECT_EQ(page().timeFault(0, QStringLiteral("25:00")), QStringLiteral("Write a time such as 14:30."));
    EXPECT_EQ(page().timeFault(0, QStringLiteral("6:00")), QStringLiteral("That is past."));
    EXPECT_TRUE(page().timeFault(0, QStringLiteral("6:13")).isEmpty()) << "within four hours one may still be there";
    EXPECT_TRUE(page().timeFault(1, QStringLiteral("9.30")).isEmpty());
    page().planVisit(statement, 1, QStringLiteral("9.30"));
    m_screens.settle();
    const auto texts = all(standing().value("visits").toList(), "text");
    ASSERT_EQ(texts.size(), 3);
    EXPECT_EQ(texts.at(1), QStringLiteral("You visit tomorrow, 09:30."));
    const QString due = standing().value("visits").toList().at(1).toMap().value("due").toString();
    page().cancelVisit(statement, due);
    m_screens.settle();
    EXPECT_EQ(standing().value("visits").toList().size(), 2);
}

TEST_F(LocationScreen, liftedItIsSaidAmongWhatWasTakenBack) {
    show(m_screens.kitley.mira);
    page().lift(standing().value("id").toString());
    m_screens.settle();
    m_screens.app.refresh();
    m_screens.settle();
    EXPECT_FALSE(page().hidden());
    EXPECT_FALSE(sheet().addressHidden());
    ASSERT_EQ(m_screens.app.permissions()->said().size(), 1);
    EXPECT_TRUE(m_screens.app.permissions()
                    ->said()
                    .constFirst()
                    .toMap()
                    .value("standing")
                    .toString()
                    .startsWith(QStringLiteral("Taken back today")));
}

TEST_F(LocationScreen, lockedNothingOfItIsLeft) {
    show(m_screens.kitley.mira);
    m_screens.app.lockNow();
    EXPECT_TRUE(page().standing().isEmpty());
    EXPECT_TRUE(page().known().isEmpty());
    EXPECT_TRUE(page().colleagues().isEmpty());
    EXPECT_FALSE(sheet().addressHidden());
}

} // namespace
} // namespace frontsheet::testing
