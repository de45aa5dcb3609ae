// The assessor's side: she answers offline at the surgery, the council's server dies at the worst moment, and the nurse
// sees who has it and how it ended.

#include "app/demo/story_notes.h"

#include <nlohmann/json.hpp>
#include <sstream>

namespace frontsheet::demo {

namespace {

constexpr const char* kOutcome = "Rail and bath board fitted. She is safe on the stairs.";

long long having(const Dump& dump, const std::string& type, const std::string& field, const std::string& value) {
    return dump.countWhere([&](const DumpedRecord& r) { return r.type == type && r.field(field) == value; });
}

// Whether a line that the verb prints has each of these values: what the worker is shown, not what is stored.
bool shows(const Finished& finished, const std::map<std::string, std::string>& wanted) {
    std::istringstream lines(finished.output);
    for (std::string line; std::getline(lines, line);) {
        const auto shown = nlohmann::json::parse(line, nullptr, false);
        bool all = shown.is_object();
        for (const auto& [key, value] : wanted) {
            all = all && shown.contains(key) && shown[key] == value;
        }
        if (all) {
            return true;
        }
    }
    return false;
}

bool says(Step& step, const Device& device, std::vector<std::string> words, const std::string& what) {
    return step.check(device.act(std::move(words)).succeeded(), what);
}

// Who moved it, version by version, and what it said before anybody had answered: from its home, over the wire.
void askItsHistory(Step& step, const Device& device, const Cast& cast) {
    const auto told = device.act({"history", "--record", cast.referralKnown});
    step.check(told.succeeded(), "its home says what it said earlier");
    step.check(shows(told, {{"author_agency", "community_trust"}}) && shows(told, {{"author", cast.assessor.worker}}),
               "and who of the two agencies changed it");
    std::int64_t began = 0;
    std::istringstream lines(told.output);
    for (std::string text; std::getline(lines, text);) {
        const auto line = nlohmann::json::parse(text, nullptr, false);
        began = line.is_object() && line.value("first", false) ? line.value("recorded_at", std::int64_t{0}) : began;
    }
    const auto then = device.act({"history", "--record", cast.referralKnown, "--at", std::to_string(began)});
    step.check(began != 0 && then.output.find("\"state\":\"sent\"") != std::string::npos &&
                   then.output.find("accepted_by") == std::string::npos,
               "on the day it was sent it said so, and nothing of an answer");
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
    const auto toAnswer = assessor.act({"referrals"});
    for (const auto& id : {cast.referralKnown, cast.referralNew}) {
        step.check(before->find(id) != nullptr, "the referral is on her device");
        step.check(shows(toAnswer, {{"record", id}, {"list", "waiting-for-me"}, {"to_worker", cast.assessor.worker}}),
                   "and on her list of what waits for her");
    }
    const auto officer = world.device("reviewing-officer");
    const auto elsewhere =
        officer.sync().succeeded() ? officer.dump() : Result<Dump>{ErrorCode::Unreachable, "officer"};
    step.check(elsewhere && elsewhere->count("referral") == 0 && elsewhere->count("contact-note") == 0,
               "her colleague the reviewing officer has neither referral nor note");
    step.equal(having(*before, "registration", "local_id", ""), 0, "registrations came with their local ids");
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
    const std::string question = "Is there a rail on the stairs already? marker-message-0#";
    const auto told = assessor.act(
        {"message", "--referral", cast.referralKnown, "--text-file", assessor.textFile(question).string()});
    const auto message = Device::saidSaved(told);
    step.check(!message.empty(), "her message is saved");
    cast.written.push_back({message, "marker-message-0#", "referral-message", "community_trust", cast.knownPerson,
                            cast.assessor.worker, question});
    const auto offline = world.server("community_trust").dump("community_trust");
    step.check(offline && having(*offline, "referral", "state", "accepted") == 0, "the trust knows nothing of it yet");

    // The council's server commits what she sends and dies before it can say so.
    Server& council = world.server("council");
    step.equal(council.stop().exitCode, 0, "the council's server stops gracefully");
    step.check(council.serve({{"FRONTSHEET_CRASH_AT", "server.push.after-commit"}}).has_value(), "it starts again");
    const auto cut = assessor.sync();
    const auto died = council.waitUntilDead(std::chrono::seconds{20});
    step.check(died.killed(), "the council's server was killed after commit and before its reply");
    step.note("the assessor's sync ended with exit code " + std::to_string(cut.exitCode));
    const auto committed = council.dump("council");
    const auto between = assessor.dump();
    if (step.check(between && committed, "both stores open")) {
        step.check(committed->countWhere([&](const DumpedRecord& r) {
            const auto* own = between->find(r.id);
            return own != nullptr && own->waiting;
        }) > 0,
                   "something is in the council's ledger that her device has no word of");
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
        step.check(referral->field("accepted_by") == cast.assessor.worker, "by " + cast.assessor.name);
        step.check(referral->field("answer").find("bath board") != std::string::npos, "with her words");
    }
    const auto list = nurse.act({"referrals"});
    for (const auto& id : {cast.referralKnown, cast.referralNew}) {
        step.check(
            shows(
                list,
                {{"record", id}, {"list", "sent-by-me"}, {"state", "accepted"}, {"accepted_by", cast.assessor.worker}}),
            "her list shows it accepted, and by whom");
    }
    step.check(shows(nurse.act({"front-sheet", "--person", cast.knownPerson}),
                     {{"involved", cast.assessor.name}, {"agency", cast.assessor.agency}}),
               "the front sheet names " + cast.assessor.name + " among those involved");
    step.equal(dump ? having(*dump, "referral-message", "referral", cast.referralKnown) : -1, 1,
               "her message came once");
    for (const auto& [verb, text] : {std::pair{"start", ""}, std::pair{"complete", kOutcome}}) {
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
        step.check(referral->field("outcome") == kOutcome, "with the outcome in her words");
    }
    step.check(shows(nurse.act({"referrals"}),
                     {{"record", cast.referralKnown}, {"state", "completed"}, {"outcome", kOutcome}}),
               "her list shows it completed, with the outcome");
    step.check(shows(nurse.act({"referrals"}), {{"record", cast.referralNew}, {"state", "accepted"}, {"outcome", ""}}),
               "and the other as it was");
    askItsHistory(step, nurse, cast);
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
