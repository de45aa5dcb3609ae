#include "core/domain/asking.h"

#include "core/domain/joining.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/placement.h"

namespace frontsheet {

namespace {

std::optional<AskedWorker> askedBy(const Record& record) {
    const auto& f = record.fields;
    AskedWorker out;
    switch (record.type) {
    case RecordType::Action:
        if (f.text(action::kState) == "offered") {
            out = {f.get(action::kOwnerAgency), f.get(action::kOwner)};
        }
        break;
    case RecordType::Invitation:
        out = {f.get(invitation::kAgency), f.get(invitation::kWorker)};
        break;
    // What passes to a colleague of the home by being offered.
    case RecordType::CarePlan:
        out = {record.home, f.get(care_plan::kOfferedTo)};
        break;
    case RecordType::Placement:
        out = {record.home, f.get(placement::kOfficerOffered)};
        break;
    case RecordType::Appointment:
        out = {record.home, f.get(appointment::kOfferedTo)};
        break;
    default:
        break;
    }
    return out.agency.empty() || out.worker.empty() ? std::nullopt : std::optional{std::move(out)};
}

} // namespace

std::optional<AskedWorker> asksAnew(const Record* before, const Record& after) {
    auto is = askedBy(after);
    return before != nullptr && askedBy(*before) == is ? std::nullopt : is;
}

Record membershipByAsking(const Record& asked, const AskedWorker& whom, const Principal& author, WallTime occurredAt,
                          WallTime now) {
    return membershipBecauseOf(asked, {whom.agency, whom.worker, {}, "asked"}, author, occurredAt, now);
}

} // namespace frontsheet
