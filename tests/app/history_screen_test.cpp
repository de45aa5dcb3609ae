// What a record said earlier, on the screen: asked of its home, in words that people use, with nothing uncovered that is covered.
#include "app/viewmodels/field_wording.h"
#include "core/domain/schema/record_schema.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/history_town.h"
#include "tests/app/support/noted_readings.h"
#include "tests/app/support/screens.h"

#include <set>

namespace frontsheet::testing {
namespace {

class HistoryScreen : public AppTest {
protected:
    HistoryScreen() : town(m_screens.kitley) {
        m_screens.kitley.histories = &town;
        m_screens.kitley.journal = &journal;
        m_screens.unlock();
        m_screens.app.frontSheet()->open(id(m_screens.kitley.edith));
        m_screens.settle();
        m_record = m_screens.app.frontSheet()->holders().constFirst().toMap().value("record").toString();
    }
    HistoryModel& model() { return *m_screens.app.history(); }
    void open() {
        model().open(m_record);
        m_screens.settle();
    }
    static QVariantMap change(const QVariant& step, const char* name) {
        for (const auto& one : step.toMap().value("changes").toList()) {
            if (one.toMap().value("name").toString() == QString::fromUtf8(name)) {
                return one.toMap();
            }
        }
        return {};
    }

    NotedReadings journal;
    Screens m_screens;
    HistoryTown town;
    QString m_record;
};

TEST_F(HistoryScreen, sayWhoChangedWhatAndWhatStoodThereBefore) {
    open();
    EXPECT_TRUE(model().errorTitle().isEmpty()) << model().errorText().toStdString();
    ASSERT_EQ(model().steps().size(), 3);
    EXPECT_EQ(model().title(), QStringLiteral("Earlier versions: Registration"));
    const QVariant newest = model().steps()[0];
    EXPECT_EQ(change(newest, "Telephone").value("before").toString(), QStringLiteral("01632 960777"));
    const QVariant second = model().steps()[1];
    EXPECT_EQ(second.toMap().value("who").toString(), QStringLiteral("You"));
    EXPECT_TRUE(second.toMap().value("what").toString().contains(QStringLiteral("Alert")));
    EXPECT_FALSE(change(second, "Alert").value("passages").toList().isEmpty());
    const QVariant first = model().steps()[2];
    EXPECT_EQ(first.toMap().value("what").toString(), QStringLiteral("Wrote it"));
    EXPECT_FALSE(first.toMap().value("about").toString().isEmpty()) << "it reached the server two days later";
}

TEST_F(HistoryScreen, whatOneTapsForOnTheSheetIsTappedForHereToo) {
    open();
    const auto how = change(model().steps()[1], "How to get in");
    ASSERT_FALSE(how.isEmpty());
    EXPECT_TRUE(how.value("covered").toBool());
    EXPECT_TRUE(how.value("passages").toList().isEmpty());
    const auto code = how.value("after").toString();
    EXPECT_FALSE(model().steps()[1].toMap().value("spoken").toString().contains(code));
    const auto record = RecordId::fromHex(m_record.toStdString()).value_or(RecordId{});
    EXPECT_EQ(journal.uncovered(record), 0U);
    model().secretShown();
    m_screens.settle();
    EXPECT_EQ(journal.uncovered(record), 1U) << "and that somebody did is noted";
    model().askDay(QStringLiteral("2026-09-01"));
    for (const auto& value : model().then().value("values").toList()) {
        const auto one = value.toMap();
        EXPECT_EQ(one.value("covered").toBool(), one.value("name").toString() == QStringLiteral("How to get in"));
    }
}

TEST_F(HistoryScreen, aDayIsAskedInWordsAndAnsweredAsItStoodAtItsEnd) {
    open();
    model().askDay(model().dayHint());
    EXPECT_TRUE(model().dayFault().isEmpty());
    EXPECT_TRUE(model().then().value("under").toString().contains(QStringLiteral("You")));
    const auto phone = [this] {
        return find(model().then().value("values").toList(), "name", QStringLiteral("Telephone"), "value");
    };
    EXPECT_EQ(phone(), QStringLiteral("01632 960777"));
    model().askDay(QStringLiteral("1 January 2020"));
    EXPECT_TRUE(model().then().value("values").toList().isEmpty());
    EXPECT_FALSE(model().then().value("under").toString().isEmpty());
    model().askDay(QStringLiteral("the other day"));
    EXPECT_TRUE(model().then().value("heading").toString().isEmpty());
    EXPECT_TRUE(model().dayFault().contains(model().dayHint()));
}

TEST_F(HistoryScreen, withoutSignalItSaysSoAndAsksAgain) {
    town.fails = ErrorCode::Unreachable;
    open();
    EXPECT_FALSE(model().fetched());
    EXPECT_FALSE(model().errorTitle().isEmpty());
    town.fails = {};
    model().fetch();
    m_screens.settle();
    EXPECT_TRUE(model().fetched());
    EXPECT_TRUE(model().errorTitle().isEmpty());
    model().clear();
    EXPECT_TRUE(model().steps().isEmpty()) << "earlier words are not kept about";
}

TEST_F(HistoryScreen, everyFieldAboutAPersonHasAName) {
    for (const auto& schema : allSchemas()) {
        std::set<QString> names;
        for (const auto& field : schema.fields) {
            const QString words = fieldWords(schema.type, field.tag);
            if (schema.subject == Subject::Person) {
                EXPECT_NE(words, fieldWords(schema.type, FieldTag{1000}))
                    << std::string{schema.name} << " " << std::string{field.name};
                EXPECT_TRUE(names.insert(words).second || schema.type == RecordType::PermissionNotice)
                    << std::string{schema.name} << " has two fields called " << words.toStdString();
            }
        }
    }
}

} // namespace
} // namespace frontsheet::testing
