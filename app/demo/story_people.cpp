// Whom the stories of sharing are about: people whom the agencies of each story know and have linked.

#include "app/demo/story_sharing.h"

#include <algorithm>

namespace frontsheet::demo {

bool castForSharing(World& world, Report& report, Cast& cast) {
    Step step("Peter, Mira, and somebody whom a volunteer visits");
    std::vector<Dump> dumps;
    for (const auto* agency : {"council", "community_trust", "housing", "mental_health_trust", "gp_Y99001"}) {
        auto dump = world.hostOf(agency).dump(agency);
        if (step.check(dump.has_value(), std::string{"dump of "} + agency)) {
            dumps.push_back(std::move(*dump));
        }
    }
    auto humans = Humans::in(dumps);
    const auto inTheDeadSpot = [&](const Human& human) {
        return std::any_of(human.persons.begin(), human.persons.end(), [&](const auto& known) {
            return std::find(cast.visited.begin(), cast.visited.end(), known.second) != cast.visited.end();
        });
    };
    const auto choose = [&](Human& into, const std::string& who, const std::function<bool(const Human&)>& fits) {
        const Human* human = humans.take([&](const Human& h) { return !inTheDeadSpot(h) && fits(h); });
        if (step.check(human != nullptr, who)) {
            into = *human;
        }
    };
    choose(cast.peter, "somebody placed whom council, trust and practice know", [](const Human& h) {
        return h.reviewedBy == "W004" && h.knownTo("community_trust") && h.knownTo("gp_Y99001");
    });
    choose(cast.mira, "a tenant who has a key worker", [](const Human& h) {
        return h.livesAtHome() && h.hasOnTeam("housing", "W028") && h.hasOnTeam("mental_health_trust", "W027");
    });
    choose(cast.served, "somebody of the nurse's round",
           [](const Human& h) { return h.livesAtHome() && h.hasOnTeam("community_trust", "W012"); });
    choose(cast.found, "somebody of the council's whom the trust does not know", [](const Human& h) {
        return h.livesAtHome() && h.knownTo("council") && !h.knownTo("community_trust") && !h.knownTo("housing") &&
               !h.knownTo("mental_health_trust");
    });
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
