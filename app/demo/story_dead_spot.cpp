// The dead spot, on the tablet's own screen: five people are visited without signal, five notes and two referrals written, and a
// sixth note begun when the battery goes. Charged and unlocked, everything is there; at the surgery it all goes out once.

#include "app/demo/story_care.h"

#include <array>

namespace frontsheet::demo {

namespace {

constexpr std::array kNotes{"Dressing changed at the kitchen table. She had the kettle on before I was in.",
                            "Pressure area over the hip no worse. Turned him with his daughter.",
                            "Insulin given at ten. Forgot breakfast again; left a note by the bread bin.",
                            "Catheter draining. Asked whether the rail is coming; I said I would ask.",
                            "Bloods taken. He walks to the gate and back on his own now."};
constexpr const char* kHalf = "Breathing easier than on Monday. Managed the stairs with one stop and asked about";
constexpr std::array kNeeds{"Rail on the stairs", "Somebody to get the shopping"};

bool unlock(Screen& nurse) {
    return nurse.write("Passphrase", "correct horse battery staple") && nurse.press("Open") && nurse.sees("Today");
}

void visitAll(Screen& nurse, const std::vector<Human>& round) {
    for (std::size_t at = 0; at < round.size(); ++at) {
        nurse.openPerson(findingOf(round[at], "community_trust"));
        nurse.press("Write note");
        nurse.write("Words of the note", kNotes[at]);
        nurse.press("Finish note");
        nurse.sees(kNotes[at]);
        if (at < kNeeds.size()) {
            nurse.press("Refer");
            nurse.write("What is needed, in a line", kNeeds[at]);
            nurse.write("Why, and what you have seen", "Seen at home this morning, and asked for it twice.");
            nurse.pressRow("Bethan Price");
            nurse.press("Send referral");
            nurse.seesNoMore("Who it goes to");
            nurse.sees(kNeeds[at]);
        }
    }
    nurse.sees("7 items waiting to send.");
    nurse.openPerson(findingOf(round.back(), "community_trust"));
    nurse.press("Write note");
    nurse.write("Words of the note", kHalf);
    nurse.sees("as you type.");
}

void findEverything(Screen& nurse, const std::vector<Human>& round) {
    nurse.sees("8 items waiting to send.");
    nurse.sees(kHalf); // among the notes to finish
    for (std::size_t at = 0; at < round.size(); ++at) {
        nurse.openPerson(findingOf(round[at], "community_trust"));
        nurse.sees(kNotes[at]);
        if (at < kNeeds.size()) {
            nurse.sees(kNeeds[at]);
        }
    }
}

bool isOnDisk(Step& step, World& world) {
    const auto store = world.device("nurse").dump();
    return step.check(store.has_value(), "her store opens after the battery") &&
           step.equal(store->countWhere([](const DumpedRecord& r) { return r.waiting; }), 8,
                      "five notes, two referrals and what was half written, on the disk of the dead tablet");
}

void look(Step& step, World& world, const std::vector<Human>& round) {
    Stores stores(step, world, {"nurse", "assessor", "gp"});
    stores.allIsSent();
    for (std::size_t at = 0; at < round.size(); ++at) {
        std::vector<std::string> holders{"nurse", "gp"}; // her own, and the doctor whose patients they all are
        if (stores.isOnTeam("community_trust", round[at], "W001")) {
            holders.emplace_back("assessor");
        }
        stores.once("community_trust", "contact-note", kNotes[at], holders);
    }
    for (const auto* need : kNeeds) {
        const auto* asked = stores.once("community_trust", "referral", need, {"nurse", "assessor", "gp"});
        step.check(asked != nullptr && asked->field("state") == "sent" && asked->field("to_worker") == "W001",
                   "the referral is with the named assessor");
    }
}

} // namespace

bool tellOfTheDeadSpot(World& world, Report& report, const CareCast& cast) {
    Step step("the dead spot, on the screen: five notes, two referrals, a dead battery, and it all goes out once");
    for (auto& [host, server] : world.servers()) {
        step.equal(server.stop().exitCode, 0, "no signal to " + host);
    }
    {
        Screen nurse(step, world, "nurse", Screen::Unlocking::ByHand);
        unlock(nurse);
        nurse.sees("No signal since");
        visitAll(nurse, cast.round);
        nurse.loseBattery();
    }
    isOnDisk(step, world);
    {
        Screen nurse(step, world, "nurse", Screen::Unlocking::ByHand);
        nurse.sees("It opens without signal.");
        unlock(nurse);
        findEverything(nurse, cast.round);
        for (auto& [host, server] : world.servers()) {
            step.check(server.serve().has_value(), "signal again: " + host);
        }
        nurse.exchange();
        nurse.sees("Nothing waiting to send.");
        nurse.close();
        Screen assessor(step, world, "assessor");
        for (const auto* need : kNeeds) {
            assessor.sees(need);
        }
        assessor.exchange();
        assessor.close();
    }
    step.check(world.device("gp").sync().succeeded(), "the practice's doctor syncs");
    look(step, world, cast.round);
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
