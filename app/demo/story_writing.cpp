// The dead spot: notes and referrals written without signal, and what is left of them when the tablet dies.

#include "app/demo/story.h"

#include <algorithm>
#include <csignal>
#include <poll.h>

namespace frontsheet::demo {

namespace {

std::string marker(const std::string& name, int number) {
    return "marker-" + name + "-" + std::to_string(number) + "#";
}

long long countMarked(const Dump& dump, const std::string& type, const std::string& field, const std::string& mark) {
    return dump.countWhere(
        [&](const DumpedRecord& r) { return r.type == type && r.field(field).find(mark) != std::string::npos; });
}

// A pause without a clock: the parent waits while the child works.
void pause(std::chrono::microseconds time) {
    timespec wait{time.count() / 1000000, (time.count() % 1000000) * 1000};
    ::ppoll(nullptr, 0, &wait, nullptr);
}

std::string idOfMarked(const Dump& dump, const std::string& mark) {
    for (const auto& record : dump.records()) {
        if (record.type == "contact-note" && record.field("text").find(mark) != std::string::npos) {
            return record.id;
        }
    }
    return {};
}

struct Tried {
    Finished finished;
    std::string said;
};

Tried tryNote(const Device& device, const std::string& person, const std::string& text,
              const Device::Environment& environment) {
    Tried tried;
    tried.finished = device.act(device.noteWords(person, text), environment);
    tried.said = Device::saidSaved(tried.finished);
    return tried;
}

} // namespace

bool writeOffline(World& world, Report& report, Cast& cast) {
    const Device& nurse = world.device("nurse");
    Step step("the nurse, without signal, writes five notes and two referrals");
    static constexpr const char* kTexts[] = {
        "Up and dressed when I came. Dressing changed, left lower leg, wound cleaner than Friday.",
        "Blood pressure 138/82. Asked me twice when the rail is coming. \"I'm not going up on my bottom again.\"",
        "Catheter changed without trouble. Siân rang while I was there; she visits on Sundays.",
        "Insulin given. Not sleeping well: up three or four times last night. \u6653\u660e came to translate.",
        "No pressure damage. Spoke with O\u2019Neill from the chemist; blister pack from Monday. "
        "\u0634\u0643\u0631\u0627"};
    int number = 0;
    for (const auto& person : cast.visited) {
        const auto mark = marker("visit", number);
        const auto tried = tryNote(nurse, person, std::string{kTexts[number % 5]} + " " + mark, {});
        step.check(tried.finished.succeeded() && !tried.said.empty(), "the note is said to be saved");
        cast.written.push_back({tried.said, mark, "contact-note", "community_trust", person});
        ++number;
    }
    const auto refer = [&](const std::string& person, const std::string& need, const std::string& mark) {
        const auto done = nurse.act(
            {"refer", "--person", person, "--to-agency", "council", "--to-service", "SVC01", "--to-worker", "W001",
             "--need", need, "--reason-file",
             nurse.textFile("Cannot lift her leg over the bath. Two near falls on the stairs. " + mark).string()});
        auto said = Device::saidSaved(done);
        step.check(done.succeeded() && !said.empty(), "the referral is said to be saved");
        cast.written.push_back({said, mark, "referral", "community_trust", person});
        return said;
    };
    cast.referralKnown = refer(cast.knownPerson, "Bath and stairs", "marker-referral-known#");
    cast.referralNew = refer(cast.newPerson, "Help at home", "marker-referral-new#");
    const auto dump = nurse.dump();
    if (step.check(dump.has_value(), "the store opens again")) {
        step.equal(dump->countWhere([](const DumpedRecord& r) { return r.waiting; }), 7, "seven items wait to be sent");
        const auto server = world.server("community_trust").dump("community_trust");
        step.check(server && server->countWhere([](const DumpedRecord& r) { return r.type == "referral"; }) == 0,
                   "the trust's server has none of them yet");
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
        const auto there = countMarked(*dump, "contact-note", "text", mark);
        step.equal(there, point.there, std::string{"on the disk after "} + point.name);
        step.note(std::string{point.name} + ": " + (there == 1 ? "saved, not yet said" : "not saved, not said"));
        if (there == 0) {
            const auto again = tryNote(nurse, person, text, {});
            step.check(again.finished.succeeded() && !again.said.empty(), "written again and saved");
            dump = nurse.dump();
        }
        step.equal(dump ? countMarked(*dump, "contact-note", "text", mark) : -1, 1, "there exactly once");
        cast.written.push_back({dump ? idOfMarked(*dump, mark) : "", mark, "contact-note", "community_trust", person});
        step.add("named points");
        ++number;
    }
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

bool pullTheBattery(World& world, Report& report, Cast& cast) {
    const Device& nurse = world.device("nurse");
    Step step("a disk that forgets unsynced writes, and the battery pulled");
    struct Pull {
        const char* at;
        bool saidBefore;
    };
    int number = 0;
    // Pulled inside the save, right after the commit, and (no crash point) after the program said "saved" and ended.
    for (const char* at : {"store.save.before-commit", "store.save.after-commit", ""}) {
        const auto mark = marker("battery", number);
        const auto& person = cast.visited[static_cast<std::size_t>(number) % cast.visited.size()];
        Device::Environment environment{{"FRONTSHEET_FAULT_VFS", "forget-unsynced:" + nurse.profile().string()}};
        if (*at != '\0') {
            environment["FRONTSHEET_CRASH_AT"] = at;
        }
        const auto tried = tryNote(nurse, person, "Battery at two per cent. " + mark, environment);
        auto dump = nurse.dump();
        if (!step.check(dump.has_value(), "the store opens after the battery was pulled")) {
            break;
        }
        auto there = countMarked(*dump, "contact-note", "text", mark);
        if (!tried.said.empty() || std::string{at} == "store.save.after-commit") {
            step.equal(there, 1, "what was committed is on the disk");
        }
        step.note(std::string{*at == '\0' ? "after it said saved" : at} + ": " + (there == 1 ? "there" : "not there"));
        if (there == 0) {
            (void)tryNote(nurse, person, "Battery at two per cent. " + mark, {});
            dump = nurse.dump();
            there = dump ? countMarked(*dump, "contact-note", "text", mark) : -1;
        }
        step.equal(there, 1, "there exactly once");
        cast.written.push_back({dump ? idOfMarked(*dump, mark) : "", mark, "contact-note", "community_trust", person});
        step.add("pulls");
        ++number;
    }
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

bool killWhileSending(World& world, Report& report, Cast& cast) {
    const Device& nurse = world.device("nurse");
    Step step("signal comes back; her device is killed at each named point of sending");
    int number = 0;
    for (const char* point : {"sync.before-send", "sync.after-send-before-apply", "store.apply.before-commit",
                              "store.apply.after-commit", "sync.after-apply"}) {
        const auto mark = marker("sending", number);
        const auto& person = cast.visited[static_cast<std::size_t>(number) % cast.visited.size()];
        const auto tried = tryNote(nurse, person, "Left the walking frame by the bed. " + mark, {});
        step.check(!tried.said.empty(), "the note is saved");
        cast.written.push_back({tried.said, mark, "contact-note", "community_trust", person});
        const auto sent = nurse.sync({{"FRONTSHEET_CRASH_AT", point}});
        step.check(sent.killed(), std::string{"killed at "} + point);
        const auto server = world.server("community_trust").dump("community_trust");
        const auto held = nurse.dump();
        if (!step.check(server && held, "both stores open after the kill")) {
            break;
        }
        const bool arrived = server->find(tried.said) != nullptr;
        const auto* own = held->find(tried.said);
        step.check(own != nullptr, "the note is still on the device");
        step.note(std::string{point} + ": " + (arrived ? "at the server" : "not at the server") + ", " +
                  (own != nullptr && own->waiting ? "waiting on the device" : "settled on the device"));
        step.check(arrived || (own != nullptr && own->waiting), "never only settled on the device");
        step.add("named points");
        ++number;
    }
    const auto done = nurse.sync();
    step.check(done.succeeded(), "an undisturbed sync ends well");
    const auto server = world.server("community_trust").dump("community_trust");
    const auto held = nurse.dump();
    if (step.check(server && held, "both stores open")) {
        for (const auto& written : cast.written) {
            step.check(server->find(written.record) != nullptr, written.marker + " is at the trust's server");
        }
        step.equal(held->countWhere([](const DumpedRecord& r) { return r.waiting; }), 0, "nothing waits on her device");
    }
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

namespace {

// Kills the program somewhere between its start and a little after its usual end.
Finished killSomewhere(World& world, const Device& device, std::vector<std::string> words,
                       std::chrono::milliseconds usual) {
    auto child = device.begin(std::move(words));
    if (!child) {
        return {};
    }
    // Key derivation takes the first part of every run and nothing can be lost in it, so most kills fall later.
    std::uniform_int_distribution<long long> when(usual.count() * 350, usual.count() * 1080);
    pause(std::chrono::microseconds{when(world.chance())});
    child->send(SIGKILL);
    return child->wait(std::chrono::seconds{30});
}

} // namespace

bool killAtRandom(World& world, Report& report, Cast& cast, int times) {
    const Device& nurse = world.device("nurse");
    Step step("her device is killed at " + std::to_string(times) + " random moments of saving and sending");
    const auto& person = cast.visited.front();
    const auto trialNote = tryNote(nurse, person, "Measured how long saving takes. marker-measure#", {});
    cast.written.push_back({trialNote.said, "marker-measure#", "contact-note", "community_trust", person});
    const auto trialSync = nurse.sync();
    step.check(trialNote.finished.succeeded() && trialSync.succeeded(), "an undisturbed save and sync");
    for (int i = 0; i < times; ++i) {
        const auto mark = marker("random", i);
        const auto text = "Moved the rug. " + mark;
        std::string landing;
        if (i % 2 == 0) {
            const auto killed = killSomewhere(world, nurse, nurse.noteWords(person, text), trialNote.finished.took);
            auto dump = nurse.dump();
            if (!step.check(dump.has_value(), "the store opens after kill " + std::to_string(i))) {
                break;
            }
            const auto there = countMarked(*dump, "contact-note", "text", mark);
            const bool said = !Device::saidSaved(killed).empty();
            step.check(there <= 1, "never doubled");
            step.check(!said || there == 1, "said saved means saved");
            landing = !killed.killed() ? "save ended before the kill"
                      : said           ? "killed after it said saved"
                      : there == 1     ? "killed when saved, before it said so"
                                       : "killed before it was saved";
            if (there == 0) {
                (void)tryNote(nurse, person, text, {});
                dump = nurse.dump();
            }
            cast.written.push_back(
                {dump ? idOfMarked(*dump, mark) : "", mark, "contact-note", "community_trust", person});
        } else {
            const auto saved = tryNote(nurse, person, text, {});
            step.check(!saved.said.empty(), "the note is saved");
            cast.written.push_back({saved.said, mark, "contact-note", "community_trust", person});
            const auto killed = killSomewhere(world, nurse, {"sync", "--until-idle"}, trialSync.took);
            const auto server = world.server("community_trust").dump("community_trust");
            const auto held = nurse.dump();
            if (!step.check(server && held, "both stores open after kill " + std::to_string(i))) {
                break;
            }
            const bool arrived = server->find(saved.said) != nullptr;
            const auto* own = held->find(saved.said);
            step.check(own != nullptr && (own->waiting || arrived), "on the device, or at the server, never nowhere");
            landing = !killed.killed()                 ? "sync ended before the kill"
                      : !arrived                       ? "killed before it was at the server"
                      : own != nullptr && own->waiting ? "killed when at the server, not yet acknowledged here"
                                                       : "killed after it was acknowledged";
        }
        step.add("landed: " + landing);
    }
    step.count("kills", times);
    const auto done = nurse.sync();
    step.check(done.succeeded(), "an undisturbed sync ends well");
    const auto server = world.server("community_trust").dump("community_trust");
    if (step.check(server.has_value(), "the trust's dump")) {
        for (const auto& written : cast.written) {
            const auto* field = written.type == "referral" ? "reason" : "text";
            step.equal(countMarked(*server, written.type, field, written.marker), 1,
                       written.marker + " at the trust's server");
        }
    }
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
