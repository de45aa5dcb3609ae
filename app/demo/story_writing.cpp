// The dead spot: notes and referrals written without signal, and what is left of them when the tablet dies at a named
// moment of saving or of sending.

#include "app/demo/story_notes.h"

#include <array>

namespace frontsheet::demo {

bool writeOffline(World& world, Report& report, Cast& cast) {
    const Device& nurse = world.device("nurse");
    Step step("the nurse, without signal, writes five notes and two referrals");
    static constexpr std::array kTexts{
        "Up and dressed when I came. Dressing changed, left lower leg, wound cleaner than Friday.",
        "Blood pressure 138/82. Asked me twice when the rail is coming. \"I'm not going up on my bottom again.\"",
        "Catheter changed without trouble. Siân rang while I was there; she visits on Sundays.",
        "Insulin given. Not sleeping well: up three or four times last night. \u6653\u660e came to translate.",
        "No pressure damage. Spoke with O\u2019Neill from the chemist; blister pack from Monday. "
        "\u0634\u0643\u0631\u0627"};
    for (std::size_t i = 0; i < cast.visited.size(); ++i) {
        const auto mark = marker("visit", static_cast<int>(i));
        const auto text = std::string{kTexts[i % kTexts.size()]} + " " + mark;
        const auto tried = tryNote(nurse, cast.visited[i], text);
        step.check(tried.finished.succeeded() && !tried.said.empty(), "the note is said to be saved");
        cast.written.push_back(nurseNote(tried.said, mark, cast.visited[i], text));
    }
    const auto& to = cast.assessor;
    const auto refer = [&](const std::string& person, const std::string& need, const std::string& mark) {
        const auto reason = "Cannot lift her leg over the bath. Two near falls on the stairs. " + mark;
        const auto done =
            nurse.act({"refer", "--person", person, "--to-agency", to.agency, "--to-service", to.service, "--to-worker",
                       to.worker, "--need", need, "--reason-file", nurse.textFile(reason).string()});
        auto said = Device::saidSaved(done);
        step.check(done.succeeded() && !said.empty(), "the referral is said to be saved");
        cast.written.push_back({said, mark, "referral", "community_trust", person, "", reason});
        return said;
    };
    cast.referralKnown = refer(cast.knownPerson, "Bath and stairs", "marker-referral-known#");
    cast.referralNew = refer(cast.newPerson, "Help at home", "marker-referral-new#");
    const auto dump = nurse.dump();
    const auto server = world.server("community_trust").dump("community_trust");
    if (step.check(dump && server, "both stores open")) {
        step.equal(countWaiting(*dump), 7, "seven items wait to be sent");
        for (const auto& written : cast.written) {
            const auto* own = dump->find(written.record);
            step.check(own != nullptr && own->waiting && own->field(wordsOf(written.type)) == written.text,
                       written.marker + " is on her device word for word, waiting");
            step.check(server->find(written.record) == nullptr, written.marker + " is not at the trust's server yet");
        }
    }
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

bool killWhileSaving(World& world, Report& report, Cast& cast) {
    const Device& nurse = world.device("nurse");
    Step step("her device is killed at each named point of saving");
    struct Point {
        const char* name;
        long long there; // how many are on the disk after the kill
    };
    int number = 0;
    for (const auto& point : {Point{"store.save.before-commit", 0}, Point{"store.save.after-commit", 1}}) {
        const auto mark = marker("saving", number);
        const auto& person = cast.visited[static_cast<std::size_t>(number) % cast.visited.size()];
        const auto text = "Rang the daughter about the key. " + mark;
        const auto tried = tryNote(nurse, person, text, {{"FRONTSHEET_CRASH_AT", point.name}});
        step.check(tried.finished.killed(), std::string{"killed at "} + point.name);
        step.check(tried.said.empty(), "nothing was said to be saved");
        auto dump = nurse.dump();
        if (!step.check(dump.has_value(), "the store opens after the kill")) {
            break;
        }
        const auto there = countMarked(*dump, "contact-note", mark);
        step.equal(there, point.there, std::string{"on the disk after "} + point.name);
        step.note(std::string{point.name} + ": " + (there == 1 ? "saved, not yet said" : "not saved, not said"));
        if (there == 0) {
            const auto again = tryNote(nurse, person, text);
            step.check(again.finished.succeeded() && !again.said.empty(), "written again and saved");
            dump = nurse.dump();
        }
        step.equal(dump ? countMarked(*dump, "contact-note", mark) : -1, 1, "there exactly once");
        cast.written.push_back(nurseNote(dump ? idOfMarked(*dump, mark) : "", mark, person, text));
        step.add("named points");
        ++number;
    }
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

bool killWhileSending(World& world, Report& report, Cast& cast) {
    const Device& nurse = world.device("nurse");
    Step step("signal comes back; her device is killed at each named point of sending");
    struct Point {
        const char* name;
        bool arrived; // at the server
        bool waits;   // on the device still
    };
    static constexpr std::array kPoints{
        Point{"sync.before-send", false, true}, Point{"sync.after-send-before-apply", true, true},
        Point{"store.apply.before-commit", true, true}, Point{"store.apply.after-commit", true, false},
        Point{"sync.after-apply", true, false}};
    int number = 0;
    for (const auto& point : kPoints) {
        const auto mark = marker("sending", number);
        const auto& person = cast.visited[static_cast<std::size_t>(number) % cast.visited.size()];
        const auto text = "Left the walking frame by the bed. " + mark;
        const auto tried = tryNote(nurse, person, text);
        step.check(!tried.said.empty(), "the note is saved");
        cast.written.push_back(nurseNote(tried.said, mark, person, text));
        const std::string name{point.name};
        const auto sent = nurse.sync({{"FRONTSHEET_CRASH_AT", name}});
        step.check(sent.killed(), "killed at " + name);
        const auto server = world.server("community_trust").dump("community_trust");
        const auto held = nurse.dump();
        if (!step.check(server && held, "both stores open after the kill")) {
            break;
        }
        const bool arrived = server->find(tried.said) != nullptr;
        const auto* own = held->find(tried.said);
        const bool waits = own != nullptr && own->waiting;
        step.check(own != nullptr, "the note is still on the device");
        step.check(arrived == point.arrived, name + (point.arrived ? ": it is" : ": it is not") + " at the server");
        step.check(waits == point.waits, name + (point.waits ? ": it waits" : ": it is settled") + " on the device");
        step.note(name + ": " + (arrived ? "at the server" : "not at the server") + ", " +
                  (waits ? "waiting on the device" : "settled on the device"));
        step.add("named points");
        ++number;
    }
    checkAllArrivedOnce(world, step, cast);
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
