// What holds on every page (page_rules.h), on the pages that the other stories do not come by.
#include "tests/app/screen_reader/heard_app.h"

namespace frontsheet::testing {
namespace {

class EveryPage : public HeardApp {};

TEST_F(EveryPage, IsSaidByNameAndAsWhatItIs) {
    unlock();
    for (const char* place : {"Who to ring", "Sharing"}) {
        reader().press("tab", place);
        reader().hear("heading", place);
        everythingIsSaid(place);
    }
    // Which of several is shown.
    EXPECT_TRUE(reader().hear("checkbox", "Our own workers").is(State::Checked));

    reader().press("button", "Saved on this tablet. Nothing waiting to send.…");
    reader().hear("heading", "Saved and sent");
    everythingIsSaid("Saved and sent");

    reader().press("tab", "Today");
    reader().press("button", "HARGREAVE, Edith (Mrs), Sam Whitlock,…");
    reader().hear("entry", "…");
    everythingIsSaid("messages about a person");

    openPerson("HARGREAVE, Edith (Mrs)");
    reader().press("button", "Refer");
    reader().hear("heading", "Refer Edie");
    reader().hearKeyboardOn("entry", "What is needed, in a line");
    everythingIsSaid("a new referral");
}

TEST_F(EveryPage, OfAPersonIsSaidByNameAndAsWhatItIs) {
    unlock();
    openPerson("HARGREAVE, Edith (Mrs)");
    reader().takeTheKeyboardTo("button", "Open the plan"); // Page Down is the page's own
    scrollDownTo("button", "What may be shared");
    everythingIsSaid("the front sheet, further down");
    reader().press("button", "What may be shared");
    reader().hear("heading", "What Edie wants to be shared");
    everythingIsSaid("what she wants to be shared");
    reader().press("button", "Front sheet");
    reader().press("button", "Two versions");
    everythingIsSaid("two versions");
    reader().press("tab", "Plan");
    reader().press("button", "Call one");
    reader().hear("heading", "Call a conference about…");
    everythingIsSaid("calling a conference");
    reader().press("tab", "Today");
    reader().press("button", "08:45, ATWOOD, Florence (Mrs), Done");
    reader().hear("heading", "Visit");
    everythingIsSaid("a visit");
    reader().press("tab", "People");
    write("Name, NHS number, postcode, telephone, or words of a note", "nobody of that name");
    reader().press("button", "Open in an emergency");
    reader().hear("heading", "Open in an emergency");
    everythingIsSaid("opening in an emergency");
}

// A manager's pages have parts that nobody else's have.
class ManagersPages : public HeardApp {
protected:
    ManagersPages() : HeardApp("manager") {}
};

TEST_F(ManagersPages, AreSaidByNameAndAsWhatTheyAre) {
    unlock();
    everythingIsSaid("Today");
    reader().press("tab", "Team…");
    reader().hear("tabs", "Parts of the team's work");
    everythingIsSaid("the team");
}

} // namespace
} // namespace frontsheet::testing
