#include "core/domain/type_rules.h"

#include "core/domain/attachment.h"
#include "core/domain/care/care_rules.h"
#include "core/domain/change_checks.h"
#include "core/domain/joining.h"
#include "core/domain/message_reading.h"
#include "core/domain/permission_rules.h"
#include "core/domain/referral_rules.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/sharing/named_reader.h"

#include <algorithm>

namespace frontsheet {

namespace {

Result<void> checkNoteState(const Change& c, std::string_view state) {
    if (state == "entered-in-error") {
        return c.before == nullptr || c.before->fields.text(contact_note::kState) == "draft"
                   ? Result<void>{ErrorCode::WrongState, "only what is on the record can be in error"}
                   : ok();
    }
    if (state != "draft" && state != "signed") {
        return missing(contact_note::kState);
    }
    if (!c.after.fields.text(contact_note::kErrorReason).empty() ||
        !c.after.fields.get(contact_note::kErrorBy).empty() ||
        !c.after.fields.get(contact_note::kRightPerson).isNull()) {
        return {ErrorCode::WrongState, "a note that is not in error"};
    }
    if (state == "signed" && !c.after.fields.others().empty()) {
        return {ErrorCode::WrongState, "two versions of a draft are settled before it is signed"};
    }
    return state == "signed" && isBlank(c.after.fields.text(contact_note::kText)) ? missing(contact_note::kText) : ok();
}

// Who may read a signed note is its author's to say, then as before; what it says stays.
Result<void> checkSignedReaders(const Change& c) {
    const auto edits = difference(c.before->fields, c.after.fields);
    const bool readersOnly = c.after.category == c.before->category && !edits.empty() &&
                             std::all_of(edits.begin(), edits.end(), [](const FieldEdit& edit) {
                                 return edit.field == contact_note::kReaders.tag;
                             });
    if (!readersOnly) {
        return {ErrorCode::Immutable, "a signed note is corrected by an addendum"};
    }
    return c.after.fields.get(contact_note::kAuthor) == c.author.worker
               ? ok()
               : Result<void>{ErrorCode::NotPermitted, "who reads a note is its author's to say"};
}

Result<void> checkNote(const Change& c) {
    const auto state = c.after.fields.text(contact_note::kState);
    const auto was = c.before == nullptr ? std::string_view{} : c.before->fields.text(contact_note::kState);
    FS_TRY(sharing::checkReaders(c.after.fields, contact_note::kReaders));
    if (was == "signed" && state != "entered-in-error") {
        return checkSignedReaders(c);
    }
    if (was == "entered-in-error") {
        return {ErrorCode::Immutable, "a note in error stays as it is"};
    }
    if (c.before != nullptr && was != "draft" && was != "signed") {
        return {ErrorCode::WrongState, "a note's state that is not known here"};
    }
    FS_TRY(checkNoteState(c, state));
    if (c.before == nullptr) {
        return c.after.fields.get(contact_note::kAuthor) == c.author.worker
                   ? ok()
                   : Result<void>{ErrorCode::NotPermitted, "a note is written by its author"};
    }
    if (changes(c, contact_note::kAuthor)) {
        return fixed(contact_note::kAuthor);
    }
    if (was != "signed") {
        return ok(); // a draft: mayContribute() has seen to it that it is the author's
    }
    if (isBlank(c.after.fields.text(contact_note::kErrorReason))) {
        return missing(contact_note::kErrorReason);
    }
    if (c.after.fields.get(contact_note::kErrorBy) != c.author.worker) {
        return missing(contact_note::kErrorBy);
    }
    if (c.after.fields.get(contact_note::kRightPerson) == c.after.person) {
        return {ErrorCode::Malformed, "the right person is the wrong one"};
    }
    for (const auto& edit : difference(c.before->fields, c.after.fields)) {
        if (edit.field != contact_note::kState.tag && edit.field != contact_note::kErrorReason.tag &&
            edit.field != contact_note::kErrorBy.tag && edit.field != contact_note::kRightPerson.tag) {
            return {ErrorCode::Immutable, "a signed note is corrected by an addendum"};
        }
    }
    return ok();
}

Result<void> checkMessage(const Change& c) {
    FS_TRY(checkReading(c));
    if (c.before != nullptr) {
        return ok();
    }
    const auto& f = c.after.fields;
    if (isBlank(f.text(referral_message::kText))) {
        return missing(referral_message::kText);
    }
    if (f.get(referral_message::kReferral).isNull()) {
        return missing(referral_message::kReferral);
    }
    if (f.get(referral_message::kToAgency).empty()) {
        return missing(referral_message::kToAgency);
    }
    // A message is released to whom it is addressed, so a partner may address the home alone.
    return c.author.agency == c.after.home || f.get(referral_message::kToAgency) == c.after.home
               ? ok()
               : Result<void>{ErrorCode::NotPermitted, "a partner's message goes to the sender"};
}

Result<void> checkLink(const Change& c) {
    const auto& f = c.after.fields;
    if (f.get(person_link::kOther).isNull()) {
        return missing(person_link::kOther);
    }
    if (f.get(person_link::kOther) == c.after.person) {
        return {ErrorCode::Malformed, "a person linked with itself"};
    }
    const auto state = f.text(person_link::kState);
    const bool decides =
        c.before == nullptr ? state == "stated" || state == "refused" : changes(c, person_link::kState);
    if (decides && f.get(person_link::kDecidedBy) != c.author.worker) {
        return missing(person_link::kDecidedBy);
    }
    if (decides && f.text(person_link::kBasis) == "certain") {
        // Only matching finds certainty, and states it at the server. A device that claims it would hide who decided.
        return {ErrorCode::NotPermitted, "a worker's decision is confirmed, never certain"};
    }
    for (const FieldSpec& field : {FieldSpec{person_link::kDecidedBy}, FieldSpec{person_link::kBasis}}) {
        if (!decides && c.before != nullptr && changes(c, field)) {
            return fixed(field); // who decided, and on what, stays until somebody decides again
        }
    }
    if (c.before == nullptr) {
        // Refused from the start: another agency says they are one, and a worker here says no.
        return state == "stated" || state == "proposed" || state == "refused"
                   ? ok()
                   : Result<void>{ErrorCode::WrongState, "link state"};
    }
    for (const FieldSpec& field : {FieldSpec{person_link::kOther}, FieldSpec{person_link::kOtherAgency}}) {
        if (changes(c, field)) {
            return fixed(field); // a statement about somebody else is another statement
        }
    }
    const auto was = c.before->fields.text(person_link::kState);
    const bool good = was == state || (was == "proposed" && (state == "stated" || state == "refused")) ||
                      (was == "stated" && state == "withdrawn") ||
                      ((was == "refused" || was == "withdrawn") && state == "stated");
    return good ? ok() : Result<void>{ErrorCode::WrongState, "link state"};
}

Result<void> checkCareTeam(const Change& c) {
    for (const FieldSpec& field : {FieldSpec{care_team::kAgency}, FieldSpec{care_team::kWorker}}) {
        if (c.after.fields.text(field).empty()) {
            return missing(field);
        }
        if (c.before != nullptr && changes(c, field)) {
            return fixed(field); // another worker's membership is another record
        }
    }
    return ok();
}

Result<void> checkCopy(const Change& c) {
    if (c.before != nullptr) {
        return {ErrorCode::Immutable, "a received copy is kept as received"};
    }
    if (c.after.fields.get(received_copy::kReferral).isNull()) {
        return missing(received_copy::kReferral);
    }
    return c.after.fields.get(received_copy::kFromAgency).empty() ? missing(received_copy::kFromAgency) : ok();
}

// Accepting is itself the evidence of a relationship: the accepting worker joins the care team at the sender's.
Record membershipByAccepting(const Change& c) {
    return membershipBecauseOf(c.after, {c.author.agency, c.author.worker, c.author.role, "referral"}, c.author,
                               c.intent.occurredAt, c.now);
}

Result<void> checkOwnRules(const Change& change) {
    switch (change.after.type) {
    case RecordType::ContactNote:
        return checkNote(change);
    case RecordType::Referral:
        return checkReferral(change);
    case RecordType::ReferralMessage:
        return checkMessage(change);
    case RecordType::PersonLink:
        return checkLink(change);
    case RecordType::CareTeamMembership:
        return checkCareTeam(change);
    case RecordType::ReceivedCopy:
        return checkCopy(change);
    case RecordType::PermissionStatement:
        return checkPermissionStatement(change);
    case RecordType::PermissionNotice:
        return checkPermissionNotice(change);
    case RecordType::ObjectionReview:
        return checkObjectionReview(change);
    case RecordType::EmergencyAccess:
        return {ErrorCode::NotPermitted, "emergency access is asked for, not written"};
    case RecordType::Agency:
    case RecordType::Worker:
    case RecordType::Service:
    case RecordType::ContactPoint:
        return {ErrorCode::NotPermitted, "the directory is kept by administrators"};
    case RecordType::SharingAgreement:
        return {ErrorCode::NotPermitted, "an agreement is signed by the agency's key, never by a device"};
    case RecordType::Registration:
        return ok();
    default:
        break;
    }
    if (care::isOfCare(change.after.type)) {
        return care::checkCare(change);
    }
    return ok(); // a type of a newer schema, from the home's own workers: kept
}

} // namespace

void settleAtHome(const Record* before, Record& after, WallTime now) {
    if (after.type == RecordType::Referral) {
        settleReferral(before, after, now);
    }
    settlePermission(before, after, now);
}

Result<void> checkTypeRules(const Change& change) {
    if (change.before == nullptr && change.after.fields.empty()) {
        return {ErrorCode::Missing, "a record without fields"};
    }
    FS_TRY(checkOwnRules(change));
    return checkAttachments(change.before, change.after, change.author);
}

std::vector<Record> consequencesOf(const Change& change) {
    std::vector<Record> out;
    if (justAccepted(change) && !change.relationships.careTeam) {
        out.push_back(membershipByAccepting(change));
    }
    if (auto review = reviewOfConcern(change)) {
        out.push_back(std::move(*review));
    }
    return out;
}

} // namespace frontsheet
