// Batteries and plugs: disks that forget what was not synced, under the nurse's tablet and under the trust's server.

#include "app/demo/story_notes.h"

#include <array>

namespace frontsheet::demo {

namespace {

Device::Environment forgetting(const std::filesystem::path& folder, const std::string& crashAt) {
    Device::Environment environment{{"FRONTSHEET_FAULT_VFS", "forget-unsynced:" + folder.string()}};
    if (!crashAt.empty()) {
        environment["FRONTSHEET_CRASH_AT"] = crashAt;
    }
    return environment;
}

} // namespace

bool pullTheBattery(World& world, Report& report, Cast& cast) {
    const Device& nurse = world.device("nurse");
    Step step("a disk that forgets unsynced writes, and the battery pulled");
    struct Pull {
        std::string at; // empty: after the program said "saved" and ended
        bool there;
    };
    int number = 0;
    for (const auto& pull :
         {Pull{"store.save.before-commit", false}, Pull{"store.save.after-commit", true}, Pull{"", true}}) {
        const auto mark = marker("battery", number);
        const auto& person = cast.visited[static_cast<std::size_t>(number) % cast.visited.size()];
        const auto text = "Battery at two per cent. " + mark;
        const auto tried = tryNote(nurse, person, text, forgetting(nurse.profile(), pull.at));
        const auto when = pull.at.empty() ? std::string{"after it said saved"} : pull.at;
        step.check(tried.said.empty() == !pull.at.empty(),
                   when + (pull.at.empty() ? ": it said so" : ": nothing said"));
        auto dump = nurse.dump();
        if (!step.check(dump.has_value(), "the store opens after the battery was pulled")) {
            break;
        }
        auto there = countMarked(*dump, "contact-note", mark);
        step.equal(there, pull.there ? 1 : 0, "on the disk, pulled " + when);
        step.note(when + ": " + (there == 1 ? "there" : "not there"));
        if (there == 0) {
            (void)tryNote(nurse, person, text);
            dump = nurse.dump();
            there = dump ? countMarked(*dump, "contact-note", mark) : -1;
        }
        step.equal(there, 1, "there exactly once");
        cast.written.push_back(nurseNote(dump ? idOfMarked(*dump, mark) : "", mark, person, text));
        step.add("pulls");
        ++number;
    }
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

bool cutTheServersPower(World& world, Report& report, Cast& cast) {
    const Device& nurse = world.device("nurse");
    Server& trust = world.server("community_trust");
    Step step("the trust's server and her tablet lose power in mid-sending, on disks that forget unsynced writes");
    const auto& person = cast.visited.front();
    const auto write = [&](int number) {
        const auto mark = marker("power", number);
        const auto text = "Key safe number changed; told the office. " + mark;
        const auto tried = tryNote(nurse, person, text);
        step.check(!tried.said.empty(), "the note is saved");
        cast.written.push_back(nurseNote(tried.said, mark, person, text));
        return tried.said;
    };

    // After its commit, before its reply: what it committed it must have put on the disk.
    const auto first = write(0);
    step.equal(trust.stop().exitCode, 0, "the trust's server stops gracefully");
    step.check(trust.serve(forgetting(trust.folder(), "server.push.after-commit")).has_value(), "it starts again");
    (void)nurse.sync();
    step.check(trust.waitUntilDead(std::chrono::seconds{20}).killed(), "its power goes after its commit");
    auto server = trust.dump("community_trust");
    step.check(server && server->find(first) != nullptr, "what it committed is on its disk");
    auto held = nurse.dump();
    step.check(held && held->find(first) != nullptr && held->find(first)->waiting, "the tablet still holds it to send");
    step.check(trust.serve().has_value(), "it starts again");
    step.check(nurse.sync().succeeded(), "she syncs");

    // What the tablet took as acknowledged it must have put on its disk, too: else it would offer it again.
    const auto second = write(1);
    const auto cut = nurse.sync(forgetting(nurse.profile(), "store.apply.after-commit"));
    step.check(cut.killed(), "the tablet's battery goes after it took the reply");
    server = trust.dump("community_trust");
    held = nurse.dump();
    if (step.check(server && held, "both stores open")) {
        step.check(server->find(second) != nullptr, "it is at the server");
        step.check(held->find(second) != nullptr, "and on the tablet");
    }
    step.check(nurse.sync().succeeded(), "she syncs");
    server = trust.dump("community_trust");
    held = nurse.dump();
    if (step.check(server && held, "both stores open")) {
        for (const auto& written : cast.written) {
            step.equal(countMarked(*server, written.type, written.marker), 1,
                       written.marker + " at the trust's server");
        }
        step.equal(countWaiting(*held), 0, "nothing waits on her device");
    }
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
