// Answering what a plan asks: an action between two agencies, and the case owner's duty within one.
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/message.h"
#include "core/usecases/plan_answers.h"
#include "tests/core/usecases/care_team_story.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;
using Answer = PlanAnswers::Answer;

class PlanAnswersStory : public CareTeamStory {
protected:
    PlanAnswersStory() {
        plan = written(nurse(), RecordType::CarePlan, [](FieldSet&) {});
        meet();
    }
    RecordId asks(Desk& desk, const Desk& owner) {
        const auto id = written(desk, RecordType::Action, [&](FieldSet& f) {
            f.put(action::kWhat, "Dress the leg wound"s);
            f.put(action::kDue, "2026-11-27"s);
            f.put(action::kOwner, owner.me.worker);
            f.put(action::kOwnerAgency, owner.me.agency);
        });
        meet();
        return id;
    }
    [[nodiscard]] FieldSet seenBy(Desk& desk, const RecordId& id) {
        return must(CareRecords(desk.workplace()).open(id)).record.fields;
    }
    PlanAnswers answers(Desk& desk) { return PlanAnswers{desk.workplace()}; }
    RecordId plan;
};

TEST_F(PlanAnswersStory, WhoIsAskedAcceptsReportsAndFinishesAndTheOtherAgencyReadsIt) {
    const auto asked = asks(nurse(), assessor());
    must(answers(assessor()).answer(asked, Answer::Accept, {}));
    must(answers(assessor()).answer(asked, Answer::Report, "Seen twice"));
    meet();
    EXPECT_EQ(seenBy(nurse(), asked).get(action::kReport), "Seen twice");
    EXPECT_EQ(seenBy(nurse(), asked).text(action::kState), "accepted") << "it stays theirs";
    must(answers(assessor()).answer(asked, Answer::Finish, "Healed"));
    meet();
    EXPECT_EQ(seenBy(nurse(), asked).text(action::kState), "done");
    EXPECT_EQ(seenBy(nurse(), asked).get(action::kReport), "Healed");
}

TEST_F(PlanAnswersStory, WhoDeclinesSaysWhyAndItIsOfferedToSomebodyElse) {
    const auto asked = asks(nurse(), assessor());
    EXPECT_EQ(refused(answers(assessor()).answer(asked, Answer::Decline, {})), ErrorCode::Missing);
    must(answers(assessor()).answer(asked, Answer::Decline, "Not a social worker's to do"));
    meet();
    EXPECT_EQ(seenBy(nurse(), asked).get(action::kAnswer), "Not a social worker's to do");
    must(answers(nurse()).offerAction(asked, colleague().me.agency, colleague().me.worker));
    meet();
    const auto now = seenBy(colleague(), asked);
    EXPECT_EQ(now.text(action::kState), "offered");
    EXPECT_TRUE(now.text(action::kAnswer).empty()) << "what the other one said is not theirs";
    must(answers(colleague()).answer(asked, Answer::Accept, {}));
}

TEST_F(PlanAnswersStory, NobodyAnswersForAnother) {
    const auto asked = asks(nurse(), assessor());
    const auto saves = nurse().store.saves();
    EXPECT_EQ(refused(answers(nurse()).answer(asked, Answer::Accept, {})), ErrorCode::NotPermitted);
    EXPECT_EQ(refused(answers(assessor()).answer(asked, Answer::Report, {})), ErrorCode::Missing);
    EXPECT_EQ(refused(answers(assessor()).answer(plan, Answer::Accept, {})), ErrorCode::NotFound)
        << "a plan is no action";
    EXPECT_EQ(nurse().store.saves(), saves);
}

TEST_F(PlanAnswersStory, ThePlanPassesOnWhenTheNextCaseOwnerSaysYes) {
    must(answers(nurse()).offerPlan(plan, colleague().me.worker, "She likes to be rung before nine"));
    meet();
    EXPECT_EQ(seenBy(colleague(), plan).get(care_plan::kCaseOwner), nurse().me.worker) << "hers until they say yes";
    EXPECT_EQ(seenBy(assessor(), plan).get(care_plan::kOfferedTo), colleague().me.worker)
        << "partners see that it moves";
    must(answers(colleague()).acceptPlan(plan));
    meet();
    for (Desk* desk : {&nurse(), &colleague(), &assessor()}) {
        const auto f = seenBy(*desk, plan);
        EXPECT_EQ(f.get(care_plan::kCaseOwner), colleague().me.worker) << desk->me.worker.str();
        EXPECT_TRUE(f.get(care_plan::kOfferedTo).empty());
        EXPECT_TRUE(f.get(care_plan::kOwnerSince).isKnown());
    }
}

