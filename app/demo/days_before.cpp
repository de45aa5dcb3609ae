#include "app/demo/days_before.h"

#include "app/demo/days_of_partners.h"
#include "app/demo/days_of_the_team.h"
#include "app/demo/round_of_the_day.h"

namespace frontsheet::demo {

namespace {

using std::chrono::minutes;

std::vector<const Human*> some(Humans& humans, std::size_t count, const std::function<bool(const Human&)>& fits,
                               Step& step, const std::string& who) {
    std::vector<const Human*> found;
    while (found.size() < count) {
        const Human* human = humans.take(fits);
        if (!step.check(human != nullptr, who)) {
            break;
        }
        found.push_back(human);
    }
    return found;
}

bool isOfTheRound(const Human& h) {
    return h.livesAtHome() && h.hasOnTeam("community_trust", "W012") && h.knownTo("council") && h.knownTo("gp_Y99001");
}

} // namespace

People castTheDays(Humans& humans, Step& step) {
    People people;
    const auto isEdith = [](const Human& h) {
        return isOfTheRound(h) && h.hasOnTeam("council", "W001") && h.hasOnTeam("housing", "W028") &&
               h.hasOnTeam("council", "W012");
    };
    // Home again after a placement, since their wish is on record then.
    const Human* edith = humans.take([&](const Human& h) { return isEdith(h) && h.placed == "returned-home"; });
    people.edith = edith != nullptr ? edith : humans.take(isEdith);
    step.check(people.edith != nullptr, "somebody whom four agencies know");
    people.placed = some(
        humans, 4, [](const Human& h) { return h.reviewedBy == "W004" && !h.reviewDue.empty(); }, step,
        "people the reviewing officer reviews");
    people.round = some(
        humans, 7, [](const Human& h) { return isOfTheRound(h) && h.hasOnTeam("council", "W001"); }, step,
        "people of the nurse's round");
    people.tenants = some(
        humans, 3,
        [](const Human& h) { return h.livesAtHome() && h.hasOnTeam("housing", "W028") && h.knownTo("council"); }, step,
        "tenants");
    people.mentalHealth = some(
        humans, 2,
        [](const Human& h) {
            return h.livesAtHome() && h.hasOnTeam("mental_health_trust", "W027") && h.knownTo("council");
        },
        step, "people of the key worker");
    people.ofFennick = some(
        humans, 3,
        [](const Human& h) { return h.livesAtHome() && h.hasOnTeam("council", "W001") && h.towns.contains("Fennick"); },
        step, "people of the assessor who live in Fennick");
    people.found = humans.take([](const Human& h) {
        return h.livesAtHome() && h.knownTo("council") && h.born.contains("council") &&
               h.nhsNumbers.contains("council") && !h.hasOnTeam("mental_health_trust", "W027");
    });
    step.check(people.found != nullptr, "somebody found in the street");
    return people;
}

// Told in order of time. Wrong times cannot be written: the clock only goes forwards.
void liveTheDays(Chronicle& days, const People& people) {
    const Human& edith = *people.edith;
    const auto& round = people.round;
    const auto& placed = people.placed;
    const auto& tenants = people.tenants;
    const auto& mental = people.mentalHealth;

    days.at(workingDaysBack(9, 10, 20));
    days.note(
        "nurse", edith, "visit",
        "First visit after the ward. Leg ulcer, left lower leg, 34 by 22 mm, dressing changed. Uses the furniture to "
        "get about. Says {she} will not have strangers washing {them}.");
    days.note(
        "housing-officer", edith, "visit",
        "Annual tenancy visit. Bathroom tap drips, ordered. Stair carpet loose on the third step: asked repairs to "
        "come this week, not in the usual three.");
    days.at(workingDaysBack(9, 14, 5));
    const auto handover = days.refer(
        "gp", edith,
        {"council", "SVC01", "W001", "Assessment after discharge",
         "Home again after ten days in with a fall. Lives alone. {Her} son rings every day and is worried. I would "
         "like somebody to look at how {she} manages.",
         "soon"});
    const auto pressure = days.refer("assessor", *round[1],
                                     {"community_trust", "SVC04", "W012", "Pressure areas and continence",
                                      "In bed until noon most days. Home care say the skin over the hip is red."});

    const auto partners = askThePartners(days, people);

    days.at(workingDaysBack(8, 9, 30));
    days.answer("assessor", handover, "seen");
    days.answer("assessor", handover, "accept",
                "I'll ring {them} today and visit tomorrow with Jo Marsh's notes in hand.");
    days.answer("nurse", pressure, "accept", "On my round from tomorrow. I'll ring you after the first visit.");
    days.note(
        "assessor", edith, "phone-call",
        "Rang {given}. \"I want to stop in my own house. I'd sooner fall here than be safe somewhere I don't know a "
        "soul.\" Happy for me to come tomorrow.");

    days.at(workingDaysBack(7, 11, 10));
    days.answer("assessor", handover, "start");
    days.note(
        "assessor", edith, "visit",
        "Assessment at home, two hours. Manages meals and dressing. Bath is the trouble: cannot lift {her} leg over. "
        "Up at night three or four times and takes the pendant off to sleep. Agreed: bath board, second stair "
        "rail, a morning call for four weeks, look again after that.");
    const auto teams = planTheCare(days, people);
    partnersTakeIt(days, partners);
    days.note("nurse", *round[1], "visit",
              "First visit. Grade 1 over right hip, skin unbroken. Cushion ordered. Showed {her} {spouse} how to turn "
              "{them}.");
    const auto home =
        days.refer("nurse", *round[2],
                   {"council", "SVC01", "W001", "Help at home in the mornings",
                    "Breathless on washing and dressing. {Her} daughter has done it until now and goes back "
                    "to work next week."});
    const auto befriending = days.refer("nurse", *round[5],
                                        {"neighbourhood_care", "SVC11", "", "Somebody to call in",
                                         "On {her} own for half a year and sees nobody but me. Used to play bowls."});

    days.at(workingDaysBack(6, 10, 0));
    days.answer("assessor", home, "accept", "A morning call from next week, four weeks to start with.");
    const auto unanswered = days.refer(
        "nurse", *round[3],
        {"council", "SVC01", "W001", "Carer cannot go on",
         "{Her} sister has had shingles and has been up every night for a month. She cried when I asked. I said "
         "somebody would ring."});
    const auto carer =
        days.refer("reviewing-officer", *placed[0],
                   {"carers_centre", "SVC10", "W030", "Carer's own assessment",
                    "{Her} {spouse} wants {them} home and is eighty-eight. Nobody has asked what would make "
                    "that possible."});
    days.note(
        "reviewing-officer", *placed[0], "visit",
        "Saw {given} at the home with the matron. Walking to the dining room with one. Asked {them} what {she} wants: "
        "\"Home. I have said so to everybody.\" Nobody had written it down.");
    const auto confused = days.refer("nurse", *round[4],
                                     {"mental_health_trust", "SVC07", "", "Low and forgetful for two months",
                                      "Two missed insulin doses this week. Weepy. Knew me but not the day."});

    days.at(workingDaysBack(5, 9, 15));
    days.answer("volunteers", befriending, "seen");
    days.answer("key-worker", confused, "seen");
    days.answer("key-worker", confused, "review");
    const auto concern =
        days.refer("housing-officer", *tenants[0],
                   {"mental_health_trust", "SVC07", "W027", "Worried about a tenant",
                    "Has not opened the door for two weeks. Neighbours hear shouting at night. Curtains "
                    "closed, post in the hall. I do not need to know the details, only that somebody has it."});
    days.note(
        "nurse", edith, "visit",
        "Wound 28 by 19 mm, cleaner, edges pink. Asked me twice when the rail is coming. \"I'm not going up on my "
        "bottom again.\"");
    days.answer("assessor", home, "start");

    days.at(workingDaysBack(5, 15, 40));
    days.answer("key-worker", concern, "seen");
    days.answer("key-worker", concern, "accept",
                "We know {them} and somebody will call this week. Ring me on 01632 960026 if it gets worse.");
    days.answer("volunteers", befriending, "decline", "I am sorry: our volunteers only go to people in Fennick.",
                "The Carers' Centre runs a lunch club on Tuesdays and has a minibus. Dot Ingram, 01632 960908.");
    days.note(
        "gp", edith, "meeting",
        "Practice meeting with Bethan Price and Jo Marsh. Three falls in half a year and poor balance; I would feel "
        "easier if {she} were in a home. {She} knows that and wants to stay. She has capacity for this. We follow "
        "{her} wish and look again in four weeks.");

    days.at(workingDaysBack(4, 10, 45));
    const auto bath =
        days.refer("nurse", edith,
                   {"council", "SVC01", "W001", "Bath and stairs",
                    "Cannot lift {her} leg over the bath. Two near falls on the stairs. Third step carpet "
                    "loose again.",
                    "soon"});
    days.answer("key-worker", confused, "ask",
                "Has {given} had bloods in the last two months? And is there somebody at home who could be there when "
                "we come?");
    days.note(
        "key-worker", *mental[0], "visit",
        "Saw {given} at home. Sleeping better on the lower dose. Agreed early signs: not answering the phone, curtains "
        "closed in the day. What helps: a walk with the dog, and being rung rather than visited.");
    planForACrisis(days, people);
    const auto tenancy =
        days.refer("assessor", *tenants[1],
                   {"housing", "SVC09", "W028", "Arrears and a notice",
                    "Found a notice seeking possession unopened on the table. {She} has been in hospital. "
                    "Please stop it while we sort out the benefit.",
                    "soon"});

    days.at(workingDaysBack(3, 9, 5));
    days.answer("assessor", bath, "seen");
    days.answer("assessor", bath, "accept", "I'll ring first, then come this week with Grace Lim and a bath board.");
    days.answer("housing-officer", tenancy, "seen");
    days.answer("housing-officer", tenancy, "accept", "Stopped this morning. I'll visit with the benefit forms.");
    const auto therapist = days.refer("reviewing-officer", *placed[1],
                                      {"council", "", "W008", "Home visit before a trial at home",
                                       "Trial at home from next month if the stairs can be managed. Please see "
                                       "the house with {them}."});
    // What the governance lead has to look at: a no that is not answered yet, one that a worker went against, and a night.
    days.object("assessor", edith,
                {"housing", "health-summary", "face-to-face",
                 "My landlord need not know about my legs. He is good about the tap and that is enough."});
    days.object("reviewing-officer", *placed[0],
                {"mental_health_trust", "placement", "face-to-face", "I am not mad and I will not be written about."});
    const auto hoarding =
        days.refer("housing-officer", *tenants[2],
                   {"council", "SVC01", "W001", "Cannot get out of the back door",
                    "Papers to the ceiling in the hall. The fire officer has written twice. {She} lets "
                    "me in because I knew {her} mother."});
    days.note("nurse", *round[0], "no-reply", "No reply at 09:00 and 09:20. Neighbour saw {them} go out with a bag.");

    days.at(workingDaysBack(3, 14, 30));
    days.answer("therapist", therapist, "accept", "Booked with {given} and the home for the day after tomorrow.");
    days.answer("assessor", hoarding, "seen");
    days.answer("assessor", hoarding, "review");
    days.answer("assessor", home, "complete",
                "Larkfield Home Care, 45 minutes every morning, started this week. {given}'s daughter has my number. "
                "Review in four weeks.");
    const auto wound = days.note("nurse", *round[2], "visit", "Chest clear. Ankles less swollen. Weight 71.4 kg.");
    days.addendum("nurse", *round[2], wound, "Weight should read 74.1 kg.");

    days.at(workingDaysBack(2, 9, 40));
    const auto review =
        days.refer("nurse", *placed[2],
                   {"council", "SVC02", "W004", "Wants to go home: please ask again",
                    "Dressing the heel at The Laurels. {She} asked me to take {them} home, three times. "
                    "Walks to the toilet alone now."});
    const auto medicines =
        days.refer("nurse", *round[0],
                   {"gp_Y99001", "", "W020", "Medicines review",
                    "Fourteen tablets a day and two boxes of the same one. Dizzy on standing, 138/82 "
                    "lying and 104/60 standing."});
    days.note("therapist", *placed[1], "visit",
              "Home visit with {given}. Stairs managed with two rails, up and down twice. Needs: second rail, raised "
              "toilet seat, bed downstairs for the first month. Trial can go ahead.");
    const auto wrong = days.note("nurse", *round[6], "visit", "Insulin 12 units given at 08:10.");
    days.inError("nurse", wrong, "Written on the wrong person's record.");

    days.at(workingDaysBack(2, 16, 10));
    days.answer("therapist", therapist, "start");
    answerTheTasks(days, teams);
    days.answer("key-worker", concern, "start");
    days.message("key-worker", concern,
                 "Seen yesterday. Being dealt with. Please hold the inspection until I ring you.");
    days.answer("reviewing-officer", review, "seen");
    partnersCall(days, people, partners);
    const auto respite = days.refer("carer-support", *round[6],
                                    {"council", "SVC01", "W001", "Respite for {her} {spouse}",
                                     "Six years of looking after {them} and not one night away. Would take a week if "
                                     "somebody came in."});

    (void)days.refer("reviewing-officer", *placed[0],
                     {"mental_health_trust", "SVC07", "W027", "Refuses to eat",
                      "Has not eaten for two days and says {she} will not until {she} is home. The home is frightened.",
                      "today",
                      "{She} may die of this. Told {them} that I would ask for help whatever {she} says, and that "
                      "somebody else will look at whether I was right."});

    days.at(workingDaysBack(1, 2, 40));
    days.openInEmergency("key-worker", *people.found, "council",
                         "Brought to the crisis house by the police at two in the morning, in slippers, does not know "
                         "where {she} lives. Who is with {them}, and is anybody waiting?");

    days.at(workingDaysBack(1, 9, 25));
    days.answer("assessor", respite, "seen");
    days.answer("assessor", respite, "ask", "Is {her} {spouse} on the carers' register, and which week would be best?");
    days.answer("gp", medicines, "seen");
    const auto conference =
        days.refer("reviewing-officer", *placed[3],
                   {"community_trust", "SVC04", "W012", "Leg dressing at Seaview",
                    "The home has asked twice for somebody to look at {her} shin. Review is next week "
                    "and it is what keeps {them} there."});
    days.note(
        "assessor", edith, "phone-call",
        "Rail fitted on the left going up. Bath board comes with Grace Lim this week. Son rang: still thinks {she} "
        "would be safer in a home. Told him what {she} wants and that the GP agrees to four weeks.");
    days.at(workingDaysBack(1, 15, 50));
    coverForTom(days, teams);
    callATenancyReview(days, people);
    days.answer("nurse", conference, "seen");
    days.message("assessor", bath, "Is there a rail on the stairs already, and on which side?");
    days.message("nurse", bath, "One, on the left going up. {She} leans to the right.");

    // This morning, whenever it is opened.
    days.at(minutes{95});
    (void)days.refer(
        "gp", *round[1],
        {"council", "SVC01", "W001", "Not managing since the weekend",
         "Found on the floor at the weekend, not hurt. Nothing in the fridge. Please see {them} today if you can.",
         "today"});
    (void)days.refer("gp", *round[5],
                     {"community_trust", "SVC04", "W012", "Bloods and a wound check",
                      "Discharged yesterday. Clips to come out in five days. Warfarin, INR due.", "soon"});
    findWhatNobodyHas(days, people);
    askForALift(days, people);
    days.at(minutes{70});
    days.note(
        "nurse", edith, "visit",
        "Up and dressed when I came, had made {her} own tea. Wound 26 by 17 mm, healing. Pendant on the dresser again; "
        "{she} wears it for the stairs now.");
    (void)days.refer("nurse", *round[6],
                     {"housing", "SVC09", "W028", "Damp over the bed",
                      "Black mould on the outside wall. {She} has been on antibiotics twice this year."});
    days.at(minutes{45});
    days.draft("nurse", *round[2], "Breathing easier. Managed the stairs with one stop. Asked about");
    days.draft("assessor", *round[3], "Rang, no answer. Sister's number is");
    days.draft("reviewing-officer", *placed[0], "Matron says {she} eats with the others now. To ask at the review:");
    days.draft("housing-officer", *tenants[1], "Notice withdrawn. Benefit form half done, needs bank letter");
    days.at(minutes{30});
    planTheRound(days, people);
    days.settle();
    (void)unanswered;
    (void)carer;
}

} // namespace frontsheet::demo
