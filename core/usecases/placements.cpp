#include "core/usecases/placements.h"

#include "core/domain/calendar.h"
#include "core/domain/schema/placement.h"

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
        review.daysLeft = daysBetween(date, review.placement.reviewDue).value_or(0);
        review.daysSinceDischarge = daysBetween(review.placement.dischargedOn, date).value_or(0);
        due.push_back(std::move(review));
    }
    std::stable_sort(due.begin(), due.end(),
                     [](const ReviewDue& a, const ReviewDue& b) { return a.daysLeft < b.daysLeft; });
    return due;
}

Result<void> Placements::restrictTo(const RecordId& id, const std::vector<sharing::NamedReader>& readers) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::Placement) {
        return {ErrorCode::NotFound, "placement"};
    }
    Record after = found->record;
    sharing::putReaders(after.fields, placement::kReaders, readers);
    if (after.fields == found->record.fields) {
        return ok();
    }
    FS_ASSIGN(auto intent, intentFor(m_work, found->record, after));
    return m_work.writer.save({intent});
}

} // namespace frontsheet
