// A nurse who does not see the screen answers a referral: what is asked, by whom, until when, and what came of the answer.
#include "tests/app/screen_reader/heard_app.h"

namespace frontsheet::testing {
namespace {

class Referral : public HeardApp {};

TEST_F(Referral, IsHeardAndAnsweredByName) {
    unlock();
    reader().press("tab", "Referrals, 9 waiting for you");
    reader().hearInOrder({{"heading", "Referrals"},
                          {"text", "9 wait for you"},
                          {"heading", "Waiting for you"},
                          {"button", "Ivy Marsh: Leg ulcer, dressing twice a week, New, Kitley Council, Answer due…"},
                          {"heading", "Outcomes to read"}});
    everythingIsSaid("Referrals");
    reader().press("button", "Ivy Marsh: Leg ulcer, dressing twice a week, New…");
    reader().hearInOrder({{"group", "MARSH, Ivy (Miss). Born 2 May 1936 (90y).…"},
                          {"heading", "Leg ulcer, dressing twice a week"},
                          {"text", "From Ruth Okafor,"},
                          {"text", "Kitley Council"},
                          {"text", "Ruth Okafor wrote: “Seen at the surgery this morning.…"},
                          {"text", "This waits for you"},
                          {"text", "Due tomorrow, Answer due by, Wednesday 16 September 2026, 10:12"},
                          {"button", "Accept"},
                          {"button", "Pass it on"},
                          {"button", "Decline"},
                          {"row", "Sent, The server of Kitley Council has it…"}});
    everythingIsSaid("the referral");

    reader().press("button", "Accept");
    reader().hearInOrder({{"dialog", "Accept this referral"}, {"entry", "What you will do, and when"}});
    reader().hearKeyboardOn("entry", "What you will do, and when");
    everythingIsSaid("the sheet that accepts");
    keyboard().type("I will ring today.");
    reader().until([] { return reader().textIn("entry", "What you will do, and when") == "I will ring today."; },
                   "What was typed");
    reader().press("button", "Accept"); // of the sheet: nothing behind it can be used
    reader().hearNoMore("dialog", "Accept this referral");
    reader().hear("text", "Accepted");
    reader().hearNoMore("button", "I am looking at it");
    everythingIsSaid("the accepted referral");
}

} // namespace
} // namespace frontsheet::testing
