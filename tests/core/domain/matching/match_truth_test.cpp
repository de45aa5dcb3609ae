// The extracts against the truth: what the index finds in the locality that the product is shown with.
#include "tests/core/domain/matching/invented_locality.h"
#include "tests/core/extract/import_fixture.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <map>
#include <string>

namespace frontsheet::matching {
namespace {

std::map<MatchKey, std::uint32_t> truth() {
    std::ifstream file{extract::extractPath("who_is_who.csv"), std::ios::binary};
    std::map<MatchKey, std::uint32_t> humanOf;
    std::string line;
    std::getline(file, line); // agency,local_id,person
    while (std::getline(file, line)) {
        const auto first = line.find(',');
        const auto second = line.find(',', first + 1);
        const AgencyId agency{line.substr(0, first)};
        humanOf[{agency, extract::personOf(agency, line.substr(first + 1, second - first - 1))}] =
            static_cast<std::uint32_t>(std::stoul(line.substr(second + 2)));
    }
    return humanOf;
}

MatchResult matchExtracts(CertainOn policy) {
    MatchIndex index{policy};
    for (const auto& each : extract::kPeopleExtracts) {
        const auto run = extract::importFile(each.mapping, each.file, each.agency);
        EXPECT_TRUE(run.summary) << each.file;
        for (const auto& imported : run.sink.records) {
            index.add(identityOf(imported.record));
        }
    }
    return index.match();
}

void print(const char* policy, const Measure& m) {
    std::cout << policy << ": " << m.truePairs << " true pairs, linked " << m.linked << " (" << 100 * m.linkedShare()
              << "%), linked or asked " << m.found << " (" << 100 * m.foundShare() << "%), wrong " << m.wrongLinks
              << ", questions " << m.questions << "\n";
}

TEST(MatchTruth, TheLocalityOfTheExtracts) {
    const auto humanOf = truth();
    const auto result = matchExtracts(CertainOn::NumberOrFullIdentity);
    ASSERT_EQ(result.people.size(), 2972U);
    ASSERT_EQ(humanOf.size(), 2972U);
    const Measure m = measure(result, humanOf);
    print("number or full identity", m);
    EXPECT_EQ(m.truePairs, 2712U);
    EXPECT_EQ(m.wrongLinks, 0U) << m.firstWrong;
    EXPECT_GE(m.linkedShare(), 0.92);
    EXPECT_GE(m.foundShare(), 0.99);
    EXPECT_LE(m.questions, 150U);
}

TEST(MatchTruth, NumbersAloneReachTooLittleOfThisLocality) {
    const Measure m = measure(matchExtracts(CertainOn::NumberOnly), truth());
    print("number only", m);
    EXPECT_EQ(m.wrongLinks, 0U) << m.firstWrong;
    EXPECT_LT(m.linkedShare(), 0.65) << "the reason for the other policy; see the README";
    EXPECT_GE(m.foundShare(), 0.99);
}

TEST(MatchTruth, NamesakesAndFatherAndSonAreReportedApart) {
    const auto humanOf = truth();
    const auto result = matchExtracts(CertainOn::NumberOrFullIdentity);
    std::map<ApartReason, int> apart;
    for (const auto& pair : result.apart) {
        ++apart[pair.reason];
        EXPECT_NE(humanOf.at(result.people[pair.a]), humanOf.at(result.people[pair.b])) << codesOf(pair.evidence);
    }
    EXPECT_GE(apart[ApartReason::Namesakes], 5);
    EXPECT_GE(apart[ApartReason::OneNameOneAddress], 5);
}

} // namespace
} // namespace frontsheet::matching
