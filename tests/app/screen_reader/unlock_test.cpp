// A nurse who does not see the screen unlocks it, hears what the day holds in the order in which it matters, and locks it again.
#include "tests/app/screen_reader/heard_app.h"

#include <gmock/gmock.h>

namespace frontsheet::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Unlocking : public HeardApp {};

TEST_F(Unlocking, HearsWhyItDoesNotOpenAndThenTheDayInItsOrder) {
    reader().hearInOrder(
        {{"heading", "Frontsheet"}, {"text", "This tablet is locked"}, {"password", "Passphrase"}, {"button", "Open"}});
    reader().hearKeyboardOn("password", "Passphrase");
    everythingIsSaid("the locked window");

    reader().beginAnew();
    keyboard().type("Apple Row");
    keyboard().press(Key::Return);
    reader().hearAlert("That passphrase does not open this device. Nothing was changed. Check capitals and try again.");
    reader().hearKeyboardOn("password", "Passphrase");

    keyboard().type("orchard row");
    keyboard().press(Key::Return);
    const HeardPage today = reader().hearInOrder({
        {"tab", "Today"},
        {"tab", "People"},
        {"tab", "Referrals, 9 waiting for you"},
        {"tab", "Who to ring"},
        {"tab", "Sharing"},
        {"button", "Lock"},
        {"text", "Bronwen Price, Community nurse"},
        {"heading", "Today"},
        {"text", "Tuesday 15 September 2026"},
        {"entry", "Find a person"},
        {"alert", "VOWLES, Beryl (Mrs), PHQ-9, 14 September 2026: thoughts of death or self-harm.…"},
        {"button", "Say what was done"},
        {"heading", "Your round"},
        {"button", "08:45, ATWOOD, Florence (Mrs), Done"},
        {"group", "Next, in 18 minutes, 10:30, HARGREAVE, Edith (Mrs)"},
        {"heading", "HARGREAVE, Edith (Mrs)"},
        {"text", "Visiting alone."},
        {"text", "DNACPR."},
        {"text", "Allergy: penicillin."},
        {"heading", "Messages to you"},
        {"heading", "Answers to your referrals"},
        {"button", "Saved on this tablet. Nothing waiting to send.…"},
    });
    EXPECT_TRUE(today.find("tab", "Today")->is(State::Selected));
    EXPECT_FALSE(today.find("tab", "People")->is(State::Selected));
    EXPECT_EQ(today.find("password", "Passphrase"), nullptr) << "the locked window is read behind the open one";
    everythingIsSaid("Today");

    reader().takeTheKeyboardTo("button", "Say what was done"); // Page Down is the page's own
    scrollDownTo("heading", "Waiting for your answer");
    scrollDownTo("button", "VOWLES, Beryl (Mrs), 84y…");
    everythingIsSaid("Today, further down");
}

TEST_F(Unlocking, APassphraseIsNotGivenToWhoeverListens) {
    reader().hearKeyboardOn("password", "…");
    reader().beginAnew();
    keyboard().type("qzxjvqzxj");
    constexpr std::size_t kNine = 9;
    reader().until([] { return reader().textIn("password", "…").size() >= kNine; }, "Something for each letter typed");
    for (const std::string& words : reader().everyWord()) {
        EXPECT_THAT(words, Not(HasSubstr("qz")));
        EXPECT_THAT(words, Not(HasSubstr("xj")));
    }
    EXPECT_EQ(reader().textIn("password", "…"), "•••••••••");
    // A listener's own switch or voice still comes to it, by its name.
    reader().takeTheKeyboardTo("button", "Open");
    reader().takeTheKeyboardTo("password", "Passphrase");
}

TEST_F(Unlocking, TabIsAnnouncedAndGoesAsThePageIsRead) {
    unlock();
    const HeardPage page = reader().listen();
    const auto placeOf = [&](const HeardThing& thing) {
        for (std::size_t at = 0; at < page.things.size(); ++at) {
            if (page.things[at].inWords().starts_with(thing.role + " \"" + thing.name + '"')) {
                return at;
            }
        }
        return page.things.size(); // scrolled to since
    };
    std::vector<std::string> names{"the top of the window"};
    std::size_t last = 0;
    for (int tab = 0; tab < 16; ++tab) {
        reader().beginAnew();
        keyboard().press(Key::Tab);
        const HeardThing heard = reader().nextFocused();
        EXPECT_NE(heard.name, "") << "Tab came to a " << heard.role << " without a name, after " << names.back();
        EXPECT_TRUE(heard.is(State::Focused)) << heard.inWords();
        EXPECT_NE(names.back(), heard.name) << heard.inWords() << " is announced twice";
        const std::size_t here = placeOf(heard);
        EXPECT_GE(here, last) << "Tab goes to " << heard.inWords() << " after " << names.back()
                              << ", which is read later";
        last = here;
        names.push_back(heard.name);
    }
    EXPECT_EQ(names[1], "Find a person");
    reader().beginAnew();
    keyboard().press(Key::BackTab);
    EXPECT_EQ(reader().nextFocused().name, names[names.size() - 2]);
}

TEST_F(Unlocking, HearsNothingOfAnybodyOnceItIsLocked) {
    unlock();
    openPerson("HARGREAVE, Edith (Mrs)");
    reader().hear("group", "HARGREAVE, Edith (Mrs).…");
    reader().press("button", "Lock");
    reader().hear("text", "This tablet is locked");
    reader().hearKeyboardOn("password", "Passphrase");
    const HeardPage locked = reader().listen();
    EXPECT_EQ(locked.find("tab", "Today"), nullptr);
    // Not to a reader that looks at what is hidden either.
    EXPECT_GT(locked.unheard.size(), 100U);
    for (const std::string& name : locked.unheard) {
        EXPECT_THAT(name, Not(HasSubstr("HARGREAVE")));
        EXPECT_THAT(name, Not(HasSubstr("Edith")));
        EXPECT_THAT(name, Not(HasSubstr("999 526 0182")));
    }
}

} // namespace
} // namespace frontsheet::testing
