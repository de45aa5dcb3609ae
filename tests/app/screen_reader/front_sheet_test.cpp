// A nurse who does not see the screen finds somebody and hears their front sheet.
#include "tests/app/screen_reader/heard_app.h"

namespace frontsheet::testing {
namespace {

class FrontSheet : public HeardApp {};

TEST_F(FrontSheet, IsFoundByNameAndBeginsWithWhomItIsAbout) {
    unlock();
    reader().press("tab", "People");
    const HeardPage people =
        reader().hearInOrder({{"heading", "People"},
                              {"group", "Whose people"},
                              {"choice", "Mine"},
                              {"choice", "Everyone here"},
                              {"entry", "Name, NHS number, postcode, telephone, or words of a note"},
                              {"list", "People"},
                              {"button", "ATWOOD, Florence (Mrs), 87y, Born 4 November 1938…"},
                              {"button", "OSBORNE, Harold (Mr), 81y, Born 20 January 1945…"}});
    EXPECT_TRUE(people.find("choice", "Mine")->is(State::Checked)) << "which people are listed is not heard";
    EXPECT_FALSE(people.find("choice", "Everyone here")->is(State::Checked));
    everythingIsSaid("People");

    write("Name, NHS number, postcode, telephone, or words of a note", "osborne");
    reader().hearNoMore("button", "ATWOOD…");
    reader().press("button", "OSBORNE, Harold (Mr)…");
    reader().hear("group", "OSBORNE, Harold (Mr). Born 20 January 1945 (81y). Gender Male. NHS number…");
}

TEST_F(FrontSheet, IsHeardFromWhatEndangersToWhatIsPlanned) {
    unlock();
    openPerson("HARGREAVE, Edith (Mrs)");
    const HeardPage sheet = reader().hearInOrder({
        {"group", "HARGREAVE, Edith (Mrs). Born 11 February 1939 (87y). Gender Female. NHS number 999 526 0182."},
        {"text", "HARGREAVE, Edith (Mrs)"},
        {"text", "Born"},
        {"text", "11 February 1939 (87y)"},
        {"text", "Gender"},
        {"text", "Female"},
        {"text", "NHS No."},
        {"text", "999 526 0182"},
        {"text", "Allergy: penicillin"},
        {"tab", "Front sheet"},
        {"tab", "Plan"},
        {"tab", "Referrals, 5"},
        {"tab", "Visits and notes, 4"},
        {"button", "Write note"},
        {"button", "Alerts of Edie: Visiting alone, DNACPR,…"},
        {"alert", "You opened these records in an emergency.…"},
        {"text", "What Edie wants. “I want to stop in my own house.…"},
        {"heading", "Alerts"},
        {"row", "Visiting alone.…"},
        {"heading", "Plan"},
        {"button", "What to do in a crisis"},
        {"heading", "Referrals"},
        {"button", "Night telecare, Under review, Kitley Council, Answer due 17 September 2026"},
        {"heading", "Visits and notes"},
    });
    EXPECT_TRUE(sheet.find("tab", "Front sheet")->is(State::Selected));
    everythingIsSaid("the front sheet");
    keyboard().press(Key::PageDown);
    reader().hear("row", "Ruth Okafor, Kitley Council, Telephone call, 11 September 2026, 10:12,…");

    for (const char* part : {"Plan", "Referrals, 5", "Visits and notes, 4"}) {
        reader().press("tab", part);
        reader().until([&] { return reader().hear("tab", part).is(State::Selected); },
                       std::string("That \"") + part + "\" is chosen");
        everythingIsSaid(std::string("the part ") + part);
    }
}

TEST_F(FrontSheet, ASheetOverItIsADialogThatKeepsTheKeyboard) {
    unlock();
    openPerson("HARGREAVE, Edith (Mrs)");
    reader().takeTheKeyboardTo("button", "Add to what is known of Edie");
    reader().beginAnew();
    keyboard().press(Key::Return);
    reader().hear("dialog", "…");
    const HeardPage sheet = reader().listen();
    const HeardThing* focus = sheet.focus();
    ASSERT_NE(focus, nullptr) << "a sheet came up, and the keyboard is nowhere:\n" << sheet.inWords();
    bool within = focus->role == "dialog";
    for (auto around = focus->around; around; around = sheet.things[*around].around) {
        within = within || sheet.things[*around].role == "dialog";
    }
    EXPECT_TRUE(within) << "the keyboard stayed behind the sheet, on " << focus->inWords();
    everythingIsSaid("the sheet of what to add");
    keyboard().press(Key::Escape);
    reader().hearNoMore("dialog", "…");
    reader().hearKeyboardOn("button", "Add to what is known of Edie");
}

} // namespace
} // namespace frontsheet::testing