TEST_F(PlanAnswersStory, WhoSaysNoTellsWhoAskedWhy) {
    must(answers(nurse()).offerPlan(plan, colleague().me.worker, {}));
    meet();
    EXPECT_EQ(refused(answers(nurse()).acceptPlan(plan)), ErrorCode::NotPermitted) << "whose it is was not asked";
    EXPECT_EQ(refused(answers(assessor()).declinePlan(plan, "No")), ErrorCode::NotPermitted);
    EXPECT_EQ(refused(answers(colleague()).declinePlan(plan, {})), ErrorCode::Missing);
    must(answers(colleague()).declinePlan(plan, "I am away from Monday"));
    meet();
    EXPECT_TRUE(seenBy(nurse(), plan).get(care_plan::kOfferedTo).empty());
    const auto told = must(nurse().store.worklist(Worklist::Messages, "W012", 10));
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].record.fields.get(message::kText), "I am away from Monday");
    EXPECT_EQ(told[0].record.fields.get(message::kAbout), plan);
}

TEST_F(PlanAnswersStory, AnOfferIsTakenBackWhileNobodyHasAnswered) {
    must(answers(nurse()).offerPlan(plan, colleague().me.worker, {}));
    must(answers(nurse()).takeBackPlan(plan));
    meet();
    EXPECT_EQ(refused(answers(colleague()).acceptPlan(plan)), ErrorCode::NotPermitted);
}

TEST_F(PlanAnswersStory, OfTwoLeadsOneClosesTheirsAndSaysWhoGoesOn) {
    const auto second = written(assessor(), RecordType::CarePlan, [](FieldSet&) {});
    meet();
    EXPECT_TRUE(must(CareRecords(nurse().workplace()).plan(edith)).sheet.twoLeads);
    EXPECT_EQ(refused(answers(assessor()).closePlan(second, {})), ErrorCode::Missing);
    must(answers(assessor()).closePlan(second, "The trust leads"));
    meet();
    EXPECT_FALSE(must(CareRecords(nurse().workplace()).plan(edith)).sheet.twoLeads);
    EXPECT_EQ(seenBy(nurse(), second).get(care_plan::kContinuedBy), plan);
    EXPECT_EQ(seenBy(nurse(), second).get(care_plan::kContinuedOf), nurse().me.agency);
}

TEST_F(PlanAnswersStory, WhoLeadsNextGoesOnFromThePlanThatWasClosed) {
    must(answers(nurse()).closePlan(plan, "She moves to the council's patch"));
    meet();
    const auto next = written(assessor(), RecordType::CarePlan, [](FieldSet&) {});
    meet();
    EXPECT_TRUE(seenBy(nurse(), plan).get(care_plan::kContinuedBy).isNull()) << "nobody led when it was closed";
    EXPECT_EQ(seenBy(nurse(), next).get(care_plan::kContinues), plan);
    EXPECT_EQ(seenBy(nurse(), next).get(care_plan::kContinuesOf), nurse().me.agency);
    const auto third = written(nurse(), RecordType::CarePlan, [](FieldSet&) {});
    EXPECT_TRUE(seenBy(nurse(), third).get(care_plan::kContinues).isNull()) << "one of two leads goes on from nobody";
}

TEST_F(PlanAnswersStory, APageIsToldWhatThisWorkerMayAddAndChange) {
    const auto need = written(nurse(), RecordType::Need, [](FieldSet& f) { f.put(need::kText, "Company"s); });
    meet();
    const auto theirs = must(CareRecords(assessor().workplace()).plan(edith));
    EXPECT_TRUE(theirs.mayAdd) << "on the care team";
    EXPECT_FALSE(theirs.mayOpen) << "somebody leads already";
    EXPECT_TRUE(std::binary_search(theirs.editable.begin(), theirs.editable.end(), need));
    EXPECT_FALSE(std::binary_search(theirs.editable.begin(), theirs.editable.end(), plan));
    const auto hers = must(CareRecords(nurse().workplace()).plan(edith));
    EXPECT_TRUE(std::binary_search(hers.editable.begin(), hers.editable.end(), plan));
}

} // namespace
} // namespace frontsheet
