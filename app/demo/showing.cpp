#include "app/demo/showing.h"

#include "app/demo/partnership.h"
#include "app/demo/story.h"

#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace frontsheet::demo {

namespace {

// A tablet for those who go to people's homes, a laptop for those at a desk.
std::string formOf(const Persona& persona) { return persona.key == "nurse" ? "tablet" : "laptop"; }

Command appFor(World& world, const Persona& persona) {
    const Device& device = world.device(std::string{persona.key});
    return {world.folders().programs / "frontsheet",
            {"--profile", device.profile().string(), "--passphrase-file", device.passphraseFile().string(), "--form",
             formOf(persona)},
            {},
            world.folders().root / "logs" / ("app-" + std::string{persona.key} + ".log")};
}

} // namespace

bool prepareToShow(World& world, Report& report) {
    Cast cast;
    if (!setUpPartnership(world, report) || !castThePeople(world, report, cast) || !writeOffline(world, report, cast)) {
        return false;
    }
    Step step("some of it sent, some of it answered");
    const Device& nurse = world.device("nurse");
    const Device& assessor = world.device("assessor");
    step.check(nurse.sync().succeeded() && assessor.sync().succeeded(), "both sync");
    step.check(assessor
                   .act({"answer", "accept", "--referral", cast.referralKnown, "--text-file",
                         assessor.textFile("I'll ring first, then come on Thursday with a bath board.").string()})
                   .succeeded(),
               "one referral is accepted");
    step.check(assessor.sync().succeeded() && nurse.sync().succeeded(), "both sync again");
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

bool drawScreens(World& world, const std::filesystem::path& folder) {
    bool drawn = true;
    for (const auto& persona : personas()) {
        auto command = appFor(world, persona);
        const auto pictures = std::filesystem::absolute(folder) / std::string{persona.key};
        std::filesystem::create_directories(pictures);
        command.arguments.insert(command.arguments.end(), {"--screens", pictures.string()});
        command.environment["QT_QPA_PLATFORM"] = "offscreen";
        const auto finished = run(command, std::chrono::minutes{5});
        const bool good = finished && finished->succeeded();
        std::fprintf(stderr, "%s the pages of the %s in %s\n", good ? "ok  " : "FAIL", std::string{persona.key}.c_str(),
                     pictures.c_str());
        drawn = drawn && good;
    }
    return drawn;
}

bool chooseWhomToBe(World& world) {
    for (;;) {
        std::puts("\nWhom do you want to be?");
        std::size_t number = 0;
        for (const auto& persona : personas()) {
            std::printf("  %zu  %s, %s\n", ++number, std::string{persona.name}.c_str(),
                        std::string{persona.role}.c_str());
        }
        std::puts("  q  leave");
        std::fflush(stdout);
        std::string line;
        if (!std::getline(std::cin, line) || line == "q") {
            return true;
        }
        const auto chosen = std::strtoul(line.c_str(), nullptr, 10);
        if (chosen < 1 || chosen > personas().size()) {
            continue;
        }
        const auto finished = run(appFor(world, personas()[chosen - 1]), std::chrono::hours{24});
        if (!finished || !finished->succeeded()) {
            std::puts("The app did not start: is there a screen? Its log is in the demo's folder.");
            return false;
        }
    }
}

} // namespace frontsheet::demo
