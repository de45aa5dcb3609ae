// A conference in a window: by finger and by keyboard, at doubled text, with nothing cut.
#include "tests/app/support/conference_town.h"
#include "tests/app/support/plan_town.h"
#include "tests/app/support/whole_pages.h"

namespace frontsheet::testing {
namespace {

class ConferencePages : public WholePages {
protected:
    ConferencePages() : WholePages(Kitley::assessor()) {}
    void furnish(Kitley& kitley) override {
        WholePages::furnish(kitley);
        (void)planEdith(kitley);
        m_conferences = std::make_unique<ConferenceTown>(kitley);
    }
    void SetUp() override {
        WholePages::SetUp();
        m_shell->theme()->setProperty("reducedMotion", true);
    }
    ConferenceModel& model() { return *m_screens->app.conference(); }
    void holds(const std::string& where, QQuickItem* sheet = nullptr) {
        controlsAreNamedAndFound(where);
        nothingIsCut(where);
        tabComesToEveryControl(where, sheet);
    }
    QQuickItem* sheet(const char* name) {
        QObject* found = m_frame->findChild<QObject*>(QString::fromLatin1(name));
        EXPECT_NE(found, nullptr);
        return found == nullptr ? nullptr : qvariant_cast<QQuickItem*>(found->property("contentItem"));
    }
    std::unique_ptr<ConferenceTown> m_conferences;
};

TEST_P(ConferencePages, oneIsCalledFromTheKeyboardUpAndNothingIsCut) {
    call("callConference", id(m_screens->kitley.edith), QString{});
    EXPECT_EQ(page(), "conference");
    EXPECT_TRUE(reads(QStringLiteral("Call a conference about Edith Hargreave")));
    holds("calling");
    press(QStringLiteral("Call the conference"));
    settle();
    EXPECT_TRUE(reads(QStringLiteral("Say what it is about.")));
    EXPECT_TRUE(reads(QStringLiteral("Say which day, and at what time.")));
    model().type(QStringLiteral("about"), QStringLiteral("Nights"));
    model().type(QStringLiteral("when"), QStringLiteral("tomorrow 14:00"));
    model().choose(0, false);
    settle();
    press(QStringLiteral("Call the conference"));
    settle();
    EXPECT_TRUE(reads(QStringLiteral("Ask Edith Hargreave, or say why they are not asked.")));
    holds("calling, refused");
    model().choose(0, true);
    settle();
    press(QStringLiteral("Call the conference"));
    settle();
    EXPECT_FALSE(model().calling());
    EXPECT_TRUE(reads(QStringLiteral("Nights")));
}

TEST_P(ConferencePages, itIsFoundOnTodayAndOnThePlanAndReadBeforehand) {
    go("today");
    EXPECT_TRUE(reads(QStringLiteral("Where Edith lives from October")));
    call("openConference", id(m_conferences->toCome));
    EXPECT_TRUE(reads(QStringLiteral("I want to stop in my own house")));
    EXPECT_TRUE(reads(QStringLiteral("Three falls since June"))) << "what who cannot come wants said";
    EXPECT_TRUE(reads(QStringLiteral("Open in the plan")));
    holds("before");
}

TEST_P(ConferencePages, whoCameIsTappedAndDecisionsAndActionsAreWrittenDown) {
    call("openConference", id(m_conferences->toCome));
    press(QStringLiteral("At the meeting"));
    settle();
    holds("at the meeting");
    press(QStringLiteral("Here"));
    settle();
    EXPECT_EQ(model().personThere(), 0) << "the first row is Edith's";
    press(QStringLiteral("Add a decision"));
    settle();
    holds("a decision", sheet("conferenceDecision"));
    press(QStringLiteral("Save the decision"));
    settle();
    EXPECT_TRUE(reads(QStringLiteral("Say what was decided.")));
    model().decide(QStringLiteral("Night telecare for four weeks"), {});
    settle();
    EXPECT_TRUE(reads(QStringLiteral("1. Night telecare for four weeks")));
    press(QStringLiteral("Add an action"));
    settle();
    model().findWorkers(QStringLiteral("Sam"));
    settle();
    holds("an action", sheet("conferenceAction"));
    press(QStringLiteral("Not now"));
    settle();
    press(QStringLiteral("It was held"));
    settle();
    holds("held", sheet("conferenceHold"));
    press(QStringLiteral("Save the minutes"));
    settle();
    EXPECT_EQ(model().page().value(QStringLiteral("state")).toString(), QStringLiteral("held"));
    EXPECT_TRUE(reads(QStringLiteral("Minutes")));
}

TEST_P(ConferencePages, theMinutesSayWhoCameWhoDisagreesAndWhomAnActionWaitsFor) {
    call("openConference", id(m_conferences->held));
    EXPECT_TRUE(reads(QStringLiteral("Edith Hargreave")));
    EXPECT_TRUE(reads(QStringLiteral("Martin Hargreave, her son does not agree")));
    EXPECT_TRUE(reads(QStringLiteral("Waits for Bronwen Price to report back.")));
    holds("minutes");
    press(QStringLiteral("Remind them: Ask the surgery about her blood pressure tablets"));
    settle();
    holds("reminding", sheet("conferenceWords"));
}

TEST_P(ConferencePages, itIsMovedAndCalledOffWithAWordOfWhy) {
    call("openConference", id(m_conferences->toCome));
    press(QStringLiteral("Another day or place"));
    settle();
    holds("another day", sheet("conferenceMove"));
    press(QStringLiteral("Not now"));
    settle();
    press(QStringLiteral("Call it off"));
    settle();
    holds("calling off", sheet("conferenceWords"));
    press(QStringLiteral("Not now")); // what is saved without the sheet's call is not the sheet's
    model().callOff(QStringLiteral("Edith is in hospital"));
    settle();
    EXPECT_TRUE(reads(QStringLiteral("It was called off")));
    holds("called off");
}

INSTANTIATE_TEST_SUITE_P(Rooms, ConferencePages,
                         ::testing::Values(Room{"TallTablet", 800, 1280, Form::Tablet, 1},
                                           Room{"TallTabletDoubled", 800, 1280, Form::Tablet, 2},
                                           Room{"WideTablet", 1280, 800, Form::Tablet, 1},
                                           Room{"Laptop", 1280, 800, Form::Laptop, 1}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
