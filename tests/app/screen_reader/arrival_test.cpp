// A nurse who does not see the screen is told where they have come to, by where the keyboard goes.
#include "tests/app/screen_reader/heard_app.h"

namespace frontsheet::testing {
namespace {

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

} // namespace
} // namespace frontsheet::testing
