// The round and the visit in a window: by finger and by keyboard, at doubled text, with nothing cut.
#include "core/domain/schema/appointment.h"
#include "tests/app/support/round_town.h"
#include "tests/app/support/whole_pages.h"

#include <QTest>

namespace frontsheet::testing {
namespace {

class RoundPages : public WholePages {
protected:
    void furnish(Kitley& kitley) override {
        WholePages::furnish(kitley);
        m_round = std::make_unique<RoundTown>(kitley);
    }
    void SetUp() override {
        WholePages::SetUp();
        m_shell->theme()->setProperty("reducedMotion", true);
    }
    // The list on Today is read when somebody looks at it.
    bool isAt(const RecordId& visit, const char* stage) {
        round().refresh();
        return m_screens->until(
            [&] { return find(round().visits(), "id", id(visit), "stage") == QLatin1String(stage); });
    }
    RoundModel& round() { return *m_screens->app.round(); }
    void holds(const std::string& where, QQuickItem* sheet = nullptr) {
        controlsAreNamedAndFound(where);
        nothingIsCut(where);
        tabComesToEveryControl(where, sheet);
    }
    QQuickItem* openSheet(const char* name) {
        QObject* sheet = m_frame->findChild<QObject*>(QString::fromLatin1(name));
        EXPECT_NE(sheet, nullptr);
        QMetaObject::invokeMethod(sheet, "open");
        settle();
        return qvariant_cast<QQuickItem*>(sheet->property("contentItem"));
    }
    std::unique_ptr<RoundTown> m_round;
};

TEST_P(RoundPages, theRoundIsReadAndReachedOnToday) {
    go("today");
    EXPECT_TRUE(reads(QStringLiteral("8 visits, 2 done")));
    EXPECT_TRUE(reads(QStringLiteral("Visit in twos. Meet Kofi Asante outside.")));
    holds("today");
}

TEST_P(RoundPages, aVisitIsDoneAndTakenBackByWhatIsNamedSo) {
    go("today");
    press(QStringLiteral("Done"));
    settle();
    EXPECT_TRUE(reads(QStringLiteral("The visit to Edith is done.")));
    holds("today, after a tap");
    press(QStringLiteral("Undo"));
    settle();
    EXPECT_TRUE(isAt(m_round->edith, "planned"));
}

TEST_P(RoundPages, theOrderIsChangedByButtonsOfItsOwn) {
    go("today");
    press(QStringLiteral("Change the order"));
    holds("today, ordering");
    press(QStringLiteral("Visit MARSH, Ivy (Miss) earlier"));
    settle();
    EXPECT_EQ(round().visits().at(3).toMap().value(QStringLiteral("id")).toString(), id(m_round->ivy));
    press(QStringLiteral("Order is right"));
}

TEST_P(RoundPages, aVisitIsOpenedAndBroughtOn) {
    go("today");
    press(QStringLiteral("Open visit"));
    settle();
    EXPECT_EQ(page(), "visit");
    EXPECT_TRUE(reads(QStringLiteral("At the door")));
    holds("visit");
    press(QStringLiteral("On my way"));
    settle();
    press(QStringLiteral("I am there"));
    settle();
    holds("visit, there");
    EXPECT_TRUE(isAt(m_round->edith, "there"));
    press(QStringLiteral("Refer"));
    settle();
    EXPECT_EQ(page(), "compose") << "a referral begins at the door";
}

TEST_P(RoundPages, aVisitIsMovedToAnotherDayAndAColleagueAskedToGo) {
    const auto startsAt = [&] {
        return m_screens->kitley.store.record(m_round->edith).value()->record.fields.get(appointment::kStartsAt);
    };
    const auto before = startsAt();
    call("openVisit", id(m_round->edith), id(m_screens->kitley.edith));
    press(QStringLiteral("Another day or hour"));
    settle();
    EXPECT_EQ(page(), "form");
    QTest::keyClick(m_shell->window(), Qt::Key_A, Qt::ControlModifier);
    type("in 3 days 14:30");
    QTest::keyClick(m_shell->window(), Qt::Key_S, Qt::ControlModifier);
    settle();
    EXPECT_EQ(page(), "visit") << "back at the door";
    EXPECT_GT(startsAt(), before);
    EXPECT_TRUE(reads(QStringLiteral("14:30")));
    press(QStringLiteral("Ask a colleague to go"));
    settle();
    EXPECT_EQ(page(), "teamWorker");
    EXPECT_TRUE(reads(QStringLiteral("In your hands")));
    holds("one's own work");
}

TEST_P(RoundPages, nobodyAnsweringLeadsOnByItself) {
    call("openVisit", id(m_round->edith), id(m_screens->kitley.edith));
    auto* sheet = openSheet("noReplySheet");
    EXPECT_TRUE(reads(QStringLiteral("1. Ring")));
    holds("nobody answers", sheet);
    press(QStringLiteral("Rang the bell and knocked."));
    m_screens->app.visit()->tell(QStringLiteral("W111"));
    settle();
    press(QStringLiteral("Kofi Asante knows. Save"));
    settle();
    EXPECT_TRUE(reads(QStringLiteral("Nobody knows yet that Edith is safe")));
    holds("no reply");
    holds("safe", openSheet("safeSheet"));
}

TEST_P(RoundPages, aVisitThatIsNotMadeSaysWhyAndGoesBack) {
    call("openVisit", id(m_round->ivy), id(m_screens->kitley.ivy));
    holds("not made", openSheet("offSheet"));
    press(QStringLiteral("In hospital."));
    press(QStringLiteral("Take it off the round"));
    settle();
    EXPECT_TRUE(isAt(m_round->ivy, "cancelled"));
    press(QStringLiteral("Put it back on the round"));
    settle();
    EXPECT_TRUE(isAt(m_round->ivy, "planned"));
}

TEST_P(RoundPages, aMeasureIsTakenByTapsAndAnUnsafeAnswerIsDecided) {
    call("openMeasure", id(m_screens->kitley.edith), QString{}, QString{});
    holds("measures");
    MeasureModel& measure = *m_screens->app.measure();
    measure.choose(QStringLiteral("phq-9"));
    settle();
    EXPECT_TRUE(reads(QStringLiteral("Little interest or pleasure in doing things")));
    holds("measure");
    if (GetParam().form == Form::Tablet) {
        press(QStringLiteral("Several days"));
        settle();
        EXPECT_TRUE(reads(QStringLiteral("Question 2 of 9"))) << "one tap answers and goes on";
        press(QStringLiteral("All questions together"));
        settle();
        holds("measure, all together");
    }
    for (int item = 0; item < 9; ++item) {
        measure.answer(item, 1);
    }
    settle();
    EXPECT_TRUE(reads(QStringLiteral("Score 9 of 27, mild")));
    press(QStringLiteral("Save measure"));
    settle();
    EXPECT_EQ(page(), "measure");
    EXPECT_TRUE(reads(QStringLiteral("This answer is not left alone")));
    holds("measure, unsafe");
    measure.decide(1);
    settle();
    holds("measure, an action");
    press(QStringLiteral("Save what is done"));
    settle();
    EXPECT_NE(page(), "measure");
}

TEST_P(RoundPages, aScoreAloneAndMessages) {
    call("openMeasure", id(m_screens->kitley.edith), QStringLiteral("barthel"), QString{});
    holds("measure, score alone");
    call("openMessages", id(m_screens->kitley.edith));
    EXPECT_TRUE(reads(QStringLiteral("I can bring the bath board on Thursday at two. Will you be there?")));
    holds("messages");
}

INSTANTIATE_TEST_SUITE_P(Rooms, RoundPages,
                         ::testing::Values(Room{"TallTablet", 800, 1280, Form::Tablet, 1},
                                           Room{"TallTabletDoubled", 800, 1280, Form::Tablet, 2},
                                           Room{"WideTablet", 1280, 800, Form::Tablet, 1},
                                           Room{"Laptop", 1280, 800, Form::Laptop, 1}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
