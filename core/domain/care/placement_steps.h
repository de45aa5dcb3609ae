// What moves a placement from one stage to the next: a review that was held, a trial that begins, an outcome. A stage is never set by
// itself: the record that causes it is written with it. Pure.
#pragma once

#include "core/domain/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::care {

enum class PlacementStep : std::uint8_t {
    HoldReview, // with what the person says first
    MoveDate,   // of the review that is due: it slips, with a reason
    BeginTrial,
    End,           // with an outcome
    TakeUpAgain,   // it was ended too early
    TakeTrialBack, // it was set down by mistake: they are where they were placed
};

enum class Alive : std::uint8_t { Yes, No };

// What may be done with it as it stands, in the order in which it is offered. After a death: to say how it ended, and nothing else.
[[nodiscard]] std::vector<PlacementStep> stepsFrom(const Record& placement, std::string_view today, Alive person);

// What a held review makes of its placement: the stage that was concluded, the date of the next, and the person's own wish where nobody
// had asked before. A conclusion that ends it ends it on the day of the review. `review`: held, and of this placement.
void takeReview(Record& placement, const Record& review);
// From and until: ISO dates. The day it ends is the day of the next review.
void beginTrial(Record& placement, std::string_view from, std::string_view until);

struct Outcome {
    std::string code; // still-there returned-home moved hospital died
    std::string on;   // ISO
    std::string wish; // met partly-met against not-known; empty: not said
    std::string words;
};
void endWith(Record& placement, const Outcome& outcome);
// Settled, with no outcome, until a review says otherwise.
void takeUpAgain(Record& placement, std::string_view nextReview);
// Working towards home, with no trial, wherever it stood before.
void takeTrialBack(Record& placement, std::string_view nextReview);
// The review that is due, and the end of a trial that falls on the same day.
void moveDate(Record& placement, std::string_view to);

} // namespace frontsheet::care
