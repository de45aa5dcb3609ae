#include "core/usecases/placements.h"

#include "core/domain/calendar.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::size_t kOpenPlacements = 5000; // of one officer: a bound against a broken store, not a page

} // namespace

Result<std::vector<ReviewDue>> Placements::reviewsDue() {
    FS_ASSIGN(const auto open, m_work.reader.worklist(Worklist::ReviewsDue, m_work.me.worker.str(), kOpenPlacements));
    std::vector<PersonId> persons;
    for (const auto& working : open) {
        persons.push_back(working.record.person);
    }
    FS_ASSIGN(auto rows, m_work.reader.personRows(persons));
    const auto date = today(m_work);
    std::vector<ReviewDue> due;
    for (std::size_t at = 0; at < open.size(); ++at) {
        ReviewDue review;
        review.person = std::move(rows[at]);
        review.placement = placementOf(open[at].record);
        review.daysLeft = daysBetween(date, review.placement.firstReviewDue).value_or(0);
        review.daysSinceDischarge = daysBetween(review.placement.dischargedOn, date).value_or(0);
        due.push_back(std::move(review));
    }
    std::stable_sort(due.begin(), due.end(),
                     [](const ReviewDue& a, const ReviewDue& b) { return a.daysLeft < b.daysLeft; });
    return due;
}

} // namespace frontsheet
