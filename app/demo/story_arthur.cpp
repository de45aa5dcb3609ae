// Arthur went straight from hospital to a nursing home; neither he nor the nephew he lives with was asked. His reviewing officer
// asks both and calls a conference with both. It is held on its day, by clocks that are turned to it; a trial at home with a larger
// package begins. Four weeks later it is reviewed, and what came of it recorded.

#include "app/demo/demo_clock.h"
#include "app/demo/story_care.h"

namespace frontsheet::demo {

namespace {

constexpr const char* kHis = "Nobody asked me. I live with Len. I want my own bed and the dog.";
constexpr const char* kNephews = "He belongs at home. I am in from four, and I never said I would not have him.";
constexpr const char* kMatron = "Joan Fry";
constexpr const char* kAbout = "Whether he goes home, and what it would take";
constexpr const char* kWhy = "He went from the ward to the home, and neither he nor Len was asked. This time they are.";
constexpr const char* kOnLeave = "Surgery that morning";
constexpr const char* kWantsSaid = "His heart will stand it. I would sooner see him at home than low in a chair.";
constexpr const char* kDecided = "A trial at home for four weeks from today, with two carers, morning and evening.";
constexpr const char* kDissent = "It is early. I would want another fortnight with the frame.";
constexpr const char* kAction = "Show Len what to look for on the heel";
constexpr const char* kShown = "Len has looked at it with me twice and rings when it is red.";
constexpr const char* kSaid = "He spoke first, then Len. The matron would have him back any day.";
constexpr const char* kAsked = "Dressings at home while he tries it";
constexpr const char* kTaken = "I come on Mondays and Fridays from his first day at home.";
constexpr const char* kPlan = "Four weeks at home with Len to see how it goes.";
constexpr const char* kMore = "Two carers, morning and evening";
constexpr const char* kMet = "Sat down with him, Len and the matron at the home. He walks to the door with the frame.";
constexpr const char* kAfter = "I sleep. The dog sleeps on my feet. I am not going back.";
constexpr const char* kOutcome = "Four weeks without a fall. Len gives him his supper.";

constexpr int kNotice = 10;      // days, at the least, that whoever is asked has to make room for it
constexpr int kTrial = 28;       // days
constexpr int kAfterIsOver = 12; // o'clock: the conference was at half past ten

std::string called(const Human& human) { return human.givenName + " " + human.familyName; }

// As people here type it: 24/11/2026.
std::string typedDay(int ahead) {
    const auto iso = DemoClock::isoToday(ahead);
    return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

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
}

void askByName(Screen& officer, const Human& arthur, const std::string& name, const std::string& relation) {
    officer.press("Ask somebody else");
    officer.write("Or somebody who is no worker: their name", name);
    officer.write("Who they are to " + called(arthur), relation);
    officer.press("Ask them");
    officer.seesAbove(called(arthur), name);
}

// About the placement, so that it stands there as well. He is the first to be asked; Len and the matron are by name; the app proposes
// the workers who are involved.
void callConference(Screen& officer, const Human& arthur) {
    openPlacement(officer, arthur);
    officer.press("Call one");
    officer.write("What it is about", kAbout);
    officer.write("Day and time", "yesterday 10:30");
    officer.press("Call the conference");
    officer.sees("That is past already.");
    officer.write("Day and time", typedDay(DemoClock::daysToWorkingDay(kNotice)) + " 10:30");
    officer.write("Where", "The Laurels, the room with the piano");
    officer.write("Why it is held, as everybody who is asked may read it", kWhy);
    officer.sees("Jo Marsh");
    askByName(officer, arthur, "Len", "nephew");
    askByName(officer, arthur, kMatron, "matron of the home");
    officer.press("Call the conference");
    officer.sees("Asked, not answered");
    officer.press(called(arthur) + " is coming");
    officer.press("Len is coming");
    officer.press(std::string{kMatron} + " is coming");
    officer.exchange();
}

void nurseComes(Screen& nurse) {
    nurse.sees(kAbout);
    nurse.press("I am coming");
    nurse.sees("Coming");
    nurse.exchange();
}

// Who cannot come says why, and what is to be said there.
void doctorSendsWords(Screen& gp, const Human& arthur) {
    gp.openPerson(findingOf(arthur, "gp_Y99001"));
    gp.openPlan();
    gp.pressRow(kAbout);
    gp.seesAbove(kHis, kNephews);
    gp.press("I cannot come");
    gp.write("Why not", kOnLeave);
    gp.write("What you want said there; it is read out as you write it", kWantsSaid);
    gp.press("Tell them");
    gp.sees("Cannot come");
    gp.exchange();
}

// His words and Len's before anything else, then who is there; what is decided, and who does not agree; and who does what.
void holdIt(Screen& officer, const Human& arthur) {
    openPlacement(officer, arthur);
    officer.pressRow(kAbout);
    officer.press("Before");
    officer.seesAbove(kHis, kNephews);
    officer.sees(kWantsSaid);
    officer.press("At the meeting");
    const std::vector<std::pair<std::string, std::string>> came{{called(arthur), "Here"},
                                                                {"Len", "Here"},
                                                                {kMatron, "Here"},
                                                                {"Jo Marsh", "Here"},
                                                                {"Bethan Price", "By telephone"},
                                                                {"Dr Amara Obi", "Apologies"}};
    for (const auto& [who, how] : came) {
        officer.choose(who, how);
    }
    officer.press("Add a decision");
    officer.write("What was decided?", kDecided);
    officer.press(kMatron);
    officer.write(std::string{kMatron} + " says, in their words", kDissent);
    officer.press("Save the decision");
    officer.seesAbove(kDecided, kDissent);
    officer.press("Add an action");
    officer.write("What is to be done", kAction);
    officer.write("Name, role or agency", "Jo Marsh");
    officer.pressRow("Jo Marsh");
    officer.press("Ask Jo Marsh");
    officer.sees(kAction);
    officer.write("What was said", kSaid);
    officer.press("It was held");
    officer.choose("Was " + called(arthur) + " there?", "Was there");
    officer.press("Save the minutes");
    officer.sees("5 came, 1 sent apologies");
}

// The same day: a trial at home, with more than he had before.
void begin(Screen& officer, const Human& arthur) {
    openPlacement(officer, arthur);
    officer.sees(kDecided);
    officer.press("Hold the review");
    officer.write("What they say, in their own words", kHis);
    officer.write("What you found, and who was there", kMet);
    officer.choose("What comes of it", "Try it at home");
    officer.press("Save the review");
    officer.sees("of 28");
    officer.press("Make the list");
    officer.press("Heating on and working: It is ready");
    officer.press("Carer asked, and ready: It is ready");
    officer.sees("2 of 7 ready");
    officer.openPerson(findingOf(arthur, "council"));
    officer.openPlan();
    officer.press("Open a plan");
    fillIn(officer, {writes("What the plan is for", kPlan), writes("Review due", "in 4 weeks")});
    officer.press("Add a line");
    fillIn(officer, {writes("Task", kMore), writes("Provider", "Larkfield Home Care"), writes("Visits a week", "14"),
                     writes("Minutes a visit", "45"), writes("Workers a visit", "2"), writes("Weekly cost", "504"),
                     writes("Paid by the council", "504")});
    officer.sees("£504");
    officer.press("Refer");
    officer.write("What is needed, in a line", kAsked);
    officer.write("Why, and what you have seen", "Heel sore, left. He goes home for a trial of four weeks.");
    officer.write("Something else: befriending, housing, crisis", "community nursing");
    officer.pressRow("Community nursing");
    officer.press("Send referral");
    officer.seesNoMore("Who it goes to");
    officer.sees(kAsked);
    officer.exchange();
}

// The nurse takes what she is asked, reads what was decided with him, and that he is on trial at home.
void nurseTakesIt(Screen& nurse, const Human& arthur) {
    nurse.pressRow(called(arthur) + ": " + kAsked);
    nurse.press("Accept");
    nurse.write("What you will do, and when", kTaken);
    nurse.press("Accept");
    nurse.exchange();
    nurse.openPerson(findingOf(arthur, "community_trust"));
    nurse.openPlan();
    nurse.seesAbove(kHis, kNephews);
    nurse.sees(kMore);
    nurse.press(std::string{"Accept: "} + kAction);
    nurse.sees("Waits for you to report back.");
    nurse.pressRow(kAbout);
    nurse.sees(kDecided);
    nurse.sees(kSaid);
    nurse.exchange();
}

void nurseReportsBack(Screen& nurse, const Human& arthur) {
    nurse.openPerson(findingOf(arthur, "community_trust"));
    nurse.openPlan();
    nurse.press(std::string{"Done: "} + kAction);
    nurse.write("What came of it", kShown);
    nurse.press("Mark it done");
    nurse.exchange();
}

void reviewAtTheEnd(Screen& officer, const Human& arthur) {
    openPlacement(officer, arthur);
    officer.sees("Day 28 of 28");
    officer.press("Hold the review");
    officer.write("What they say, in their own words", kAfter);
    officer.choose("What comes of it", "Home for good");
    officer.choose("Is that what they wish?", "As they wished.");
    officer.write("In a sentence, for who reads this later", kOutcome);
    officer.press("Save the review");
    officer.sees("Home for good");
    officer.exchange();
}

// The invitation of a worker, or of somebody by name, as that store has it.
const DumpedRecord* invitationOf(const Dump& store, const std::string& conference, const std::string& who) {
    for (const auto& record : store.records()) {
        if (record.type == "invitation" && record.field("conference") == conference &&
            (record.field("worker") == who || record.field("name") == who)) {
            return &record;
        }
    }
    return nullptr;
}

bool wasTold(const DumpedRecord* invitation, const std::string& answer, const std::string& attended) {
    return invitation != nullptr && invitation->field("answer") == answer && invitation->field("attended") == attended;
}

// Called, and answered.
void lookBefore(Step& step, World& world, const Human& arthur) {
    const std::vector<std::string> all{"reviewing-officer", "assessor", "nurse", "gp"};
    Stores stores(step, world, all);
    stores.allIsSent();
    const auto* his = stores.once("council", "view", kHis, all);
    step.check(his != nullptr && his->field("whose") == "person", "what he wants is in his words");
    stores.once("council", "view", kNephews, all);
    const auto* conference = stores.once("council", "conference", kWhy, all);
    if (!step.check(conference != nullptr && conference->field("state") == "planned" &&
                        conference->field("chair") == "W004" && !conference->field("placement").empty(),
                    "the conference is called, about the placement, by its reviewing officer")) {
        return;
    }
    for (const auto& worker : all) {
        const auto& store = stores.on(worker);
        step.check(wasTold(invitationOf(store, conference->id, called(arthur)), "coming", ""),
                   "he is asked, says the device of the " + worker);
        step.check(wasTold(invitationOf(store, conference->id, "Len"), "coming", ""),
                   "Len is asked, says the device of the " + worker);
        step.check(wasTold(invitationOf(store, conference->id, "W012"), "coming", ""),
                   "the nurse comes, says the device of the " + worker);
        const auto* doctor = invitationOf(store, conference->id, "W020");
        step.check(wasTold(doctor, "cannot", "") && doctor->field("words_sent") == kWantsSaid,
                   "the doctor sends words, says the device of the " + worker);
    }
}

void lookAtConference(Step& step, Stores& stores, const Human& arthur, const std::vector<std::string>& all,
                      const std::string& day) {
    const auto* conference = stores.once("council", "conference", kSaid, all);
    const auto* decision = stores.once("council", "conference-decision", kDecided, all);
    const auto* action = stores.once("council", "action", kAction, all);
    if (!step.check(conference != nullptr && decision != nullptr && action != nullptr, "it was held")) {
        return;
    }
    step.check(conference->field("state") == "held" && conference->field("held_on") == day &&
                   conference->field("person_there") == "there",
               "it was held on its day, and he was there");
    const auto* dissent = stores.once("council", "view", kDissent, all);
    step.check(dissent != nullptr && dissent->field("name") == kMatron &&
                   dissent->field("about_record") == decision->id,
               "the matron's dissent stands beside the decision, in her words");
    step.check(decision->field("conference") == conference->id && decision->field("text") == kDecided &&
                   decision->field("state") == "decided",
               "what was decided stands word for word");
    step.check(action->field("conference") == conference->id && action->field("owner") == "W012" &&
                   action->field("state") == "done" && action->field("report") == kShown,
               "the action has one owner, who says what came of it");
    for (const auto& worker : all) {
        const auto& store = stores.on(worker);
        const auto came = [&](const std::string& who, const std::string& answer, const std::string& attended) {
            step.check(wasTold(invitationOf(store, conference->id, who), answer, attended),
                       who + ": " + attended + ", says the device of the " + worker);
        };
        came(called(arthur), "coming", "there");
        came("Len", "coming", "there");
        came(kMatron, "coming", "there");
        came("W012", "coming", "there");
        came("W001", "asked", "by-phone");
        came("W020", "cannot", "apologies");
        step.check(store.countWhere([](const DumpedRecord& r) {
            return r.type == "view" && (r.field("said") == kHis || r.field("said") == kNephews);
        }) == 2,
                   "his view and Len's are beside it on the device of the " + worker);
    }
}

void lookAfter(Step& step, World& world, const Human& arthur, int held) {
    const std::vector<std::string> all{"reviewing-officer", "nurse", "gp"};
    Stores stores(step, world, all);
    stores.allIsSent();
    const auto day = DemoClock::isoToday(held);
    const auto end = DemoClock::isoToday(held + kTrial);
    lookAtConference(step, stores, arthur, all, day);
    const auto* line = stores.once("council", "package-line", kMore, all);
    step.check(line != nullptr && line->field("weekly_cost_pence") == "50400", "the larger package says what it costs");
    const auto* asked = stores.once("council", "referral", kAsked, all);
    step.check(asked != nullptr && asked->field("state") == "accepted" && asked->field("accepted_by") == "W012",
               "the nurse has taken what she was asked");
    const auto* first = stores.once("council", "placement-review", kMet, all);
    step.check(first != nullptr && first->field("conclusion") == "trial-at-home" && first->field("held_on") == day &&
                   first->field("next_due") == end && first->field("own_words") == kHis,
               "the first review, on the day of the conference, set the trial's review date");
    const auto* second = stores.once("council", "placement-review", kAfter, all);
    step.check(second != nullptr && second->field("held_on") == end, "the trial was reviewed that day");
    const auto* placement = stores.once("council", "placement", kOutcome, all);
    step.check(placement != nullptr && placement->person == arthur.persons.at("council") &&
                   placement->field("outcome") == "returned-home" && placement->field("outcome_wish") == "met" &&
                   placement->field("trial_until") == end && placement->field("reviewing_officer") == "W004",
               "the outcome is recorded beside his wish, with its one reviewing officer");
}

void sync(Step& step, World& world, const std::vector<std::string>& workers) {
    for (const auto& worker : workers) {
        step.check(world.device(worker).sync().succeeded(), "the " + worker + " syncs");
    }
}

} // namespace

bool tellOfArthur(World& world, Report& report, const CareCast& cast) {
    Step step("Arthur: he and his nephew are asked, and a conference with both is called and answered");
    {
        Screen officer(step, world, "reviewing-officer");
        askBoth(officer, cast.arthur);
        callConference(officer, cast.arthur);
        officer.close();
        Screen nurse(step, world, "nurse");
        nurseComes(nurse);
        nurse.close();
        Screen gp(step, world, "gp");
        doctorSendsWords(gp, cast.arthur);
        gp.close();
    }
    sync(step, world, {"reviewing-officer", "assessor", "nurse"});
    lookBefore(step, world, cast.arthur);
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

bool bringArthurHome(World& world, Report& report, const Cast& cast) {
    Step step("Arthur, the weeks after: the conference is held, a trial at home begins, and he is home for good");
    const Human& arthur = cast.arthur;
    const int held = DemoClock::daysToWorkingDay(kNotice);
    DemoClock clock(world.folders().root / "arthur.clock");
    clock.turnTo(std::chrono::minutes{0});
    step.check(world.goBy(clock.environment()), "the servers go on by a clock that can be turned");
    clock.turnAhead(held, kAfterIsOver);
    sync(step, world, {"reviewing-officer", "nurse"});
    {
        Screen officer(step, world, "reviewing-officer");
        holdIt(officer, arthur);
        begin(officer, arthur);
        officer.close();
        Screen nurse(step, world, "nurse");
        nurseTakesIt(nurse, arthur);
        nurse.close();
    }
    clock.turnAhead(held + kTrial, kAfterIsOver);
    sync(step, world, {"nurse", "reviewing-officer"});
    {
        Screen nurse(step, world, "nurse");
        nurseReportsBack(nurse, arthur);
        nurse.close();
        Screen officer(step, world, "reviewing-officer");
        reviewAtTheEnd(officer, arthur);
        officer.close();
        Screen after(step, world, "nurse");
        after.openPerson(findingOf(arthur, "community_trust"));
        after.sees("Home again");
        after.exchange();
        after.close();
    }
    sync(step, world, {"gp"});
    lookAfter(step, world, arthur, held);
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
