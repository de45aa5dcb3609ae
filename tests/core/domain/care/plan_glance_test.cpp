// What a front sheet says of the plan before anybody opens it.
#include "core/domain/care/plan_glance.h"
#include "core/domain/care/plan_sheet.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/view.h"
#include "tests/core/domain/care/care_fixture.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;

constexpr auto kToday = "2026-11-25";

class PlanGlance : public CareFixture {
protected:
    [[nodiscard]] Record says(const char* whose, const char* words, const char* on) {
        now = now + std::chrono::minutes{1};
        return writes(assessor, RecordType::View, [&](FieldSet& f) {
            f.put(view::kWhose, std::string{whose});
            f.put(view::kName, std::string{whose});
            f.put(view::kSaid, std::string{words});
            f.put(view::kSaidOn, std::string{on});
            f.put(view::kRecordedBy, assessor.worker);
            f.put(view::kState, "said"s);
        });
    }
    [[nodiscard]] Record discharged(const char* wish, const char* on) {
        return writes(assessor, RecordType::Placement, [&](FieldSet& f) {
            f.put(placement::kOwnWish, std::string{wish});
            f.put(placement::kDischargedOn, std::string{on});
        });
    }
    [[nodiscard]] Record reviewed(const Record& placed, const char* words, const char* on) {
        return writes(assessor, RecordType::PlacementReview, [&](FieldSet& f) {
            f.put(placement_review::kPlacement, placed.id);
            f.put(placement_review::kDue, std::string{on});
            f.put(placement_review::kReviewer, assessor.worker);
            f.put(placement_review::kConclusion, "stay"s);
            f.put(placement_review::kState, "held"s);
            f.put(placement_review::kHeldOn, std::string{on});
            f.put(placement_review::kOwnWords, std::string{words});
        });
    }
    [[nodiscard]] Record important(const Principal& to, const char* words, const char* on) {
        now = now + std::chrono::minutes{1};
        return writes(to, RecordType::AboutMe, [&](FieldSet& f) {
            f.put(about_me::kImportant, std::string{words});
            f.put(about_me::kSaidOn, std::string{on});
        });
    }
};

TEST_F(PlanGlance, SaysWhoLeadsAndHowMuchIsOpenAndLate) {
    const auto soon = action(assessor);
    auto later = asks(assessor);
    later.put(action::kDue, "2026-12-24"s);
    const auto open = taken(assessor, std::nullopt, creation(assessor, RecordType::Action, later));
    const auto unmet = writes(assessor, RecordType::Need, [](FieldSet& f) {
        f.put(need::kText, "Company"s);
        f.put(need::kState, "unmet"s);
        f.put(need::kUnmetBecause, "no-service"s);
        f.put(need::kUnmetWords, "No service goes there"s);
    });
    const auto lead = plan();
    const auto glance = care::planGlance(std::vector{soon, open, unmet, lead}, kToday);
    ASSERT_EQ(glance.leads.size(), 1U);
    EXPECT_EQ(glance.leads[0].id, lead.id);
    EXPECT_EQ(glance.openActions, 2);
    EXPECT_EQ(glance.lateActions, 1) << "one was to be done by yesterday";
    EXPECT_EQ(glance.unmetNeeds, 1);
    EXPECT_FALSE(glance.crisis);
}

TEST_F(PlanGlance, APlanThatIsClosedLeadsNothing) {
    const auto lead = plan();
    const auto closed = changed(assessor, lead, [](FieldSet& f) {
        f.put(care_plan::kState, "closed"s);
        f.put(care_plan::kClosedOn, "2026-11-24"s);
        f.put(care_plan::kClosedBecause, "She is well"s);
    });
    EXPECT_TRUE(care::planGlance(std::vector{closed}, kToday).leads.empty());
}

TEST_F(PlanGlance, TheirOwnWishIsWhatTheySaidLastWheneverItWasWrittenDown) {
    const auto last = says("person", "Home, to my own bed", "2026-11-18");
    const auto before = says("person", "Wherever my daughter is", "2026-09-01");
    const auto son = says("family", "A home, she falls", "2026-11-19");
    const auto glance = care::planGlance(std::vector{last, before, son}, kToday);
    ASSERT_TRUE(glance.wish);
    EXPECT_EQ(glance.wish->fields.get(view::kSaid), "Home, to my own bed");
    EXPECT_FALSE(care::planGlance(std::vector{son}, kToday).wish) << "nobody speaks for them";
}

TEST_F(PlanGlance, AWishThatWasWrittenDownInErrorIsNobodys) {
    const auto wish = says("person", "Not hers at all", "2026-11-20");
    const auto error = changed(assessor, wish, [](FieldSet& f) {
        f.put(view::kState, "entered-in-error"s);
        f.put(view::kErrorReason, "Another person's"s);
    });
    EXPECT_FALSE(care::planGlance(std::vector{error}, kToday).wish);
}

TEST_F(PlanGlance, AWishFromTheDischargeStandsUntilTheyAreAskedAgain) {
    const auto placed = discharged("I want to go home", "2026-11-16");
    const auto asked = reviewed(placed, "I like it here, I will stay", "2026-11-20");
    const auto shower = says("person", "A shower on Sundays", "2026-11-22");
    const auto wishes = care::planGlance(std::vector{placed, shower}, kToday).wishes;
    ASSERT_EQ(wishes.size(), 1U) << "what they want of a shower takes nothing from where they want to live";
    EXPECT_EQ(wishes[0].words, "I want to go home");
    EXPECT_EQ(wishes[0].on, "2026-11-16");
    const auto since = care::planGlance(std::vector{placed, asked, shower}, kToday).wishes;
    ASSERT_EQ(since.size(), 1U);
    EXPECT_EQ(since[0].words, "I like it here, I will stay");
    auto living = shower;
    living.fields.put(view::kAbout, "where-to-live"s);
    EXPECT_TRUE(care::planGlance(std::vector{placed, asked, living}, kToday).wishes.empty()) << "the view says it";
    EXPECT_FALSE(care::planSheet(std::vector{placed}, kToday).ownWishMissing) << "somebody asked, at the discharge";
}

TEST_F(PlanGlance, WhatMattersMostIsTheNewestThatAnyAgencyWasTold) {
    const auto old = important(nurse, "My cat", "2026-01-05");
    const auto newer = important(assessor, "My garden", "2026-10-05");
    const auto glance = care::planGlance(std::vector{newer, old}, kToday);
    ASSERT_TRUE(glance.matters);
    EXPECT_EQ(glance.matters->fields.get(about_me::kImportant), "My garden");
}

} // namespace
} // namespace frontsheet
