// The reviewing officer's week, at a council's desk.
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/safety.h"
#include "core/usecases/care_records.h"
#include "core/usecases/deaths.h"
#include "core/usecases/placements.h"
#include "tests/core/usecases/story.h"

#include <algorithm>

namespace frontsheet {
namespace {

using namespace std::string_literals;

// The assessor does the reviewing officer's work here: what counts is whose agency's the placement is.
class PlacementsStory : public Story {
protected:
    PlacementsStory() {
        world.hold({sampleRegistration(world.ids(), "council", edith),
                    sampleMembership(world.ids(), "council", edith, "council", "W001")});
        world.sync(assessor());
        arthur = places("2026-10-05");
    }
    RecordId places(const std::string& discharged) {
        return writes(RecordType::Placement, [&](FieldSet& f) {
            f.put(placement::kPlacedAt, "Mallow Court"s);
            f.put(placement::kDischargedOn, discharged);
            f.put(placement::kFirstReviewDue, "2026-11-16"s);
        });
    }
    template <class Fill>
    RecordId writes(RecordType type, Fill fill) {
        CareRecords care{assessor().workplace()};
        auto record = must(care.begin(type, edith));
        fill(record.fields);
        return must(care.save(std::nullopt, std::move(record)));
    }
    RecordId plansAVisit() {
        return writes(RecordType::Appointment, [&](FieldSet& f) { f.put(appointment::kStartsAt, world.now()); });
    }
    Placements desk() { return Placements{assessor().workplace()}; }
    [[nodiscard]] Record here(const RecordId& id) { return must(assessor().store.record(id))->record; }
    [[nodiscard]] std::vector<Record> ofType(RecordType type) {
        std::vector<Record> out;
        for (auto& one : must(assessor().store.ofType(type, 100))) {
            out.push_back(std::move(one.record));
        }
        return out;
    }
    [[nodiscard]] PlacementPage page() { return must(desk().open(arthur)); }
    [[nodiscard]] static HeldReview reviewed(const std::string& concluded, const std::string& next) {
        HeldReview held;
        held.heldOn = "2026-11-20";
        held.ownWords = "Home to Colin's. Nobody asked me.";
        held.conclusion = concluded;
        held.next = next;
        return held;
    }
    RecordId arthur; // placed, that is
};

TEST_F(PlacementsStory, AReviewAndWhatItMakesOfThePlacementAreSavedTogether) {
    const auto before = assessor().store.saves();
    must(desk().holdReview(arthur, reviewed("towards-home", "2027-01-04")));
    EXPECT_EQ(assessor().store.saves(), before + 1);
    const auto shown = page();
    ASSERT_EQ(shown.sheet.reviews.size(), 1U);
    EXPECT_EQ(shown.sheet.reviews[0].fields.get(placement_review::kReviewer), assessor().me.worker);
    EXPECT_EQ(shown.sheet.card.stage, "towards-home");
    EXPECT_EQ(shown.sheet.card.reviewDue, "2027-01-04");
    EXPECT_EQ(shown.sheet.ownWords.front().words, "Home to Colin's. Nobody asked me.");
}

TEST_F(PlacementsStory, AReviewWithoutTheirWordsIsNotSavedNorWhatItWouldMakeOfThePlacement) {
    auto held = reviewed("settled", "2027-01-04");
    held.ownWords.clear();
    EXPECT_EQ(refused(desk().holdReview(arthur, held)), ErrorCode::Missing);
    EXPECT_EQ(page().sheet.card.stage, "first-review");
    held.notAskedBecause = "Asleep, twice. His nephew was there.";
    must(desk().holdReview(arthur, held));
    EXPECT_EQ(page().sheet.card.stage, "settled");
}

TEST_F(PlacementsStory, AReviewIsHeldAfterItsDischargeAndHasBeenHeld) {
    for (const char* on : {"2026-10-04", "2026-11-21"}) {
        auto held = reviewed("settled", "2027-01-04");
        held.heldOn = on;
        EXPECT_EQ(refused(desk().holdReview(arthur, held)), ErrorCode::ImpossibleDate) << on;
        EXPECT_EQ(refused(desk().end(arthur, {"moved", on, "met", "Nearer to her sister."})), ErrorCode::ImpossibleDate)
            << on;
    }
    EXPECT_TRUE(page().sheet.reviews.empty());
    auto held = reviewed("settled", "2027-01-04");
    held.heldOn = "2026-10-05";
    must(desk().holdReview(arthur, held));
}

TEST_F(PlacementsStory, OneThatWasSetDownAsDueIsTheOneThatIsHeld) {
    const auto due = writes(RecordType::PlacementReview, [&](FieldSet& f) {
        f.put(placement_review::kPlacement, arthur);
        f.put(placement_review::kDue, "2026-11-16"s);
    });
    must(desk().holdReview(arthur, reviewed("settled", "2027-01-04")));
    EXPECT_EQ(ofType(RecordType::PlacementReview).size(), 1U);
    EXPECT_EQ(here(due).fields.text(placement_review::kState), "held");
}

TEST_F(PlacementsStory, ADateSlipsWithItsReason) {
    must(desk().moveDate(arthur, "2026-11-27", "family-away", "His nephew is back on the 26th."));
    const auto shown = page();
    ASSERT_EQ(shown.sheet.slips.size(), 1U);
    EXPECT_EQ(shown.sheet.slips[0].fields.text(slippage::kFrom), "2026-11-16");
    EXPECT_EQ(shown.sheet.card.reviewDue, "2026-11-27");
    EXPECT_EQ(refused(desk().moveDate(arthur, "2026-11-20", "family-away", "")), ErrorCode::ImpossibleDate)
        << "a date does not slip backwards";
}

TEST_F(PlacementsStory, TheWayHomeMakesTasksForThoseWhoGetItReady) {
    must(desk().beginWayHome(arthur));
    must(desk().beginWayHome(arthur));
    auto items = page().sheet.checklist;
    ASSERT_EQ(items.size(), care::kWayHome.size()) << "begun twice it is there once";
    const auto before = assessor().store.saves();
    must(desk().askFor(items[0].item.id, {officer().me.worker, officer().me.agency, "2026-11-27", "Heating on", ""}));
    EXPECT_EQ(assessor().store.saves(), before + 1) << "the task and the item together";
    items = page().sheet.checklist;
    ASSERT_TRUE(items[0].task);
    EXPECT_EQ(items[0].standing, care::ItemStands::Asked);
    EXPECT_EQ(items[0].task->fields.text(action::kState), "offered");
    EXPECT_EQ(items[0].task->fields.get(action::kChecklistItem), items[0].item.id);
    EXPECT_EQ(
        refused(desk().askFor(items[0].item.id, {officer().me.worker, officer().me.agency, "2026-11-27", "x", ""})),
        ErrorCode::WrongState)
        << "one owner at a time";
    must(desk().say(items[1].item.id, Placements::ItemIs::Ready));
    must(desk().say(items[2].item.id, Placements::ItemIs::NotNeeded));
    EXPECT_EQ(page().sheet.card.readiness.ready, 2);
    must(desk().say(items[1].item.id, Placements::ItemIs::Open));
    EXPECT_EQ(page().sheet.card.readiness.ready, 1);
    must(desk().addToWayHome(arthur, "The cat is fetched from the neighbour"));
    EXPECT_EQ(page().sheet.checklist.back().item.fields.get(checklist_item::kText),
              "The cat is fetched from the neighbour");
}

TEST_F(PlacementsStory, WhoeverWentHomeAgainstTheirWishIsSaidSo) {
    must(desk().end(arthur,
                    {"still-there", "2026-11-20", "against", "The flat was given up while he was in hospital."}));
    const auto card = page().sheet.card;
    EXPECT_EQ(card.stage, "ended");
    EXPECT_EQ(card.outcomeWish, "against");
    EXPECT_TRUE(ofType(RecordType::Death).empty());
    must(desk().takeUpAgain(arthur));
    EXPECT_EQ(page().sheet.card.stage, "settled");
}

TEST_F(PlacementsStory, WhoDiedInAPlacementIsKnownToHaveDiedEverywhereAndNobodyVisits) {
    const auto visit = plansAVisit();
    must(desk().beginWayHome(arthur));
    must(desk().askFor(page().sheet.checklist[0].item.id,
                       {officer().me.worker, officer().me.agency, "2026-11-27", "Heating on", ""}));
    EXPECT_EQ(must(desk().reviewsDue()).size(), 1U);
    const auto before = assessor().store.saves();
    must(desk().end(arthur, {"died", "2026-11-19", "", "Wanted her sister there. She was."}));
    EXPECT_EQ(assessor().store.saves(), before + 1) << "all of it or nothing";

    ASSERT_EQ(ofType(RecordType::Death).size(), 1U);
    EXPECT_EQ(ofType(RecordType::Death)[0].fields.text(death::kDiedOn), "2026-11-19");
    for (const auto& registered : ofType(RecordType::Registration)) {
        EXPECT_EQ(registered.fields.text(registration::kDied),
                  registered.home == assessor().me.agency ? "2026-11-19" : "");
    }
    EXPECT_EQ(here(visit).fields.text(appointment::kState), "stopped");
    EXPECT_EQ(page().sheet.checklist[0].task->fields.text(action::kState), "cancelled");
    EXPECT_TRUE(must(desk().reviewsDue()).empty());
    EXPECT_TRUE(page().steps.empty());
}

TEST_F(PlacementsStory, ADeathThatAnotherAgencyRecordedStopsReviewsHereToo) {
    EXPECT_EQ(must(desk().reviewsDue()).size(), 1U);
    Record died = sampleMembership(world.ids(), "community_trust", edith, "", "");
    died.type = RecordType::Death;
    died.category = Category::Identity;
    died.fields = {};
    died.fields.put(death::kDiedOn, "2026-11-19"s);
    died.fields.put(death::kState, "recorded"s);
    assessor().store.hold(died);
    EXPECT_TRUE(must(desk().reviewsDue()).empty());
    const auto board = must(desk().board());
    ASSERT_EQ(board.size(), 1U);
    EXPECT_TRUE(board[0].card.hasDied);
    EXPECT_FALSE(care::isOverdue(board[0].card));
    EXPECT_EQ(page().steps, std::vector{care::PlacementStep::End}) << "it is still to be said how it ended";
    EXPECT_EQ(refused(desk().askFor(arthur, {})), ErrorCode::NotFound);
}

TEST_F(PlacementsStory, ADeathOnAFormStopsVisitsAndOneTakenBackGivesTheRegisterBack) {
    const auto visit = plansAVisit();
    const auto died = writes(RecordType::Death, [](FieldSet& f) { f.put(death::kDiedOn, "2026-11-19"s); });
    EXPECT_EQ(here(visit).fields.text(appointment::kState), "stopped");
    EXPECT_TRUE(must(Deaths(assessor().workplace()).everybody()).contains(edith));
    CareRecords care{assessor().workplace()};
    const auto seen = must(care.open(died)).record;
    Record after = seen;
    after.fields.put(death::kState, "entered-in-error"s);
    after.fields.put(death::kErrorReason, "Another Edith"s);
    after.fields.put(death::kErrorBy, assessor().me.worker);
    (void)must(care.save(seen, after));
    EXPECT_TRUE(must(Deaths(assessor().workplace()).everybody()).empty());
    EXPECT_EQ(here(visit).fields.text(appointment::kState), "stopped") << "whoever planned it plans it again";
}

TEST_F(PlacementsStory, TheBoardHasWhatIsOpenAndWhatEndedLast) {
    const auto second = places("2026-09-01");
    must(desk().end(second, {"returned-home", "2026-11-18", "met", ""}));
    must(desk().moveDate(arthur, "2026-11-27", "staff-short", ""));
    const auto board = must(desk().board());
    ASSERT_EQ(board.size(), 2U);
    EXPECT_EQ(board[0].card.id, arthur);
    EXPECT_EQ(board[0].card.slips, 1);
    EXPECT_EQ(board[0].card.slipBecause, "staff-short");
    EXPECT_EQ(board[1].card.stage, "ended");
    EXPECT_FALSE(board[0].person.familyName.empty());
}

} // namespace
} // namespace frontsheet
