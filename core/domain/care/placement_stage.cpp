#include "core/domain/care/placement_stage.h"

#include "core/domain/calendar.h"
#include "core/domain/schema/placement.h"

#include <algorithm>

namespace frontsheet::care {

bool hasEnded(const Record& record) {
    const auto stage = record.fields.text(placement::kStage);
    if (!stage.empty()) {
        return stage == "ended";
    }
    const auto outcome = record.fields.text(placement::kOutcome);
    return outcome == "returned-home" || outcome == "moved" || outcome == "died";
}

std::string_view stageOf(const Record& record, std::string_view today) {
    const auto& f = record.fields;
    const auto stage = f.text(placement::kStage);
    const bool early = stage.empty() || stage == "placed";
    if (hasEnded(record)) {
        return "ended";
    }
    if (!early) {
        return stage;
    }
    if (!f.text(placement::kOutcomeOn).empty()) {
        return "settled"; // a review found them still there
    }
    const auto days = daysBetween(today, f.text(placement::kFirstReviewDue));
    return days && *days <= kFirstReviewInSight ? "first-review" : "placed";
}

// An outcome with its date was said at a review, or ended the placement: either way the first review has been.
std::string_view reviewDueOn(const Record& record) {
    const auto& f = record.fields;
    if (hasEnded(record)) {
        return {};
    }
    const auto next = f.text(placement::kNextReviewDue);
    return !next.empty() ? next : f.text(placement::kOutcomeOn).empty() ? f.text(placement::kFirstReviewDue) : next;
}

} // namespace frontsheet::care
