// A structured measure on the screen: its questions, its score, how it went, and the answer that is not left alone. Messages beside it.
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/message.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/round_town.h"
#include "tests/app/support/screens.h"

namespace frontsheet::testing {
namespace {

class MeasureScreen : public AppTest {
protected:
    MeasureScreen() {
        m_screens.unlock();
        QObject::connect(&measure(), &MeasureModel::taken, [this] { ++m_taken; });
    }

    MeasureModel& measure() { return *m_screens.app.measure(); }
    MessagesModel& messages() { return *m_screens.app.messages(); }
    void open(const PersonId& person, const char* instrument) {
        measure().open(id(person), QString::fromLatin1(instrument), {});
        m_screens.settle();
    }
    void answerAll(std::initializer_list<int> answers) {
        int item = 0;
        for (const int answer : answers) {
            measure().answer(item++, answer);
        }
    }
    std::vector<Record> about(const PersonId& person, RecordType type) {
        std::vector<Record> out;
        const auto held = m_screens.kitley.store.aboutPersons(std::span{&person, 1});
        for (const auto& one : held.value()) {
            if (one.record.type == type) {
                out.push_back(one.record);
            }
        }
        return out;
    }

    Screens m_screens;
    RoundTown m_town{m_screens.kitley};
    int m_taken = 0;
};

TEST_F(MeasureScreen, theQuestionsStandInTheirOwnWordsAndTheScoreIsTheRuleBooks) {
    open(m_screens.kitley.ivy, "phq-9");
    ASSERT_EQ(measure().items().size(), 9);
    EXPECT_EQ(measure().items().at(0).toMap().value("text").toString(),
              QStringLiteral("Little interest or pleasure in doing things"));
    EXPECT_EQ(measure().answers().at(2), QStringLiteral("More than half the days"));
    answerAll({2, 2, 1, 1, 1, 1, 1, 1});
    EXPECT_EQ(measure().given(), 8);
    EXPECT_FALSE(measure().mayTake()) << "one is missing";
    EXPECT_TRUE(measure().score().isEmpty());
    measure().answer(8, 0);
    EXPECT_EQ(measure().score(), QStringLiteral("10 of 27, moderate"));
    measure().chooseAgain(1);
    measure().take();
    m_screens.settle();
    EXPECT_EQ(m_taken, 1) << measure().errorTitle().toStdString();
    const auto saved = about(m_screens.kitley.ivy, RecordType::Measure);
    ASSERT_EQ(saved.size(), 1U);
    EXPECT_EQ(saved[0].fields.get(measure::kScore), 10);
    EXPECT_EQ(saved[0].fields.text(measure::kAgainOn), "2026-09-29");
    EXPECT_EQ(saved[0].category, Category::MentalHealth);
}

TEST_F(MeasureScreen, ofATextThatIsItsOwnersTheScoreAloneIsAskedFor) {
    open(m_screens.kitley.ivy, "barthel");
    EXPECT_TRUE(measure().isScoreOnly());
    EXPECT_TRUE(measure().items().isEmpty());
    EXPECT_TRUE(measure().licence().contains(QStringLiteral("belong to its owner")))
        << measure().licence().toStdString();
    measure().typeScore(QStringLiteral("21"));
    EXPECT_EQ(measure().scoreFault(), QStringLiteral("A score of Barthel Index is a number from 0 to 20."));
    EXPECT_FALSE(measure().mayTake());
    measure().typeScore(QStringLiteral("14"));
    EXPECT_EQ(measure().score(), QStringLiteral("14 of 20"));
    measure().take();
    m_screens.settle();
    EXPECT_EQ(m_taken, 1);
}

TEST_F(MeasureScreen, howItWentIsDrawnAndSaidInWords) {
    open(m_screens.kitley.edith, "phq-9");
    EXPECT_EQ(
        measure().historyLine(),
        QStringLiteral("10 on 16 June 2026, 7 on 21 July 2026, 12 on 18 August 2026. 5 higher than the time before."));
    ASSERT_EQ(measure().points().size(), 3);
    EXPECT_EQ(measure().points().at(0).toMap().value("day").toDouble(), 0.0);
    EXPECT_EQ(measure().points().at(2).toMap().value("day").toDouble(), 1.0);
    EXPECT_EQ(measure().history().at(0).toMap().value("text").toString(), QStringLiteral("12 of 27, moderate"));
}

TEST_F(MeasureScreen, whatWasTappedIsThereAgainAfterALock) {
    open(m_screens.kitley.edith, "gad-7");
    answerAll({3, 2, 1});
    m_screens.app.lockNow();
    m_screens.settle();
    EXPECT_TRUE(measure().personId().isEmpty());
    m_screens.unlock();
    open(m_screens.kitley.edith, "gad-7");
    EXPECT_EQ(measure().given(), 3);
    EXPECT_EQ(measure().items().at(1).toMap().value("answer").toInt(), 2);
    measure().giveUp();
    m_screens.settle();
    open(m_screens.kitley.edith, "gad-7");
    EXPECT_EQ(measure().given(), 0) << "given up is gone from the disk";
}

TEST_F(MeasureScreen, anAnswerAboutDeathIsAskedAboutBeforeAnythingElse) {
    open(m_screens.kitley.edith, "phq-9");
    answerAll({0, 0, 0, 0, 0, 0, 0, 0, 1});
    measure().take();
    m_screens.settle();
    EXPECT_EQ(m_taken, 0) << "one does not simply go on";
    ASSERT_TRUE(measure().isUnsafe());
    EXPECT_TRUE(measure().unsafeText().startsWith(QStringLiteral("Edith said")));
    EXPECT_FALSE(measure().crisis().isEmpty()) << "whom to ring stands beside it";
    EXPECT_EQ(measure().actionDue(), QStringLiteral("15 September 2026"));
    EXPECT_FALSE(measure().mayDecide());
    measure().decide(0);
    EXPECT_FALSE(measure().mayDecide()) << "what they said is written down";
    measure().typeDecision(QStringLiteral("Passing thought, no plan. Martin stays tonight"));
    EXPECT_TRUE(measure().mayDecide());
    measure().saveDecision();
    m_screens.settle();
    EXPECT_EQ(m_taken, 1);
    EXPECT_FALSE(measure().isUnsafe());
    for (const auto& record : about(m_screens.kitley.edith, RecordType::Measure)) {
        EXPECT_FALSE(care::awaitsSafety(record));
    }
}

TEST_F(MeasureScreen, leftOpenItStandsFirstOnTodayUntilItIsDecided) {
    open(m_screens.kitley.edith, "phq-9");
    answerAll({0, 0, 0, 0, 0, 0, 0, 0, 3});
    measure().take();
    m_screens.settle();
    m_screens.app.lockNow();
    m_screens.settle();
    m_screens.unlock();
    const auto unsafe = m_screens.app.round()->unsafe();
    ASSERT_EQ(unsafe.size(), 2) << "Beryl's waits too";
    const auto hers = find(unsafe, "name", QStringLiteral("HARGREAVE, Edith (Mrs)"), "measure");
    measure().open(id(m_screens.kitley.edith), QStringLiteral("phq-9"), hers);
    m_screens.settle();
    ASSERT_TRUE(measure().isUnsafe());
    measure().decide(1);
    ASSERT_GT(measure().owners().size(), 1);
    measure().chooseOwner(1);
    measure().saveDecision();
    m_screens.settle();
    m_screens.app.refresh();
    m_screens.settle();
    EXPECT_EQ(m_screens.app.round()->unsafe().size(), 1);
    const auto actions = about(m_screens.kitley.edith, RecordType::Action);
    const auto made = std::find_if(actions.begin(), actions.end(), [&](const Record& record) {
        return id(record.fields.get(action::kMeasure)) == hers;
    });
    ASSERT_NE(made, actions.end());
    EXPECT_EQ(made->fields.text(action::kState), "offered") << "whoever was chosen is asked";
}

TEST_F(MeasureScreen, messagesStandOnTodayUntilTheyAreReadAndAnAnswerIsKeptAsTyped) {
    m_screens.app.refresh();
    m_screens.settle();
    ASSERT_EQ(messages().unread().size(), 2);
    messages().open(id(m_screens.kitley.edith));
    m_screens.settle();
    ASSERT_EQ(messages().said().size(), 1);
    const auto first = messages().said().at(0).toMap();
    EXPECT_EQ(first.value("author").toString(), QStringLiteral("Sam Whitlock"));
    EXPECT_TRUE(first.value("mayRead").toBool());
    messages().reply(first.value("id").toString());
    m_screens.settle();
    EXPECT_EQ(messages().replyTo(), QStringLiteral("Replying to Sam Whitlock"));
    messages().setText(QStringLiteral("Yes, at two"));
    m_screens.app.lockNow();
    m_screens.settle();
    m_screens.unlock();
    messages().open(id(m_screens.kitley.edith));
    m_screens.settle();
    EXPECT_EQ(messages().text(), QStringLiteral("Yes, at two"));
    EXPECT_EQ(messages().replyTo(), QStringLiteral("Replying to Sam Whitlock"));
    messages().send();
    m_screens.settle();
    ASSERT_EQ(messages().said().size(), 2) << messages().errorTitle().toStdString();
    EXPECT_EQ(messages().said().at(0).toMap().value("state").toString(), QStringLiteral("Answered"));
    EXPECT_EQ(messages().said().at(1).toMap().value("state").toString(), QStringLiteral("Waiting to send"));
    EXPECT_TRUE(messages().text().isEmpty());
    EXPECT_EQ(messages().unread().size(), 1) << "who answers has read it";
}

TEST_F(MeasureScreen, aMessageNeedsSomebodyToReadIt) {
    messages().open(id(m_screens.kitley.edith));
    m_screens.settle();
    messages().setText(QStringLiteral("The rail came loose"));
    EXPECT_FALSE(messages().maySend());
    ASSERT_FALSE(messages().readers().isEmpty());
    messages().chooseReader(0);
    EXPECT_TRUE(messages().maySend());
    messages().send();
    m_screens.settle();
    const auto written = about(m_screens.kitley.edith, RecordType::Message);
    EXPECT_EQ(written.size(), 2U);
}

} // namespace
} // namespace frontsheet::testing
