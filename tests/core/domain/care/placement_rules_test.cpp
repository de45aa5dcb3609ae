// Placements, reviews, the way home, conferences.
#include "core/domain/schema/conference.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "tests/core/domain/care/care_fixture.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;

class PlacementRules : public CareFixture {
protected:
    [[nodiscard]] Record placed() {
        return writes(reviewer, RecordType::Placement, [&](FieldSet& f) {
            f.put(placement::kPlacedAt, "Mallow Court"s);
            f.put(placement::kDischargedOn, "2026-10-19"s);
            f.put(placement::kReviewingOfficer, reviewer.worker);
            f.put(placement::kStage, "placed"s);
        });
    }
    [[nodiscard]] Record review() {
        return writes(reviewer, RecordType::PlacementReview, [&](FieldSet& f) {
            f.put(placement_review::kPlacement, ids.timeOrdered<RecordId>(now));
            f.put(placement_review::kDue, "2026-11-30"s);
            f.put(placement_review::kState, "due"s);
        });
    }
    [[nodiscard]] Record conference() {
        return writes(reviewer, RecordType::Conference, [&](FieldSet& f) {
            f.put(conference::kAbout, "Where Arthur lives"s);
            f.put(conference::kStartsAt, now);
            f.put(conference::kChair, reviewer.worker);
            f.put(conference::kState, "planned"s);
        });
    }
};

TEST_F(PlacementRules, NothingComesBeforeTheDischarge) {
    const auto record = placed();
    EXPECT_EQ(refusedChange(reviewer, record, [](FieldSet& f) { f.put(placement::kFirstReviewDue, "2026-10-01"s); }),
              ErrorCode::ImpossibleDate);
    EXPECT_EQ(refusedChange(reviewer, record, [](FieldSet& f) { f.put(placement::kNextReviewDue, "2026-10-18"s); }),
              ErrorCode::ImpossibleDate);
    EXPECT_EQ(changed(reviewer, record, [](FieldSet& f) { f.put(placement::kFirstReviewDue, "2026-10-19"s); })
                  .fields.text(placement::kFirstReviewDue),
              "2026-10-19");
}

TEST_F(PlacementRules, ATrialHasAnEndAndAnEndHasAnOutcome) {
    const auto record = placed();
    EXPECT_EQ(refusedChange(reviewer, record, [](FieldSet& f) { f.put(placement::kStage, "trial-at-home"s); }),
              ErrorCode::Missing);
    EXPECT_EQ(refusedChange(reviewer, record,
                            [](FieldSet& f) {
                                f.put(placement::kStage, "trial-at-home"s);
                                f.put(placement::kTrialFrom, "2026-11-28"s);
                                f.put(placement::kTrialUntil, "2026-11-20"s);
                            }),
              ErrorCode::ImpossibleDate);
    const auto trial = changed(reviewer, record, [](FieldSet& f) {
        f.put(placement::kStage, "trial-at-home"s);
        f.put(placement::kTrialFrom, "2026-11-20"s);
        f.put(placement::kTrialUntil, "2026-12-18"s);
    });
    EXPECT_EQ(refusedChange(reviewer, trial, [](FieldSet& f) { f.put(placement::kStage, "ended"s); }),
              ErrorCode::Missing);
    const auto comesHome = [](FieldSet& f) {
        f.put(placement::kStage, "ended"s);
        f.put(placement::kOutcome, "returned-home"s);
        f.put(placement::kOutcomeOn, "2026-12-18"s);
    };
    EXPECT_EQ(refusedChange(reviewer, trial, comesHome), ErrorCode::ImpossibleDate) << "that day is still to come";
    now = kFridayMorning + std::chrono::days{28};
    const auto home = changed(reviewer, trial, comesHome);
    EXPECT_EQ(refusedChange(reviewer, home, [](FieldSet& f) { f.put(placement::kStage, "placed"s); }),
              ErrorCode::WrongState);
}

