// The partnership: every agency on its server, the extracts imported, the same people linked, every worker enrolled.

#include "app/demo/free_port.h"
#include "app/demo/partnership.h"
#include "app/demo/rescue_people.h"
#include "app/demo/story.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace frontsheet::demo {

namespace {

std::string text(std::string_view view) { return std::string{view}; }

// The directory as it was sent, with who joined since.
std::filesystem::path directoryOfToday(World& world, Step& step) {
    const auto file = world.folders().root / "directory_workers.csv";
    std::error_code error;
    std::filesystem::copy_file(world.folders().extracts / "directory_workers.csv", file,
                               std::filesystem::copy_options::overwrite_existing, error);
    std::ofstream lines(file, std::ios::app);
    for (const auto& n : newcomers()) {
        lines << n.worker << ',' << n.agency << ',' << n.name << ',' << n.role << ',' << n.base << ',' << n.covers
              << ',' << n.phone << ",\n";
    }
    lines.flush();
    step.check(!error && lines.good(), "the directory with who joined since");
    return file;
}

bool importAll(World& world, Step& step) {
    const auto workers = directoryOfToday(world, step);
    const auto reports = world.folders().root / "reports";
    std::filesystem::create_directories(reports);
    const auto import = [&](const std::string& agency, const std::filesystem::path& file, const std::string& mapping) {
        const auto report = reports / (agency + "-" + mapping + ".txt");
        const auto from = world.folders().extracts / file; // a whole path stands for itself
        const auto done = world.hostOf(agency).act(
            {"import", "--agency", agency, "--mapping", mapping, "--file", from.string(), "--report", report.string()});
        step.check(done.succeeded(), "import of " + file.filename().string() + " at " + agency);
        step.check(std::filesystem::exists(report), "its report");
    };
    for (const auto& agency : agencies()) {
        import(text(agency.code), workers, "directory-workers");
        import(text(agency.code), "directory_services.csv", "directory-services");
        import(text(agency.code), "directory_contact_points.csv", "directory-contact-points");
    }
    for (const auto& extract : extracts()) {
        import(text(extract.agency), text(extract.file), text(extract.mapping));
    }
    for (const auto& agency : agencies()) {
        step.check(world.hostOf(text(agency.code)).act({"care-team", "--agency", text(agency.code)}).succeeded(),
                   "care teams of " + text(agency.code));
        const auto dump = world.hostOf(text(agency.code)).dump(text(agency.code));
        if (step.check(dump.has_value(), "dump of " + text(agency.code))) {
            step.count("registrations at " + text(agency.code), dump->count("registration"));
            step.count("care-team memberships at " + text(agency.code), dump->count("care-team-membership"));
        }
    }
    return step.ok();
}

bool linkAll(World& world, Step& step) {
    for (auto& [host, server] : world.servers()) {
        step.check(server.serve().has_value(), "the server of " + host + " starts");
    }
    // Identity fields go to the index over the peer link; each agency gets back only the pairs it has a side of, and states them.
    for (const char* round : {"feed", "ask"}) {
        for (auto& [host, server] : world.servers()) {
            step.check(server.act({"match", std::string{"--"} + round}).succeeded(), host + " matches: " + round);
        }
    }
    for (const auto& agency : agencies()) {
        const auto dump = world.hostOf(text(agency.code)).dump(text(agency.code));
        if (step.check(dump.has_value(), "dump of " + text(agency.code))) {
            const auto links = [&](const std::string& state) {
                return dump->countWhere(
                    [&](const DumpedRecord& r) { return r.type == "person-link" && r.field("state") == state; });
            };
            step.add("links stated", links("stated"));
            step.add("links proposed", links("proposed"));
        }
    }
    return step.ok();
}

// One verb on every device at once, as on a Monday morning: all begin before the first is waited for.
void onEveryDevice(World& world, Step& step, const std::string& what,
                   const std::function<std::vector<std::string>(const Persona&)>& words) {
    std::vector<std::pair<const Persona*, ChildProcess>> under;
    for (const auto& worker : world.workers()) {
        auto process = ChildProcess::start(world.device(text(worker.key)).command(words(worker)));
        if (step.check(process.has_value(), text(worker.name) + "'s device starts")) {
            under.emplace_back(&worker, std::move(process).value());
        }
    }
    for (auto& [worker, process] : under) {
        const auto finished = process.wait(std::chrono::minutes{3});
        step.check(finished.succeeded(), text(worker->name) + ": " + what);
        step.count(what + " of the " + text(worker->key) + ", ms", finished.took.count());
    }
}

bool enrolAll(World& world, Step& step) {
    const auto invitation = [&](const Persona& worker) {
        return (world.folders().root / (text(worker.key) + ".invitation")).string();
    };
    for (const auto& worker : world.workers()) {
        std::ofstream(world.device(text(worker.key)).passphraseFile(), std::ios::trunc)
            << "correct horse battery staple\n";
        step.check(world.hostOf(text(worker.agency))
                       .act({"enrol", "--agency", text(worker.agency), "--worker", text(worker.worker), "--out",
                             invitation(worker)})
                       .succeeded(),
                   "invitation for " + text(worker.name));
    }
    onEveryDevice(world, step, "enrolment", [&](const Persona& worker) {
        return std::vector<std::string>{"enrol", "--invitation", invitation(worker)};
    });
    onEveryDevice(world, step, "first sync", [](const Persona&) { return Device::syncWords(); });
    step.count("workers", static_cast<long long>(world.workers().size()));
    return step.ok();
}

bool as(Report& report, const std::string& name, World& world, bool (*part)(World&, Step&)) {
    Step step(name);
    const bool ok = part(world, step);
    report.take(std::move(step));
    return ok;
}

// Two people of each agency whose devices are in the story keep its key, each a half.
bool makeRescueKeys(World& world, Step& step, const Server::Environment& environment) {
    std::set<std::string> agencies;
    for (const auto& worker : world.workers()) {
        agencies.insert(text(worker.agency));
    }
    const RescuePeople keepers(world);
    std::vector<std::pair<std::string, ChildProcess>> under;
    for (const auto& agency : agencies) {
        auto words = keepers.words(agency);
        words.insert(words.begin(), {"rescue", "key"});
        auto made = world.hostOf(agency).begin(std::move(words), environment);
        if (step.check(made.has_value(), "making the rescue key of " + agency)) {
            under.emplace_back(agency, std::move(made).value());
        }
    }
    for (auto& [agency, process] : under) {
        step.check(process.wait(std::chrono::minutes{1}).succeeded(), "the rescue key of " + agency);
    }
    step.count("rescue keys", static_cast<long long>(under.size()));
    return step.ok();
}

bool initialise(World& world, Step& step) { return initialiseServers(world, step, {}); }

} // namespace

