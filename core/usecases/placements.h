// The reviewing officer's list. Not for the UI thread.
#pragma once

#include "core/domain/front_sheet.h"
#include "core/domain/sharing/named_reader.h"
#include "core/usecases/workplace.h"

#include <vector>

namespace frontsheet {

struct ReviewDue {
    PersonRow person;
    PlacementSummary placement;
    int daysLeft = 0; // until the next review is due; negative: overdue
    int daysSinceDischarge = 0;
};

class Placements {
public:
    explicit Placements(Workplace workplace) : m_work(workplace) {}
    // Reviews still to be held by this worker, soonest first: the overdue stand in front, however old.
    [[nodiscard]] Result<std::vector<ReviewDue>> reviewsDue();
    // Who alone may read a placement of this agency's from now on; none: whoever may by the agreements.
    [[nodiscard]] Result<void> restrictTo(const RecordId& placement, const std::vector<sharing::NamedReader>& readers);

private:
    Workplace m_work;
};

} // namespace frontsheet
