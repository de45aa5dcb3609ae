#include "core/domain/concern.h"

#include "core/domain/decision.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/referral.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace frontsheet {

bool isConcern(const Record& record) {
    return record.type == RecordType::Referral && record.category == Category::Safeguarding;
}

bool isOwnConcern(const Principal& worker, const Record& record) {
    if (worker.agency.empty() || worker.worker.empty() || record.home != worker.agency) {
        return false;
    }
    if (record.type == RecordType::ReferralMessage && record.category == Category::Safeguarding) {
        const bool told = record.fields.get(referral_message::kToAgency) == worker.agency &&
                          record.fields.get(referral_message::kToWorker) == worker.worker;
        return isAuthorOf(worker, record) || told;
    }
    return isConcern(record) && record.fields.get(referral::kFromWorker) == worker.worker;
}

bool isAddressedToPoint(const Record& concern, const Record& contactPoint) {
    if (!isConcern(concern) || contactPoint.type != RecordType::ContactPoint) {
        return false;
    }
    const auto& to = concern.fields;
    const auto& point = contactPoint.fields;
    return point.text(contact_point::kPurpose) == kConcernsPoint &&
           point.get(contact_point::kAgency) == contactPoint.home && to.get(referral::kToAgency) == contactPoint.home &&
           to.get(referral::kToService) == point.get(contact_point::kService) &&
           to.get(referral::kToWorker) == point.get(contact_point::kWorker);
}

std::vector<ContactPointEntry> concernPoints(const Directory& directory) {
    std::vector<ContactPointEntry> points;
    std::copy_if(directory.contactPoints().begin(), directory.contactPoints().end(), std::back_inserter(points),
                 [](const ContactPointEntry& point) { return point.purpose == kConcernsPoint; });
    std::sort(points.begin(), points.end(), [](const ContactPointEntry& a, const ContactPointEntry& b) {
        return std::tie(a.name, a.agency) < std::tie(b.name, b.agency);
    });
    return points;
}

} // namespace frontsheet
