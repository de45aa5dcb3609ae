// A placement on its way: what may be done with it, what a review makes of it, when it is looked at, and getting ready for home.
#include "core/domain/calendar.h"
#include "core/domain/care/placement_moves.h"
#include "core/domain/care/placement_sheet.h"
#include "core/domain/care/placement_stage.h"
#include "core/domain/care/placement_steps.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/view.h"
#include "tests/core/domain/care/care_fixture.h"

#include <algorithm>

namespace frontsheet {
namespace {

using namespace std::string_literals;
using care::PlacementStep;
using care::ScheduledReview;

class PlacementPath : public CareFixture {
protected:
    [[nodiscard]] Record placed(const std::string& wish = {}) {
        return writes(reviewer, RecordType::Placement, [&](FieldSet& f) {
            f.put(placement::kPlacedAt, "Mallow Court"s);
            f.put(placement::kDischargedOn, "2026-10-19"s);
            f.put(placement::kFirstReviewDue, "2026-11-17"s);
            f.put(placement::kReviewingOfficer, reviewer.worker);
            f.put(placement::kStage, "placed"s);
            f.put(placement::kOwnWish, wish);
        });
    }
    // Written on the day on which it was held.
    [[nodiscard]] Record review(const Record& of, const std::string& on, const std::string& concluded,
                                const std::string& next, const std::string& words = "Home by apple time.") {
        now = kFridayMorning + std::chrono::days{*daysBetween("2026-11-20", on)};
        return writes(reviewer, RecordType::PlacementReview, [&](FieldSet& f) {
            f.put(placement_review::kPlacement, of.id);
            f.put(placement_review::kDue, "2026-11-17"s);
            f.put(placement_review::kState, "held"s);
            f.put(placement_review::kHeldOn, on);
            f.put(placement_review::kReviewer, reviewer.worker);
            f.put(placement_review::kOwnWords, words);
            f.put(placement_review::kConclusion, concluded);
            f.put(placement_review::kNextDue, next);
        });
    }
    // As its home takes it.
    [[nodiscard]] Record reviewed(const Record& before, const Record& review) {
        return changed(reviewer, before, [&](FieldSet& f) {
            Record after = before;
            care::takeReview(after, review);
            f = after.fields;
        });
    }
    [[nodiscard]] Record item(const Record& of, const std::string& what, const std::string& state = "open") {
        Record made;
        made.id = ids.timeOrdered<RecordId>(now);
        made.type = RecordType::ChecklistItem;
        made.fields.put(checklist_item::kPlacement, of.id);
        made.fields.put(checklist_item::kItem, what);
        made.fields.put(checklist_item::kState, state);
        return made;
    }
    static constexpr const char* kToday = "2026-11-20";
};

TEST_F(PlacementPath, AReviewMovesThePlacementToWhatItConcluded) {
    const auto record = placed();
    EXPECT_EQ(care::stageOf(record, kToday), "first-review");
    const auto towards = reviewed(record, review(record, "2026-11-20", "towards-home", "2027-01-18"));
    EXPECT_EQ(care::stageOf(towards, kToday), "towards-home");
    EXPECT_EQ(care::reviewDueOn(towards), "2027-01-18");
    const auto settled = reviewed(towards, review(record, "2027-01-18", "settled", "2027-04-19"));
    EXPECT_EQ(care::stageOf(settled, "2027-01-19"), "settled");
}

TEST_F(PlacementPath, ATrialThatAReviewConcludedIsReviewedOnTheDayItEnds) {
    const auto record = placed();
    const auto trial = reviewed(record, review(record, "2026-11-20", "trial-at-home", "2026-12-18"));
    EXPECT_EQ(trial.fields.text(placement::kTrialFrom), "2026-11-20");
    EXPECT_EQ(trial.fields.text(placement::kTrialUntil), "2026-12-18");
    EXPECT_EQ(care::reviewDueOn(trial), "2026-12-18");
    const auto card = care::placementCard(trial, {}, "2026-11-28");
    EXPECT_EQ(card.where, care::Whereabouts::OwnHome);
    EXPECT_EQ(card.trialDay, 9);
    EXPECT_EQ(card.trialDays, 28);
    const auto back = reviewed(trial, review(record, "2026-12-18", "settled", "2027-01-18"));
    EXPECT_TRUE(back.fields.text(placement::kTrialUntil).empty()) << "the trial is over";
}

TEST_F(PlacementPath, ATrialThatGoesOnCountsFromWhenItBegan) {
    const auto record = placed();
    const auto trial = reviewed(record, review(record, "2026-11-20", "trial-at-home", "2026-12-18"));
    const auto longer = reviewed(trial, review(record, "2026-12-18", "trial-at-home", "2027-01-15"));
    EXPECT_EQ(care::placementCard(longer, {}, "2026-12-19").trialDay, 30);
    EXPECT_EQ(care::reviewDueOn(longer), "2027-01-15");
    const auto back = reviewed(longer, review(record, "2027-01-15", "towards-home", "2027-03-15"));
    const auto again = reviewed(back, review(record, "2027-03-15", "trial-at-home", "2027-04-12"));
    EXPECT_EQ(again.fields.text(placement::kTrialFrom), "2027-03-15") << "another trial";
}

TEST_F(PlacementPath, ATrialSetDownByMistakeIsTakenBack) {
    auto record = placed();
    care::beginTrial(record, "2026-11-20", "2026-12-18");
    EXPECT_EQ(care::stepsFrom(record, kToday, care::Alive::Yes).back(), PlacementStep::TakeTrialBack);
    const auto back = changed(reviewer, record, [&](FieldSet& f) {
        Record after = record;
        care::takeTrialBack(after, "2027-01-18");
        f = after.fields;
    });
    EXPECT_EQ(care::stageOf(back, kToday), "towards-home");
    EXPECT_EQ(care::placementCard(back, {}, kToday).trialDays, 0);
    EXPECT_EQ(care::reviewDueOn(back), "2027-01-18");
    const auto steps = care::stepsFrom(back, kToday, care::Alive::Yes);
    EXPECT_EQ(std::count(steps.begin(), steps.end(), PlacementStep::TakeTrialBack), 0);
}

TEST_F(PlacementPath, GoingHomeForGoodEndsItOnTheDayOfTheReview) {
    const auto record = placed();
    const auto home = reviewed(record, review(record, "2026-11-20", "home", ""));
    EXPECT_TRUE(care::hasEnded(home));
    EXPECT_EQ(home.fields.text(placement::kOutcome), "returned-home");
    EXPECT_EQ(home.fields.text(placement::kOutcomeOn), "2026-11-20");
    EXPECT_TRUE(care::reviewDueOn(home).empty());
}

TEST_F(PlacementPath, WhatThePersonSaysAtTheFirstReviewIsTheirWishWhereNobodyHadAsked) {
    const auto unasked = placed();
    EXPECT_EQ(reviewed(unasked, review(unasked, "2026-11-20", "settled", "2027-01-18")).fields.get(placement::kOwnWish),
              "Home by apple time.");
    const auto asked = placed("Back to the boat club.");
    const auto held = review(asked, "2026-11-20", "settled", "2027-01-18");
    const auto after = reviewed(asked, held);
    EXPECT_EQ(after.fields.get(placement::kOwnWish), "Back to the boat club.")
        << "what they said at the discharge stays";
    EXPECT_EQ(care::placementCard(after, std::vector{held}, kToday).ownWords, "Home by apple time.")
        << "and what they said last is on the card";
}

TEST_F(PlacementPath, OnlyWhatTheRulesLetHappenIsOffered) {
    const auto record = placed();
    EXPECT_EQ(care::stepsFrom(record, kToday, care::Alive::Yes),
              (std::vector{PlacementStep::HoldReview, PlacementStep::MoveDate, PlacementStep::BeginTrial,
                           PlacementStep::End}));
    EXPECT_EQ(care::stepsFrom(record, kToday, care::Alive::No), std::vector{PlacementStep::End})
        << "after a death it is only said how it ended";
    EXPECT_EQ(care::stepsFrom(care::placementCard(record, {}, kToday)),
              care::stepsFrom(record, kToday, care::Alive::Yes))
        << "the board offers what the page does";
    auto trial = record;
    care::beginTrial(trial, "2026-11-20", "2026-12-18");
    const auto steps = care::stepsFrom(trial, kToday, care::Alive::Yes);
    EXPECT_EQ(std::count(steps.begin(), steps.end(), PlacementStep::BeginTrial), 0) << "one trial at a time";
    auto ended = record;
    care::endWith(ended, {"still-there", "2026-11-20", "against", "She gave in."});
    EXPECT_EQ(care::stepsFrom(ended, kToday, care::Alive::Yes), std::vector{PlacementStep::TakeUpAgain});
    const auto again =
        changed(reviewer, changed(reviewer, record, [&](FieldSet& f) { f = ended.fields; }), [&](FieldSet& f) {
            Record taken = ended;
            care::takeUpAgain(taken, "2027-01-18");
            f = taken.fields;
        });
    EXPECT_EQ(care::stageOf(again, kToday), "settled");
    care::endWith(ended, {"died", "2026-11-20", "", ""});
    EXPECT_TRUE(care::stepsFrom(ended, kToday, care::Alive::Yes).empty());
}

TEST_F(PlacementPath, ReviewsFallDueAtTheIntervalsTheAgencyHasSet) {
    EXPECT_EQ(care::reviewDays("91, 42,x,,182,42"), (std::vector{42, 91, 182}));
    EXPECT_EQ(care::reviewDays(""), (std::vector{42, 91, 182, 365}));
    auto record = placed();
    record.fields.put(placement::kIntervals, "28,91"s);
    EXPECT_EQ(care::nextReviewAfter(record, "2026-11-16"), "2027-01-18");
    EXPECT_EQ(care::nextReviewAfter(record, "2027-01-10"), "2028-01-10") << "after the last a year later";
    record.fields.put(placement::kIntervals, ""s);
    auto inNovember = record;
    inNovember.fields.put(placement::kDischargedOn, "2026-11-20"s);
    EXPECT_EQ(care::nextReviewAfter(inNovember, "2026-11-25"), "2026-12-31") << "six weeks end on New Year's Day";
    EXPECT_EQ(care::nextReviewAfter(inNovember, "2027-11-25"), "2028-11-24") << "a year later";
    const auto held = review(record, "2026-11-20", "towards-home", "2027-01-18");
    auto after = record;
    care::takeReview(after, held);
    const auto lines = care::reviewSchedule(after, std::vector{held}, "2027-01-20");
    ASSERT_EQ(lines.size(), 4U);
    EXPECT_EQ(lines[0].state, ScheduledReview::State::Held);
    EXPECT_EQ(lines[0].review, held.id);
    EXPECT_EQ(lines[1].state, ScheduledReview::State::Overdue);
    EXPECT_EQ(lines[2].due, "2027-04-19");
    EXPECT_EQ(lines[3].state, ScheduledReview::State::ToCome);
}

TEST_F(PlacementPath, OneThatNobodyLooksAtAgainIsOverdueUntilItIsSettled) {
    auto record = placed();
    record.fields.put(placement::kFirstReviewDue, ""s);
    const auto dateless = care::placementCard(record, {}, kToday);
    EXPECT_TRUE(care::lacksReviewDate(dateless));
    EXPECT_TRUE(care::isOverdue(dateless));
    const auto settled = reviewed(record, review(record, "2026-11-20", "settled", ""));
    EXPECT_FALSE(care::isOverdue(care::placementCard(settled, {}, kToday)));
    EXPECT_FALSE(care::lacksReviewDate(care::placementCard(placed(), {}, kToday)));
}

TEST_F(PlacementPath, ADateThatSlipsTakesTheEndOfTheTrialWithIt) {
    auto record = placed();
    care::beginTrial(record, "2026-11-20", "2026-12-18");
    care::moveDate(record, "2026-12-22");
    EXPECT_EQ(record.fields.text(placement::kTrialUntil), "2026-12-22");
    EXPECT_EQ(care::reviewDueOn(record), "2026-12-22");
    auto early = placed();
    care::moveDate(early, "2026-11-27");
    EXPECT_EQ(care::reviewDueOn(early), "2026-11-27");
    EXPECT_EQ(early.fields.text(placement::kFirstReviewDue), "2026-11-17") << "what was promised first stays";
    EXPECT_TRUE(early.fields.text(placement::kTrialUntil).empty());
}

TEST_F(PlacementPath, TheWayHomeSaysWhoIsToBeAskedAndCountsWhatIsReady) {
    const auto record = placed();
    auto heating = item(record, "heating", "asked");
    EXPECT_EQ(care::standingOf(heating, nullptr), care::ItemStands::Asked);
    auto task = action(colleagueAtCouncil);
    for (const auto& [state, stands] :
         {std::pair{"offered", care::ItemStands::Asked}, std::pair{"accepted", care::ItemStands::Taken},
          std::pair{"declined", care::ItemStands::Declined}, std::pair{"done", care::ItemStands::Reported}}) {
        task.fields.put(action::kState, std::string{state});
        EXPECT_EQ(care::standingOf(heating, &task), stands) << state;
    }
    EXPECT_FALSE(care::mayBeAsked(care::ItemStands::Taken));
    EXPECT_TRUE(care::mayBeAsked(care::ItemStands::Declined));
    const auto readiness =
        care::readinessOf(record.id, std::vector{heating, item(record, "keys", "ready"),
                                                 item(record, "food", "not-needed"), item(placed(), "keys", "ready")});
    EXPECT_EQ(readiness.ready, 2);
    EXPECT_EQ(readiness.of, 3) << "of this placement alone";
}

TEST_F(PlacementPath, TheEscortOfficerIsAskedForTheJourneyAndTheTherapistForTheEquipment) {
    std::vector<Record> records;
    const auto works = [&](const char* agency, const char* code, const char* name, const char* role) {
        Record r;
        r.id = ids.timeOrdered<RecordId>(now);
        r.type = RecordType::Worker;
        r.home = AgencyId{agency};
        r.fields.put(worker::kCode, WorkerId{code});
        r.fields.put(worker::kName, std::string{name});
        r.fields.put(worker::kRole, std::string{role});
        r.fields.put(worker::kAgency, AgencyId{agency});
        records.push_back(std::move(r));
    };
    works("community_trust", "W010", "Sandra Mills", "escort officer");
    works("community_trust", "W009", "Owen Pugh", "physiotherapist");
    works("council", "W008", "Grace Lim", "occupational therapist");
    works("housing", "W028", "Gary Stubbs", "housing officer");
    const Directory directory{records};
    const auto first = [&](std::string_view item) {
        const auto found = care::whoGetsReady(item, directory, AgencyId{"council"}, 3);
        return found.empty() ? std::string{} : found.front().name;
    };
    EXPECT_EQ(first("transport"), "Sandra Mills");
    EXPECT_EQ(first("equipment"), "Grace Lim");
    EXPECT_EQ(first("heating"), "Gary Stubbs");
    EXPECT_EQ(care::whoGetsReady("equipment", directory, AgencyId{"council"}, 1).size(), 1U);
    EXPECT_TRUE(care::whoGetsReady("other", directory, AgencyId{"council"}, 3).empty());
}

TEST_F(PlacementPath, ThePageShowsTheirWordsNewestFirstAndNothingTwice) {
    const auto before = placed();
    const auto first = review(before, "2026-11-02", "towards-home", "2027-01-18", "Nobody asked me.");
    const auto record = reviewed(before, first);
    const auto second = review(before, "2026-11-20", "towards-home", "2027-01-18", "My own bed, please.");
    const auto sheet = care::placementSheet(record, std::vector{first, second, record}, kToday);
    ASSERT_EQ(sheet.ownWords.size(), 2U) << "the wish that the first review brought is shown once";
    EXPECT_EQ(sheet.ownWords[0].words, "My own bed, please.");
    EXPECT_EQ(sheet.ownWords[1].words, "Nobody asked me.");
    EXPECT_EQ(sheet.reviews.front().id, second.id);
}

TEST_F(PlacementPath, WhatTheySaidForAConferenceSinceTheirDischargeIsWhatTheyWant) {
    auto record = placed();
    record.fields.erase(placement::kOwnWish.tag);
    const auto said = [&](const char* about, const char* on) {
        Record view;
        view.id = ids.timeOrdered<RecordId>(now);
        view.type = RecordType::View;
        view.fields.put(view::kState, "said"s);
        view.fields.put(view::kWhose, "person"s);
        view.fields.put(view::kSaid, "I live with Len."s);
        view.fields.put(view::kAbout, std::string{about});
        view.fields.put(view::kSaidOn, std::string{on});
        return view;
    };
    const auto asked = [&](const Record& view) {
        return !care::placementSheet(record, std::vector{record, view}, kToday).ownWords.empty();
    };
    const auto discharged = record.fields.get(placement::kDischargedOn);
    EXPECT_TRUE(asked(said("conference", discharged.c_str())));
    EXPECT_FALSE(asked(said("conference", "2020-01-01"))) << "of another time";
    EXPECT_FALSE(asked(said("food", discharged.c_str()))) << "of something else";
    EXPECT_TRUE(asked(said("where-to-live", "2020-01-01")));
}

TEST_F(PlacementPath, AfterADeathNothingIsDueAndNothingIsOverdue) {
    const auto record = placed();
    Record died;
    died.type = RecordType::Registration;
    died.fields.put(registration::kDied, "2026-11-19"s);
    const auto alive = care::placementSheet(record, std::vector{record}, kToday);
    EXPECT_TRUE(care::isOverdue(alive.card));
    const auto sheet = care::placementSheet(record, std::vector{record, died}, kToday);
    EXPECT_FALSE(care::isOverdue(sheet.card));
    EXPECT_TRUE(sheet.schedule.empty());
    ASSERT_TRUE(sheet.died);
    EXPECT_EQ(sheet.died->on, "2026-11-19");
}

TEST_F(PlacementPath, WhatIsOverdueStandsInFront) {
    const auto card = [](const char* due, const char* discharged, const char* stage = "settled") {
        care::PlacementCard out;
        out.reviewDue = due;
        out.dischargedOn = discharged;
        out.stage = stage;
        return out;
    };
    std::vector cards{card("", "2026-01-01"), card("2026-12-01", "2026-10-01"), card("2026-11-01", "2026-10-02"),
                      card("", "2025-01-01", "ended")};
    std::sort(cards.begin(), cards.end(), care::comesBefore);
    EXPECT_EQ(cards[0].reviewDue, "2026-11-01");
    EXPECT_EQ(cards[1].reviewDue, "2026-12-01");
    EXPECT_EQ(cards[2].dischargedOn, "2026-01-01");
    EXPECT_EQ(cards[3].stage, "ended");
}

} // namespace
} // namespace frontsheet
