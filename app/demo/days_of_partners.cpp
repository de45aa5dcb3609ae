#include "app/demo/days_of_partners.h"

#include <chrono>

namespace frontsheet::demo {

namespace {

// Half past ten on a working day to come, in ms; in summer an hour later by the clocks here.
std::int64_t morningIn(std::chrono::days ahead) {
    using namespace std::chrono;
    auto day = floor<days>(system_clock::now()) + ahead;
    while (weekday{day} == Saturday || weekday{day} == Sunday) {
        day += days{1};
    }
    return duration_cast<milliseconds>((day + hours{10} + minutes{30}).time_since_epoch()).count();
}

} // namespace

PartnersWork askThePartners(Chronicle& days, const People& people) {
    PartnersWork work;
    work.company =
        days.refer("assessor", *people.ofFennick[0],
                   {"neighbourhood_care", "SVC11", "W031", "Somebody to call in of an afternoon",
                    "{Her} {spouse} died in the spring. Eats, sleeps, keeps the house, and sees nobody. Said yes "
                    "to a visitor when I asked, if they like cards."});
    work.shopping = days.refer("assessor", *people.ofFennick[1],
                               {"neighbourhood_care", "SVC11", "W031", "Shopping until the wrist is mended",
                                "In plaster for five weeks and the bus does not stop at the hall any more."});
    work.carer =
        days.refer("assessor", *people.round[6],
                   {"carers_centre", "SVC10", "W030", "A carer nobody has asked after",
                    "{Her} {spouse} does everything and says that it is nothing. Please ring when {she} is at the day "
                    "centre: Tuesday or Thursday."});
    return work;
}

void partnersTakeIt(Chronicle& days, const PartnersWork& work) {
    days.answer("volunteers", work.company, "accept",
                "Walter Pask will call on Thursday at two. He plays whist and has the time.");
    days.answer("volunteers", work.shopping, "accept",
                "Fridays, with Pam Orde. {She} can give her a list on the phone.");
    days.answer("carer-support", work.carer, "accept", "I'll ring on Thursday morning.");
}

void partnersCall(Chronicle& days, const People& people, const PartnersWork& work) {
    days.answer("volunteers", work.company, "start");
    days.note(
        "volunteers", *people.ofFennick[0], "visit",
        "Walter stayed two hours and they played for matches. {She} laughed. Nothing in the fridge but milk: told "
        "Bethan Price, who knows.");
    days.message("assessor", work.company, "Thank you for telling me about the fridge. How did {she} look to Walter?");
    days.answer("volunteers", work.shopping, "start");
    days.answer(
        "volunteers", work.shopping, "complete",
        "Pam shopped five Fridays. Plaster off on Monday and {she} went with her to choose {her} own apples. {She} "
        "has Pam's number.");
    days.answer("carer-support", work.carer, "start");
    days.note(
        "carer-support", *people.round[6], "phone-call",
        "Rang while {given} was at the day centre. Sleeps in the chair, listens for {them}. Would like a week with the "
        "grandchildren.");
}

void planForACrisis(Chronicle& days, const People& people) {
    days.care("key-worker", *people.mentalHealth[0], "crisis-part",
              {{"early_signs", "Does not answer the phone. Curtains closed in the day. Stops feeding the birds."},
               {"what_helps", "A walk with the dog. Being rung and not visited. Being told what happens next."},
               {"what_does_not", "Two people at the door at once. Being asked whether {she} has taken {her} tablets."},
               {"whom_to_call", "Pat Donnelly 01632 960026 in the day. Crisis line 01632 960905 at night."},
               {"safe_place", "{Her} sister's in Kitley, who has said yes."},
               {"who_depends", "The dog. The neighbour has a key and will take him."},
               {"person_agrees", 1},
               {"agreed_on", DemoClock::isoToday(-6)},
               {"review_due", DemoClock::isoToday(2)}});
}

void callATenancyReview(Chronicle& days, const People& people) {
    const Human& tenant = *people.tenants[0];
    const nlohmann::json when = morningIn(std::chrono::days{3});
    const std::string about = "Keeping the flat through the winter";
    const std::string place = "Older adults team, the room on the ground floor";
    const auto conference =
        days.care("key-worker", tenant, "conference",
                  {{"about", about},
                   {"starts_at", when},
                   {"place", place},
                   {"why", "Arrears and the neighbours' complaints in one month. {She} wants to stay where "
                           "{she} is and has said so."}});
    const auto ask = [&](nlohmann::json whom) {
        whom.update({{"conference", conference}, {"about", about}, {"starts_at", when}, {"place", place}});
        (void)days.care("key-worker", tenant, "invitation", whom);
    };
    ask({{"name", "{given}"}, {"comes_as", "person"}});
    ask({{"agency", "housing"}, {"worker", "W028"}, {"comes_as", "worker"}});
}

void askForALift(Chronicle& days, const People& people) {
    (void)days.refer(
        "assessor", *people.ofFennick[2],
        {"neighbourhood_care", "SVC11", "W031", "A lift to the eye clinic and back",
         "Drops in both eyes, so {she} cannot come home on {her} own. Tuesday week, eleven o'clock. Walks with "
         "a frame that folds.",
         "soon"});
    days.draft("volunteers", *people.ofFennick[0],
               "Walter rang: {she} asked whether he could come on Mondays too. To ask");
}

} // namespace frontsheet::demo
