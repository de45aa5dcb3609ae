#include "core/domain/report/small_numbers.h"
#include "core/domain/report/spread.h"

#include <gtest/gtest.h>

#include <numeric>
#include <rapidcheck.h>

namespace frontsheet::report {
namespace {

TEST(SmallNumbers, OneToFourAreNotShownAndNoneIs) {
    EXPECT_EQ(guarded(0), 0U);
    for (std::size_t few = 1; few < kFewest; ++few) {
        EXPECT_EQ(guarded(few), std::nullopt);
    }
    EXPECT_EQ(guarded(5), 5U);
    EXPECT_EQ(guardedShare(20, 23), std::nullopt) << "the other three could be told";
    EXPECT_EQ(guardedShare(23, 23), 23U);
    EXPECT_EQ(guardedShare(0, 3), std::nullopt);
}

TEST(SmallNumbers, WhatCouldBeWorkedOutFromTheTotalIsNotShownEither) {
    const std::size_t parts[] = {46, 2, 23, 0};
    EXPECT_EQ(guardedParts(parts), (std::vector<Shown>{46, std::nullopt, std::nullopt, 0}));
    const std::size_t ones[] = {1, 1, 1, 1, 1, 30};
    EXPECT_EQ(guardedParts(ones).back(), std::nullopt) << "five that add up to five are ones";
}

TEST(SmallNumbers, NothingHiddenCanBeToldFromTheTotal) {
    rc::check([](const std::vector<std::uint8_t>& drawn) {
        std::vector<std::size_t> parts;
        for (const auto one : drawn) {
            parts.push_back(one % 12);
        }
        const auto shown = guardedParts(parts);
        std::size_t hidden = 0;
        std::size_t sum = 0;
        for (std::size_t at = 0; at < parts.size(); ++at) {
            RC_ASSERT(!shown[at] || *shown[at] == parts[at]);
            RC_ASSERT(!shown[at] || *shown[at] == 0 || *shown[at] >= kFewest);
            hidden += shown[at] ? 0 : 1;
            sum += shown[at] ? 0 : parts[at];
        }
        const auto total = std::accumulate(parts.begin(), parts.end(), std::size_t{0});
        if (hidden > 0 && guarded(total)) {
            RC_ASSERT(hidden >= 2 || sum == total);
            RC_ASSERT(sum > hidden || sum == total);
            RC_ASSERT(sum >= kFewest);
        }
    });
}

TEST(Spread, TheMiddleAndTheSlowEnd) {
    Spread spread;
    EXPECT_EQ(spread.within(50), std::nullopt);
    for (const int took : {4, 1, 3, 2, 10, 6, 5, 8, 7, 9}) {
        spread.add(took);
    }
    EXPECT_EQ(spread.within(50), 5);
    EXPECT_EQ(spread.within(90), 9);
    EXPECT_EQ(spread.within(100), 10);
    EXPECT_EQ(spread.within(1), 1);
}

TEST(Spread, WhatWentQuietMakesNoFigureBetter) {
    Spread spread;
    for (int took = 1; took <= 8; ++took) {
        spread.add(took);
    }
    spread.addNotYet();
    spread.addNotYet();
    EXPECT_EQ(spread.within(50), 5);
    EXPECT_EQ(spread.within(80), 8);
    EXPECT_EQ(spread.within(90), std::nullopt) << "two of ten have not got there";
    EXPECT_EQ(spread.measured(), 8U);
    EXPECT_EQ(spread.all(), 10U);
}

} // namespace
} // namespace frontsheet::report
