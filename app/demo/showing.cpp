#include "app/demo/showing.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <thread>
#include <vector>

namespace frontsheet::demo {

namespace {

using std::chrono::milliseconds;

std::string text(std::string_view view) { return std::string{view}; }

// A tablet for those who go to people's homes, a laptop for those at a desk.
bool hasTablet(const Persona& persona) { return persona.key == "nurse" || persona.key == "therapist"; }

Command appFor(const World& world, const Opening& opening, const Persona& persona) {
    const Device& device = opening.device(text(persona.key));
    const std::string hint = std::string{"This is the demo. Every device opens with: "} + kPassphrase;
    return {world.folders().programs / "frontsheet",
            {"--profile", device.profile().string(), "--passphrase-file", device.passphraseFile().string(), "--form",
             hasTablet(persona) ? "tablet" : "laptop", "--unlock-hint", hint},
            {},
            world.folders().root / "logs" / ("app-" + text(persona.key) + ".log")};
}

bool hasScreen() {
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): one thread
        if (value != nullptr && *value != '\0') {
            return true;
        }
    }
    return false;
}

nlohmann::ordered_json peopleForWindow() {
    nlohmann::ordered_json people = nlohmann::json::array();
    for (const auto& persona : everybody()) {
        for (const auto& agency : agencies()) {
            if (agency.code == persona.agency) {
                people.push_back({{"key", persona.key},
                                  {"name", persona.name},
                                  {"role", persona.role},
                                  {"agency", agency.shortName},
                                  {"initials", agency.initials},
                                  {"kind", agency.kind},
                                  {"form", hasTablet(persona) ? "tablet" : "laptop"}});
            }
        }
    }
    return people;
}

const Persona* personaNamed(const std::vector<Persona>& all, const std::string& key) {
    for (const auto& persona : all) {
        if (persona.key == key) {
            return &persona;
        }
    }
    return nullptr;
}

// SIGTERM and SIGINT end the showing as closing every window does, so that nothing it started outlives it.
std::atomic<bool> asked{false};
void endWhenAsked() {
    for (const int signal : {SIGTERM, SIGINT}) {
        std::signal(signal, [](int) { asked.store(true); });
    }
}

// The window, and the app as everyone who was chosen.
class Showing {
public:
    Showing(World& world, ChildProcess window) : m_world(world), m_window(std::move(window)) {}

    void tell(const nlohmann::ordered_json& what) { (void)m_window.say(what.dump()); }

    // Until the window and every app are closed.
    void serve(const Opening& opening) {
        while (!asked.load() && (m_window.running() || !m_apps.empty())) {
            if (auto line = m_window.nextLine(milliseconds{m_window.outputDescriptor() < 0 ? 0 : 150})) {
                choose(opening, *line);
            } else if (m_window.outputDescriptor() < 0) {
                ::poll(nullptr, 0, 150);
            }
            for (auto app = m_apps.begin(); app != m_apps.end();) {
                if (app->second.running()) {
                    ++app;
                    continue;
                }
                tell({{"closed", app->first}, {"well", app->second.wait(milliseconds{1000}).succeeded()}});
                app = m_apps.erase(app);
            }
        }
    }

private:
    void choose(const Opening& opening, const std::string& key) {
        const auto all = everybody();
        const Persona* persona = personaNamed(all, key);
        if (persona == nullptr || m_apps.contains(key)) {
            return;
        }
        auto app = ChildProcess::start(appFor(m_world, opening, *persona));
        if (app) {
            m_apps.emplace(key, std::move(*app));
            tell({{"opened", key}});
        } else {
            tell({{"closed", key}, {"well", false}});
        }
    }

    World& m_world;
    ChildProcess m_window;
    std::map<std::string, ChildProcess> m_apps;
};

