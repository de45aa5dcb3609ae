// Harold and Hilda: her third stroke, and the home says she is too ill. Reviewing officer and occupational therapist look again at
// both; he has a carer's assessment of his own, which her record does not show, and the package supports him.

#include "app/demo/story_care.h"

namespace frontsheet::demo {

namespace {

constexpr const char* kHers = "I want to be with Harold, stroke or no stroke.";
constexpr const char* kMatrons = "It is her third. She is too ill to go anywhere.";
constexpr const char* kLimits = "I can do the days. The nights are too much, and I never said otherwise.";
constexpr const char* kTransfers = "See both at home: bed, chair, toilet";
constexpr const char* kSeen = "Harold can help her stand with the turner. A bed downstairs, and it can be done.";
constexpr const char* kAsked = "An assessment of his own";
constexpr const char* kDay = "Washes her, cooks, listens for her all night. Has not been out since the spring.";
constexpr const char* kOutcome = "Seen on his own. A sitter two nights a week is what keeps him going.";
constexpr const char* kSitter = "A sitter two nights a week, so that Harold sleeps";

std::string harold(const CareCast& cast) { return "Harold " + cast.hilda.familyName; }

// She asks her, hears the matron, and asks him as somebody in his own right.
void askAll(Screen& officer, const CareCast& cast) {
    officer.openPerson(findingOf(cast.hilda, "council"));
    officer.openPlan();
    officer.press("Open a plan");
    fillIn(officer, {writes("What the plan is for", "To see whether they can be together at home.")});
    officer.press("Write it down");
    fillIn(officer, {chooses("About", "Where to live"), chooses("How it was said", "Face to face"),
                     writes("In their words", kHers)});
    officer.press("Add a view");
    fillIn(officer, {chooses("Whose view", "Somebody else"), writes("Name", "Joan Fry"),
                     writes("Relation", "matron of the home"), chooses("About", "The placement"),
                     chooses("How it was said", "Face to face"), writes("In their words", kMatrons)});
    officer.seesAbove(kHers, kMatrons);
    officer.pressRow("Add to what is known of");
    officer.pressRow("Who looks after them");
    fillIn(officer, {writes("Carer", harold(cast)), writes("Relation", "husband"),
                     chooses("Willing to care", "Within limits"), writes("In the carer's words", kLimits),
                     writes("Asked on", "today"), chooses("Carer's assessment", "Offered")});
    officer.press("Add an action");
    officer.write("What is to be done", kTransfers);
    officer.press("Owner: Somebody else");
    officer.write("Name, role or agency", "Grace Lim");
    officer.pressRow("Grace Lim");
    fillIn(officer, {writes("Due", "in 1 week")});
    officer.sees(kTransfers);
    officer.openPerson(harold(cast));
    officer.press("Refer");
    officer.write("What is needed, in a line", kAsked);
    officer.write("Why, and what you have seen", "He looks after his wife and nobody has asked what he needs.");
    officer.write("Something else: befriending, housing, crisis", "carer support");
    officer.pressRow("Carer support and assessment");
    officer.press("Send referral");
    officer.exchange();
}

void therapistLooksAgain(Screen& therapist, const CareCast& cast) {
    therapist.openPerson(findingOf(cast.hilda, "council"));
    therapist.openPlan();
    therapist.press(std::string{"Accept: "} + kTransfers);
    therapist.sees("Waits for you to report back.");
    therapist.press(std::string{"Done: "} + kTransfers);
    therapist.write("What came of it", kSeen);
    therapist.press("Mark it done");
    therapist.exchange();
}

void seeHarold(Screen& support, const CareCast& cast) {
    support.pressRow(harold(cast) + ": " + kAsked);
    support.press("Accept");
    support.write("What you will do, and when", "I see him on Thursday, on his own.");
    support.press("Accept");
    support.exchange();
    support.press("Finish with an outcome");
    support.write("What came of it", kOutcome);
    support.press("Finish");
    support.exchange();
}

// What the referral came to reaches who asked, who says that she has read it. What he needs is written on his own record, which is not
// Hilda's, and the package carries him.
void carryBoth(Screen& officer, const CareCast& cast) {
    officer.pressRow(harold(cast) + ": " + kAsked);
    officer.sees(kOutcome);
    officer.press("I have read this");
    officer.openPerson(harold(cast));
    officer.pressRow("Add to what is known of");
    officer.pressRow("A carer's assessment");
    officer.write("Whom they look after", cast.hilda.givenName + " " + cast.hilda.familyName);
    officer.pressRow(nameOnLists(cast.hilda));
    fillIn(officer, {writes("What they do", kDay), chooses("Willing to care", "Within limits"),
                     writes("What they need", kOutcome), chooses("State", "Finished"), writes("Assessed on", "today")});
    officer.openPerson(findingOf(cast.hilda, "council"));
    officer.openPlan();
    officer.pressRow("Done and cancelled: 1");
    officer.sees(kSeen);
    officer.press("Add a line");
    fillIn(officer,
           {writes("Task", kSitter), writes("Provider", "Larkfield Home Care"), writes("Visits a week", "2"),
            writes("Minutes a visit", "480"), writes("Weekly cost", "190"), writes("Paid by the council", "190")});
    officer.sees("£190");
    officer.exchange();
}

void look(Step& step, World& world) {
    Stores stores(step, world, {"reviewing-officer", "therapist", "carer-support", "nurse"});
    stores.allIsSent();
    const std::vector<std::string> hers{"reviewing-officer", "therapist", "nurse"};
    stores.once("council", "view", kHers, hers);
    stores.once("council", "view", kMatrons, hers);
    const auto* carer = stores.once("council", "carer", kLimits, hers);
    step.check(carer != nullptr && carer->field("willing") == "within-limits" && !carer->field("carer").empty(),
               "he is never assumed willing, and has a record of his own");
    const auto* asked = stores.once("council", "action", kTransfers, hers);
    step.check(asked != nullptr && asked->field("state") == "done" && asked->field("report") == kSeen &&
                   asked->field("owner") == "W008",
               "the therapist has looked again, and says what came of it");
    const auto* assessed = stores.once("council", "carer-assessment", kDay, {"reviewing-officer"});
    step.check(assessed != nullptr && assessed->field("state") == "done", "he has an assessment of his own");
    const auto* referral = stores.once("council", "referral", kAsked, {"reviewing-officer", "therapist"});
    step.check(referral != nullptr && referral->field("outcome") == kOutcome &&
                   !referral->field("outcome_read_at").empty(),
               "the feedback reached who asked, and she has read it");
    stores.once("council", "package-line", kSitter, hers);
    for (const auto* worker : {"nurse", "therapist", "carer-support"}) {
        stores.isNotOn(worker, kDay);
    }
}

} // namespace

bool tellOfHarold(World& world, Report& report, const CareCast& cast) {
    Step step("Harold and Hilda: both are looked at again, he has an assessment of his own, the package supports him");
    {
        Screen officer(step, world, "reviewing-officer");
        askAll(officer, cast);
        officer.close();
        Screen therapist(step, world, "therapist");
        therapistLooksAgain(therapist, cast);
        therapist.close();
        Screen support(step, world, "carer-support");
        seeHarold(support, cast);
        support.close();
        Screen again(step, world, "reviewing-officer");
        carryBoth(again, cast);
        again.close();
    }
    for (const auto* worker : {"nurse", "therapist"}) {
        step.check(world.device(worker).sync().succeeded(), std::string{"the "} + worker + " syncs");
    }
    look(step, world);
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
