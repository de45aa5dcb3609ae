// The simulator finds each planted mistake, or it is worth nothing.
#include "core/base/planted_bug.h"
#include "tests/sim/world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

namespace frontsheet::sim {
namespace {

constexpr std::uint64_t kSeeds = 60;

class Bites : public ::testing::TestWithParam<NamedBug> {
protected:
    void TearDown() override { plant(PlantedBug::None); }
};

TEST_P(Bites, IsFound) {
    plant(GetParam().bug);
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        Options options;
        options.seed = seed;
        options.looksAtDisks =
            GetParam().bug == PlantedBug::WordsLeftBehind || GetParam().bug == PlantedBug::StrayWordsStay;
        World world(options);
        world.run();
        if (!world.wrong().empty()) {
            std::printf("%s: seed %llu, %s\n", std::string{GetParam().name}.c_str(),
                        static_cast<unsigned long long>(seed), world.wrong().substr(0, 160).c_str());
            return;
        }
    }
    FAIL() << "not found in " << kSeeds << " seeds";
}

INSTANTIATE_TEST_SUITE_P(Planted, Bites, ::testing::ValuesIn(plantedBugs().begin(), plantedBugs().end()),
                         [](const auto& one) {
                             std::string name{one.param.name};
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

} // namespace
} // namespace frontsheet::sim
