#include "sync/server/relationship_rows.h"

#include "core/domain/concern.h"
#include "core/domain/emergency_access.h"
#include "core/domain/referral_machine.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/emergency_access.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/record_view.h"

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

std::optional<SentConcern> concernIn(const Record& record) {
    if (!isConcern(record) || record.person.isNull()) {
        return std::nullopt;
    }
    SentConcern row{record.id, record.person, record.fields.get(referral::kFromWorker)};
    return row.worker.empty() ? std::nullopt : std::optional{std::move(row)};
}

Cell cellOf(const Record& record) {
    const auto scoped = scopedRecord(record);
    const RecordSchema* schema = schemaOf(record.type);
    const auto standing = sharing::standingOf(record);
    const bool homeOnly =
        schema == nullptr || schema->reach == Reach::HomeOnly || standing == sharing::Standing::Proposal;
    return {record.person, record.category, scoped.audience,
            standing == sharing::Standing::Draft ? CellStanding::Draft
            : homeOnly                           ? CellStanding::HomeOnly
                                                 : CellStanding::Open};
}

std::vector<sharing::NamedReader> readersBesides(const Record& record) {
    auto readers = sharing::readersOf(record);
    const bool draft = sharing::standingOf(record) == sharing::Standing::Draft;
    if (!readers.empty() || draft) {
        if (draft) {
            readers.clear();
        }
        // A note is its author's, whoever wrote the version at hand.
        if (record.type == RecordType::ContactNote) {
            readers.push_back({record.home, record.fields.get(contact_note::kAuthor)});
        } else {
            readers.push_back({record.authorAgency, record.author});
        }
    }
    return readers;
}

std::string practiceIn(const Record& record) {
    return record.type == RecordType::Registration && !record.person.isNull()
               ? record.fields.get(registration::kPractice)
               : std::string{};
}

std::vector<std::string> practicesCoveredIn(const Record& record) {
    return record.type == RecordType::Worker && record.fields.get(worker::kAgency) == record.home
               ? record.fields.get(worker::kCovers)
               : std::vector<std::string>{};
}

std::optional<DutyPoint> dutyIn(const Record& record) {
    if (record.type != RecordType::ContactPoint || record.fields.text(contact_point::kPurpose) != "duty") {
        return std::nullopt;
    }
    DutyPoint point{record.fields.get(contact_point::kAgency), record.fields.get(contact_point::kWorker),
                    record.fields.get(contact_point::kService)};
    // Nobody speaks of another's workers: whom they put on duty is their own directory's to say.
    const bool named = !point.worker.empty() || !point.service.empty();
    return point.agency == record.home && named ? std::optional{std::move(point)} : std::nullopt;
}

bool isStatement(RecordType type) {
    return type == RecordType::PermissionStatement || type == RecordType::PermissionNotice;
}

} // namespace frontsheet
