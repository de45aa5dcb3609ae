// A nurse who does not see the screen hides where somebody lives, and hears who is to know it.
#include "tests/app/screen_reader/heard_app.h"

namespace frontsheet::testing {
namespace {

class Knowers : public HeardApp {};

TEST_F(Knowers, AreTickedByNameAndHeardAsTheyAre) {
    unlock();
    openPerson("HARGREAVE, Edith (Mrs)");
    reader().hear("group", "HARGREAVE, Edith (Mrs).…");
    reader().takeTheKeyboardTo("button", "Open the plan"); // Page Down is the page's own
    scrollDownTo("button", "What may be shared");
    reader().press("button", "What may be shared");
    reader().hear("heading", "What Edie wants to be shared");
    reader().press("button", "Keep where Edie lives hidden");
    reader().hear("dialog", "Keep where Edie lives hidden");
    const auto ticked = [](const std::string& who) { return reader().hear("checkbox", who).is(State::Checked); };
    const std::string me = "Bronwen Price (you), Community nurse";
    const std::string kofi = "Kofi Asante, Community nurse";
    EXPECT_TRUE(ticked(me));
    EXPECT_FALSE(ticked(kofi));

    reader().takeTheKeyboardTo("checkbox", kofi);
    reader().beginAnew();
    keyboard().type(" ");
    reader().hearChecked(kofi);
    EXPECT_TRUE(ticked(kofi));
    EXPECT_TRUE(ticked(me)) << "one of several was taken for the only one";
    reader().hearKeyboardOn("checkbox", kofi); // and not lost with a row made anew
    keyboard().press(Key::Return);
    reader().until([&] { return !ticked(kofi); }, "That he is not chosen any more");
    reader().hearKeyboardOn("checkbox", kofi);
    reader().press("checkbox", kofi, "Toggle");
    reader().until([&] { return ticked(kofi); }, "That he is chosen again");
    everythingIsSaid("who is to know");
}

} // namespace
} // namespace frontsheet::testing
