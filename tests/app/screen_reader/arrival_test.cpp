// A nurse who does not see the screen is told where they have come to, by where the keyboard goes.
#include "tests/app/screen_reader/heard_app.h"

#include <gmock/gmock.h>

namespace frontsheet::testing {
namespace {

using ::testing::Contains;

class Arrival : public HeardApp {
protected:
    // That the keyboard's way there is announced, and ends there.
    static void hearArrival(const std::string& role, const std::string& name) {
        HeardThing last;
        reader().until(
            [&] {
                last = reader().nextFocused();
                HeardPage one;
                one.things.push_back(last);
                return one.find(role, name) != nullptr;
            },
            "The announcement of " + role + " \"" + name + '"');
        reader().hearKeyboardOn(role, name);
    }
    // The names of all that it is in.
    static std::vector<std::string> around(const std::string& role, const std::string& name) {
        const HeardPage page = reader().listen();
        std::vector<std::string> names;
        if (const HeardThing* thing = page.find(role, name); thing != nullptr) {
            for (auto at = thing->around; at; at = page.things[*at].around) {
                names.push_back(page.things[*at].name);
            }
        }
        return names;
    }
    static void pressAndArrive(const std::string& role, const std::string& name, const std::string& title) {
        reader().beginAnew();
        reader().press(role, name);
        hearArrival("heading", title);
    }
};

TEST_F(Arrival, IsToldOnEachPage) {
    unlock();
    hearArrival("heading", "Today");
    for (const char* place : {"Sharing", "People", "Who to ring", "Today"}) {
        pressAndArrive("tab", place, place);
    }
    pressAndArrive("tab", "Referrals…", "Referrals");
    pressAndArrive("button", "Ivy Marsh: Leg ulcer, dressing twice a week, New…", "Leg ulcer, dressing twice a week");
    pressAndArrive("button", "Referrals", "Referrals");
    pressAndArrive("button", "Saved on this tablet.…", "Saved and sent");
}

TEST_F(Arrival, TabGoesOnFromThereAndNotBackToIt) {
    unlock();
    hearArrival("heading", "Today");
    reader().beginAnew();
    keyboard().press(Key::Tab);
    hearArrival("entry", "Find a person");
    keyboard().press(Key::BackTab);
    hearArrival("button", "Lock");
}

TEST_F(Arrival, AtSomebodysPageSaysWhoItIs) {
    unlock();
    reader().press("tab", "People");
    reader().hear("heading", "People");
    reader().beginAnew();
    reader().press("button", "HARGREAVE, Edith (Mrs)…");
    hearArrival("group", "HARGREAVE, Edith (Mrs). Born 11 February 1939 (87y). Gender Female.…");
    everythingIsSaid("the page that begins with somebody");
}

// Where something is typed first, the keyboard begins there; what is around it says where that is.
TEST_F(Arrival, AtAnEntryIsHeardFromAroundIt) {
    unlock();
    openPerson("HARGREAVE, Edith (Mrs)");
    reader().beginAnew();
    reader().press("button", "Write note");
    hearArrival("entry", "Words of the note");
    EXPECT_THAT(around("entry", "Words of the note"), Contains("Note, HARGREAVE, Edith (Mrs)"));
    reader().beginAnew();
    keyboard().press(Key::Escape);
    hearArrival("group", "HARGREAVE, Edith (Mrs). Born…");
    reader().press("button", "Refer");
    hearArrival("entry", "What is needed, in a line");
    EXPECT_THAT(around("entry", "What is needed, in a line"), Contains("Refer Edie, HARGREAVE, Edith (Mrs)"));
}

TEST_F(Arrival, WhereASavedNoteLeadsIsHeard) {
    unlock();
    openPerson("HARGREAVE, Edith (Mrs)");
    reader().press("button", "Write note");
    reader().hearKeyboardOn("entry", "Words of the note");
    keyboard().type("Edie is well.");
    reader().hear("text", "Saved on this tablet at 10:12, as you type.");
    reader().beginAnew();
    reader().press("button", "Finish note");
    hearArrival("group", "HARGREAVE, Edith (Mrs). Born…");
    reader().hear("tab", "Visits and notes, 5");
}

TEST_F(Arrival, AtASheetIsHeardByItsName) {
    unlock();
    openPerson("HARGREAVE, Edith (Mrs)");
    reader().takeTheKeyboardTo("button", "Add to what is known of Edie");
    reader().beginAnew();
    keyboard().press(Key::Return);
    hearArrival("entry", "Need, allergy, wish, carer");
    EXPECT_THAT(around("entry", "Need, allergy, wish, carer"), Contains("Add to what is known of Edie"));
    reader().beginAnew();
    keyboard().press(Key::Escape);
    hearArrival("button", "Add to what is known of Edie");
}

TEST_F(Arrival, AtASheetThatBeginsWithAnEntryIsHeardThere) {
    unlock();
    reader().press("tab", "Referrals…");
    reader().press("button", "Ivy Marsh: Leg ulcer, dressing twice a week, New…");
    reader().takeTheKeyboardTo("button", "Accept");
    reader().beginAnew();
    keyboard().press(Key::Return);
    hearArrival("entry", "What you will do, and when");
    EXPECT_THAT(around("entry", "What you will do, and when"), Contains("Accept this referral"));
}

TEST_F(Arrival, AtAnotherPartOfThePageIsHeardAsItsTab) {
    unlock();
    openPerson("HARGREAVE, Edith (Mrs)");
    reader().takeTheKeyboardTo("button", "Open the plan");
    reader().beginAnew();
    keyboard().press(Key::Return);
    hearArrival("tab", "Plan");
    // A sheet that begins with nothing to fill in.
    reader().takeTheKeyboardTo("button", "Crisis plan");
    reader().beginAnew();
    keyboard().press(Key::Return);
    hearArrival("heading", "Crisis plan for Edith Hargreave");
    reader().beginAnew();
    keyboard().press(Key::Tab);
    EXPECT_EQ(reader().nextFocused().name, "Ring Crisis line, 01632 960 906") << "the first thing in it";
}

} // namespace
} // namespace frontsheet::testing
