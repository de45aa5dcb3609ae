// What every partnership begins with: the sharing agreement that ships, signed by all nine agencies and activated by each, and
// each agency's policy for its own workers.

#include "app/demo/demo_clock.h"
#include "app/demo/partnership.h"
#include "app/demo/story.h"

#include <fstream>
#include <sstream>

namespace frontsheet::demo {

namespace {

// Its dates are the day's on which the demo is shown, whenever that is.
std::string datedAnew(const std::string& text) {
    std::istringstream lines(text);
    std::string out;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("effective:")) {
            line = "effective: \"" + DemoClock::isoToday(-60) + "\"";
        } else if (line.starts_with("review:")) {
            line = "review: \"" + DemoClock::isoToday(305) + "\"";
        } else if (line.starts_with("expires:")) {
            line = "expires: \"" + DemoClock::isoToday(670) + "\"";
        }
        out += line + '\n';
    }
    return out;
}

std::filesystem::path fromTemplate(World& world, Step& step, const std::string& name) {
    const auto shipped = world.server("council").act({"agreement", "template", name});
    step.check(shipped.succeeded() && !shipped.output.empty(), "the " + name + " text that ships");
    auto file = world.folders().root / (name + ".agreement");
    std::ofstream to(file, std::ios::trunc);
    to << datedAnew(shipped.output);
    to.close();
    step.check(to.good(), "a text of our own from it");
    return file;
}

} // namespace

bool agreeOnSharing(World& world, Step& step, const Server::Environment& environment) {
    const auto locality = fromTemplate(world, step, "locality-partnership");
    const auto policy = fromTemplate(world, step, "own-agency");
    for (const char* verb : {"sign", "activate"}) {
        for (const auto& agency : agencies()) {
            const std::string code{agency.code};
            for (const auto& text : {locality, policy}) {
                step.check(world.hostOf(code)
                               .act({"agreement", verb, text.string(), "--agency", code}, environment)
                               .succeeded(),
                           code + ": agreement " + verb + " " + text.stem().string());
            }
        }
    }
    return step.ok();
}

} // namespace frontsheet::demo
