// Edith wants to stay in her own house; her son and her GP would feel easier if she were in a home. All three views stand side by
// side, hers first and in her words. The plan follows her wish, and the GP reads why.

#include "app/demo/story_care.h"

namespace frontsheet::demo {

namespace {

constexpr const char* kHers =
    "I want to stop in my own house. I'd sooner fall here than be safe where I don't know a soul.";
constexpr const char* kSons = "She takes the pendant off at night. I cannot sleep for thinking of it.";
constexpr const char* kGps = "Three falls in half a year. I would feel easier if she were in a home.";
constexpr const char* kPlan = "At home, as she wishes, with help in the morning. We look again in four weeks.";
constexpr const char* kBath = "Help to get into the bath";
constexpr const char* kNights = "Somebody in the house at night";
constexpr const char* kWhyNot = "Nobody here sits with people at night. Asked three agencies.";
constexpr const char* kMorning = "Help to wash and dress, with the bath board";

// The assessor opens the plan with what Edith says; what her son says stands beneath it.
void plan(Screen& assessor, const Human& edith) {
    assessor.openPerson(findingOf(edith, "council"));
    assessor.openPlan();
    assessor.press("Open a plan");
    fillIn(assessor,
           {writes("What the plan is for", kPlan), writes("Agreed on", "today"), writes("Review due", "in 4 weeks")});
    assessor.press("Write it down");
    fillIn(assessor, {chooses("About", "Where to live"), chooses("How it was said", "Face to face"),
                      writes("In their words", kHers)});
    assessor.press("Add a view");
    fillIn(assessor, {chooses("Whose view", "Family"), writes("Name", "Tom"), writes("Relation", "son"),
                      chooses("About", "Where to live"), chooses("How it was said", "By telephone"),
                      writes("In their words", kSons)});
    assessor.press("Add a need");
    fillIn(assessor, {writes("Need", kNights), chooses("State", "Unmet"), chooses("Why it is not met", "No service"),
                      writes("The reason in words", kWhyNot)});
    assessor.press("Add a need");
    fillIn(assessor, {writes("Need", kBath), chooses("State", "Not dealt with yet")});
    assessor.pressRow(kBath);
    assessor.press(std::string{"What meets it: "} + kBath);
    fillIn(assessor,
           {writes("Task", kMorning), writes("Provider", "Larkfield Home Care"), writes("Visits a week", "7"),
            writes("Minutes a visit", "45"), writes("Weekly cost", "126"), writes("Paid by the council", "126")});
    assessor.sees("£126");
    assessor.exchange();
}

// Her GP reads what she wants before what he thinks, and why the plan is as it is; what he thinks stands beside it.
void readAndDisagree(Screen& gp, const Human& edith) {
    gp.openPerson(findingOf(edith, "gp_Y99001"));
    gp.openPlan();
    gp.sees(kHers);
    gp.sees(kPlan);
    gp.sees(kWhyNot);
    gp.sees(kMorning);
    gp.press("Add a view");
    fillIn(gp, {chooses("Whose view", "GP"), writes("Name", "Dr Amara Obi"), chooses("About", "Where to live"),
                writes("In their words", kGps)});
    gp.seesAbove(kHers, kGps);
    gp.seesAbove(kHers, kSons);
    gp.exchange();
}

// The nurse reads the same at the door.
void readAtTheDoor(Screen& nurse, const Human& edith) {
    nurse.openPerson(findingOf(edith, "community_trust"));
    nurse.openPlan();
    nurse.seesAbove(kHers, kSons);
    nurse.sees(kWhyNot);
    nurse.exchange();
}

void look(Step& step, World& world, const Human& edith) {
    const std::vector<std::string> all{"assessor", "nurse", "gp"};
    Stores stores(step, world, all);
    stores.allIsSent();
    const auto* hers = stores.once("council", "view", kHers, all);
    step.check(hers != nullptr && hers->field("whose") == "person" && hers->field("said") == kHers,
               "her words are hers, word for word");
    stores.once("council", "view", kSons, all);
    std::vector<std::string> ofThePractice{"gp"}; // whoever else is on the team there
    for (const auto& [key, worker] : {std::pair{"assessor", "W001"}, std::pair{"nurse", "W012"}}) {
        if (stores.isOnTeam("gp_Y99001", edith, worker)) {
            ofThePractice.emplace_back(key);
        }
    }
    const auto* gps = stores.once("gp_Y99001", "view", kGps, ofThePractice);
    step.check(gps != nullptr && gps->field("whose") == "gp", "the GP's view is the GP's, at the practice");
    const auto* plan = stores.once("council", "care-plan", kPlan, all);
    step.check(plan != nullptr && plan->field("case_owner") == "W001" && plan->field("state") == "open",
               "the plan has one case owner");
    const auto* unmet = stores.once("council", "need", kNights, all);
    step.check(unmet != nullptr && unmet->field("state") == "unmet" && unmet->field("unmet_words") == kWhyNot,
               "what cannot be provided stays a need, with the reason");
    const auto* bath = stores.once("council", "need", kBath, all);
    const auto* line = stores.once("council", "package-line", kMorning, all);
    step.check(line != nullptr && bath != nullptr && line->field("need") == bath->id &&
                   line->field("weekly_cost_pence") == "12600",
               "the package says which need it meets and what it costs");
}

} // namespace

bool tellOfEdith(World& world, Report& report, const CareCast& cast) {
    Step step(
        "Edith: her words first, her son's and her GP's beside them; the plan follows hers, and the GP reads why");
    {
        Screen assessor(step, world, "assessor");
        plan(assessor, cast.edith);
        assessor.close();
        Screen gp(step, world, "gp");
        readAndDisagree(gp, cast.edith);
        gp.close();
        Screen nurse(step, world, "nurse");
        readAtTheDoor(nurse, cast.edith);
        nurse.close();
    }
    step.check(world.device("assessor").sync().succeeded(), "the assessor syncs");
    look(step, world, cast.edith);
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
