// Every combination of evidence, against the rules' own promises.
#include "core/domain/matching/match_rules.h"
#include "core/domain/matching/prepared_identity.h"

#include <gtest/gtest.h>

#include <vector>

namespace frontsheet::matching {
namespace {

std::vector<Evidence> everyEvidence() {
    std::vector<Evidence> all;
    for (int number = 0; number <= 3; ++number) {
        for (int name = 0; name <= static_cast<int>(NameAgreement::Differs); ++name) {
            for (int born = 0; born <= static_cast<int>(BirthDateAgreement::Differs); ++born) {
                for (const auto weight : {PhoneWeight::Slight, PhoneWeight::Telling}) {
                    for (int fields = 0; fields < 27; ++fields) {
                        Evidence e;
                        e.number = static_cast<NumberAgreement>(number);
                        e.name = static_cast<NameAgreement>(name);
                        e.born = static_cast<BirthDateAgreement>(born);
                        e.postcode = static_cast<FieldAgreement>(fields % 3);
                        e.address = static_cast<FieldAgreement>(fields / 3 % 3);
                        e.phone = static_cast<FieldAgreement>(fields / 9);
                        e.place = placeOf(e.postcode, e.address, e.phone, weight);
                        all.push_back(e);
                    }
                }
            }
        }
    }
    return all;
}

std::vector<Surroundings> everySurroundings() {
    std::vector<Surroundings> all;
    for (int bits = 0; bits < 16; ++bits) {
        all.push_back({(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0,
                       (bits & 8) != 0 ? CertainOn::NumberOnly : CertainOn::NumberOrFullIdentity});
    }
    return all;
}

TEST(MatchRules, NothingIsCertainAgainstAContradiction) {
    for (const auto& evidence : everyEvidence()) {
        for (const auto& around : everySurroundings()) {
            const auto judgement = judge(evidence, around);
            if (judgement.verdict != Verdict::Certain) {
                continue;
            }
            EXPECT_FALSE(isClash(evidence.name)) << codesOf(evidence);
            EXPECT_NE(evidence.name, NameAgreement::Unknown) << codesOf(evidence);
            EXPECT_NE(evidence.born, BirthDateAgreement::Differs) << codesOf(evidence);
            EXPECT_NE(evidence.number, NumberAgreement::Differs) << codesOf(evidence);
            if (evidence.number == NumberAgreement::Same) {
                EXPECT_TRUE(evidence.name == NameAgreement::Same || evidence.born == BirthDateAgreement::Same)
                    << codesOf(evidence);
                EXPECT_NE(judgement.firmness, Firmness::FullIdentity);
            } else {
                EXPECT_EQ(around.policy, CertainOn::NumberOrFullIdentity) << codesOf(evidence);
                EXPECT_EQ(evidence.place, PlaceAgreement::Agrees) << codesOf(evidence);
                EXPECT_NE(evidence.postcode, FieldAgreement::Differs) << codesOf(evidence);
                EXPECT_NE(evidence.born, BirthDateAgreement::Unknown) << codesOf(evidence);
                EXPECT_FALSE(around.isNumberContested) << codesOf(evidence);
                EXPECT_TRUE(evidence.name == NameAgreement::Same || evidence.born == BirthDateAgreement::Same)
                    << codesOf(evidence);
            }
        }
    }
}

TEST(MatchRules, KnowingOfARivalNeverMakesAnythingMoreCertain) {
    for (const auto& evidence : everyEvidence()) {
        for (const auto& around : everySurroundings()) {
            Surroundings rival = around;
            rival.hasRival = true;
            rival.hasNamesakeAtHome = true;
            EXPECT_LE(judge(evidence, rival).verdict == Verdict::Certain,
                      judge(evidence, around).verdict == Verdict::Certain)
                << codesOf(evidence);
        }
    }
}

TEST(MatchRules, AgreementOnEverythingIsCertain) {
    const Evidence all{NumberAgreement::Same, NameAgreement::Same,  BirthDateAgreement::Same, PlaceAgreement::Agrees,
                       FieldAgreement::Same,  FieldAgreement::Same, FieldAgreement::Same};
    EXPECT_EQ(judge(all, {}).firmness, Firmness::NumberNameAndBirthDate);
    EXPECT_EQ(judge(all, {}).verdict, Verdict::Certain);
}

} // namespace
} // namespace frontsheet::matching
