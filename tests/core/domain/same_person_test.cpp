// "These two are the same person", and "they are not": what may be said, and what stands together by it.
#include "core/domain/same_person.h"
#include "core/domain/schema/person_link.h"
#include "tests/core/domain/rules_fixture.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;

class SamePersonRules : public RulesFixture {
protected:
    [[nodiscard]] Record registered(const char* home, const PersonId& person, const char* number,
                                    const char* family = "Marlowe") {
        SamplePerson about;
        about.family = family;
        about.nhsNumber = number;
        return sampleRegistration(ids, home, person, about);
    }
    [[nodiscard]] Record link(const char* home, const PersonId& own, const PersonId& other, const char* state,
                              const char* otherAgency = "council") {
        return sampleLink(ids, home, own, otherAgency, other, state);
    }
    [[nodiscard]] JoinRefusal refusalOf(std::vector<Record> here, std::vector<Record> there,
                                        const char* agency = "community_trust") {
        return lookAtJoining(here, there, AgencyId{agency}).refusal;
    }
    static constexpr const char* kNumber = "9990000018";
    static constexpr const char* kOther = "9434765919";

    PersonId third = ids.timeOrdered<PersonId>(now);
    AgencyId trust{"community_trust"};
};

TEST_F(SamePersonRules, TwoValidNhsNumbersThatDifferAreTwoPeople) {
    const auto mine = registered("community_trust", edith, kNumber);
    EXPECT_EQ(refusalOf({mine}, {registered("council", arthur, kOther)}), JoinRefusal::NhsNumbersDiffer);
    EXPECT_EQ(refusalOf({mine}, {registered("council", arthur, kNumber)}), JoinRefusal::None);
    EXPECT_EQ(refusalOf({mine}, {registered("council", arthur, "")}), JoinRefusal::None) << "nothing to compare";
    EXPECT_EQ(refusalOf({mine}, {registered("council", arthur, "1234567890")}), JoinRefusal::None)
        << "no valid number: somebody's slip, for the worker to judge";
    EXPECT_EQ(refusalOf({registered("community_trust", edith, ""), registered("housing", edith, kNumber)},
                        {registered("council", arthur, kOther)}),
              JoinRefusal::NhsNumbersDiffer)
        << "whoever of those that stand together has the number";
}

TEST_F(SamePersonRules, AnAgencySpeaksOfItsOwnRecordWhicheverPageItIsSaidFrom) {
    const auto mine = registered("community_trust", edith, kNumber);
    const auto theirs = registered("council", arthur, "");
    for (const bool fromTheirs : {false, true}) {
        const auto look = fromTheirs ? lookAtJoining(std::vector{theirs}, std::vector{mine}, trust)
                                     : lookAtJoining(std::vector{mine}, std::vector{theirs}, trust);
        ASSERT_TRUE(look.mayJoin());
        EXPECT_EQ(look.left->person, edith);
        EXPECT_EQ(look.right->person, arthur);
    }
    EXPECT_EQ(refusalOf({theirs}, {registered("housing", third, "")}), JoinRefusal::NotOurs);
    EXPECT_EQ(refusalOf({mine}, {mine}), JoinRefusal::JoinedAlready);
    EXPECT_EQ(refusalOf({mine}, {}), JoinRefusal::NotOurs);
}

TEST_F(SamePersonRules, WhoeverSaysNoPartsThemWhoeverElseSaysYes) {
    const auto ours = link("community_trust", edith, arthur, "stated");
    const auto theirs = link("council", arthur, edith, "stated", "community_trust");
    using People = std::set<PersonId>;
    EXPECT_EQ(oneHuman(edith, std::vector{ours, theirs}), (People{edith, arthur}));
    for (const char* no : {"withdrawn", "refused"}) {
        EXPECT_EQ(oneHuman(edith, std::vector{link("community_trust", edith, arthur, no), theirs}), People{edith});
        EXPECT_EQ(oneHuman(arthur, std::vector{ours, link("council", arthur, edith, no)}), People{arthur});
    }
    EXPECT_EQ(oneHuman(edith, std::vector{link("community_trust", edith, arthur, "proposed"), theirs}),
              (People{edith, arthur}))
        << "a proposal says nothing either way";
    EXPECT_EQ(oneHuman(edith, std::vector{ours, link("housing", third, edith, "refused")}), (People{edith, arthur}))
        << "a no between others is about those";
}

TEST_F(SamePersonRules, TakingApartTakesBackOnesOwnWordAndSaysNoToAnothers) {
    const auto mine = registered("community_trust", edith, kNumber);
    const auto theirs = registered("council", arthur, "");
    const auto ours = link("community_trust", edith, arthur, "stated");
    const auto councils = link("council", arthur, edith, "stated", "community_trust");
    const std::vector both{mine, theirs, ours, councils};
    const auto parting = partingOf(both, trust, edith, arthur);
    ASSERT_EQ(parting.takeBack.size(), 1u);
    EXPECT_EQ(parting.takeBack[0]->id, ours.id);
    EXPECT_TRUE(parting.deny.empty()) << "its own word, taken back, is the no";
    EXPECT_TRUE(parting.stillSaidBy.empty());
    const std::vector theirsAlone{mine, theirs, councils};
    const auto denial = partingOf(theirsAlone, trust, edith, arthur);
    EXPECT_TRUE(denial.takeBack.empty());
    EXPECT_EQ(denial.deny, (std::vector{std::pair{edith, arthur}}));
    EXPECT_TRUE(denial.stillSaidBy.empty());
}

TEST_F(SamePersonRules, WhoKeepsThemTogetherAllTheSameIsNamed) {
    const std::vector records{registered("community_trust", edith, kNumber),
                              registered("council", arthur, ""),
                              registered("housing", third, ""),
                              link("community_trust", edith, arthur, "stated"),
                              link("community_trust", edith, third, "stated", "housing"),
                              link("council", arthur, third, "stated", "housing")};
    const auto parting = partingOf(records, trust, edith, third);
    EXPECT_EQ(parting.takeBack.size(), 1u);
    EXPECT_EQ(parting.stillSaidBy, std::vector{AgencyId{"council"}})
        << "the council says that its record and the landlord's are one";
    EXPECT_FALSE(partingOf(records, AgencyId{"gp"}, edith, third).saysAnything()) << "it has nothing to take back";
}

TEST_F(SamePersonRules, AWorkerMaySayNoToWhatAnotherAgencySaysAndIsNamed) {
    auto refusedAtOnce = link("community_trust", edith, arthur, "refused").fields;
    refusedAtOnce.put(person_link::kBasis, "confirmed-by-worker"s);
    EXPECT_EQ(refusal(nurse, std::nullopt, creation(nurse, RecordType::PersonLink, refusedAtOnce)), ErrorCode::Missing)
        << "who says so";
    refusedAtOnce.put(person_link::kDecidedBy, nurse.worker);
    EXPECT_TRUE(ask(nurse, std::nullopt, creation(nurse, RecordType::PersonLink, refusedAtOnce)));
}

} // namespace
} // namespace frontsheet
