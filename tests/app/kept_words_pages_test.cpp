// Words typed to go with an answer and not said yet are there again: after a sheet that was closed, another page, a lock.
#include "core/usecases/kept_words.h"
#include "tests/app/support/whole_pages.h"

#include <QTest>

namespace frontsheet::testing {
namespace {

class KeptWordsPages : public WholePages {
protected:
    void SetUp() override {
        WholePages::SetUp();
        m_shell->theme()->setProperty("reducedMotion", true);
    }
    void openReferral() { call("openReferral", id(m_screens->kitley.fallsReferral)); }
    // Of the field in which somebody writes.
    QString written() {
        const auto* item = m_shell->window()->activeFocusItem();
        return item == nullptr ? QString{} : item->property("text").toString();
    }
    void escape() {
        QTest::keyClick(m_shell->window(), Qt::Key_Escape);
        settle();
    }
    void lockAndUnlock() {
        m_screens->app.lockNow();
        settle();
        m_screens->unlock();
        settle();
    }
    [[nodiscard]] std::size_t kept() { return KeptWords(m_screens->kitley.workplace()).all().value().size(); }
};

TEST_P(KeptWordsPages, AnAnswerThatWasNotSaidWaitsForWhoWroteIt) {
    openReferral();
    press(QStringLiteral("Decline"));
    type("no room this week");
    escape();
    press(QStringLiteral("Accept"));
    EXPECT_EQ(written(), QString{}) << "that is another answer";
    type("i go on friday");
    press(QStringLiteral("Not now"));
    press(QStringLiteral("Decline"));
    EXPECT_EQ(written(), QStringLiteral("no room this week"));
    escape();
    lockAndUnlock();
    EXPECT_EQ(kept(), 2U);
    openReferral();
    press(QStringLiteral("Accept"));
    EXPECT_EQ(written(), QStringLiteral("i go on friday"));
    type(" at ten");
    m_screens->app.lockNow(); // under the open sheet
    settle();
    m_screens->unlock();
    settle();
    escape();
    openReferral();
    press(QStringLiteral("Accept"));
    EXPECT_EQ(written(), QStringLiteral("i go on friday at ten"));
}

TEST_P(KeptWordsPages, ADeviceLocksFromUnderASheetByItsKey) {
    openReferral();
    press(QStringLiteral("Accept"));
    type("i go on friday");
    QTest::keyClick(m_shell->window(), Qt::Key_L, Qt::ControlModifier);
    settle();
    EXPECT_NE(m_screens->app.lock(), AppModel::Open);
    EXPECT_FALSE(reads(QStringLiteral("i go on friday")));
    m_screens->unlock();
    settle();
    EXPECT_EQ(kept(), 1U);
}

TEST_P(KeptWordsPages, WhatWasSaidIsKeptNoLonger) {
    openReferral();
    press(QStringLiteral("Accept"));
    type("i go on friday");
    QTest::keyClick(m_shell->window(), Qt::Key_Return, Qt::ControlModifier);
    settle();
    EXPECT_TRUE(reads(QStringLiteral("i go on friday"))) << "on the referral";
    lockAndUnlock();
    EXPECT_EQ(kept(), 0U);
    openReferral();
    type("x");
    EXPECT_EQ(kept(), 0U) << "nothing goes on listening";
}

TEST_P(KeptWordsPages, AMessageWaitsOnItsReferralAndOnNoOther) {
    const auto field = [this] { return m_shell->window()->findChild<QQuickItem*>(QStringLiteral("writeLine")); };
    const auto text = [&] { return field()->property("text").toString(); };
    openReferral();
    field()->forceActiveFocus();
    type("which stair");
    call("openReferral", id(m_screens->kitley.bathReferral));
    EXPECT_EQ(text(), QString{});
    openReferral();
    EXPECT_EQ(text(), QStringLiteral("which stair"));
    field()->forceActiveFocus();
    QTest::keyClick(m_shell->window(), Qt::Key_Return);
    settle();
    EXPECT_EQ(text(), QString{});
    lockAndUnlock();
    openReferral();
    EXPECT_EQ(text(), QString{}) << "it was sent";
    EXPECT_TRUE(reads(QStringLiteral("which stair")));
}

TEST_P(KeptWordsPages, AReferralThatWasNotSentIsThereAgainAndOnToday) {
    const auto writes = [&](const char* words) {
        call("refer", id(m_screens->kitley.edith), QString{});
        type(words);
    };
    writes("hand rail by the back door");
    QTest::keyClick(m_shell->window(), Qt::Key_Tab);
    type("she holds on to the bin");
    lockAndUnlock();
    go("today");
    pressRow(QStringLiteral("Not finished: A referral of Edith Hargreave that is not sent"));
    EXPECT_EQ(page(), "compose");
    EXPECT_TRUE(reads(QStringLiteral("You left this before it was sent")));
    auto* compose = m_screens->app.compose();
    EXPECT_EQ(compose->need(), QStringLiteral("hand rail by the back door"));
    EXPECT_EQ(compose->reason(), QStringLiteral("she holds on to the bin"));
    press(QStringLiteral("Send referral"));
    EXPECT_EQ(page(), "track");
    lockAndUnlock();
    EXPECT_EQ(kept(), 0U) << "it was sent";
    writes("a second thought");
    press(QStringLiteral("Not now"));
    call("refer", id(m_screens->kitley.edith), QString{});
    press(QStringLiteral("Begin afresh"));
    EXPECT_EQ(compose->need(), QString{});
    lockAndUnlock();
    EXPECT_EQ(kept(), 0U);
}

TEST_P(KeptWordsPages, WhatItIsWithoutAWordIsNothingToFinish) {
    call("refer", id(m_screens->kitley.edith), QString{});
    press(QStringLiteral("Safeguarding concern"));
    press(QStringLiteral("Not now"));
    lockAndUnlock();
    go("today");
    EXPECT_FALSE(reads(QStringLiteral("A referral of Edith Hargreave that is not sent")));
}

INSTANTIATE_TEST_SUITE_P(Rooms, KeptWordsPages,
                         ::testing::Values(Room{"tabletTall", 800, 1280, Form::Tablet, 1},
                                           Room{"laptop", 1440, 900, Form::Laptop, 1}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
