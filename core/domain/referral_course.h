// The course a referral has taken beside its state: where it was, whether the person has been met, whether the feedback has reached who
// asked. Pure.
#pragma once

#include "core/domain/referral_machine.h"
#include "core/domain/referral_passing.h"

#include <string>
#include <vector>

namespace frontsheet {

struct ReferralCourse {
    WallTime waitsSince;             // for whom its state waits; sent by this device alone: since it was written
    std::vector<ReferralStop> stops; // before it came where it is
    std::int64_t passedOn = 0;
    std::string passedOnBecause;
    std::int64_t reopened = 0;
    std::string reopenedBecause;
    WallTime firstContactAt;
    WorkerId outcomeReadBy;
    WallTime outcomeReadAt;
    ServiceId suggestedService; // with a decline
    std::string needCode;
};

[[nodiscard]] ReferralCourse courseOf(const Record& referral);
// It has ended with words for who asked, and nobody there has read them: the loop is open still.
[[nodiscard]] bool hasUnreadOutcome(const Record& referral);
// Somebody is waited for still, or the words have reached nobody: an open loop of the sender's agency. A state of a newer program is open.
[[nodiscard]] bool isOpenLoop(const Record& referral);
// Nobody answered in the time promised: besides the worker it names, whoever is on duty at its receiver may answer it now. With
// nobody named it is everybody's at that desk from the first.
[[nodiscard]] bool hasFallenToDuty(const Record& referral, WallTime now);
[[nodiscard]] bool isPassedOnTooOften(const ReferralCourse& course);

} // namespace frontsheet
