#include "core/domain/referral_course.h"

#include "core/domain/front_sheet.h"
#include "core/domain/schema/referral.h"

namespace frontsheet {

ReferralCourse courseOf(const Record& referral) {
    const auto& f = referral.fields;
    ReferralCourse course;
    course.waitsSince = f.get(referral::kWaitsSince);
    if (!course.waitsSince.isKnown()) {
        // Sent by an earlier program, or not at its home yet.
        const WallTime answered = f.get(referral::kAnsweredAt);
        const WallTime arrived = f.get(referral::kArrivedAt);
        course.waitsSince = answered.isKnown() ? answered : arrived.isKnown() ? arrived : f.get(referral::kSentAt);
    }
    course.stops = stopsBefore(f);
    course.passedOn = f.get(referral::kRedirects);
    course.passedOnBecause = f.get(referral::kRedirectedBecause);
    course.reopened = f.get(referral::kReopened);
    course.reopenedBecause = f.get(referral::kReopenedBecause);
    course.firstContactAt = f.get(referral::kFirstContactAt);
    course.outcomeReadBy = f.get(referral::kOutcomeReadBy);
    course.outcomeReadAt = f.get(referral::kOutcomeReadAt);
    course.suggestedService = f.get(referral::kSuggestedService);
    course.needCode = f.get(referral::kNeedCode);
    return course;
}

bool hasUnreadOutcome(const Record& referral) {
    const auto state = referralState(referral.fields.text(referral::kState));
    return (state == ReferralState::Completed || state == ReferralState::Declined) &&
           !referral.fields.get(referral::kOutcomeReadAt).isKnown();
}

bool isOpenLoop(const Record& referral) {
    const auto state = referralState(referral.fields.text(referral::kState));
    return !state || isOpen(*state) || hasUnreadOutcome(referral);
}

bool hasFallenToDuty(const Record& referral, WallTime now) {
    return referral.type == RecordType::Referral && !referral.fields.get(referral::kToWorker).empty() &&
           isOverdue(summarise(referral), now);
}

bool isPassedOnTooOften(const ReferralCourse& course) { return course.passedOn >= kPassedOnTooOften; }

} // namespace frontsheet
