// What a worker has said yes to stands on their day until it is done, and what somebody said no to comes back to who asked.
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/safety.h"
#include "core/usecases/own_work.h"
#include "core/usecases/plan_answers.h"
#include "tests/core/usecases/care_team_story.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;
using namespace std::chrono_literals;

class OwnWorkStory : public CareTeamStory {
protected:
    // The nurse asks the assessor.
    RecordId asks(const std::string& what, const std::string& due) {
        const auto action = written(nurse(), RecordType::Action, [&](FieldSet& f) {
            f.put(action::kWhat, what);
            f.put(action::kDue, due);
            f.put(action::kOwnerAgency, AgencyId{"council"});
            f.put(action::kOwner, WorkerId{"W001"});
        });
        meet();
        return action;
    }
    void says(const RecordId& action, PlanAnswers::Answer answer, const std::string& words = {}) {
        must(PlanAnswers(assessor().workplace()).answer(action, answer, words));
        meet();
    }
    RecordId visits(Desk& desk, std::chrono::hours from) {
        return written(desk, RecordType::Appointment,
                       [&](FieldSet& f) { f.put(appointment::kStartsAt, world.now() + from); });
    }
    static OwnDay dayOf(Desk& desk) { return must(OwnWork(desk.workplace()).asOfToday()); }
    static std::vector<std::string> named(const std::vector<OwnedWork>& works) {
        std::vector<std::string> out;
        for (const auto& one : works) {
            out.push_back(one.work.what);
        }
        return out;
    }
};

TEST_F(OwnWorkStory, WhatSomebodySaidYesToIsTheirsToDoUntilItIsDone) {
    const auto rail = asks("Fit a rail", "2026-11-27");
    const auto commode = asks("Bring a commode", "2026-11-24");
    EXPECT_TRUE(dayOf(assessor()).toDo.empty()) << "what is only asked has a list of its own";
    says(rail, PlanAnswers::Answer::Accept);
    says(commode, PlanAnswers::Answer::Accept);
    EXPECT_EQ(named(dayOf(assessor()).toDo), (std::vector{"Bring a commode"s, "Fit a rail"s})) << "what is due first";
    EXPECT_TRUE(dayOf(nurse()).toDo.empty());
    says(commode, PlanAnswers::Answer::Finish, "In her bedroom.");
    EXPECT_EQ(named(dayOf(assessor()).toDo), std::vector{"Fit a rail"s});
    says(rail, PlanAnswers::Answer::Decline, "The wall is too soft.");
    EXPECT_TRUE(dayOf(assessor()).toDo.empty());
    EXPECT_EQ(named(dayOf(nurse()).cameBack), std::vector{"Fit a rail"s}) << "nobody has it, and who asked knows";
}

TEST_F(OwnWorkStory, AVisitThatNobodyClosedIsNotGoneTheNextMorning) {
    const auto yesterdays = visits(nurse(), -24h);
    const auto todays = visits(nurse(), 1h);
    const auto next = visits(nurse(), 72h);
    const auto tomorrows = visits(nurse(), 24h);
    const auto day = dayOf(nurse());
    ASSERT_EQ(day.notClosed.size(), 1U);
    EXPECT_EQ(day.notClosed[0].work.record, yesterdays);
    ASSERT_EQ(day.comingUp.size(), 2U) << "today's is on the round";
    EXPECT_EQ(day.comingUp[0].work.record, tomorrows);
    EXPECT_EQ(day.comingUp[1].work.record, next);
    EXPECT_FALSE(todays.isNull());
}

TEST_F(OwnWorkStory, OfTheDeadNoVisitIsToComeAndAnEarlierOneIsStillToBeClosed) {
    visits(nurse(), -24h);
    visits(nurse(), 24h);
    written(assessor(), RecordType::Death, [](FieldSet& f) { f.put(death::kDiedOn, "2026-11-19"s); });
    meet();
    const auto day = dayOf(nurse());
    EXPECT_TRUE(day.comingUp.empty());
    EXPECT_EQ(day.notClosed.size(), 1U);
}

TEST_F(OwnWorkStory, APlanIsTheirsToLookAtAgainInItsLastWeek) {
    const auto plans = [&](const std::string& review) {
        return written(nurse(), RecordType::CarePlan, [&](FieldSet& f) { f.put(care_plan::kReviewDue, review); });
    };
    const auto plan = plans("2026-11-28");
    EXPECT_TRUE(dayOf(nurse()).toDo.empty()) << "in eight days";
    world.pass(24h);
    const auto day = dayOf(nurse());
    ASSERT_EQ(day.toDo.size(), 1U);
    EXPECT_EQ(day.toDo[0].work.record, plan);
    EXPECT_EQ(day.toDo[0].work.kind, WorkKind::Plan);
}

} // namespace
} // namespace frontsheet
