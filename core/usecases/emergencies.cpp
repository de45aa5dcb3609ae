#include "core/usecases/emergencies.h"

#include "core/domain/emergency_access.h"
#include "core/domain/schema/emergency_access.h"

namespace frontsheet {

EmergencyRow emergencyRow(const Record& access, const Principal& me, WallTime now) {
    const auto& f = access.fields;
    EmergencyRow row;
    row.access = access.id;
    row.home = access.home;
    row.person = access.person;
    row.agency = f.get(emergency_access::kAgency);
    row.worker = f.get(emergency_access::kWorker);
    row.role = f.get(emergency_access::kRole);
    row.reason = f.get(emergency_access::kReason);
    row.openedAt = f.get(emergency_access::kOpenedAt);
    row.until = endOf(access);
    row.isOpen = now < row.until;
    row.isMine = row.agency == me.agency && row.worker == me.worker;
    row.review = f.get(emergency_access::kReview);
    row.reviewedBy = f.get(emergency_access::kReviewedBy);
    row.reviewedAt = f.get(emergency_access::kReviewedAt);
    row.reviewWords = f.get(emergency_access::kReviewWords);
    return row;
}

Result<std::vector<EmergencyRow>> Emergencies::toReview(std::size_t limit) {
    FS_ASSIGN(const auto waiting, m_work.reader.worklist(Worklist::EmergenciesToReview, m_work.me.agency.str(), limit));
    std::vector<PersonId> persons;
    std::vector<EmergencyRow> rows;
    for (const auto& working : waiting) {
        rows.push_back(emergencyRow(working.record, m_work.me, m_work.clock.now()));
        persons.push_back(working.record.person);
    }
    FS_ASSIGN(const auto names, spokenNames(m_work.reader, std::move(persons)));
    for (auto& row : rows) {
        const auto found = names.find(row.person);
        row.personName = found == names.end() ? std::string{} : found->second;
    }
    return rows;
}

} // namespace frontsheet
