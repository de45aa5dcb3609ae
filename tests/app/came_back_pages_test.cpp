// What came back, as whoever comes home from the last visit reads it: what became of it, what to do, and whom to ring.
#include "tests/app/support/came_back.h"
#include "tests/app/support/whole_pages.h"

namespace frontsheet::testing {
namespace {

class CameBackPages : public WholePages {
protected:
    void furnish(Kitley& kitley) override {
        WholePages::furnish(kitley);
        m_back = std::make_unique<CameBack>(kitley);
    }
    void SetUp() override {
        WholePages::SetUp();
        call("visit", QStringLiteral("waiting"));
    }
    WaitingModel& waiting() { return *m_screens->app.waiting(); }
    QVariantMap item(const char* words) {
        for (const QVariant& row : waiting().attention()) {
            if (row.toMap().value("title").toString().startsWith(QString::fromUtf8(words))) {
                return row.toMap();
            }
        }
        ADD_FAILURE() << "nothing says " << words;
        return {};
    }

    std::unique_ptr<CameBack> m_back;
};

TEST_P(CameBackPages, eachSaysWhatBecameOfItWhatToDoAndWhomToRing) {
    ASSERT_EQ(waiting().attention().size(), 7);
    for (const QVariant& row : waiting().attention()) {
        const auto said = row.toMap();
        const auto words = said.value("title").toString().toStdString();
        EXPECT_TRUE(reads(said.value("problem").toString())) << words;
        EXPECT_TRUE(reads(said.value("advice").toString())) << words;
        EXPECT_FALSE(said.value("advice").toString().isEmpty()) << words;
        for (const char* text : {"problem", "advice"}) {
            EXPECT_FALSE(said.value(QLatin1String(text)).toString().contains(QLatin1Char('%'))) << words;
        }
        const bool done = words == "The ramp holds"; // taken in: there is nothing to ask
        EXPECT_EQ(said.value("askNumber").toString().isEmpty(), done) << words;
    }
    EXPECT_TRUE(item("Pendant").value("problem").toString().contains(QStringLiteral("number 200")));
    EXPECT_TRUE(
        item("Asked again").value("problem").toString().contains(QStringLiteral("the rail was fitted on Friday")));
    EXPECT_TRUE(reads(QStringLiteral("Waits until you have dealt with what it builds on, above.")));
    EXPECT_NE(button(QStringLiteral("Ring Kitley Council, 01632 960 100")), nullptr);
    walk(m_shell->window()->contentItem(), [&](QQuickItem* control) {
        EXPECT_TRUE(!isButton(control) || control->isEnabled()) << spoken(control).toStdString();
    });
    controlsAreNamedAndFound("what came back");
    nothingIsCut("what came back");
    tabComesToEveryControl("what came back");
}

TEST_P(CameBackPages, allOfOnesWordsAreThereToReadAgain) {
    const QString end = QStringLiteral("when the duty desk is open.");
    EXPECT_FALSE(reads(end));
    press(QStringLiteral("Read all of it: Message on a referral about Edith Hargreave"));
    EXPECT_TRUE(reads(end));
    nothingIsCut("all of the words");
    press(QStringLiteral("Less of it: Message on a referral about Edith Hargreave"));
    EXPECT_FALSE(reads(end));
}

TEST_P(CameBackPages, whatNobodyElseHasIsAskedAboutOnceMore) {
    const QString refused = QStringLiteral("I have dealt with this: Note about Edith Hargreave");
    const auto before = waiting().attention().size();
    press(refused);
    EXPECT_EQ(waiting().attention().size(), before) << "nothing is gone at the first press";
    nothingIsCut("asked once more");
    controlsAreNamedAndFound("asked once more");
    press(QStringLiteral("Not yet: Note about Edith Hargreave"));
    EXPECT_EQ(waiting().attention().size(), before);
    press(refused);
    press(QStringLiteral("Yes, take it off the list: Note about Edith Hargreave"));
    EXPECT_EQ(waiting().attention().size(), before - 1);
}

INSTANTIATE_TEST_SUITE_P(Rooms, CameBackPages,
                         ::testing::Values(Room{"tabletTall", 800, 1280, Form::Tablet, 1},
                                           Room{"laptop", 1440, 900, Form::Laptop, 1},
                                           Room{"tabletTallDoubled", 800, 1280, Form::Tablet, 2}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
