#include "sync/server/relationship_rows.h"

#include "core/domain/emergency_access.h"
#include "core/domain/referral_machine.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/emergency_access.h"
#include "core/domain/schema/referral.h"

namespace frontsheet {

std::optional<Membership> membershipIn(const Record& record) {
    if (record.type != RecordType::CareTeamMembership || record.person.isNull()) {
        return std::nullopt;
    }
    Membership row{record.id, record.person, record.fields.get(care_team::kAgency),
                   record.fields.get(care_team::kWorker), record.fields.get(care_team::kUntil)};
    return row.agency.empty() || row.worker.empty() ? std::nullopt : std::optional{std::move(row)};
}

std::optional<Membership> emergencyIn(const Record& record) {
    if (record.type != RecordType::EmergencyAccess || record.person.isNull()) {
        return std::nullopt;
    }
    Membership row{record.id, record.person, record.fields.get(emergency_access::kAgency),
                   record.fields.get(emergency_access::kWorker), endOf(record)};
    return row.agency.empty() || row.worker.empty() || !row.until.isKnown() ? std::nullopt
                                                                            : std::optional{std::move(row)};
}

std::optional<AddressedReferral> addressIn(const Record& record) {
    if (record.type != RecordType::Referral || record.person.isNull()) {
        return std::nullopt;
    }
    const auto state = referralState(record.fields.text(referral::kState));
    if (!state || !isOpen(*state)) {
        return std::nullopt;
    }
    AddressedReferral row{record.id, record.person, record.fields.get(referral::kToAgency),
                          record.fields.get(referral::kToWorker)};
    return row.toAgency.empty() ? std::nullopt : std::optional{std::move(row)};
}

} // namespace frontsheet
