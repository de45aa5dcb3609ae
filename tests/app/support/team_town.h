// Moira Grant's team at the council on a Tuesday: placements and plans, what nobody has, what is late, who is away, and a referral to each side.
#pragma once

#include "tests/app/support/placements_town.h"

namespace frontsheet::testing {

struct TeamTown {
    explicit TeamTown(Kitley& kitley);
    [[nodiscard]] static Principal manager(); // Moira Grant
    // The directory names her on duty.
    void putOnDuty();
    // Colleagues offer this to the nurse of Kitley, who has a visit to take over and an action.
    void askTheNurse();

    RecordId arthursPlan;    // Ruth Okafor's
    RecordId orderedRails;   // an action of Ruth's, two days late
    RecordId unownedPlan;    // its case owner has left
    RecordId deskReferral;   // from Harbour Health, nobody is named on it
    RecordId takenReferral;  // from Harbour Health; Ruth has taken it
    RecordId fallenReferral; // from Harbour Health to Ruth, who has not answered in time
    RecordId visit;          // Ruth's, the day after tomorrow
    RecordId asked;          // a placement's reviewing officer: Tom Adeyemi is asked
    RecordId nursesVisit;    // offered to the nurse

private:
    template <class Fill>
    RecordId hold(RecordType type, const char* home, const PersonId& person, int daysAgo, Fill fill);
    Kitley& m_kitley;
    PlacementsTown m_placements;
};

} // namespace frontsheet::testing
