// The assessor's side: she answers offline at the surgery, the council's server dies at the worst moment, and the nurse
// sees who has it and how it ended. Then everything is counted.

#include "app/demo/partnership.h"
#include "app/demo/story.h"

#include <algorithm>
#include <set>

namespace frontsheet::demo {

namespace {

long long having(const Dump& dump, const std::string& type, const std::string& field, const std::string& value) {
    return dump.countWhere([&](const DumpedRecord& r) { return r.type == type && r.field(field) == value; });
}

bool says(Step& step, const Device& device, std::vector<std::string> words, const std::string& what) {
    return step.check(device.act(std::move(words)).succeeded(), what);
}

} // namespace

bool answerFromTheSurgery(World& world, Report& report, Cast& cast) {
    const Device& assessor = world.device("assessor");
    Step step(
        "the assessor, offline at the surgery, accepts and writes back; the council's server dies after its commit");
    step.check(assessor.sync().succeeded(), "she collected the referrals before she left the office");
    const auto before = assessor.dump();
    if (!step.check(before.has_value(), "her store opens")) {
        report.take(std::move(step));
        return false;
    }
    for (const auto& id : {cast.referralKnown, cast.referralNew}) {
        step.check(before->find(id) != nullptr, "the referral is on her device");
    }
    step.check(having(*before, "registration", "local_id", "") == 0, "registrations came with their local ids");
    step.equal(before->countWhere(
                   [](const DumpedRecord& r) { return r.type == "contact-note" && r.home == "community_trust"; }),
               0, "the nurse's notes are not hers to read before she accepts");

    // Offline: nothing below talks to anyone.
    for (const auto& id : {cast.referralKnown, cast.referralNew}) {
        says(step, assessor,
             {"answer", "accept", "--referral", id, "--text-file",
              assessor.textFile("I'll ring first, then come on Thursday with a bath board.").string()},
             "the acceptance is saved");
    }
    const auto told =
        assessor.act({"message", "--referral", cast.referralKnown, "--text-file",
                      assessor.textFile("Is there a rail on the stairs already? marker-message-0#").string()});
    const auto message = Device::saidSaved(told);
    step.check(!message.empty(), "her message is saved");
    cast.written.push_back({message, "marker-message-0#", "referral-message", "community_trust", cast.knownPerson});

    // The council's server commits what she sends and dies before it can say so.
    Server& council = world.server("council");
    step.equal(council.stop().exitCode, 0, "the council's server stops gracefully");
    step.check(council.serve({{"FRONTSHEET_CRASH_AT", "server.push.after-commit"}}).has_value(), "it starts again");
    const auto cut = assessor.sync();
    const auto died = council.waitUntilDead(std::chrono::seconds{20});
    step.check(died.killed(), "the council's server was killed after commit and before its reply");
    step.note("the assessor's sync ended with exit code " + std::to_string(cut.exitCode));
    const auto between = assessor.dump();
    if (step.check(between.has_value(), "her store opens")) {
        step.count("waiting on her device after the server died",
                   between->countWhere([](const DumpedRecord& r) { return r.waiting; }));
        step.check(between->countWhere([](const DumpedRecord& r) { return r.waiting && r.home == "council"; }) > 0,
                   "what the council's server did not acknowledge still waits");
    }
    step.check(council.serve().has_value(), "the council's server starts again");
    step.check(assessor.sync().succeeded(), "she syncs again");
    const auto after = assessor.dump();
    if (step.check(after.has_value(), "her store opens")) {
        step.equal(after->countWhere([](const DumpedRecord& r) { return r.waiting; }), 0,
                   "nothing waits on her device");
        step.equal(static_cast<long long>(after->attention()), 0, "nothing needs attention");
        // Accepting opened what the nurse wrote of the two people: the care team formed at the trust.
        long long wanted = 0;
        long long found = 0;
        for (const auto& written : cast.written) {
            if (written.type == "contact-note" &&
                (written.person == cast.knownPerson || written.person == cast.newPerson)) {
                ++wanted;
                found += after->find(written.record) != nullptr ? 1 : 0;
            }
        }
        step.equal(found, wanted, "the nurse's notes of both people reached her after she accepted");
        step.count("notes opened by accepting", found);
    }
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

bool seeTheAnswer(World& world, Report& report, Cast& cast) {
    const Device& nurse = world.device("nurse");
    const Device& assessor = world.device("assessor");
    Step step("the nurse sees accepted, by whom, and the outcome");
    step.check(nurse.sync().succeeded(), "she syncs");
    auto dump = nurse.dump();
    const auto* referral = dump ? dump->find(cast.referralKnown) : nullptr;
    if (step.check(referral != nullptr, "the referral is on her device")) {
        step.check(referral->field("state") == "accepted", "accepted");
        step.check(referral->field("accepted_by") == "W001", "by Bethan Price");
        step.check(referral->field("answer").find("bath board") != std::string::npos, "with her words");
    }
    step.equal(dump ? having(*dump, "referral-message", "referral", cast.referralKnown) : -1, 1,
               "her message came once");
    for (const auto& [verb, text] :
         {std::pair{"start", ""}, std::pair{"complete", "Rail and bath board fitted. She is safe on the stairs."}}) {
        std::vector<std::string> words{"answer", verb, "--referral", cast.referralKnown};
        if (*text != '\0') {
            words.insert(words.end(), {"--text-file", assessor.textFile(text).string()});
        }
        says(step, assessor, std::move(words), std::string{"the assessor's "} + verb + " is saved");
    }
    step.check(assessor.sync().succeeded() && nurse.sync().succeeded(), "both sync");
    dump = nurse.dump();
    referral = dump ? dump->find(cast.referralKnown) : nullptr;
    if (step.check(referral != nullptr, "the referral is on her device")) {
        step.check(referral->field("state") == "completed", "completed");
        step.check(referral->field("outcome").find("bath board fitted") != std::string::npos,
                   "with the outcome in words");
    }
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

namespace {

// Where one written record is: 1 in each place it should be, 0 everywhere else.
void countOne(Step& step, const Written& written, const std::map<std::string, Dump>& servers,
              const std::map<std::string, Dump>& devices, const std::set<std::string>& holders) {
    const auto* field = written.type == "referral" ? "reason" : "text";
    const auto in = [&](const Dump& dump) {
        return dump.countWhere([&](const DumpedRecord& r) {
            return r.type == written.type && r.field(field).find(written.marker) != std::string::npos;
        });
    };
    for (const auto& [agency, dump] : servers) {
        step.equal(in(dump), agency == written.home ? 1 : 0, written.marker + " at the server of " + agency);
    }
    for (const auto& [persona, dump] : devices) {
        step.equal(in(dump), holders.contains(persona) ? 1 : 0, written.marker + " on the device of the " + persona);
    }
}

} // namespace

bool countEverything(World& world, Report& report, const Cast& cast) {
    Step step("every note and referral exactly once everywhere it should be, and nowhere else");
    std::map<std::string, Dump> devices;
    for (const auto& [persona, device] : world.devices()) {
        step.check(device.sync().succeeded(), "the " + persona + " syncs");
    }
    for (const auto& [persona, device] : world.devices()) {
        auto dump = device.dump();
        if (step.check(dump.has_value(), "dump of the " + persona + "'s device")) {
            step.equal(static_cast<long long>(dump->repeated().size()), 0,
                       "no record twice on the " + persona + "'s device");
            step.equal(dump->countWhere([](const DumpedRecord& r) { return r.waiting; }), 0, "nothing waits there");
            step.count("records on the device of the " + persona, static_cast<long long>(dump->records().size()));
            devices.emplace(persona, std::move(dump).value());
        }
    }
    std::map<std::string, Dump> servers;
    for (const auto& agency : agencies()) {
        const std::string code{agency.code};
        auto dump = world.hostOf(code).dump(code);
        if (step.check(dump.has_value(), "dump of " + code)) {
            step.equal(static_cast<long long>(dump->repeated().size()), 0, "no record twice at " + code);
            step.equal(dump->countWhere([&](const DumpedRecord& r) { return r.home != code; }), 0,
                       "only its own at " + code);
            step.count("records at " + code, static_cast<long long>(dump->records().size()));
            servers.emplace(code, std::move(dump).value());
        }
    }
    if (!step.ok()) {
        report.take(std::move(step));
        return false;
    }
    for (const auto& written : cast.written) {
        // The nurse's own agency holds what she wrote; the assessor only where she joined the care team by accepting.
        std::set<std::string> holders{"nurse"};
        if (written.person == cast.knownPerson || written.person == cast.newPerson) {
            holders.insert("assessor");
        }
        countOne(step, written, servers, devices, holders);
    }
    step.count("written in the story", static_cast<long long>(cast.written.size()));

    const Dump& trust = servers.at("community_trust");
    const Dump& council = servers.at("council");
    for (const auto& id : {cast.referralKnown, cast.referralNew}) {
        step.equal(trust.countWhere([&](const DumpedRecord& r) {
            return r.type == "care-team-membership" && r.field("because_of") == id && r.field("worker") == "W001";
        }),
                   1, "accepting put the assessor on the care team once at the trust");
        step.equal(having(council, "received-copy", "referral", id), 1, "the council has its received copy once");
    }
    step.equal(council.countWhere([&](const DumpedRecord& r) {
        return r.type == "person-link" && r.field("other") == cast.newPerson && r.field("state") == "stated";
    }),
               1, "the person new to the council was registered and linked once");
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
