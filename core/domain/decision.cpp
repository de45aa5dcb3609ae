#include "core/domain/decision.h"

#include "core/domain/front_sheet.h"
#include "core/domain/message_reading.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/view.h"
#include "core/domain/sharing/named_reader.h"
#include "core/domain/two_versions.h"

#include <algorithm>

namespace frontsheet {

namespace {

Decision none(DecisionReason reason) { return {Fields::None, reason}; }

std::string_view noteState(const Record& record) {
    return record.type == RecordType::ContactNote ? record.fields.text(contact_note::kState) : std::string_view{};
}

// Until it is signed a note is its author's alone. A state this program does not know counts as not signed.
bool isUnsigned(const Record& record) {
    return record.type == RecordType::ContactNote && noteState(record) != "signed" &&
           noteState(record) != "entered-in-error";
}

// What is restricted to named readers goes to those and its author alone; a name opens nothing that was closed.
bool isNamedOrFree(const Principal& viewer, const Record& record) {
    const auto readers = sharing::readersOf(record);
    if (readers.empty()) {
        return true;
    }
    const bool note = record.type == RecordType::ContactNote;
    const auto author = note ? record.fields.get(contact_note::kAuthor) : record.author;
    const bool wrote = author == viewer.worker && (note ? record.home : record.authorAgency) == viewer.agency;
    return wrote || std::find(readers.begin(), readers.end(), sharing::NamedReader{viewer.agency, viewer.worker}) !=
                        readers.end();
}

bool hasFieldsOfNewerSchema(const RecordSchema& schema, const Record& record) {
    return std::any_of(record.fields.begin(), record.fields.end(),
                       [&](const auto& entry) { return schema.field(entry.first) == nullptr; });
}

// What was entered in error shows that it was there to whoever could read it, its body to nobody: there is no audit role
// yet whose work it would be.
Decision toOwnAgency(const Record& record, DecisionReason reason) {
    return {isInError(record) ? Fields::Stub : Fields::All, reason};
}

Decision toPartner(const RecordSchema& schema, const Record& record, DecisionReason reason) {
    if (isInError(record)) {
        return {Fields::Stub, reason};
    }
    return {hasFieldsOfNewerSchema(schema, record) ? Fields::Known : Fields::All, reason};
}

// By name, or to the agency with nobody named. An agency's server, which is no worker, is addressed by nothing.
bool addressed(const Principal& viewer, const AgencyId& toAgency, const WorkerId& toWorker) {
    return !viewer.agency.empty() && !viewer.worker.empty() && toAgency == viewer.agency &&
           (toWorker.empty() || toWorker == viewer.worker);
}

// The plan's head is its lead's; whether a thing is ready for the way home anybody on the team may say.
bool isPartOfPlan(RecordType type) {
    return type == RecordType::Need || type == RecordType::Goal || type == RecordType::Action ||
           type == RecordType::PackageLine || type == RecordType::ChecklistItem;
}

bool isKept(const FieldSpec* spec, Fields released) {
    if (spec == nullptr) {
        return false;
    }
    switch (released) {
    case Fields::None:
        return false;
    case Fields::IdentityAndContact:
        return spec->category == Category::Identity || spec->category == Category::ContactDetails;
    case Fields::Stub:
        return spec->merge != MergeRule::Prose && spec->kind != FieldKind::Files;
    case Fields::Known:
    case Fields::All:
        return true;
    }
    return false;
}

} // namespace

bool isAddressedTo(const Principal& viewer, const Record& referral) {
    return referral.type == RecordType::Referral &&
           addressed(viewer, referral.fields.get(referral::kToAgency), referral.fields.get(referral::kToWorker));
}

bool isInError(const Record& record) {
    constexpr std::string_view kInError = "entered-in-error";
    switch (record.type) {
    case RecordType::ContactNote:
        return noteState(record) == kInError;
    case RecordType::View:
        return record.fields.text(view::kState) == kInError;
    case RecordType::ConferenceDecision:
        return record.fields.text(conference_decision::kState) == kInError;
    default:
        return false;
    }
}

bool isAskedOf(const Principal& viewer, const Record& record) {
    const auto& f = record.fields;
    const bool named = !viewer.agency.empty() && !viewer.worker.empty();
    switch (record.type) {
    case RecordType::Action:
        return named && f.get(action::kOwnerAgency) == viewer.agency && f.get(action::kOwner) == viewer.worker;
    case RecordType::Invitation:
        return named && f.get(invitation::kAgency) == viewer.agency && f.get(invitation::kWorker) == viewer.worker;
    case RecordType::Message:
        return addressed(viewer, f.get(message::kToAgency), f.get(message::kToWorker));
    default:
        return false;
    }
}

// Who accepted a referral has it in hand, whoever is named on it: they may answer it, so they may read it.
bool isInHandOf(const Principal& viewer, const Record& referral) {
    return referral.type == RecordType::Referral && !viewer.agency.empty() && !viewer.worker.empty() &&
           referral.fields.get(referral::kToAgency) == viewer.agency &&
           referral.fields.get(referral::kAcceptedBy) == viewer.worker;
}

bool isAuthorOf(const Principal& worker, const Record& record) {
    return record.author == worker.worker && record.authorAgency == worker.agency;
}

// A message reaches whom it is addressed to: of the home's own worker in any case (the reason for a withdrawal is still
// read), of another partner while the referral is in hand. And whoever wrote it, with their colleagues who have the
// referral in hand.
bool reachesAsMessage(const Principal& viewer, const Record& message, const Relationships& relationships) {
    if (message.authorAgency == viewer.agency) {
        return isAuthorOf(viewer, message) || relationships.addressedReferral;
    }
    return addressed(viewer, message.fields.get(referral_message::kToAgency),
                     message.fields.get(referral_message::kToWorker)) &&
           (relationships.addressedReferral || message.authorAgency == message.home);
}

bool isCurrentMember(const Principal& viewer, const Record& membership, WallTime now) {
    if (membership.type != RecordType::CareTeamMembership || viewer.worker.empty()) {
        return false;
    }
    const WallTime until = membership.fields.get(care_team::kUntil);
    return membership.fields.get(care_team::kAgency) == viewer.agency &&
           membership.fields.get(care_team::kWorker) == viewer.worker && (!until.isKnown() || now < until);
}

namespace {

std::optional<ReferralSide> sideBetween(const Principal& worker, const AgencyId& home, const WorkerId& from,
                                        const AgencyId& to) {
    if (home == worker.agency && to == worker.agency) {
        return from == worker.worker ? ReferralSide::Sender : ReferralSide::Receiver;
    }
    if (home == worker.agency) {
        return ReferralSide::Sender;
    }
    return to == worker.agency && !to.empty() ? std::optional{ReferralSide::Receiver} : std::nullopt;
}

} // namespace

std::optional<ReferralSide> sideOf(const Principal& worker, const Record& referral) {
    return sideBetween(worker, referral.home, referral.fields.get(referral::kFromWorker),
                       referral.fields.get(referral::kToAgency));
}

std::optional<ReferralSide> sideOf(const Principal& worker, const ReferralSummary& referral) {
    return sideBetween(worker, referral.home, referral.fromWorker, referral.toAgency);
}

Decision decide(const Principal& viewer, const Record& record, const Relationships& relationships) {
    const RecordSchema* schema = schemaOf(record.type);
    if (viewer.agency.empty()) {
        return none(DecisionReason::NotOnCareTeam);
    }
    if (schema != nullptr && schema->subject == Subject::Directory) {
        return record.home == viewer.agency ? toOwnAgency(record, DecisionReason::OwnAgency)
                                            : toPartner(*schema, record, DecisionReason::Directory);
    }
    if (viewer.worker.empty()) {
        return none(DecisionReason::NotOnCareTeam); // case content goes to a worker's device, never to a server
    }
    if (isUnsigned(record)) {
        const bool own = record.home == viewer.agency && record.fields.get(contact_note::kAuthor) == viewer.worker;
        return own ? toOwnAgency(record, DecisionReason::AuthorsDraft) : none(DecisionReason::DraftOfAnother);
    }
    if (!isNamedOrFree(viewer, record)) {
        return none(DecisionReason::NotNamedReader);
    }
    if (record.home == viewer.agency) {
        return toOwnAgency(record, DecisionReason::OwnAgency);
    }
    if (schema == nullptr) {
        return none(DecisionReason::UnknownType);
    }
    if (schema->reach == Reach::HomeOnly) {
        return none(DecisionReason::OwnAgencyOnly);
    }
    if (record.type == RecordType::PersonLink && record.fields.text(person_link::kState) != "stated") {
        return none(DecisionReason::OwnAgencyOnly);
    }
    if (relationships.careTeam) {
        return toPartner(*schema, record, DecisionReason::CareTeam);
    }
    if (isAddressedTo(viewer, record) || isInHandOf(viewer, record)) {
        return toPartner(*schema, record, DecisionReason::AddressedReferral);
    }
    if (record.type == RecordType::ReferralMessage && reachesAsMessage(viewer, record, relationships)) {
        return toPartner(*schema, record, DecisionReason::AddressedReferral);
    }
    if (isAskedOf(viewer, record)) {
        return toPartner(*schema, record, DecisionReason::AddressedReferral);
    }
    if (relationships.addressedReferral && record.type == RecordType::Registration) {
        return {Fields::IdentityAndContact, DecisionReason::AddressedReferral};
    }
    if (relationships.addressedReferral && record.type == RecordType::PersonLink) {
        return toPartner(*schema, record, DecisionReason::AddressedReferral);
    }
    return none(DecisionReason::NotOnCareTeam);
}

Record redact(Record record, const Decision& decision) {
    if (decision.fields == Fields::All) {
        return record;
    }
    FieldSet kept;
    if (const RecordSchema* schema = schemaOf(record.type)) {
        for (const auto& [tag, value] : record.fields) {
            if (isKept(schema->field(tag), decision.fields)) {
                kept.set(tag, value);
            }
        }
        kept.setOthers(
            seenOf(record.fields.others(), [&](FieldTag tag) { return isKept(schema->field(tag), decision.fields); }));
    }
    record.fields = std::move(kept);
    return record;
}

bool mayContribute(const Principal& viewer, const AgencyId& claimedHome, RecordType claimedType, const Record* current,
                   const Relationships& relationships) {
    if (viewer.agency.empty() || viewer.worker.empty()) {
        return false;
    }
    if (current != nullptr && !isNamedOrFree(viewer, *current)) {
        return false; // not even a change that changes nothing: its answer would say that the record is there
    }
    const AgencyId& home = current != nullptr ? current->home : claimedHome;
    const RecordType type = current != nullptr ? current->type : claimedType;
    if (viewer.agency == home) {
        return current == nullptr || !isUnsigned(*current) ||
               current->fields.get(contact_note::kAuthor) == viewer.worker;
    }
    // Partners contribute to what is addressed to them, answer with messages, and add to the shared plan of whom they care for.
    if (type == RecordType::Referral) {
        // Since when whoever is on duty may, is the referral's own rule.
        const bool standsIn =
            relationships.standsIn && current != nullptr && current->fields.get(referral::kToAgency) == viewer.agency;
        return current != nullptr && (standsIn || isAddressedTo(viewer, *current) || isInHandOf(viewer, *current));
    }
    if (type == RecordType::ReferralMessage) {
        if (current == nullptr) {
            return relationships.careTeam || relationships.addressedReferral;
        }
        // Who wrote it may send it again: it is known again. Who reads it says so, of what they may read.
        return isAuthorOf(viewer, *current) ||
               (isWrittenTo(viewer, *current) &&
                (relationships.careTeam || reachesAsMessage(viewer, *current, relationships)));
    }
    // What they are asked for by name is theirs to answer; to the shared plan everybody on the care team adds.
    if (current != nullptr && isAskedOf(viewer, *current)) {
        return true;
    }
    return isPartOfPlan(type) && relationships.careTeam;
}

} // namespace frontsheet