// No screen: whoever is at a terminal can still be somebody, with the device's verbs.
void offerInTerminal(const World& world, const Opening& opening) {
    const auto all = everybody();
    for (;;) {
        std::puts("\nThere is no screen for the app's window here. Whose device do you want to see?");
        std::size_t number = 0;
        for (const auto& persona : all) {
            std::printf("  %zu  %s, %s\n", ++number, text(persona.name).c_str(), text(persona.role).c_str());
        }
        std::puts("  q  leave (./dev demo --screens DIR writes a picture of every page)");
        std::fflush(stdout);
        std::string line;
        if (!std::getline(std::cin, line) || line == "q") {
            return;
        }
        const auto chosen = std::strtoul(line.c_str(), nullptr, 10);
        if (chosen < 1 || chosen > all.size()) {
            continue;
        }
        const Device& device = opening.device(text(all[chosen - 1].key));
        (void)device.sync();
        for (const char* verb : {"referrals", "caseload"}) {
            std::printf("\n%s\n%s", verb, device.act({verb}).output.c_str());
        }
        std::printf("\nMore: %s --help, with --profile %s --passphrase-file %s\n",
                    (world.folders().programs / "frontsheet-device").c_str(), device.profile().c_str(),
                    device.passphraseFile().c_str());
    }
}

} // namespace

bool letThemChoose(World& world, Report& report) {
    const auto say = [](const std::string& part) { std::fprintf(stderr, "%s ...\n", part.c_str()); };
    const auto program = world.folders().programs / "frontsheet-demo-window";
    Command command{program, {}, {}, world.folders().root / "logs" / "window.log"};
    command.input = Command::Input::Lines;
    auto window = hasScreen() && std::filesystem::exists(program)
                      ? ChildProcess::start(command)
                      : Result<ChildProcess>{ErrorCode::NotFound, "no screen"};
    if (!window) {
        Opening opening(world, report, say);
        if (!opening.open()) {
            return false;
        }
        offerInTerminal(world, opening);
        return true;
    }
    endWhenAsked();
    Showing showing(world, std::move(*window));
    showing.tell({{"people", peopleForWindow()}, {"passphrase", kPassphrase}});
    Opening opening(world, report, [&](const std::string& part) {
        say(part);
        showing.tell({{"progress", part}});
    });
    const bool opened = opening.open();
    showing.tell(opened ? nlohmann::ordered_json{{"ready", true}}
                        : nlohmann::ordered_json{{"failed", (world.folders().root / "logs").string()}});
    showing.serve(opening);
    return opened;
}

bool drawScreens(World& world, Report& report, const std::filesystem::path& folder) {
    Opening opening(world, report, [](const std::string& part) { std::fprintf(stderr, "%s ...\n", part.c_str()); });
    if (!opening.open()) {
        return false;
    }
    // As many seats at once as there are processors: each draws on one.
    const auto all = everybody();
    std::atomic<std::size_t> next{0};
    std::atomic<bool> drawn{true};
    const auto draw = [&] {
        for (std::size_t at = next++; at < all.size(); at = next++) {
            const auto& persona = all[at];
            auto command = appFor(world, opening, persona);
            const auto pictures = std::filesystem::absolute(folder) / text(persona.key);
            std::filesystem::create_directories(pictures);
            command.arguments.insert(command.arguments.end(), {"--screens", pictures.string()});
            command.environment["QT_QPA_PLATFORM"] = "offscreen";
            command.environment["LC_ALL"] =
                "en_GB.UTF-8"; // dates and money as where the demo plays, wherever it is drawn
            const auto finished = run(command, std::chrono::minutes{5});
            const bool good = finished && finished->succeeded();
            std::fprintf(stderr, "%s the pages of the %s in %s\n", good ? "ok  " : "FAIL", text(persona.key).c_str(),
                         pictures.c_str());
            drawn = drawn && good;
        }
    };
    std::vector<std::thread> others;
    for (unsigned extra = 1; extra < std::min<std::size_t>(std::thread::hardware_concurrency(), all.size()); ++extra) {
        others.emplace_back(draw);
    }
    draw();
    for (auto& other : others) {
        other.join();
    }
    return drawn;
}

} // namespace frontsheet::demo
