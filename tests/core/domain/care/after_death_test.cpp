// Somebody has died: who says so, and what stops.
#include "core/domain/care/after_death.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/safety.h"
#include "tests/core/domain/care/care_fixture.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;

class AfterDeath : public CareFixture {
protected:
    [[nodiscard]] Record visit() {
        return writes(assessor, RecordType::Appointment, [&](FieldSet& f) {
            f.put(appointment::kWorker, assessor.worker);
            f.put(appointment::kStartsAt, now);
            f.put(appointment::kState, "planned"s);
        });
    }
    [[nodiscard]] Record died(const std::string& on) {
        return writes(assessor, RecordType::Death, [&](FieldSet& f) {
            f.put(death::kDiedOn, on);
            f.put(death::kState, "recorded"s);
        });
    }
};

TEST_F(AfterDeath, ADeathAnyoneRecordedSaysSoUntilItIsTakenBack) {
    auto record = died("2026-11-19");
    EXPECT_EQ(care::deathSaidBy(record), "2026-11-19");
    record.fields.put(death::kState, "entered-in-error"s);
    EXPECT_FALSE(care::deathSaidBy(record));

    Record registered;
    registered.type = RecordType::Registration;
    EXPECT_FALSE(care::deathSaidBy(registered));
    registered.fields.put(registration::kDied, "2026-11"s);
    EXPECT_EQ(care::deathSaidBy(registered), "2026-11") << "a month, where the day is not known";

    Record placed;
    placed.type = RecordType::Placement;
    placed.fields.put(placement::kOutcome, "still-there"s);
    EXPECT_FALSE(care::deathSaidBy(placed));
    placed.fields.put(placement::kOutcome, "died"s);
    EXPECT_EQ(care::deathSaidBy(placed), "") << "and not when";
}

TEST_F(AfterDeath, WhatADeathSaysStandsBeforeWhatAPlacementSays) {
    Record placed;
    placed.type = RecordType::Placement;
    placed.fields.put(placement::kOutcome, "died"s);
    placed.fields.put(placement::kOutcomeOn, "2026-11-18"s);
    const auto recorded = died("2026-11-19");
    const auto both = care::diedAmong(std::vector{placed, recorded});
    ASSERT_TRUE(both);
    EXPECT_EQ(both->on, "2026-11-19");
    EXPECT_EQ(both->because.id, recorded.id);
    EXPECT_EQ(care::diedAmong(std::vector{placed})->on, "2026-11-18");
    EXPECT_FALSE(care::diedAmong(std::vector{visit()}));
}

TEST_F(AfterDeath, APlannedVisitStopsAndTheHomeTakesIt) {
    const auto planned = visit();
    ASSERT_TRUE(care::stopsAtDeath(planned));
    const auto stopped = changed(assessor, planned, [&](FieldSet& f) { f = care::stoppedByDeath(planned).fields; });
    EXPECT_EQ(stopped.fields.text(appointment::kState), "stopped");
    EXPECT_FALSE(stopped.fields.text(appointment::kStateBecause).empty()) << "whoever planned it reads why";
    EXPECT_FALSE(care::stopsAtDeath(stopped)) << "it is stopped once";
}

TEST_F(AfterDeath, AReviewThatIsDueStopsAndOneThatWasHeldStays) {
    auto review = writes(reviewer, RecordType::PlacementReview, [&](FieldSet& f) {
        f.put(placement_review::kPlacement, ids.timeOrdered<RecordId>(now));
        f.put(placement_review::kDue, "2026-11-30"s);
        f.put(placement_review::kState, "due"s);
    });
    ASSERT_TRUE(care::stopsAtDeath(review));
    EXPECT_EQ(care::stoppedByDeath(review).fields.text(placement_review::kState), "cancelled");
    review.fields.put(placement_review::kState, "held"s);
    EXPECT_FALSE(care::stopsAtDeath(review));
}

TEST_F(AfterDeath, WhatIsDoneAtAPlaceStopsAndWhatIsFetchedAfterwardsStays) {
    auto task = action(colleagueAtCouncil);
    EXPECT_FALSE(care::stopsAtDeath(task)) << "the commode is fetched again";
    task.fields.put(action::kPlace, "3 Mill Lane"s);
    EXPECT_TRUE(care::stopsAtDeath(task));
    auto wayHome = action(colleagueAtCouncil);
    wayHome.fields.put(action::kChecklistItem, ids.timeOrdered<RecordId>(now));
    EXPECT_TRUE(care::stopsAtDeath(wayHome)) << "nobody goes home any more";
    const auto stopped = changed(assessor, wayHome, [&](FieldSet& f) { f = care::stoppedByDeath(wayHome).fields; });
    EXPECT_EQ(stopped.fields.text(action::kState), "cancelled");
    wayHome.fields.put(action::kState, "done"s);
    EXPECT_FALSE(care::stopsAtDeath(wayHome));
}

} // namespace
} // namespace frontsheet