TEST_F(PlacementRules, ThereIsOneReviewingOfficerAndAnotherIsAskedFirst) {
    const auto record = placed();
    EXPECT_EQ(refusedChange(manager, record,
                            [&](FieldSet& f) { f.put(placement::kReviewingOfficer, colleagueAtCouncil.worker); }),
              ErrorCode::NotPermitted);
    const auto offered = changed(reviewer, record, [&](FieldSet& f) {
        f.put(placement::kOfficerOffered, colleagueAtCouncil.worker);
        f.put(placement::kOfficerOfferedBy, reviewer.worker);
        f.put(placement::kOfficerOfferedAt, now);
    });
    const auto taken = changed(colleagueAtCouncil, offered, [&](FieldSet& f) {
        f.put(placement::kReviewingOfficer, colleagueAtCouncil.worker);
        f.erase(placement::kOfficerOffered.tag);
        f.erase(placement::kOfficerOfferedBy.tag);
        f.erase(placement::kOfficerOfferedAt.tag);
    });
    EXPECT_EQ(taken.fields.get(placement::kReviewingOfficer), colleagueAtCouncil.worker);
}

TEST_F(PlacementRules, APlacementOfAnEarlierProgramGetsItsStageWhenSomebodyMovesIt) {
    const auto old = writes(reviewer, RecordType::Placement, [&](FieldSet& f) {
        f.put(placement::kPlacedAt, "Mallow Court"s);
        f.put(placement::kReviewingOfficer, reviewer.worker);
    });
    EXPECT_EQ(
        changed(reviewer, old, [](FieldSet& f) { f.put(placement::kPathway, "3"s); }).fields.text(placement::kStage),
        "");
    EXPECT_EQ(changed(reviewer, old, [](FieldSet& f) { f.put(placement::kStage, "towards-home"s); })
                  .fields.text(placement::kStage),
              "towards-home");
}

TEST_F(PlacementRules, AReviewBeginsWithWhatThePersonSaysOrWhyTheyCouldNot) {
    const auto held = [&](const char* words, const char* missing) {
        return [=, this](FieldSet& f) {
            f.put(placement_review::kState, "held"s);
            f.put(placement_review::kHeldOn, "2026-11-20"s);
            f.put(placement_review::kReviewer, reviewer.worker);
            f.put(placement_review::kConclusion, "towards-home"s);
            f.put(placement_review::kOwnWords, std::string{words});
            f.put(placement_review::kOwnWordsMissing, std::string{missing});
        };
    };
    EXPECT_EQ(refusedChange(reviewer, review(), held("", "")), ErrorCode::Missing);
    EXPECT_EQ(changed(reviewer, review(), held("Home to Colin's", "")).fields.text(placement_review::kState), "held");
    EXPECT_EQ(
        changed(reviewer, review(), held("", "Asleep; I come again on Monday")).fields.text(placement_review::kState),
        "held");
}

TEST_F(PlacementRules, AReviewOfADayToComeHasNotBeenHeld) {
    const auto held = [this](FieldSet& f) {
        f.put(placement_review::kState, "held"s);
        f.put(placement_review::kHeldOn, "2026-11-24"s);
        f.put(placement_review::kReviewer, reviewer.worker);
        f.put(placement_review::kConclusion, "settled"s);
        f.put(placement_review::kOwnWords, "Home."s);
    };
    EXPECT_EQ(refusedChange(reviewer, review(), held), ErrorCode::ImpossibleDate);
}

TEST_F(PlacementRules, WhatSlippedIsToldOnce) {
    const auto slips = [&](const char* from, const char* to) {
        return [=, this](FieldSet& f) {
            f.put(slippage::kPlacement, ids.timeOrdered<RecordId>(now));
            f.put(slippage::kFrom, std::string{from});
            f.put(slippage::kTo, std::string{to});
            f.put(slippage::kBecause, "no-transport"s);
        };
    };
    EXPECT_EQ(refusedTo(reviewer, RecordType::Slippage, slips("2026-11-20", "2026-11-20")), ErrorCode::ImpossibleDate);
    const auto slipped = writes(reviewer, RecordType::Slippage, slips("2026-11-20", "2026-11-27"));
    EXPECT_EQ(refusedChange(reviewer, slipped, [](FieldSet& f) { f.put(slippage::kBecause, "other"s); }),
              ErrorCode::Immutable);
}

