#include "app/demo/opening.h"

#include "app/demo/chronicle.h"
#include "app/demo/days_before.h"
#include "app/demo/demo_clock.h"
#include "app/demo/recent_placements.h"
#include "app/demo/rota_of_these_weeks.h"
#include "app/demo/story.h"

#include <array>
#include <fstream>

namespace frontsheet::demo {

namespace {

// Raised when the days before change, so that a partnership kept from an earlier program is made anew.
constexpr int kEdition = 5;

std::string text(std::string_view view) { return std::string{view}; }

// When each agency last sent its extract: what a front sheet says of "as of".
struct Delivery {
    std::string_view agency;
    int daysBack;
};
constexpr std::array kDeliveries{
    Delivery{"council", 41},         Delivery{"mental_health_trust", 36}, Delivery{"housing", 33},
    Delivery{"gp_Y99001", 27},       Delivery{"gp_Y99002", 27},           Delivery{"gp_Y99003", 26},
    Delivery{"community_trust", 24},
};

void importAll(World& world, DemoClock& clock, Step& step) {
    const auto reports = world.folders().root / "reports";
    std::filesystem::create_directories(reports);
    const auto import = [&](const std::string& agency, const std::filesystem::path& file, const std::string& mapping) {
        const auto report = reports / (agency + "-" + mapping + ".txt");
        step.check(world.hostOf(agency)
                       .act({"import", "--agency", agency, "--mapping", mapping, "--file", file.string(), "--report",
                             report.string()},
                            clock.environment())
                       .succeeded(),
                   "import of " + file.filename().string() + " at " + agency);
    };
    const auto rota = world.folders().root / "rota.csv";
    const auto leave = world.folders().root / "leave.csv";
    step.check(writeRota(rota).has_value() && writeAbsences(leave).has_value(), "a rota of these weeks");
    for (const auto& agency : agencies()) {
        for (const auto& [file, mapping] :
             {std::pair{world.folders().extracts / "directory_workers.csv", "directory-workers"},
              {world.folders().extracts / "directory_services.csv", "directory-services"},
              {world.folders().extracts / "directory_contact_points.csv", "directory-contact-points"},
              {rota, "directory-rota"},
              {leave, "directory-absences"}}) {
            import(text(agency.code), file, mapping);
        }
    }
    const auto recent = world.folders().root / "recent_placements.csv";
    step.check(writeRecentPlacements(world.folders().extracts / "council_placements.csv", recent).has_value(),
               "placements with dates of these months");
    for (const auto& delivery : kDeliveries) {
        clock.turnTo(daysBack(delivery.daysBack, 6, 30));
        for (const auto& extract : extracts()) {
            if (extract.agency == delivery.agency) {
                const bool placements = extract.mapping == "council-placements";
                import(text(extract.agency), placements ? recent : world.folders().extracts / extract.file,
                       text(extract.mapping));
            }
        }
    }
}

// The same people found, then who is on whose team because of it.
void linkAll(World& world, DemoClock& clock, Step& step) {
    for (const char* round : {"--feed", "--ask"}) {
        for (auto& [host, server] : world.servers()) {
            step.check(server.act({"match", round}, clock.environment()).succeeded(), host + " matches");
        }
    }
    for (const auto& delivery : kDeliveries) {
        step.check(world.hostOf(text(delivery.agency))
                       .act({"care-team", "--agency", text(delivery.agency)}, clock.environment())
                       .succeeded(),
                   "care teams of " + text(delivery.agency));
    }
}

std::map<std::string, Desk> enrolAll(World& world, const std::map<std::string, Device>& devices, DemoClock& clock,
                                     Step& step) {
    std::map<std::string, Desk> desks;
    for (const auto& persona : everybody()) {
        const Device& device = devices.at(text(persona.key));
        std::ofstream(device.passphraseFile(), std::ios::trunc) << kPassphrase << '\n';
        const auto invitation = world.folders().root / (text(persona.key) + ".invitation");
        step.check(world.hostOf(text(persona.agency))
                       .act({"enrol", "--agency", text(persona.agency), "--worker", text(persona.worker), "--out",
                             invitation.string()},
                            clock.environment())
                       .succeeded(),
                   "invitation for " + text(persona.name));
        step.check(device.act({"enrol", "--invitation", invitation.string()}, clock.environment()).succeeded(),
                   text(persona.name) + " enrols");
        auto process = device.beginWork(clock.environment());
        if (step.check(process.has_value(), text(persona.name) + "'s device opens")) {
            (void)process->say(R"(["sync"])"); // its first sync runs while the next one enrols
            desks.emplace(persona.key, Desk{text(persona.agency), &device, std::move(process).value()});
        }
    }
    for (auto& [who, desk] : desks) {
        bool done = false;
        while (auto line = desk.process.nextLine(std::chrono::seconds{60})) {
            if (line->starts_with(R"({"done")")) {
                done = *line == R"({"done":true})";
                break;
            }
        }
        step.check(done, who + ": first sync");
    }
    return desks;
}

Humans humansOf(World& world, Step& step) {
    std::vector<Dump> dumps;
    for (const auto* agency : {"council", "community_trust", "housing", "gp_Y99001", "mental_health_trust"}) {
        auto dump = world.hostOf(agency).dump(agency);
        if (step.check(dump.has_value(), std::string{"dump of "} + agency)) {
            dumps.push_back(std::move(*dump));
        }
    }
    return Humans::in(dumps);
}

std::filesystem::path stampFile(const World& world) { return world.folders().root / "made"; }

std::string stampOfToday() { return std::to_string(kEdition) + " " + DemoClock::isoToday(); }

} // namespace

std::vector<Persona> everybody() {
    std::vector<Persona> all(personas().begin(), personas().end());
    all.insert(all.end(), colleagues().begin(), colleagues().end());
    return all;
}

Opening::Opening(World& world, Report& report, Progress progress)
    : m_world(world), m_report(report), m_progress(std::move(progress)) {
    const auto& folders = world.folders();
    for (const auto& persona : everybody()) {
        const std::string key{persona.key};
        m_devices.emplace(key, Device{key, folders.programs / "frontsheet-device", folders.root / "devices" / key,
                                      folders.root / "logs"});
    }
}

bool Opening::isWholeAndOfToday() const {
    std::string stamp;
    std::getline(std::ifstream(stampFile(m_world)), stamp);
    return stamp == stampOfToday();
}

bool Opening::serveAll(const Server::Environment& environment) {
    for (auto& [host, server] : m_world.servers()) {
        if (!server.serve(environment)) {
            return false;
        }
    }
    return true;
}

bool Opening::open() {
    if (isWholeAndOfToday()) {
        m_progress("Starting the agencies' servers");
        if (serveAll({})) {
            return true;
        }
        // Something else listens where one of them did: what is left is to make it anew.
        for (auto& [host, server] : m_world.servers()) {
            server.kill();
        }
    }
    return make();
}

bool Opening::make() {
    const auto& root = m_world.folders().root;
    for (const auto* part : {"made", "servers", "devices", "reports"}) {
        std::filesystem::remove_all(root / part);
    }
    for (const auto& [key, device] : m_devices) {
        std::filesystem::create_directories(device.profile().parent_path() / "words");
    }
    DemoClock clock(root / "clock");
    clock.turnTo(daysBack(45, 8, 0));

    m_progress("Nine agencies on four servers");
    Step step("a partnership with a fortnight behind it");
    bool going = initialiseServers(m_world, step, clock.environment());
    if (going) {
        m_progress("Reading the agencies' extracts");
        importAll(m_world, clock, step);
        going = step.check(serveAll(clock.environment()), "the servers start");
    }
    if (going) {
        m_progress("Finding the same people in them");
        clock.turnTo(daysBack(20, 7, 0));
        linkAll(m_world, clock, step);
        m_progress("Enrolling eleven workers' devices");
        clock.turnTo(daysBack(19, 9, 0));
        auto desks = enrolAll(m_world, m_devices, clock, step);
        auto humans = humansOf(m_world, step);
        const auto people = castTheDays(humans, step);
        going = step.ok();
        if (going) {
            m_progress("A fortnight of visits, calls and referrals");
            Chronicle days(clock, std::move(desks), step);
            liveTheDays(days, people);
        }
    }
    for (auto& [host, server] : m_world.servers()) {
        if (server.running()) {
            (void)server.stop();
        }
    }
    going = step.ok();
    m_report.take(std::move(step));
    if (!going || !serveAll({})) {
        return false;
    }
    std::ofstream(stampFile(m_world)) << stampOfToday() << '\n';
    return true;
}

} // namespace frontsheet::demo
