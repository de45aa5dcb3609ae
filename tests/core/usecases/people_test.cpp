#include "core/domain/schema/person_link.h"
#include "tests/core/usecases/story.h"

namespace frontsheet {
namespace {

using namespace std::chrono_literals;

class PeopleStory : public Story {
protected:
    [[nodiscard]] PersonId arthurAtTrust(const std::string& state) {
        const auto arthur = world.ids().timeOrdered<PersonId>(kFridayMorning);
        const auto atCouncil = world.ids().timeOrdered<PersonId>(kFridayMorning);
        SamplePerson about;
        about.family = "O'Neill";
        about.given = "Arthur";
        world.hold({sampleRegistration(world.ids(), "community_trust", arthur, about),
                    sampleRegistration(world.ids(), "council", atCouncil, about),
                    sampleLink(world.ids(), "community_trust", arthur, "council", atCouncil, state)});
        world.sync(nurse());
        return arthur;
    }
    People people{nurse().workplace()};
};

TEST_F(PeopleStory, TheCaseloadHoldsThoseOnWhoseCareTeamTheWorkerIs) {
    (void)arthurAtTrust("stated");
    const auto mine = must(people.caseload(RecordReader::CaseloadOf::Worker, 0, 50));
    ASSERT_EQ(mine.total, 1u);
    EXPECT_EQ(mine.rows[0].familyName, "Marlowe");
    EXPECT_EQ(must(people.caseload(RecordReader::CaseloadOf::Everyone, 0, 50)).total, 2u);
    EXPECT_EQ(must(people.caseload(RecordReader::CaseloadOf::Everyone, 1, 50)).rows.at(0).familyName, "O'Neill");
}

TEST_F(PeopleStory, PeopleAreFoundAsTheyAreTyped) {
    (void)arthurAtTrust("stated");
    for (const auto* typed : {"oneill", "O'Nei", "o’neill", "ARTHUR", "999 000 0018"}) {
        EXPECT_FALSE(must(people.search(typed, 10)).empty()) << typed;
    }
    EXPECT_TRUE(must(people.search("zzz", 10)).empty());
    EXPECT_TRUE(must(people.search("", 10)).empty());
}

TEST_F(PeopleStory, NobodyIsMadeUp) {
    EXPECT_EQ(refused(people.frontSheet(world.ids().random<PersonId>())), ErrorCode::NotFound);
}

TEST_F(PeopleStory, AProposalIsDecidedByAWorkerAndNamesHer) {
    const auto arthur = arthurAtTrust("proposed");
    auto proposals = must(people.proposals(10));
    ASSERT_EQ(proposals.size(), 1u);
    EXPECT_EQ(proposals[0].otherAgency, AgencyId{"council"});
    EXPECT_EQ(proposals[0].registrations.size(), 1u) << "what this device holds: the council's is not hers to see";
    EXPECT_EQ(must(people.frontSheet(arthur)).persons.size(), 1u);
    must(people.decideProposal(proposals[0].link, People::Verdict::SameHuman));
    EXPECT_TRUE(must(people.proposals(10)).empty());
    world.sync(nurse());
    const auto link = at("community_trust", proposals[0].link);
    EXPECT_EQ(link.fields.get(person_link::kState), "stated");
    EXPECT_EQ(link.fields.get(person_link::kDecidedBy), WorkerId{"W012"});
    EXPECT_EQ(refused(people.decideProposal(proposals[0].link, People::Verdict::DifferentPeople)),
              ErrorCode::WrongState)
        << "what is stated is withdrawn, not refused";
    EXPECT_EQ(refused(people.decideProposal(world.ids().random<RecordId>(), People::Verdict::SameHuman)),
              ErrorCode::NotFound);
}

TEST_F(PeopleStory, ARefusedProposalStaysRefused) {
    (void)arthurAtTrust("proposed");
    const auto link = must(people.proposals(10)).at(0).link;
    must(people.decideProposal(link, People::Verdict::DifferentPeople));
    world.sync(nurse());
    EXPECT_EQ(at("community_trust", link).fields.get(person_link::kState), "refused");
    EXPECT_TRUE(must(people.proposals(10)).empty());
}

TEST_F(PeopleStory, WhoToRingKnowsThePersonsPracticeTownAndAge) {
    Ringing ringing{nurse().workplace()};
    EXPECT_EQ(must(ringing.namedAssessor(edith))->name, "Bethan Price");
    EXPECT_FALSE(must(ringing.namedAssessor({})).has_value());
    const auto answer = must(ringing.ask("help with washing", edith));
    EXPECT_EQ(answer.suggestions.at(0).worker->name, "Bethan Price");
    EXPECT_TRUE(answer.suggestions.at(0).openNow) << "Friday, nine o'clock";
    nurse().clock.set(kFridayMorning + 15h); // midnight
    EXPECT_EQ(must(ringing.ask("help with washing", edith)).suggestions.at(0).service.name, "Emergency duty team");
    EXPECT_TRUE(must(ringing.ask("xqzvt", {})).suggestions.empty());
}

// Kept on the device, and as they answer today.
TEST_F(PeopleStory, WhatOneRingsOftenIsAtHand) {
    Ringing ringing{nurse().workplace()};
    const RingFavourite line{ServiceId{"SVC08"}, {}};
    const RingFavourite gary{{}, WorkerId{"W028"}};
    EXPECT_TRUE(must(ringing.favourites()).empty());
    must(ringing.keepFavourite(line));
    must(ringing.keepFavourite(gary));
    must(ringing.keepFavourite(line));
    EXPECT_TRUE(must(ringing.isFavourite(line)));
    auto kept = must(ringing.favourites());
    ASSERT_EQ(kept.size(), 2u);
    EXPECT_EQ(kept[0].service.name, "Crisis line");
    EXPECT_EQ(kept[1].worker->name, "Gary Stubbs");
    must(ringing.keepFavourite({ServiceId{"GONE"}, {}}));
    EXPECT_EQ(must(ringing.favourites()).size(), 2u) << "no longer in the directory";
    must(ringing.dropFavourite(line));
    kept = must(ringing.favourites());
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_EQ(kept[0].worker->name, "Gary Stubbs");
    for (int i = 0; i < 30; ++i) {
        (void)ringing.keepFavourite({ServiceId{"S" + std::to_string(i)}, {}});
    }
    EXPECT_EQ(refused(ringing.keepFavourite({ServiceId{"ONEMORE"}, {}})), ErrorCode::TooLarge);
}

TEST_F(PeopleStory, DesksAreFoundByTheirNamesAndServicesOfOthersByTheNeed) {
    Ringing ringing{assessor().workplace()};
    const AgencyId council{"council"};
    const auto all = must(ringing.desksOf(council, ""));
    EXPECT_EQ(all.size(), 3u) << "its services, nobody by name";
    const auto found = must(ringing.desksOf(council, "tom"));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].worker->name, "Tom Adeyemi");
    EXPECT_TRUE(must(ringing.desksOf(council, "gary")).empty()) << "another agency's";
    const auto others = must(ringing.otherServices(council, "rent arrears", edith));
    ASSERT_FALSE(others.empty());
    EXPECT_EQ(others[0].service.name, "Tenancy support");
    for (const auto& one : must(ringing.otherServices(council, "", edith))) {
        EXPECT_NE(one.service.agency, council);
    }
}

} // namespace
} // namespace frontsheet
