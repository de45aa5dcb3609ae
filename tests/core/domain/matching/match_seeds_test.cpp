// The guarantees of the matching index, held over many invented localities.
#include "tests/core/domain/matching/invented_locality.h"

#include <gtest/gtest.h>

#include <chrono>

namespace frontsheet::matching {
namespace {

MatchResult matched(const InventedLocality& locality, CertainOn policy = CertainOn::NumberOrFullIdentity) {
    MatchIndex index{policy};
    for (const auto& each : locality.registrations) {
        index.add(each.identity);
    }
    return index.match();
}

constexpr std::uint64_t kSeeds = 60;
constexpr std::uint32_t kHumans = 1200;

TEST(MatchSeeds, LocalitiesLikeTheExtracts) {
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        const auto locality = inventLocality(seed, kHumans, Mess::AsInTheExtracts);
        const Measure m = measure(locality, matched(locality));
        EXPECT_EQ(m.wrongLinks, 0U) << "seed " << seed << ": " << m.firstWrong;
        EXPECT_GE(m.linkedShare(), 0.92) << "seed " << seed;
        EXPECT_GE(m.foundShare(), 0.99) << "seed " << seed;
        EXPECT_LE(m.questions, 150U) << "seed " << seed;
    }
}

// Twins, exchanged numbers, placeholders, a care home, remarriage, mistyped names: fewer pairs are certain and more has
// to be asked, but a wrong link is never made and hardly anything is lost.
TEST(MatchSeeds, WorseLocalities) {
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        const auto locality = inventLocality(seed, kHumans, Mess::Worse);
        const Measure m = measure(locality, matched(locality));
        EXPECT_EQ(m.wrongLinks, 0U) << "seed " << seed << ": " << m.firstWrong;
        EXPECT_GE(m.linkedShare(), 0.87) << "seed " << seed;
        EXPECT_GE(m.foundShare(), 0.99) << "seed " << seed;
        EXPECT_LE(m.questions, 165U) << "seed " << seed;
    }
}

TEST(MatchSeeds, TheStrictPolicyLinksNothingWithoutANumber) {
    const auto locality = inventLocality(7, kHumans, Mess::AsInTheExtracts);
    const auto result = matched(locality, CertainOn::NumberOnly);
    const Measure m = measure(locality, result);
    EXPECT_EQ(m.wrongLinks, 0U);
    EXPECT_LT(m.linkedShare(), 0.75) << "housing has no numbers";
    EXPECT_GE(m.foundShare(), 0.99);
    for (const auto& link : result.links) {
        EXPECT_NE(link.basis, LinkBasis::FullIdentity);
    }
}

TEST(MatchSeeds, TheOrderInWhichAgenciesAreReadDoesNotMatter) {
    auto locality = inventLocality(11, 600, Mess::Worse);
    const auto one = matched(locality);
    std::reverse(locality.registrations.begin(), locality.registrations.end());
    const auto other = matched(locality);
    ASSERT_EQ(one.people, other.people);
    ASSERT_EQ(one.links.size(), other.links.size());
    for (std::size_t i = 0; i < one.links.size(); ++i) {
        EXPECT_EQ(one.links[i].a, other.links[i].a);
        EXPECT_EQ(one.links[i].b, other.links[i].b);
        EXPECT_EQ(one.links[i].evidence, other.links[i].evidence);
    }
    ASSERT_EQ(one.questions.size(), other.questions.size());
    for (std::size_t i = 0; i < one.questions.size(); ++i) {
        EXPECT_EQ(one.questions[i].groups, other.questions[i].groups);
    }
    EXPECT_EQ(one.apart.size(), other.apart.size());
}

// Work must grow with the number of people, not with its square. A million registrations (run by hand, see the README)
// compare 22 pairs each.
TEST(MatchSeeds, ComparisonsPerRegistrationStayFewAsTheLocalityGrows) {
    const auto locality = inventLocality(3, 16000, Mess::Worse);
    const auto result = matched(locality);
    EXPECT_GT(result.counts.identities, 35000U);
    EXPECT_LT(result.counts.pairsCompared / result.counts.identities, 30U);
    EXPECT_EQ(measure(locality, result).wrongLinks, 0U);
}

} // namespace
} // namespace frontsheet::matching
