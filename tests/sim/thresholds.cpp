#include "tests/sim/thresholds.h"

#include "tests/sim/trouble.h"
#include "tests/sim/work.h"

namespace frontsheet::sim {

const std::vector<Threshold>& thresholds() {
    static const std::vector<Threshold> kAll = [] {
        std::vector<Threshold> all;
        for (const auto& act : Work::acts()) {
            all.push_back({"operation", act.name, act.weight == 0 ? 20U : 100U});
        }
        for (const auto& act : Trouble::acts()) {
            all.push_back({"trouble", act.name, 50});
        }
        return all;
    }();
    return kAll;
}

std::vector<std::string> shortfalls(const Tally& tally, std::uint64_t seeds) {
    std::vector<std::string> out;
    if (seeds < kSeedsThatCount) {
        return out;
    }
    const std::uint64_t operations = tally.of("run", "operations");
    if (operations < kOperationsPerSeed * seeds) {
        out.push_back("a mean of " + std::to_string(operations / seeds) + " operations a seed is below " +
                      std::to_string(kOperationsPerSeed));
    }
    for (const auto& [kind, what, least] : thresholds()) {
        const auto wanted = least * seeds / kSeedsThatCount;
        if (const auto is = tally.of(kind, what); is < wanted) {
            out.push_back(std::string{kind} + " \"" + what + "\" happened " + std::to_string(is) + " times, at least " +
                          std::to_string(wanted) + " are wanted");
        }
    }
    return out;
}

} // namespace frontsheet::sim