TEST_F(PlacementRules, AnybodyOnTheTeamSaysThatAThingIsReadyInTheirOwnName) {
    const auto item = writes(reviewer, RecordType::ChecklistItem, [&](FieldSet& f) {
        f.put(checklist_item::kPlacement, ids.timeOrdered<RecordId>(now));
        f.put(checklist_item::kItem, "heating"s);
        f.put(checklist_item::kState, "open"s);
    });
    const auto ready = [&](const Principal& says) {
        return [&](FieldSet& f) {
            f.put(checklist_item::kState, "ready"s);
            f.put(checklist_item::kSaidBy, says.worker);
            f.put(checklist_item::kSaidByAgency, says.agency);
            f.put(checklist_item::kReadyOn, "2026-11-20"s);
        };
    };
    EXPECT_EQ(refusedChange(officer, item, ready(reviewer)), ErrorCode::NotPermitted);
    EXPECT_EQ(changed(officer, item, ready(officer)).fields.text(checklist_item::kState), "ready");
    EXPECT_EQ(refusedChange(officer, item, [](FieldSet& f) { f.put(checklist_item::kState, "not-needed"s); }),
              ErrorCode::NotPermitted)
        << "what is not needed the reviewing officer's agency says";
}

TEST_F(PlacementRules, AConferenceWithoutThePersonSaysWhy) {
    const auto held = [&](const char* there, const char* because) {
        return [=](FieldSet& f) {
            f.put(conference::kState, "held"s);
            f.put(conference::kHeldOn, "2026-11-20"s);
            f.put(conference::kPersonThere, std::string{there});
            f.put(conference::kPersonAbsentBecause, std::string{because});
        };
    };
    EXPECT_EQ(refusedChange(reviewer, conference(), held("not-invited", "")), ErrorCode::Missing);
    EXPECT_EQ(refusedChange(reviewer, conference(), held("", "")), ErrorCode::Missing);
    EXPECT_EQ(changed(reviewer, conference(), held("there", "")).fields.text(conference::kState), "held");
}

TEST_F(PlacementRules, WhoIsAskedToAConferenceAnswersAndTheConvenerSaysWhoCame) {
    const auto asked = writes(reviewer, RecordType::Invitation, [&](FieldSet& f) {
        f.put(invitation::kConference, ids.timeOrdered<RecordId>(now));
        f.put(invitation::kAgency, nurse.agency);
        f.put(invitation::kWorker, nurse.worker);
        f.put(invitation::kAnswer, "asked"s);
    });
    const auto answers = [](const char* how) {
        return [=](FieldSet& f) { f.put(invitation::kAnswer, std::string{how}); };
    };
    EXPECT_EQ(refusedChange(colleague, asked, answers("coming")), ErrorCode::NotPermitted);
    const auto coming = changed(nurse, asked, answers("coming"));
    EXPECT_EQ(changed(nurse, coming, answers("cannot")).fields.text(invitation::kAnswer), "cannot");
    EXPECT_EQ(refusedChange(nurse, coming, [](FieldSet& f) { f.put(invitation::kAttended, "there"s); }),
              ErrorCode::NotPermitted);
    EXPECT_EQ(changed(reviewer, coming, [](FieldSet& f) { f.put(invitation::kAttended, "there"s); })
                  .fields.text(invitation::kAttended),
              "there");
    EXPECT_EQ(refusedTo(reviewer, RecordType::Invitation,
                        [&](FieldSet& f) {
                            f.put(invitation::kConference, ids.timeOrdered<RecordId>(now));
                            f.put(invitation::kAnswer, "asked"s);
                        }),
              ErrorCode::Missing)
        << "nobody in particular";
}

} // namespace
} // namespace frontsheet
