#include "app/demo/round_of_the_day.h"

#include <chrono>

namespace frontsheet::demo {

namespace {

using Json = nlohmann::json;
using std::chrono::minutes;

// On a clock's five minutes.
std::int64_t around(minutes fromNow) {
    constexpr std::int64_t kFive = 5 * 60'000;
    const auto at = std::chrono::system_clock::now() + fromNow;
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
    return ms / kFive * kFive;
}

void visit(Chronicle& days, const Human& human, minutes fromNow, const std::string& why) {
    days.care("nurse", human, "appointment",
              {{"starts_at", around(fromNow)}, {"minutes", 30}, {"at", "home"}, {"why", why}});
}

void visited(Chronicle& days, const Human& human, minutes ago, const std::string& why) {
    days.care("nurse", human, "appointment",
              {{"starts_at", around(-ago)},
               {"minutes", 30},
               {"at", "home"},
               {"why", why},
               {"state", "done"},
               {"ended_at", around(-ago + minutes{25})}});
}

void atTheDoors(Chronicle& days, const People& people) {
    const Human& edith = *people.edith;
    const auto& round = people.round;
    days.care("nurse", edith, "risk-alert",
              {{"kind", "animals"}, {"text", "Bess, terrier"}, {"do_this", "Shut the kitchen door first"}});
    days.care("gp", edith, "allergy",
              {{"substance", "penicillin"},
               {"reaction", "rash and swollen face"},
               {"severity", "severe"},
               {"source", "GP record"}});
    days.care("gp", edith, "advance-plan", {{"kind", "dnacpr"}, {"kept_where", "yellow folder by the fridge"}});
    days.care("nurse", edith, "related-person",
              {{"name", "Joan Fry"},
               {"relation", "neighbour"},
               {"phone", "01632 960132"},
               {"order", 1},
               {"emergency_contact", 1},
               {"key_holder", 1}});
    days.care("nurse", *round[2], "risk-alert",
              {{"kind", "lone-worker"},
               {"text", "A nephew who stays there has shouted at staff and blocked the door"},
               {"do_this", "Visit in twos. Ring the team before you go in"}});
    days.care("nurse", *round[1], "communication-need",
              {{"support", "Deaf in the left ear: sit at the right, and give time to answer"}});
}

void measures(Chronicle& days, const People& people) {
    const auto phq9 = [&](const Human& human, int daysAgo, const std::string& answers, int score) {
        days.care("nurse", human, "measure",
                  {{"instrument", "phq-9"},
                   {"answers", answers},
                   {"score", score},
                   {"taken_on", DemoClock::isoToday(-daysAgo)}});
    };
    phq9(*people.edith, 56, "2,2,1,2,1,1,1,0,0", 10);
    phq9(*people.edith, 28, "1,1,1,1,1,1,1,0,0", 7);
    phq9(*people.edith, 14, "2,1,2,2,1,2,1,1,0", 12);
    phq9(*people.round[4], 1, "2,2,1,1,1,1,1,0,1", 10); // an answer that nobody has said anything about yet
}

} // namespace

void planTheRound(Chronicle& days, const People& people) {
    const auto& round = people.round;
    atTheDoors(days, people);
    measures(days, people);
    visited(days, *round[6], minutes{110}, "Insulin");
    visited(days, *round[5], minutes{60}, "Clips, INR");
    visit(days, *people.edith, minutes{20}, "Leg wound dressing, blood pressure");
    visit(days, *round[1], minutes{65}, "Pressure areas");
    visit(days, *round[2], minutes{110}, "Weight, ankles");
    visit(days, *round[4], minutes{150}, "Insulin, mood");
    visit(days, *round[0], minutes{195}, "Blood pressure lying and standing");
    days.care("assessor", *people.edith, "message",
              {{"text", "Grace Lim can bring the bath board tomorrow at two. Will you be there?"},
               {"to_agency", "community_trust"},
               {"to_worker", "W012"}});
}

} // namespace frontsheet::demo
