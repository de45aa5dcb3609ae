// What every partnership begins with: the sharing agreement that ships, signed by all nine agencies and activated by each, and
// each agency's policy for its own workers.

#include "app/demo/agreement_dates.h"
#include "app/demo/partnership.h"
#include "app/demo/story.h"

#include <fstream>

namespace frontsheet::demo {

namespace {

std::filesystem::path fromTemplate(World& world, Step& step, const std::string& name) {
    const auto shipped = world.server("council").act({"agreement", "template", name});
    step.check(shipped.succeeded() && !shipped.output.empty(), "the " + name + " text that ships");
    auto file = world.folders().root / (name + ".agreement");
    std::ofstream to(file, std::ios::trunc);
    to << datedAboutToday(shipped.output);
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
