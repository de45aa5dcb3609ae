#include "core/domain/care/placement_rules.h"

#include "core/domain/calendar.h"
#include "core/domain/care/holder.h"
#include "core/domain/change_checks.h"
#include "core/domain/referral_rules.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"

namespace frontsheet::care {

namespace {

namespace p = placement;

constexpr HeldDuty kOfficer{p::kReviewingOfficer, p::kOfficerOffered, p::kOfficerOfferedBy, p::kOfficerOfferedAt};

Result<void> notBefore(const FieldSet& fields, const TextField& earlier, const TextField& later) {
    const auto days = daysBetween(fields.text(earlier), fields.text(later));
    return days && *days < 0 ? impossible(later) : ok();
}

} // namespace

std::optional<NotThatDay> notThatDay(std::string_view discharged, std::string_view on, std::string_view today) {
    const auto since = daysBetween(discharged, on);
    if (since && *since < 0) {
        return NotThatDay::BeforeDischarge;
    }
    const auto ahead = daysBetween(today, on);
    return ahead && *ahead > 0 ? std::optional{NotThatDay::StillToCome} : std::nullopt;
}

Result<void> checkPlacement(const Change& c) {
    const auto& f = c.after.fields;
    for (const TextField& later : {p::kFirstReviewDue, p::kOutcomeOn, p::kTrialFrom, p::kNextReviewDue}) {
        if (c.before == nullptr || changes(c, later) || changes(c, p::kDischargedOn)) {
            FS_TRY(notBefore(f, p::kDischargedOn, later));
        }
    }
    FS_TRY(notBefore(f, p::kTrialFrom, p::kTrialUntil));
    if ((c.before == nullptr || changes(c, p::kOutcomeOn)) && isAhead(f.text(p::kOutcomeOn), c.now)) {
        return impossible(p::kOutcomeOn);
    }
    const auto stage = f.text(p::kStage);
    if (stage == "trial-at-home" && f.text(p::kTrialUntil).empty()) {
        return missing(p::kTrialUntil); // a trial without an end is no trial
    }
    if (stage == "ended" && f.text(p::kOutcome).empty()) {
        return missing(p::kOutcome);
    }
    return checkHeldDuty(c, kOfficer);
}

Result<void> checkPlacementReview(const Change& c) {
    namespace r = placement_review;
    const auto& f = c.after.fields;
    if (f.text(r::kState) == "held" && isBlank(f.text(r::kOwnWords)) && isBlank(f.text(r::kOwnWordsMissing))) {
        return missing(r::kOwnWords); // what the person says comes first, or why they could not be asked
    }
    if (isAhead(f.text(r::kHeldOn), c.now)) {
        return impossible(r::kHeldOn);
    }
    return c.before != nullptr && c.before->fields.text(r::kState) == "cancelled" && !changesOnly(c, {})
               ? Result<void>{ErrorCode::Immutable, "the review was cancelled"}
               : ok();
}

Result<void> checkSlippage(const Change& c) {
    const auto days = daysBetween(c.after.fields.text(slippage::kFrom), c.after.fields.text(slippage::kTo));
    if (days && *days <= 0) {
        return {ErrorCode::ImpossibleDate, "field " + std::string{slippage::kTo.name}};
    }
    return c.before == nullptr ? ok() : Result<void>{ErrorCode::Immutable, "what slipped is not told otherwise"};
}

Result<void> checkChecklistItem(const Change& c) {
    const auto& f = c.after.fields;
    if (f.text(checklist_item::kItem) == "other" && isBlank(f.text(checklist_item::kText))) {
        return missing(checklist_item::kText);
    }
    const bool says =
        c.before == nullptr ? !f.get(checklist_item::kSaidBy).empty() : changes(c, checklist_item::kSaidBy);
    const bool cleared = f.get(checklist_item::kSaidBy).empty();
    return !says || cleared || f.get(checklist_item::kSaidBy) == c.author.worker
               ? ok()
               : Result<void>{ErrorCode::NotPermitted, "field " + std::string{checklist_item::kSaidBy.name}};
}

} // namespace frontsheet::care
