#include "core/domain/decision.h"

#include "core/domain/intent.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"

namespace frontsheet {

namespace {

Decision all(DecisionReason reason) { return {Fields::All, reason}; }
Decision none(DecisionReason reason) { return {Fields::None, reason}; }

// Messages and referrals travel to the worker they are addressed to whether or not a care team has formed.
bool addressed(const Principal& viewer, const AgencyId& toAgency, const WorkerId& toWorker) {
    return toAgency == viewer.agency && (toWorker.empty() || toWorker == viewer.worker);
}

} // namespace

bool isAddressedTo(const Principal& viewer, const Record& referral) {
    return referral.type == RecordType::Referral &&
           addressed(viewer, referral.fields.get(referral::kToAgency), referral.fields.get(referral::kToWorker));
}

bool isCurrentMember(const Principal& viewer, const Record& membership, WallTime now) {
    if (membership.type != RecordType::CareTeamMembership || viewer.worker.empty()) {
        return false;
    }
    const WallTime until = membership.fields.get(care_team::kUntil);
    return membership.fields.get(care_team::kAgency) == viewer.agency &&
           membership.fields.get(care_team::kWorker) == viewer.worker && (!until.isKnown() || now < until);
}

Decision decide(const Principal& viewer, const Record& record, const Relationships& relationships) {
    const RecordSchema* schema = schemaOf(record.type);
    if (isDraft(record)) {
        const bool own = record.home == viewer.agency && record.fields.get(contact_note::kAuthor) == viewer.worker;
        return own ? all(DecisionReason::AuthorsDraft) : none(DecisionReason::DraftOfAnother);
    }
    if (record.home == viewer.agency) {
        return all(DecisionReason::OwnAgency);
    }
    if (schema == nullptr) {
        return none(DecisionReason::UnknownType);
    }
    if (schema->subject == Subject::Directory) {
        return all(DecisionReason::Directory);
    }
    if (record.type == RecordType::ReceivedCopy) {
        return none(DecisionReason::OwnAgencyOnly);
    }
    if (record.type == RecordType::PersonLink && record.fields.text(person_link::kState) != "stated") {
        return none(DecisionReason::OwnAgencyOnly);
    }
    if (relationships.careTeam) {
        return all(DecisionReason::CareTeam);
    }
    if (isAddressedTo(viewer, record)) {
        return all(DecisionReason::AddressedReferral);
    }
    if (record.type == RecordType::ReferralMessage &&
        addressed(viewer, record.fields.get(referral_message::kToAgency),
                  record.fields.get(referral_message::kToWorker)) &&
        relationships.addressedReferral) {
        return all(DecisionReason::AddressedReferral);
    }
    if (relationships.addressedReferral && record.type == RecordType::Registration) {
        return {Fields::IdentityAndContact, DecisionReason::AddressedReferral};
    }
    if (relationships.addressedReferral && record.type == RecordType::PersonLink) {
        return all(DecisionReason::AddressedReferral);
    }
    return none(DecisionReason::NotOnCareTeam);
}

Record redact(Record record, const Decision& decision) {
    if (decision.fields == Fields::All) {
        return record;
    }
    FieldSet kept;
    const RecordSchema* schema = schemaOf(record.type);
    if (schema != nullptr && decision.fields == Fields::IdentityAndContact) {
        for (const auto& [tag, value] : record.fields) {
            const FieldSpec* spec = schema->field(tag);
            if (spec != nullptr &&
                (spec->category == Category::Identity || spec->category == Category::ContactDetails)) {
                kept.set(tag, value);
            }
        }
    }
    record.fields = std::move(kept);
    return record;
}

bool mayContribute(const Principal& viewer, const AgencyId& home, RecordType type, const Record* current,
                   const Relationships& relationships) {
    if (viewer.agency == home) {
        if (current != nullptr && isDraft(*current)) {
            return current->fields.get(contact_note::kAuthor) == viewer.worker;
        }
        return true;
    }
    // Partners contribute to referrals addressed to them (or on whose care team they are), and to nothing else.
    if (type == RecordType::Referral) {
        return current != nullptr &&
               (isAddressedTo(viewer, *current) || current->fields.get(referral::kAcceptedBy) == viewer.worker);
    }
    if (type == RecordType::ReferralMessage) {
        return current == nullptr && (relationships.careTeam || relationships.addressedReferral);
    }
    return false;
}

} // namespace frontsheet
