// What a worker has said yes to and has to do, beside the visits of the day and the referrals, which have lists of their own. Not for the
// UI thread.
#pragma once

#include "core/domain/open_work.h"
#include "core/usecases/workplace.h"

#include <vector>

namespace frontsheet {

struct OwnedWork {
    OpenWork work;
    PersonRow person{};
    bool late = false; // it should have been done by now
};

struct OwnDay {
    std::vector<OwnedWork> toDo;      // actions that are theirs, and plans they lead that are to be looked at again
    std::vector<OwnedWork> cameBack;  // actions they asked for that somebody said no to: nobody has them
    std::vector<OwnedWork> notClosed; // visits of earlier days that nobody said anything of
    std::vector<OwnedWork> comingUp;  // visits of later days, the next in front
};

class OwnWork {
public:
    static constexpr int kPlanReviewInSight = 7; // days
    static constexpr std::size_t kMostComingUp = 30;

    explicit OwnWork(Workplace workplace) : m_work(workplace) {}

    // What falls due first in front. Of the dead no visit is to come; one that was planned before stays to be closed. StoreFailed.
    [[nodiscard]] Result<OwnDay> asOfToday();

private:
    [[nodiscard]] Result<void> describe(std::vector<OwnedWork>& works);
    Workplace m_work;
};

} // namespace frontsheet
