#include "tests/sim/naive_merge.h"
#include "tests/sim/thresholds.h"
#include "tests/sim/world.h"

#include <gtest/gtest.h>

namespace frontsheet::sim {
namespace {

struct Outcome {
    std::uint64_t trace = 0;
    std::string wrong;
    std::uint64_t operations = 0;
};

Outcome ran(std::uint64_t seed, std::set<std::size_t> leftOut = {}) {
    Options options;
    options.seed = seed;
    options.leftOut = std::move(leftOut);
    options.looksAtDisks = seed % 5 == 0;
    World world(options);
    world.run();
    return {world.trace().hash(), world.wrong(), world.operations()};
}

TEST(Simulator, GivesTheSameTraceForTheSameSeed) {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const auto first = ran(seed);
        const auto again = ran(seed);
        EXPECT_EQ(again.trace, first.trace) << "seed " << seed;
        EXPECT_EQ(again.operations, first.operations);
    }
    EXPECT_NE(ran(1).trace, ran(2).trace);
}

TEST(Simulator, DoesEnoughInEverySeed) {
    const auto one = ran(3);
    EXPECT_EQ(one.wrong, "");
    EXPECT_GT(one.operations, 200U);
    // Steps that are left out change nothing of what the others draw, but much of what comes of them.
    EXPECT_EQ(ran(3, {5, 6, 7}).wrong, "");
}

// Beyond those that run in any case.
TEST(Simulator, WhatOnceWentWrongDoesNotAgain) {
    for (const std::uint64_t seed : {379, 539, 600, 944, 1469, 1531, 1843, 1880, 2409, 2728, 2735, 9725}) {
        EXPECT_EQ(ran(seed).wrong, "") << "seed " << seed;
    }
}

TEST(Thresholds, SayWhatHappenedTooSeldom) {
    Tally tally;
    EXPECT_TRUE(shortfalls(tally, 10).empty()); // too few seeds to say
    EXPECT_FALSE(shortfalls(tally, 500).empty());
}

} // namespace
} // namespace frontsheet::sim
