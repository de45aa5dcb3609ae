#include "app/demo/story_leaver.h"

#include "app/demo/story_notes.h"

#include <nlohmann/json.hpp>
#include <sstream>

namespace frontsheet::demo {

namespace {

constexpr const char* kCare = "neighbourhood_care";
constexpr const char* kTrust = "community_trust";

struct Wording {
    const char* words;
    const char* text;
};
constexpr Wording kAsked{"marker-served-asked#",
                         "Sees nobody from Friday to Monday. Somebody to sit with, and to shop. "};
constexpr Wording kBefore{"marker-served-before#", "First visit. Likes to be read to; the cat is called Captain. "};
constexpr Wording kOffTheTeam{"marker-served-off-the-team#", "Took the shopping in. Milk from last week on the step. "};
constexpr Wording kUnsent{"marker-served-unsent#", "Would not let me in today. Spoke through the letter box. "};
constexpr Wording kWorried{"marker-served-worried#", "The milk is still on the step and nobody answers. "};

std::string whole(const Wording& wording) { return std::string{wording.text} + wording.words; }
std::string file(Sitting& by, const std::string& text) { return by.device().textFile(text).string(); }

Item noteBy(Step& step, Sitting& by, const std::string& person, const Wording& wording) {
    Item item{wording.words, by.note(person, whole(wording), "contact-note"), kCare, person, "contact-note"};
    step.check(!item.record.empty(), std::string{wording.words} + " is saved");
    return item;
}

// The late inbox's number for what a worker wrote; 0 where it is not there in that state.
long long heldOf(World& world, const std::string& worker, const std::string& record, const std::string& state) {
    const auto list = world.hostOf(kCare).act({"held", "list", "--agency", kCare, "--all", "--json"});
    std::istringstream lines(list.output);
    for (std::string line; std::getline(lines, line);) {
        const auto held = nlohmann::json::parse(line, nullptr, false);
        if (held.is_object() && held.value("worker", "") == worker && held.value("state", "") == state &&
            line.find(record) != std::string::npos) {
            return held.value("held", 0LL);
        }
    }
    return 0;
}

// It waits at the agency, in no record; a person there releases it, and then it is the author's, once.
void release(Step& step, Office& office, const std::string& worker, const std::string& by, const Item& note) {
    auto& world = office.world();
    const auto inLedger = [&] {
        const auto dump = world.hostOf(kCare).dump(kCare);
        return dump ? withWords(*dump, note.words) : -1;
    };
    const auto number = heldOf(world, worker, note.record, "waiting");
    step.check(number > 0, note.words + " reached the agency and is held");
    step.equal(inLedger(), 0, note.words + " in the record before anybody has looked");
    step.check(world.hostOf(kCare)
                   .act({"held", "accept", "--agency", kCare, "--number", std::to_string(number), "--by", by})
                   .succeeded(),
               by + " releases it");
    step.equal(inLedger(), 1, note.words + " in the record afterwards");
    step.equal(heldOf(world, worker, note.record, "accepted"), number, "the inbox says by whom it was settled");
}

// What the home's server says of the worker's device: that it was asked, and has confirmed.
void isRemovedFrom(Step& step, Office& office, const std::string& home, const std::string& person,
                   const std::string& worker) {
    const auto audit =
        office.world().hostOf(home).act({"audit", "removals", "--agency", home, "--person", person, "--json"});
    std::istringstream lines(audit.output);
    long long devices = -1;
    long long removed = -2;
    bool theirs = false;
    for (std::string line; std::getline(lines, line);) {
        const auto said = nlohmann::json::parse(line, nullptr, false);
        if (!said.is_object()) {
            continue;
        }
        theirs = theirs || (said.value("worker", "") == worker && said.value("state", "") == "removed");
        devices = said.value("devices", devices);
        removed = said.value("removed", removed);
    }
    step.check(theirs, home + " sees that " + worker + "'s device has removed it");
    step.equal(removed, devices, "devices that have removed what they were to, by " + home);
    step.note(home + ": removed from " + std::to_string(removed) + " of " + std::to_string(devices) + " devices");
}

std::string practiceAt(const Dump& dump, const std::string& home, const std::string& person) {
    for (const auto& record : dump.records()) {
        if (record.type == "registration" && record.home == home && record.person == person) {
            return record.field("practice");
        }
    }
    return {};
}

} // namespace

bool meetTheVolunteers(Report& report, Cast& cast, Office& office) {
    Step step("the leaver: a nurse asks neighbourhood care for company; two volunteers take it on");
    auto& nurse = office.at("nurse");
    auto& leaver = office.at("leaver");
    const auto& atTrust = cast.served.persons[kTrust];
    const auto asked =
        nurse.act({"refer", "--person", atTrust, "--to-agency", kCare, "--to-service", "SVC11", "--to-worker", "W035",
                   "--need", "Company and shopping", "--reason-file", file(nurse, whole(kAsked))});
    step.check(asked.done && !asked.record().empty(), "the referral is saved: " + asked.error);
    office.sync(step, {"nurse"});
    office.sync(step, {"leaver"});
    mustDo(step, leaver, {"answer", "accept", "--referral", asked.record(), "--text-file", file(leaver, "Gladly.")},
           "the volunteer accepts");
    office.sync(step, {"leaver"}, 2);
    const auto dump = leaver.dump();
    cast.served.persons[kCare] = dump ? ownIdOf(*dump, kCare, atTrust) : std::string{};
    const auto& atCare = cast.served.persons[kCare];
    step.check(!atCare.empty(), "neighbourhood care has its own registration, linked with the trust's");
    for (const auto* worker : {"W031", "W012"}) {
        mustDo(step, leaver, {"involve", "--person", atCare, "--worker", worker},
               std::string{worker} + " is on the care team");
    }
    cast.before = noteBy(step, leaver, atCare, kBefore);
    cast.asked = {kAsked.words, asked.record(), kTrust, atTrust, "referral"};
    office.sync(step, {"leaver"});
    office.sync(step, office.everybody(), 2);
    hasItem(step, office, "volunteers", cast.before);
    hasItem(step, office, "nurse", cast.before);
    hasItem(step, office, "leaver", cast.before);

    const auto nursesDump = nurse.dump();
    std::vector<std::string> holders{"nurse"};
    if (nursesDump && practiceAt(*nursesDump, kTrust, atTrust) == "Y99001") {
        holders.emplace_back("gp");
    }
    Written referral{asked.record(), kAsked.words, "referral", kTrust, atTrust, "", whole(kAsked), holders, kCare};
    cast.written.push_back(std::move(referral));
    // Who takes on the volunteer's concern later joins her care team here, and reads what it has.
    cast.written.push_back(writtenAs(cast.before, "contact-note", "W035", whole(kBefore), {"nurse", "assessor"}));
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

bool leaveTheCareTeam(Report& report, Cast& cast, Office& office) {
    Step step("one is taken off the care team while offline with an unsent note: it is held, the rest goes");
    auto& volunteer = office.at("volunteers");
    auto& leaver = office.at("leaver");
    const auto& atCare = cast.served.persons[kCare];
    const auto unsent = noteBy(step, volunteer, atCare, kOffTheTeam); // no signal
    const auto before = leaver.dump();
    std::string membership;
    for (const auto& record : before ? before->records() : std::vector<DumpedRecord>{}) {
        if (record.type == "care-team-membership" && record.home == kCare && record.person == atCare &&
            record.field("worker") == "W031") {
            membership = record.id;
        }
    }
    mustDo(step, leaver, {"end-involvement", "--membership", membership}, "their place on the team is ended");
    office.sync(step, {"leaver"});
    const auto pages = office.pagesOf("volunteers");
    step.check(pages && pages->with(kBefore.words) > 0 && pages->with(kOffTheTeam.words) > 0,
               "both notes are in the pages of the tablet before it is in contact");
    office.sync(step, {"volunteers"}, 2);
    hasLost(step, office, "volunteers", cast.before);
    isRemovedFrom(step, office, kCare, atCare, "W031");
    step.check(volunteer.act({"outbox"}).shows({{"record", unsent.record}, {"reason", "NotPermitted"}}),
               "their device says that it came too late, and keeps their words");
    release(step, office, "W031", "W035", unsent);
    cast.held.emplace_back("volunteers");
    office.sync(step, {"volunteers", "leaver", "nurse"}, 2);
    hasItem(step, office, "nurse", unsent);
    cast.written.push_back(writtenAs(unsent, "contact-note", "W031", whole(kOffTheTeam), {"nurse", "assessor"}));

    // Not involved any more, and worried still: any worker may say so, to where the council takes it.
    const auto raised = volunteer.act({"refer", "--concern", "--person", atCare, "--to-agency", "council",
                                       "--to-service", "SVC03", "--need", "Somebody to look in today", "--urgency",
                                       "today", "--reason-file", file(volunteer, whole(kWorried))});
    step.check(raised.done, "the volunteer raises a concern: " + raised.error);
    office.sync(step, {"volunteers"}, 2);
    office.sync(step, {"assessor"});
    mustDo(step, office.at("assessor"),
           {"answer", "accept", "--referral", raised.record(), "--text-file",
            file(office.at("assessor"), "I am on my way.")},
           "an assessor of the council's takes it on");
    office.sync(step, {"assessor"}, 2);
    office.sync(step, office.everybody());
    const auto sent = volunteer.act({"referrals"});
    step.check(sent.shows({{"record", raised.record()}, {"state", "accepted"}, {"accepted_by", "W001"}}),
               "the volunteer sees that it is in hand, and with whom");
    for (const auto& who : office.everybody()) {
        if (who != "volunteers" && who != "assessor" &&
            who != "governance") { // the council's own, of its received copy
            hasNoWord(step, office, who, {kWorried.words});
        }
    }
    const auto dump = volunteer.dump();
    const auto* record = dump ? dump->find(raised.record()) : nullptr;
    step.check(record != nullptr, "it is on the volunteer's device");
    Written written{raised.record(),
                    kWorried.words,
                    "referral",
                    kCare,
                    atCare,
                    "",
                    record != nullptr ? record->field("reason") : "",
                    {"volunteers", "assessor"},
                    "council"};
    written.copyHolders = {"assessor", "governance"};
    cast.written.push_back(std::move(written));
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

bool leaveForGood(Report& report, Cast& cast, Office& office) {
    Step step(
        "the other leaves: the note reaches the agency, everything leaves the tablet, both sides see that it did");
    auto& world = office.world();
    auto& leaver = office.at("leaver");
    const auto& atCare = cast.served.persons[kCare];
    const auto& atTrust = cast.served.persons[kTrust];
    const auto unsent = noteBy(step, leaver, atCare, kUnsent); // no signal
    step.check(world.hostOf(kCare).act({"revoke", "--agency", kCare, "--worker", "W035"}).succeeded(),
               "the administrator ends their access");
    office.tellPartners(step);
    const auto pages = office.pagesOf("leaver");
    for (const auto* words : {kAsked.words, kBefore.words, kUnsent.words}) {
        step.check(pages && pages->with(words) > 0, std::string{words} + " is on the tablet before it is in contact");
    }
    const auto contact = leaver.act(Device::syncWords());
    step.check(contact.shows({{"server", kCare}, {"closed", "true"}}), "the tablet says that its agency has closed it");
    isWiped(step, office, "leaver", {cast.before, cast.asked, unsent});
    const auto dump = leaver.dump(); // of the program that is still open, or of none
    step.check(!dump || dump->countWhere([](const DumpedRecord& r) { return !r.person.empty(); }) == 0,
               "the program that is open has nobody's records any more");
    isRemovedFrom(step, office, kCare, atCare, "W035");
    isRemovedFrom(step, office, kTrust, atTrust, "W035");
    release(step, office, "W035", "W031", unsent);
    office.leaves("leaver");
    cast.left.emplace_back("leaver");
    office.sync(step, {"nurse"}, 2);
    hasItem(step, office, "nurse", unsent);
    cast.written.push_back(writtenAs(unsent, "contact-note", "W035", whole(kUnsent), {"nurse", "assessor"}));
    const auto refused = leaver.act(Device::syncWords());
    step.check(refused.lines.empty() || !refused.shows({{"server", kCare}, {"received", "1"}}),
               "asked again, nothing comes");
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
