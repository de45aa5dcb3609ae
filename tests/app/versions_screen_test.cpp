// Two versions of the same words on the screens: both are there with their authors, and one tap settles them.
#include "core/domain/schema/registration.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/screens.h"

#include <QSignalSpy>

namespace frontsheet::testing {
namespace {

class VersionsScreen : public AppTest {
protected:
    VersionsScreen() { m_screens.unlock(); }

    VersionsModel& model() { return *m_screens.app.versions(); }
    void openFirst() {
        const auto rows = model().waiting();
        ASSERT_EQ(rows.size(), 1);
        m_row = rows.constFirst().toMap();
        model().open(m_row.value("record").toString(), m_row.value("op").toString());
        m_screens.settle();
        ASSERT_TRUE(model().isOpen()) << model().errorText().toStdString();
    }
    FieldSet fields() {
        const auto record = RecordId::fromHex(m_row.value("record").toString().toStdString());
        return (*m_screens.kitley.store.record(*record))->record.fields;
    }
    static QString joined(const QVariantList& passages) {
        QString out;
        for (const auto& one : passages) {
            out += one.toMap().value("text").toString();
        }
        return out;
    }

    Screens m_screens;
    QVariantMap m_row;
};

TEST_F(VersionsScreen, whoIsAskedFindsItAndBothAreThereUnderTheirNames) {
    EXPECT_EQ(model().mine().size(), 1);
    openFirst();
    EXPECT_EQ(m_row.value("personName").toString(), QStringLiteral("Ivy Marsh"));
    EXPECT_EQ(model().title(), QStringLiteral("Two versions of “Alert”"));
    EXPECT_EQ(model().standing().value("name").toString(), QStringLiteral("Ruth Okafor"));
    EXPECT_EQ(model().other().value("name").toString(), QStringLiteral("Bronwen Price"));
    EXPECT_TRUE(model().other().value("mine").toBool());
    const QVariantMap text = model().texts().constFirst().toMap();
    const auto left = model().standingTexts().constFirst().toMap().value("passages").toList();
    const auto right = model().otherTexts().constFirst().toMap().value("passages").toList();
    EXPECT_EQ(joined(left), text.value("standing").toString());
    EXPECT_EQ(joined(right), text.value("other").toString());
    EXPECT_EQ(left.constLast().toMap().value("kind").toString(), QStringLiteral("gap"));
    EXPECT_EQ(right.constLast().toMap().value("number").toInt(), 3);
    EXPECT_FALSE(text.value("began").toString().isEmpty());
    EXPECT_EQ(model().asked(), QStringLiteral("You are asked to settle this."));
}

TEST_F(VersionsScreen, theFrontSheetSaysWhatTheOtherVersionSays) {
    openFirst();
    m_screens.app.frontSheet()->open(model().personId());
    m_screens.settle();
    const QVariantList versions = m_screens.app.frontSheet()->versions();
    ASSERT_EQ(versions.size(), 1);
    EXPECT_TRUE(
        versions.constFirst().toMap().value("text").toString().contains(QStringLiteral("takes it off to sleep")));
}

TEST_F(VersionsScreen, howToGetInIsCoveredOnTheSheetInEveryVersion) {
    openFirst();
    const auto id = RecordId::fromHex(m_row.value("record").toString().toStdString());
    Record registration = (*m_screens.kitley.store.record(*id))->record;
    ASSERT_EQ(registration.type, RecordType::Registration);
    auto others = registration.fields.others();
    ASSERT_EQ(others.size(), 1U);
    others[0].says = {{registration::kAccessNote.tag, textValue("Key safe, canary-2468"), {}}};
    registration.fields.setOthers(others);
    m_screens.kitley.store.hold(registration);
    m_screens.app.frontSheet()->open(model().personId());
    m_screens.settle();
    const QVariantList versions = m_screens.app.frontSheet()->versions();
    ASSERT_EQ(versions.size(), 1) << "that there are two is said";
    for (const QVariant& word : versions.constFirst().toMap()) {
        EXPECT_FALSE(word.toString().contains(QStringLiteral("canary-2468"))) << word.toString().toStdString();
    }
}

TEST_F(VersionsScreen, keepingBothPutsEachUnderItsAuthor) {
    openFirst();
    const QSignalSpy done(&model(), &VersionsModel::done);
    model().keepBoth();
    m_screens.settle();
    ASSERT_EQ(done.count(), 1) << model().errorText().toStdString();
    EXPECT_TRUE(fields().others().empty());
    const auto alert = fields().get(registration::kAlert);
    const auto ruth = alert.find("Ruth Okafor, Kitley Council, ");
    const auto bronwen = alert.find("Bronwen Price, Harbour Health, ");
    EXPECT_EQ(ruth, 0u) << alert;
    ASSERT_NE(bronwen, std::string::npos) << alert;
    EXPECT_LT(alert.find("21:00"), bronwen);
    EXPECT_GT(alert.find("takes it off to sleep"), bronwen);
    EXPECT_EQ(model().mine().size(), 0) << "nothing waits any more";
}

TEST_F(VersionsScreen, eitherCanStandAlone) {
    openFirst();
    const auto stood = fields().get(registration::kAlert);
    model().useStanding();
    m_screens.settle();
    EXPECT_TRUE(fields().others().empty());
    EXPECT_EQ(fields().get(registration::kAlert), stood);
}

TEST_F(VersionsScreen, theTwoCanBeWrittenIntoOne) {
    openFirst();
    model().write({QStringLiteral("Up three or four times. Rings at 21:00.")});
    m_screens.settle();
    EXPECT_TRUE(fields().others().empty());
    EXPECT_EQ(fields().get(registration::kAlert), "Up three or four times. Rings at 21:00.");
}

TEST_F(VersionsScreen, whatSomebodyElseHasSettledSaysSo) {
    openFirst();
    model().useOther();
    m_screens.settle();
    model().open(m_row.value("record").toString(), m_row.value("op").toString());
    m_screens.settle();
    EXPECT_FALSE(model().isOpen());
    EXPECT_FALSE(model().errorTitle().isEmpty());
}

TEST_F(VersionsScreen, aLockForgetsTheWords) {
    openFirst();
    m_screens.app.lockNow();
    m_screens.settle();
    EXPECT_FALSE(model().isOpen());
    EXPECT_TRUE(model().texts().isEmpty());
    EXPECT_TRUE(model().waiting().isEmpty());
}

} // namespace
} // namespace frontsheet::testing