bool initialiseServers(World& world, Step& step, const Server::Environment& environment) {
    std::map<std::string, std::string> urls;
    for (auto& [host, server] : world.servers()) {
        urls[host] = "https://127.0.0.1:" + std::to_string(freePort());
    }
    // A host first, then those on its server.
    for (const bool hosts : {true, false}) {
        for (const auto& agency : agencies()) {
            if ((agency.host == agency.code) != hosts) {
                continue;
            }
            Server& server = world.server(text(agency.host));
            std::vector<std::string> words{"init",
                                           "--agency",
                                           text(agency.code),
                                           "--name",
                                           text(agency.name),
                                           "--kind",
                                           text(agency.kind),
                                           "--short-name",
                                           text(agency.shortName),
                                           "--initials",
                                           text(agency.initials),
                                           "--phone",
                                           text(agency.phone)};
            if (!agency.odsCode.empty()) {
                words.insert(words.end(), {"--ods-code", text(agency.odsCode)});
            }
            if (hosts) {
                words.insert(words.end(), {"--url", urls[text(agency.host)], "--health-port", "0"});
            } else {
                words.emplace_back("--host");
            }
            step.check(server.act(std::move(words), environment).succeeded(), "init of " + text(agency.code));
            step.add("agencies");
        }
    }
    // Every server learns where the others are and which CAs to believe; the council runs the matching index.
    for (auto& [host, server] : world.servers()) {
        for (auto& [other, partner] : world.servers()) {
            if (other != host) {
                step.check(server
                               .act({"partner", "--from", (partner.folder() / "partnership.conf").string(), "--index",
                                     "council"},
                                    environment)
                               .succeeded(),
                           host + " knows " + other);
            }
        }
    }
    step.count("servers", static_cast<long long>(world.servers().size()));
    return makeRescueKeys(world, step, environment) && agreeOnSharing(world, step, environment);
}

