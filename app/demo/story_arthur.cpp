// Arthur went straight from hospital to a nursing home; neither he nor the nephew he lives with was asked. His reviewing officer
// asks both, sits down with both, and a trial at home with a larger package begins. It is reviewed, and what came of it recorded.

#include "app/demo/demo_clock.h"
#include "app/demo/story_care.h"

namespace frontsheet::demo {

namespace {

constexpr const char* kHis = "Nobody asked me. I live with Len. I want my own bed and the dog.";
constexpr const char* kNephews = "He belongs at home. I am in from four, and I never said I would not have him.";
constexpr const char* kAsked = "Dressings at home while he tries it";
constexpr const char* kTaken = "I come on Mondays and Fridays from his first day at home.";
constexpr const char* kPlan = "Four weeks at home with Len to see how it goes.";
constexpr const char* kMore = "Two carers, morning and evening";
constexpr const char* kMet =
    "Sat down with Arthur, Len and the matron at the home. He walks to the door with the frame.";
constexpr const char* kAfter = "I sleep. The dog sleeps on my feet. I am not going back.";
constexpr const char* kOutcome = "Four weeks without a fall. Len gives him his supper.";

// On the board, by name, as one opens it each week.
void openPlacement(Screen& officer, const Human& arthur) {
    officer.press("Placements");
    officer.write("Find a person or a home", arthur.familyName + " " + arthur.givenName);
    officer.pressRow(nameOnLists(arthur));
    officer.sees("Reviews");
}

// The first look: nobody has asked him. She asks, and he and his nephew say it in their own words.
void askBoth(Screen& officer, const Human& arthur) {
    openPlacement(officer, arthur);
    officer.sees("Nobody has asked what they want");
    officer.openPerson(findingOf(arthur, "council"));
    officer.openPlan();
    officer.press("Write it down");
    fillIn(officer, {chooses("About", "For the conference"), chooses("How it was said", "Face to face"),
                     writes("In their words", kHis)});
    officer.press("Add a view");
    fillIn(officer, {chooses("Whose view", "Carer"), writes("Name", "Len"), writes("Relation", "nephew"),
                     chooses("About", "For the conference"), chooses("How it was said", "Face to face"),
                     writes("In their words", kNephews)});
    officer.seesAbove(kHis, kNephews);
    officer.press("Refer");
    officer.write("What is needed, in a line", kAsked);
    officer.write("Why, and what you have seen", "Heel sore, left. He goes home for a trial of four weeks.");
    officer.write("Something else: befriending, housing, crisis", "community nursing");
    officer.pressRow("Community nursing");
    officer.press("Send referral");
    officer.seesNoMore("Who it goes to");
    officer.sees(kAsked);
}

// Four weeks ago they sat down with both: a trial at home, with more than he had before.
void meetAndBegin(Screen& officer, const Human& arthur) {
    openPlacement(officer, arthur);
    officer.press("Hold the review");
    officer.write("What they say, in their own words", kHis);
    officer.write("What you found, and who was there", kMet);
    officer.choose("What comes of it", "Try it at home");
    officer.write("Held on", "4 weeks ago");
    officer.write("The trial ends, and is reviewed, on", "today");
    officer.press("Save the review");
    officer.sees("Day 28 of 28");
    officer.press("Make the list");
    officer.press("Heating on and working: It is ready");
    officer.press("Carer asked, and ready: It is ready");
    officer.sees("2 of 7 ready");
    officer.openPerson(findingOf(arthur, "council"));
    officer.openPlan();
    officer.press("Open a plan");
    fillIn(officer, {writes("What the plan is for", kPlan), writes("Review due", "today")});
    officer.press("Add a line");
    fillIn(officer, {writes("Task", kMore), writes("Provider", "Larkfield Home Care"), writes("Visits a week", "14"),
                     writes("Minutes a visit", "45"), writes("Workers a visit", "2"), writes("Weekly cost", "504"),
                     writes("Paid by the council", "504")});
    officer.sees("£504");
    officer.exchange();
}

// The nurse who was asked to come takes it, and reads what he wants and that he is on trial at home.
void nurseTakesIt(Screen& nurse, const Human& arthur) {
    nurse.pressRow(arthur.givenName + " " + arthur.familyName + ": " + kAsked);
    nurse.press("Accept");
    nurse.write("What you will do, and when", kTaken);
    nurse.press("Accept");
    nurse.exchange();
    nurse.openPerson(findingOf(arthur, "community_trust"));
    nurse.openPlan();
    nurse.seesAbove(kHis, kNephews);
    nurse.sees(kMore);
}

void reviewAtTheEnd(Screen& officer, const Human& arthur) {
    openPlacement(officer, arthur);
    officer.press("Hold the review");
    officer.write("What they say, in their own words", kAfter);
    officer.choose("What comes of it", "Home for good");
    officer.choose("Is that what they wish?", "As they wished.");
    officer.write("In a sentence, for who reads this later", kOutcome);
    officer.press("Save the review");
    officer.sees("Home for good");
    officer.exchange();
}

void look(Step& step, World& world, const Human& arthur) {
    Stores stores(step, world, {"reviewing-officer", "assessor", "nurse", "gp"});
    stores.allIsSent();
    const std::vector<std::string> all{"reviewing-officer", "assessor", "nurse", "gp"};
    const auto* his = stores.once("council", "view", kHis, all);
    step.check(his != nullptr && his->field("whose") == "person", "what he wants is in his words");
    stores.once("council", "view", kNephews, all);
    const auto* line = stores.once("council", "package-line", kMore, all);
    step.check(line != nullptr && line->field("weekly_cost_pence") == "50400", "the larger package says what it costs");
    const auto* asked = stores.once("council", "referral", kAsked, {"reviewing-officer", "assessor", "nurse", "gp"});
    step.check(asked != nullptr && asked->field("state") == "accepted" && asked->field("accepted_by") == "W012",
               "the nurse has taken what she was asked");
    const auto* first = stores.once("council", "placement-review", kMet, all);
    step.check(first != nullptr && first->field("conclusion") == "trial-at-home" &&
                   first->field("next_due") == DemoClock::isoToday() && first->field("own_words") == kHis,
               "the first review set the trial's review date");
    const auto* second = stores.once("council", "placement-review", kAfter, all);
    step.check(second != nullptr && second->field("held_on") == DemoClock::isoToday(),
               "the trial was reviewed that day");
    const auto* placement = stores.once("council", "placement", kOutcome, all);
    step.check(placement != nullptr && placement->person == arthur.persons.at("council") &&
                   placement->field("outcome") == "returned-home" && placement->field("outcome_wish") == "met" &&
                   placement->field("trial_until") == DemoClock::isoToday() &&
                   placement->field("reviewing_officer") == "W004",
               "the outcome is recorded beside his wish, with its one reviewing officer");
}

} // namespace

bool tellOfArthur(World& world, Report& report, const CareCast& cast) {
    Step step("Arthur: he and his nephew are asked, a trial at home begins, is reviewed, and he is home for good");
    {
        Screen officer(step, world, "reviewing-officer");
        askBoth(officer, cast.arthur);
        meetAndBegin(officer, cast.arthur);
        officer.close();
        Screen nurse(step, world, "nurse");
        nurseTakesIt(nurse, cast.arthur);
        nurse.close();
        Screen again(step, world, "reviewing-officer");
        reviewAtTheEnd(again, cast.arthur);
        again.close();
        Screen after(step, world, "nurse");
        after.openPerson(findingOf(cast.arthur, "community_trust"));
        after.sees("Home again");
        after.exchange();
        after.close();
    }
    for (const auto* worker : {"assessor", "gp"}) {
        step.check(world.device(worker).sync().succeeded(), std::string{"the "} + worker + " syncs");
    }
    look(step, world, cast.arthur);
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
