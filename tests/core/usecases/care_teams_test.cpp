#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/care_team.h"
#include "core/usecases/care_records.h"
#include "core/usecases/care_teams.h"
#include "core/usecases/plan_answers.h"
#include "tests/core/usecases/story.h"

namespace frontsheet {
namespace {

class CareTeamsStory : public Story {
protected:
    RecordId note = must(ContactNotes(nurse().workplace()).sign({}, visit("Dressing changed")));
    CareTeams teams{nurse().workplace()};
    void SetUp() override { world.sync(nurse()); }
};

TEST_F(CareTeamsStory, WhoIsInvolvedReadsAndWhoseInvolvementEndedNoLongerDoes) {
    world.sync(assessor());
    EXPECT_FALSE(holds(assessor(), note)) << "she is not involved yet";
    const auto membership = must(teams.involve(edith, WorkerId{"W001"}));
    world.sync(nurse());
    world.sync(assessor());
    EXPECT_TRUE(holds(assessor(), note));
    world.pass(std::chrono::hours{1});
    must(teams.end(membership));
    world.sync(nurse());
    world.sync(assessor());
    EXPECT_FALSE(holds(assessor(), note)) << "what she held by it alone has gone";
    EXPECT_FALSE(holds(assessor(), membership));
}

TEST_F(CareTeamsStory, NobodyIsInvolvedTwiceAndNobodyTheDirectoryDoesNotHave) {
    (void)must(teams.involve(edith, WorkerId{"W001"}));
    EXPECT_EQ(refused(teams.involve(edith, WorkerId{"W001"})), ErrorCode::Duplicate);
    EXPECT_EQ(refused(teams.involve(edith, WorkerId{"W999"})), ErrorCode::NotFound);
}

TEST_F(CareTeamsStory, AnAgencyInvolvesOnlyInWhatItHolds) {
    EXPECT_EQ(refused(CareTeams(assessor().workplace()).involve(edith, WorkerId{"W002"})), ErrorCode::NotFound)
        << "the council does not know her under this id";
}

TEST_F(CareTeamsStory, AnEndIsSaidOnce) {
    const auto membership = must(teams.involve(edith, WorkerId{"W001"}));
    world.sync(nurse());
    must(teams.end(membership));
    world.pass(std::chrono::hours{1});
    EXPECT_EQ(refused(teams.end(membership)), ErrorCode::WrongState) << "it has ended";
    EXPECT_EQ(refused(teams.end(note)), ErrorCode::NotFound);
}

TEST_F(CareTeamsStory, WhoseInvolvementEndedMayBeInvolvedAgain) {
    const auto first = must(teams.involve(edith, WorkerId{"W001"}));
    world.sync(nurse());
    must(teams.end(first));
    world.pass(std::chrono::hours{1});
    EXPECT_NE(must(teams.involve(edith, WorkerId{"W001"})), first);
}

TEST_F(CareTeamsStory, WhoWasPutThereByMistakeIsTakenOffBeforeAnythingWasSent) {
    const auto membership = must(teams.involve(edith, WorkerId{"W001"}));
    must(teams.end(membership));
    EXPECT_EQ(must(teams.of(edith)).sheet.before.size(), 1U);
    world.sync(nurse());
    world.sync(assessor());
    EXPECT_TRUE(at("community_trust", membership).fields.get(care_team::kUntil).isKnown())
        << "both went, in their order";
    EXPECT_FALSE(holds(assessor(), note));
}

TEST_F(CareTeamsStory, WhoIsInvolvedIsReadWithWhoPutThemThere) {
    (void)must(teams.involve(edith, WorkerId{"W001"}));
    const auto team = must(teams.of(edith));
    EXPECT_TRUE(team.registeredHere);
    ASSERT_EQ(team.sheet.now.size(), 2U);
    EXPECT_EQ(team.sheet.now.front().worker.code, WorkerId{"W012"}) << "of one's own agency";
    const auto& said = team.sheet.now.back().said.front();
    EXPECT_EQ(said.how, JoinedBy::Worker);
    EXPECT_EQ(said.by, WorkerId{"W012"});
    EXPECT_TRUE(said.waiting) << "no signal yet";
    EXPECT_EQ(refused(teams.of(world.ids().random<PersonId>())), ErrorCode::NotFound);
}

TEST_F(CareTeamsStory, WhoIsOnItTwiceIsTakenOffWhollyAndBroughtBackAsTheyWere) {
    world.hold({sampleMembership(world.ids(), "community_trust", edith, "council", "W001")});
    world.hold({sampleMembership(world.ids(), "community_trust", edith, "council", "W001")});
    world.sync(nurse());
    world.sync(assessor());
    ASSERT_TRUE(holds(assessor(), note));
    const auto ended = must(teams.takeOff(edith, AgencyId{"council"}, WorkerId{"W001"}));
    EXPECT_EQ(ended.size(), 2U);
    world.sync(nurse());
    world.sync(assessor());
    EXPECT_FALSE(holds(assessor(), note));
    EXPECT_EQ(refused(teams.takeOff(edith, AgencyId{"council"}, WorkerId{"W001"})), ErrorCode::NotFound);
    must(teams.bringBack(ended));
    EXPECT_EQ(refused(teams.bringBack(ended)), ErrorCode::WrongState) << "they are there";
    world.sync(nurse());
    world.sync(assessor());
    EXPECT_TRUE(holds(assessor(), note));
    EXPECT_EQ(at("community_trust", ended.front()).fields.get(care_team::kUntil), WallTime{});
}

class WhoAnswersForEdith : public CareTeamsStory {
protected:
    void SetUp() override {
        CareTeamsStory::SetUp();
        CareRecords care{nurse().workplace()};
        plan = must(care.save(std::nullopt, must(care.begin(RecordType::CarePlan, edith))));
        world.sync(nurse());
    }
    Result<std::vector<RecordId>> leaves() {
        return teams.takeOff(edith, AgencyId{"community_trust"}, WorkerId{"W012"});
    }
    RecordId plan;
};

TEST_F(WhoAnswersForEdith, HandsThePlanOverBeforeTheyLeave) {
    const auto leaving = must(teams.leaving(edith, AgencyId{"community_trust"}, WorkerId{"W012"}));
    ASSERT_EQ(leaving.handOver.size(), 1U);
    EXPECT_EQ(leaving.handOver.front().record, plan);
    EXPECT_EQ(refused(leaves()), ErrorCode::WrongState);
    (void)must(teams.involve(edith, WorkerId{"W016"}));
    world.sync(nurse());
    must(PlanAnswers(nurse().workplace()).offerPlan(plan, WorkerId{"W016"}, "On leave from Monday"));
    EXPECT_EQ(refused(leaves()), ErrorCode::WrongState) << "theirs until the colleague says yes";
    world.sync(nurse());
    world.sync(colleague());
    must(PlanAnswers(colleague().workplace()).acceptPlan(plan));
    world.sync(colleague());
    world.sync(nurse());
    EXPECT_EQ(must(leaves()).size(), 1U);
}

TEST_F(WhoAnswersForEdith, MayGiveUpOneOfTwoMemberships) {
    const auto second = sampleMembership(world.ids(), "community_trust", edith, "community_trust", "W012");
    world.hold({second});
    world.sync(nurse());
    must(teams.end(second.id));
    EXPECT_EQ(refused(leaves()), ErrorCode::WrongState) << "and not the other";
}

TEST_F(CareTeamsStory, WhatJoiningOpensIsWhatTheyThenRead) {
    const auto opens = must(teams.opens(edith, WorkerId{"W001"}));
    EXPECT_FALSE(opens.terms.byAgreements) << "nobody has told of one here";
    for (const auto& one : opens.categories) {
        const bool stays = one.category == Category::CarerPrivate;
        EXPECT_EQ(one.before, sharing::Opening::Nothing) << name(one.category);
        EXPECT_EQ(one.then, stays ? sharing::Opening::Nothing : sharing::Opening::Whole) << name(one.category);
    }
    EXPECT_EQ(refused(teams.opens(edith, WorkerId{"W999"})), ErrorCode::NotFound);
    for (const auto& one : must(teams.opens(edith, WorkerId{"W016"})).categories) {
        EXPECT_EQ(one.before, one.then) << "a colleague reads their own agency's anyway: " << name(one.category);
    }
}

} // namespace
} // namespace frontsheet
