#include "core/domain/care/placement_moves.h"
#include "core/domain/care/placement_stage.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"

#include <algorithm>

namespace frontsheet::care {

namespace {

namespace p = placement;
namespace r = placement_review;

bool mayBecome(std::string_view from, std::string_view to) {
    const auto arrows = machineOf(RecordType::Placement)->arrows;
    return std::any_of(arrows.begin(), arrows.end(),
                       [&](const Arrow& arrow) { return arrow.from == from && arrow.to == to; });
}

struct Standing {
    std::string_view stage;
    std::string_view outcome;
    bool reviewDue = false;
    Alive person = Alive::Yes;
};

std::vector<PlacementStep> stepsOf(const Standing& now) {
    if (now.stage == "ended") {
        const bool died = now.outcome == "died" || now.person == Alive::No;
        return !died && mayBecome("ended", "settled") ? std::vector{PlacementStep::TakeUpAgain}
                                                      : std::vector<PlacementStep>{};
    }
    if (now.person == Alive::No) {
        return {PlacementStep::End};
    }
    std::vector<PlacementStep> steps{PlacementStep::HoldReview};
    if (now.reviewDue) {
        steps.push_back(PlacementStep::MoveDate);
    }
    if (mayBecome(now.stage, "trial-at-home")) {
        steps.push_back(PlacementStep::BeginTrial);
    }
    steps.push_back(PlacementStep::End);
    if (now.stage == "trial-at-home" && mayBecome(now.stage, "towards-home")) {
        steps.push_back(PlacementStep::TakeTrialBack);
    }
    return steps;
}

void put(FieldSet& f, const TextField& field, std::string_view text) { f.put(field, std::string{text}); }

void endTrial(FieldSet& f) {
    put(f, p::kTrialFrom, {});
    put(f, p::kTrialUntil, {});
}

} // namespace

std::vector<PlacementStep> stepsFrom(const Record& placement, std::string_view today, Alive person) {
    return stepsOf(
        {stageOf(placement, today), placement.fields.text(p::kOutcome), !reviewDueOn(placement).empty(), person});
}

std::vector<PlacementStep> stepsFrom(const PlacementCard& card) {
    return stepsOf({card.stage, card.outcome, !card.reviewDue.empty(), card.hasDied ? Alive::No : Alive::Yes});
}

void takeReview(Record& placement, const Record& review) {
    auto& f = placement.fields;
    const auto held = review.fields.get(r::kHeldOn);
    const auto next = review.fields.get(r::kNextDue);
    const auto concluded = review.fields.text(r::kConclusion);
    if (f.text(p::kOwnWish).empty() && !review.fields.text(r::kOwnWords).empty()) {
        f.put(p::kOwnWish, review.fields.get(r::kOwnWords));
        f.put(p::kWishAskedOn, held);
    }
    f.put(p::kNextReviewDue, next);
    if (concluded == "trial-at-home") {
        // One that goes on is the same trial, and counts its days from when it began.
        const auto began = f.get(p::kTrialFrom);
        beginTrial(placement, f.text(p::kStage) == "trial-at-home" && !began.empty() ? began : held, next);
    } else if (concluded == "home") {
        endWith(placement, Outcome{"returned-home", held, "", ""});
    } else if (concluded == "move") {
        endWith(placement, Outcome{"moved", held, "", ""});
    } else {
        endTrial(f);
        put(f, p::kStage, concluded == "towards-home" ? "towards-home" : "settled");
    }
}

void beginTrial(Record& placement, std::string_view from, std::string_view until) {
    auto& f = placement.fields;
    put(f, p::kStage, "trial-at-home");
    put(f, p::kTrialFrom, from);
    put(f, p::kTrialUntil, until);
    put(f, p::kNextReviewDue, until);
}

void endWith(Record& placement, const Outcome& outcome) {
    auto& f = placement.fields;
    put(f, p::kStage, "ended");
    f.put(p::kOutcome, outcome.code);
    f.put(p::kOutcomeOn, outcome.on);
    f.put(p::kOutcomeWish, outcome.wish);
    f.put(p::kOutcomeWords, outcome.words);
    put(f, p::kNextReviewDue, {});
}

void takeUpAgain(Record& placement, std::string_view nextReview) {
    auto& f = placement.fields;
    put(f, p::kStage, "settled");
    put(f, p::kOutcome, {});
    put(f, p::kOutcomeOn, {});
    put(f, p::kOutcomeWish, {});
    put(f, p::kOutcomeWords, {});
    endTrial(f);
    put(f, p::kNextReviewDue, nextReview);
}

void takeTrialBack(Record& placement, std::string_view nextReview) {
    auto& f = placement.fields;
    put(f, p::kStage, "towards-home");
    endTrial(f);
    put(f, p::kNextReviewDue, nextReview);
}

void moveDate(Record& placement, std::string_view to) {
    auto& f = placement.fields;
    if (!f.text(p::kTrialUntil).empty() && f.text(p::kTrialUntil) == reviewDueOn(placement)) {
        put(f, p::kTrialUntil, to);
    }
    put(f, p::kNextReviewDue, to);
}

} // namespace frontsheet::care
