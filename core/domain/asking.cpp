#include "core/domain/asking.h"

#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/care_team.h"
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
    Record membership;
    membership.type = RecordType::CareTeamMembership;
    membership.home = asked.home;
    membership.person = asked.person;
    membership.category = Category::Involvement;
    membership.authorAgency = author.agency;
    membership.author = author.worker;
    membership.occurredAt = occurredAt;
    auto& f = membership.fields;
    f.put(care_team::kAgency, whom.agency);
    f.put(care_team::kWorker, whom.worker);
    f.put(care_team::kSince, now);
    f.put(care_team::kBecauseOf, asked.id);
    f.put(care_team::kSource, std::string{"asked"});
    return membership;
}

} // namespace frontsheet
