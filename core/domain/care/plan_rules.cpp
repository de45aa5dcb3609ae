#include "core/domain/care/plan_rules.h"

#include "core/domain/calendar.h"
#include "core/domain/care/holder.h"
#include "core/domain/change_checks.h"
#include "core/domain/schema/care_plan.h"

namespace frontsheet::care {

namespace {

constexpr HeldDuty kCaseOwner{care_plan::kCaseOwner, care_plan::kOfferedTo, care_plan::kOfferedBy,
                              care_plan::kOfferedAt};

Result<void> within(const FieldSet& fields, const IntegerField& field, std::int64_t most) {
    const auto value = fields.get(field);
    return value < 0 ? misfit(field) : value > most ? tooLarge(field) : ok();
}

} // namespace

Result<void> checkCarePlan(const Change& c) {
    const auto& f = c.after.fields;
    // Whoever opens a plan holds it until somebody else says yes.
    if (c.before == nullptr && f.get(care_plan::kCaseOwner) != c.author.worker) {
        return {ErrorCode::NotPermitted, "who opens a plan is its case owner"};
    }
    FS_TRY(checkHeldDuty(c, kCaseOwner));
    const bool passedOn = !f.get(care_plan::kContinuedBy).isNull();
    if (passedOn && f.text(care_plan::kState) != "closed") {
        return {ErrorCode::WrongState, "a plan that is continued elsewhere is closed here"};
    }
    if (passedOn && f.get(care_plan::kContinuedOf).empty()) {
        return missing(care_plan::kContinuedOf);
    }
    if (c.before != nullptr && c.before->fields.text(care_plan::kState) == "closed" && !changesOnly(c, {})) {
        return {ErrorCode::Immutable, "the plan is closed"};
    }
    return isAhead(f.text(care_plan::kReviewedOn), c.now) ? impossible(care_plan::kReviewedOn) : ok();
}

Result<void> checkAction(const Change& c) {
    const auto& f = c.after.fields;
    if (c.before == nullptr) {
        const bool asks =
            f.get(action::kAskedBy) == c.author.worker && f.get(action::kAskedByAgency) == c.author.agency;
        return asks ? ok() : Result<void>{ErrorCode::NotPermitted, "an action is asked for by its author"};
    }
    const auto state = f.text(action::kState);
    const bool ended =
        c.before->fields.text(action::kState) == "done" || c.before->fields.text(action::kState) == "cancelled";
    if (ended) {
        return changesOnly(c, {}) ? ok() : Result<void>{ErrorCode::Immutable, "the action has ended"};
    }
    // Exactly one owner, who said yes: another is another offer.
    if ((changes(c, action::kOwner) || changes(c, action::kOwnerAgency)) && state != "offered") {
        return {ErrorCode::WrongState, "another owner is asked first"};
    }
    if (changes(c, action::kReport) && state != "done" && state != "accepted") {
        return {ErrorCode::WrongState, "a report comes from its owner"};
    }
    const bool asker = c.author.agency == f.get(action::kAskedByAgency) || c.author.agency == c.after.home;
    return asker || answersAlone(c) ? ok()
                                    : Result<void>{ErrorCode::NotPermitted, "what is asked is the asker's to change"};
}

Result<void> checkPackageLine(const Change& c) {
    namespace p = package_line;
    const auto& f = c.after.fields;
    FS_TRY(within(f, p::kVisitsAWeek, kMostVisitsAWeek));
    FS_TRY(within(f, p::kMinutesAVisit, kMostMinutesAVisit));
    FS_TRY(within(f, p::kWorkersAVisit, kMostWorkersAVisit));
    FS_TRY(within(f, p::kDeliveredMinutesAWeek, kMostMinutesAWeek));
    FS_TRY(within(f, p::kWeeklyCostPence, kMostPenceAWeek));
    std::int64_t shares = 0;
    bool anyShare = false;
    for (const IntegerField& share : {p::kCouncilPence, p::kNhsPence, p::kPersonPence, p::kOtherPence}) {
        FS_TRY(within(f, share, kMostPenceAWeek));
        anyShare = anyShare || f.find(share.tag) != nullptr;
        shares += f.get(share);
    }
    if (anyShare && shares != f.get(p::kWeeklyCostPence)) {
        return misfit(p::kWeeklyCostPence); // what the payers pay is not what it costs
    }
    const auto days = daysBetween(f.text(p::kStartsOn), f.text(p::kEndsOn));
    return days && *days < 0 ? Result<void>{ErrorCode::ImpossibleDate, "field " + std::string{p::kEndsOn.name}} : ok();
}

} // namespace frontsheet::care
