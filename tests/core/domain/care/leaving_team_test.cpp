// Who is case owner or reviewing officer hands that over before they leave a care team; everything else of theirs is said.
#include "core/domain/care/leaving_team.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/placement.h"
#include "tests/core/domain/care/care_fixture.h"

namespace frontsheet {
namespace {

class LeavingATeam : public CareFixture {
protected:
    Record made(RecordType type, const Principal& by) {
        Record record;
        record.id = ids.random<RecordId>();
        record.type = type;
        record.home = by.agency;
        return record;
    }
    Record planOf(const Principal& owner, const char* state = "open") {
        Record plan = made(RecordType::CarePlan, owner);
        plan.fields.put(care_plan::kState, std::string{state});
        plan.fields.put(care_plan::kCaseOwner, owner.worker);
        return plan;
    }
    Record visitOf(const Principal& worker, const char* state) {
        Record visit = made(RecordType::Appointment, worker);
        visit.fields.put(appointment::kState, std::string{state});
        visit.fields.put(appointment::kWorker, worker.worker);
        visit.fields.put(appointment::kStartsAt, now);
        return visit;
    }
    [[nodiscard]] care::LeavingTeam leaves(const Principal& who, const std::vector<Record>& about) const {
        return care::leavingTeam(about, assessor.agency, who.agency, who.worker);
    }
};

TEST_F(LeavingATeam, WhoIsCaseOwnerHandsThePlanOverFirst) {
    const auto leaving = leaves(assessor, {planOf(assessor)});
    EXPECT_FALSE(leaving.may());
    ASSERT_EQ(leaving.handOver.size(), 1U);
    EXPECT_EQ(leaving.handOver.front().kind, WorkKind::Plan);
    EXPECT_TRUE(leaves(colleagueAtCouncil, {planOf(assessor)}).may()) << "it is not theirs";
    EXPECT_TRUE(leaves(assessor, {planOf(assessor, "closed")}).may()) << "it is over";
}

TEST_F(LeavingATeam, WhoIsOnlyAskedToTakeThePlanOverMayLeave) {
    auto plan = planOf(assessor);
    plan.fields.put(care_plan::kOfferedTo, colleagueAtCouncil.worker);
    EXPECT_TRUE(leaves(colleagueAtCouncil, {plan}).may());
    EXPECT_FALSE(leaves(assessor, {plan}).may()) << "theirs until the other says yes";
}

TEST_F(LeavingATeam, WhoReviewsThePlacementHandsItOverFirst) {
    Record placed = made(RecordType::Placement, assessor);
    placed.fields.put(placement::kReviewingOfficer, assessor.worker);
    placed.fields.put(placement::kStage, std::string{"placed"});
    EXPECT_FALSE(leaves(assessor, {placed}).may());
    placed.fields.put(placement::kStage, std::string{"ended"});
    EXPECT_TRUE(leaves(assessor, {placed}).may());
}

TEST_F(LeavingATeam, AnotherAgencysPlanKeepsNobodyOnThisTeam) {
    EXPECT_TRUE(leaves(nurse, {planOf(nurse)}).may()) << "the trust's plan, and the council's team";
}

TEST_F(LeavingATeam, WhatElseIsTheirsIsSaidAndStopsNothing) {
    const auto leaving = leaves(assessor, {visitOf(assessor, "planned"), visitOf(assessor, "done")});
    EXPECT_TRUE(leaving.may());
    ASSERT_EQ(leaving.stays.size(), 1U) << "what is done needs nobody";
    EXPECT_EQ(leaving.stays.front().kind, WorkKind::Visit);
}

} // namespace
} // namespace frontsheet
