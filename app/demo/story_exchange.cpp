#include "app/demo/story_exchange.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

namespace frontsheet::demo {

namespace {

constexpr const char* kLocality = "saltmarsh-locality";

std::string file(Sitting& by, const std::string& text) { return by.device().textFile(text).string(); }

const DumpedRecord* registrationOf(const Dump& dump, const std::string& home, const std::string& person) {
    for (const auto& record : dump.records()) {
        if (record.type == "registration" && record.home == home && record.person == person) {
            return &record;
        }
    }
    return nullptr;
}

// The council's server with a clock of its own, turned by what the file says.
bool serveByTurnedClock(Step& step, World& world, const std::filesystem::path& clock, long long milliseconds) {
    std::ofstream(clock, std::ios::trunc) << milliseconds << '\n';
    auto& server = world.server("council");
    return step.equal(server.stop().exitCode, 0, "the council's server stops") &&
           step.check(server.serve({{"FRONTSHEET_CLOCK_FILE", clock.string()}}).has_value(), "and starts again");
}

std::string audited(World& world) {
    const auto log = world.folders().root / "logs" / "emergencies.json";
    const auto found = world.server("council").act({"audit", "emergency", "--agency", "council", "--json"});
    return found.succeeded() ? found.output : std::string{};
}

} // namespace

bool openInAnEmergency(Report& report, Cast& cast, Office& office) {
    Step step("in the night a nurse opens somebody's records at the council: logged, reviewed, and ended by itself");
    auto& world = office.world();
    auto& nurse = office.at("nurse");
    auto& governance = office.at("governance");
    const auto& person = cast.found.persons["council"];
    const auto clock = world.folders().root / "council.clock";
    bool going = serveByTurnedClock(step, world, clock, 0);
    const auto council = world.server("council").dump("council");
    const auto* known = council ? registrationOf(*council, "council", person) : nullptr;
    going = going && step.check(known != nullptr && known->field("nhs_number").size() == 10, "who it is about");
    if (!going) {
        report.take(std::move(step));
        return false;
    }
    const Item registration{known->field("nhs_number"), known->id, "council", person, "identity"};
    const auto open = [&](Sitting& by) {
        return by.act({"open-emergency", "--home", "council", "--hours", "1", "--born", known->field("born"),
                       "--nhs-number-file", file(by, registration.words), "--reason-file",
                       file(by, "Found on the stairs by a neighbour; she cannot say what she takes.")});
    };
    office.sync(step, {"nurse", "governance"});
    const auto pagesBefore = office.pagesOf("nurse");
    step.check(pagesBefore && pagesBefore->with(registration.words) == 0, "nothing of them is on the nurse's tablet");
    const auto stranger = open(office.at("volunteers"));
    step.check(!stranger.done && stranger.error == "NotPermitted", "no clause lets a volunteer: " + stranger.error);
    const auto opened = open(nurse);
    step.check(opened.done, "the council's server opens it: " + opened.error);
    const auto access = opened.value("access");
    office.sync(step, {"nurse"}, 2);
    hasItem(step, office, "nurse", registration);
    step.check(nurse.act({"emergencies", "--person", opened.value("person")}).done, "the tablet can be asked about it");
    step.check(audited(world).find("W012") != std::string::npos, "it is in the council's log, by whom");

    // Told to the governance lead, who looks at it; who opened it could not.
    office.sync(step, {"governance"});
    step.check(governance.act({"emergencies-to-review"}).shows({{"access", access}, {"worker", "W012"}}),
               "it is on the list to review");
    mustDo(step, governance,
           {"review-emergency", "--access", access, "--text-file",
            file(governance, "Rightly opened: the ambulance asked for it.")},
           "the governance lead reviews it");
    office.sync(step, {"governance"});
    step.check(!governance.act({"emergencies-to-review"}).shows({{"access", access}}), "and it is off the list");

    // An hour goes by at the council.
    std::ofstream(clock, std::ios::trunc) << 61 * 60 * 1000 << '\n';
    office.sync(step, {"nurse"}, 2);
    hasLost(step, office, "nurse", registration);
    step.equal(world.server("council").stop().exitCode, 0, "the council's server stops");
    step.check(world.server("council").serve().has_value(), "and goes on by the real time");
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

namespace {

Finished agreement(World& world, const std::string& agency, const std::string& verb, std::vector<std::string> words) {
    std::vector<std::string> all{"agreement", verb};
    all.insert(all.end(), words.begin(), words.end());
    all.insert(all.end(), {"--agency", agency});
    return world.hostOf(agency).act(std::move(all));
}

// The second version: nurses see how somebody is housed, too.
std::filesystem::path secondVersion(Step& step, World& world) {
    std::ifstream first(world.folders().root / "locality-partnership.agreement");
    std::string text{std::istreambuf_iterator<char>(first), std::istreambuf_iterator<char>()};
    const auto replace = [&](std::size_t from, const std::string& what, const std::string& with) {
        const auto at = text.find(what, from);
        if (step.check(at != std::string::npos, "a place for " + with)) {
            text.replace(at, what.size(), with);
        }
    };
    replace(0, "\nversion: 1", "\nversion: 2");
    replace(text.find(R"(id: "CT2")"), R"("conference")", R"("conference", "housing")");
    const auto second = world.folders().root / "second.agreement";
    std::ofstream(second, std::ios::trunc) << text;
    return second;
}

std::string tenancyOnTablet(Office& office, const std::string& person) {
    const auto dump = office.at("nurse").dump();
    const auto* record = dump ? registrationOf(*dump, "housing", person) : nullptr;
    return record == nullptr ? "no registration" : record->field("tenancy_type");
}

} // namespace

bool agreeAnew(Report& report, Cast& cast, Office& office) {
    Step step(
        "a new version of the agreement goes round by visits; both sign, it widens; one stops it, it narrows at once");
    auto& world = office.world();
    const auto& mira = cast.mira.persons["housing"];
    const auto at = world.hostOf("housing").dump("housing");
    const auto* known = at ? registrationOf(*at, "housing", mira) : nullptr;
    const auto tenancy = known == nullptr ? std::string{} : known->field("tenancy_type");
    step.check(!tenancy.empty(), "housing knows how Mira rents");
    office.sync(step, {"nurse"});
    step.check(tenancyOnTablet(office, mira).empty(), "the nurse who visits her is not told, by the first version");

    // Housing alone has the text; the others get it, and each other's signatures, over the peer link.
    const std::string version = std::string{kLocality} + "/2";
    const auto text = secondVersion(step, world);
    step.check(agreement(world, "housing", "sign", {text.string()}).succeeded(), "housing proposes and signs it");
    step.check(!agreement(world, "community_trust", "sign", {version}).succeeded(), "the trust has not heard of it");
    office.tellPartners(step);
    for (const auto& agency : agencies()) {
        const std::string code{agency.code};
        if (code != "housing") {
            step.check(agreement(world, code, "sign", {version}).succeeded(), code + " signs what came to it");
        }
    }
    office.tellPartners(step);
    office.sync(step, {"nurse"});
    step.check(tenancyOnTablet(office, mira).empty(), "signed is not yet in force");
    for (const auto& agency : agencies()) {
        const std::string code{agency.code};
        step.check(agreement(world, code, "activate", {version}).succeeded(), code + " activates it");
    }
    office.tellPartners(step);
    office.sync(step, {"nurse"}, 2);
    step.check(tenancyOnTablet(office, mira) == tenancy, "now the nurse sees it");

    step.check(agreement(world, "housing", "suspend", {"--id", kLocality, "--clauses", "CT2"}).succeeded(),
               "housing stops the clause, asking nobody");
    office.sync(step, {"nurse"}, 2);
    step.check(tenancyOnTablet(office, mira).empty(), "it is gone from the tablet with the next contact");
    const auto pages = office.pagesOf("nurse");
    step.check(pages.has_value(), "the tablet's pages are decrypted");
    const auto status = [&] { return world.hostOf("community_trust").act({"agreement", "status"}).output; };
    office.tellPartners(step);
    step.check(status().find("suspend") != std::string::npos || status().find("stopped") != std::string::npos,
               "the trust has heard after one visit");
    step.check(agreement(world, "housing", "resume", {"--id", kLocality}).succeeded(), "housing lets it go on");
    office.sync(step, {"nurse"}, 2);
    step.check(tenancyOnTablet(office, mira) == tenancy, "and it is back");
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