bool setUpPartnership(World& world, Report& report) {
    return as(report, "nine agencies on four servers", world, initialise) &&
           as(report, "the extracts imported, care teams made", world, importAll) &&
           as(report, "the same people linked over the peer link", world, linkAll) &&
           as(report, "every worker enrolled, first sync", world, enrolAll);
}

bool castThePeople(World& world, Report& report, Cast& cast) {
    Step step("people of the nurse's round, of Harbour Surgery, not yet the assessor's");
    const auto nurse = world.device("nurse").dump();
    const auto council = world.server("council").dump("council");
    if (!step.check(nurse && council, "the dumps")) {
        report.take(std::move(step));
        return false;
    }
    std::vector<std::string> known;
    std::vector<std::string> unknown;
    const auto has = [&](const Dump& dump, const std::string& person, const std::string& worker) {
        return dump.countWhere([&](const DumpedRecord& r) {
            return r.type == "care-team-membership" && r.person == person && r.field("worker") == worker;
        }) > 0;
    };
    for (const auto& record : nurse->records()) {
        if (record.type != "registration" || record.home != "community_trust" || record.field("practice") != "Y99001" ||
            !has(*nurse, record.person, "W012") || has(*nurse, record.person, "W001")) {
            continue;
        }
        const bool linked = council->countWhere([&](const DumpedRecord& r) {
            return r.type == "person-link" && r.field("state") == "stated" && r.field("other") == record.person;
        }) > 0;
        const bool proposed = council->countWhere([&](const DumpedRecord& r) {
            return r.type == "person-link" && r.field("other") == record.person;
        }) > 0;
        if (linked) {
            known.push_back(record.person);
        } else if (!proposed) {
            unknown.push_back(record.person);
        }
    }
    step.count("linked with the council", static_cast<long long>(known.size()));
    step.count("unknown to the council", static_cast<long long>(unknown.size()));
    if (step.check(known.size() >= 4 && !unknown.empty(), "enough people for the story")) {
        cast.knownPerson = known.front();
        cast.newPerson = unknown.front();
        cast.visited = {known[0], known[1], known[2], known[3], unknown[0]};
    }
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

bool askWhomToRefer(World& world, Report& report, Cast& cast) {
    const Device& nurse = world.device("nurse");
    Step step("she asks her own device whom to refer to, without signal");
    const auto asked = nurse.act({"who-to-ring", "--text-file", nurse.textFile("social work assessment").string(),
                                  "--person", cast.knownPerson});
    step.check(asked.succeeded(), "it answers");
    std::istringstream lines(asked.output);
    for (std::string line; std::getline(lines, line) && cast.assessor.worker.empty();) {
        const auto said = nlohmann::json::parse(line, nullptr, false);
        if (said.is_object() && said.value("worker", "") != "" && said.value("service_code", "") != "") {
            cast.assessor = {said.value("agency", ""), said.value("service_code", ""), said.value("worker_code", ""),
                             said.value("worker", "")};
        }
    }
    // Against the directory itself: the one social work assessor who covers the person's practice.
    const auto dump = nurse.dump();
    if (step.check(dump.has_value(), "her store opens")) {
        std::string practice;
        for (const auto& record : dump->records()) {
            if (record.type == "registration" && record.home == "community_trust" &&
                record.person == cast.knownPerson) {
                practice = record.field("practice");
            }
        }
        std::vector<const DumpedRecord*> assessors;
        for (const auto& record : dump->records()) {
            const auto covers = "|" + record.field("covers") + "|";
            if (record.type == "worker" && record.home == "council" && record.field("role") == "social work assessor" &&
                !practice.empty() && covers.find("|" + practice + "|") != std::string::npos) {
                assessors.push_back(&record);
            }
        }
        if (step.equal(static_cast<long long>(assessors.size()), 1, "the practice has one named assessor")) {
            step.check(assessors.front()->field("code") == cast.assessor.worker, "and it is she whom it names");
            step.check(cast.assessor.agency == "council", "of the council");
        }
        step.note("the assessor of " + practice + ": " + cast.assessor.name);
    }
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
