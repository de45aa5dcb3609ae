#include "app/demo/days_of_the_team.h"

namespace frontsheet::demo {

namespace {

std::string plan(Chronicle& days, const Human& human, const std::string& summary, int reviewIn) {
    return days.care("assessor", human, "care-plan",
                     {{"summary", summary}, {"review_due", DemoClock::isoToday(reviewIn)}});
}

// One's own, until it is offered to somebody.
std::string task(Chronicle& days, const std::string& who, const Human& human, const std::string& what, int dueIn) {
    return days.care(who, human, "action", {{"what", what}, {"due", DemoClock::isoToday(dueIn)}});
}

} // namespace

TeamsWork planTheCare(Chronicle& days, const People& people) {
    const Human& edith = *people.edith;
    const auto& round = people.round;
    TeamsWork work;
    (void)plan(days, edith,
               "{She} stays in {her} own house, with help in the morning and rails where {she} needs them.", 18);
    (void)plan(days, *round[2],
               "Washed and dressed in the morning without losing {her} breath, and {her} daughter back at work.", 21);
    work.insulinPlan = plan(days, *round[4], "Insulin every day, and somebody who notices when {she} is low.", -1);
    (void)task(days, "assessor", edith, "Send the attendance allowance form with {them}", -2);
    work.bathBoard = task(days, "assessor", edith, "Fit the bath board and try it with {them}", 1);
    work.stairs = task(days, "assessor", *round[2], "See whether one rail is enough on the stairs", 3);
    days.offer("assessor", work.bathBoard, "W008", "");
    days.offer("assessor", work.stairs, "W008", "");
    return work;
}

void answerTheTasks(Chronicle& days, const TeamsWork& work) {
    days.takeOver("therapist", work.bathBoard);
    days.turnDown("therapist", work.stairs, "Eleven home visits before the week is out. Owen Pugh may have room.");
}

void coverForTom(Chronicle& days, const TeamsWork& work) {
    days.away("manager", {"W002", DemoClock::isoToday(-1), DemoClock::isoToday(9), "W003",
                          "Ruth Kowalski sees to Kitley until then"});
    days.offer("manager", work.insulinPlan, "W003",
               "Bethan has nine new ones this week. You know the family from the clinic.");
}

void findWhatNobodyHas(Chronicle& days, const People& people) {
    (void)days.refer("gp", *people.round[3],
                     {"council", "SVC01", "", "Meals since the sister stopped coming",
                      "Lost four kilos since the summer. The fridge had milk in it and nothing else.", "soon"});
    const auto landlord = task(days, "reviewing-officer", *people.placed[0], "Ask how long the flat can be kept", 4);
    days.offer("reviewing-officer", landlord, "W001", "");
}

} // namespace frontsheet::demo
