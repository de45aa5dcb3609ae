// A nurse who does not see the screen writes a note, hears what is still missing, and hears it among the notes.
#include "tests/app/screen_reader/heard_app.h"

namespace frontsheet::testing {
namespace {

class Note : public HeardApp {};

TEST_F(Note, IsRefusedInWordsWhileItIsEmptyAndThenKept) {
    unlock();
    openPerson("HARGREAVE, Edith (Mrs)");
    reader().press("button", "Write note");
    reader().hearInOrder({{"group", "HARGREAVE, Edith (Mrs).…"},
                          {"heading", "Note"},
                          {"group", "How"},
                          {"choice", "Visit"},
                          {"choice", "Telephone call"},
                          {"group", "Category"},
                          {"choice", "Contact note"},
                          {"entry", "Words of the note"},
                          {"button", "Finish note"},
                          {"heading", "Who will see this"},
                          {"heading", "Will read all of it"},
                          {"row", "Will read all of it, Kitley Council, Social work assessor: Ruth Okafor,…"},
                          {"heading", "And will not"}});
    reader().hearKeyboardOn("entry", "Words of the note");
    everythingIsSaid("the note");

    reader().beginAnew();
    reader().press("button", "Finish note");
    reader().hearAlert("Something that is needed is still empty. Fill it in and try again.");

    write("Words of the note", "Edie is well. Slept ALL night, she says.");
    reader().hear("text", "Saved on this tablet at 10:12, as you type.");
    reader().hearNoMore("alert", "Something that is needed is still empty.…");
    reader().press("button", "Finish note");
    reader().hear("tab", "Visits and notes, 5");
    reader().press("tab", "Visits and notes, 5");
    reader().hear("row", "You, Harbour Health, Visit, today, 10:12, Edie is well. Slept ALL night, she says.");
    reader().hear("button", "Saved on this tablet. 1 item waiting to send.…");
}

TEST_F(Note, WhatIsChosenIsHeardBeforeAndAfterItIsChanged) {
    unlock();
    openPerson("HARGREAVE, Edith (Mrs)");
    reader().press("button", "Write note");
    reader().hear("heading", "Note");
    const auto chosen = [](const std::string& name) { return reader().hear("choice", name).is(State::Checked); };
    EXPECT_TRUE(chosen("Visit"));
    EXPECT_FALSE(chosen("Telephone call"));
    EXPECT_TRUE(chosen("Contact note"));
    reader().press("choice", "Telephone call");
    reader().until([&] { return chosen("Telephone call") && !chosen("Visit"); }, "That it is a telephone call");
    reader().press("choice", "Meeting", "Toggle"); // which some readers send instead
    reader().until([&] { return chosen("Meeting") && !chosen("Telephone call"); }, "That it is a meeting");
    reader().press("choice", "Meeting"); // chosen already, it stays so
    EXPECT_TRUE(chosen("Meeting"));
    EXPECT_FALSE(chosen("Telephone call"));
}

} // namespace
} // namespace frontsheet::testing
