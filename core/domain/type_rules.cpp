#include "core/domain/type_rules.h"

#include "core/domain/referral_machine.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"

#include <algorithm>

namespace frontsheet {

namespace {

Error missing(const FieldSpec& field) { return {ErrorCode::Missing, "field " + std::string{field.name}}; }

template <class Match>
bool editsOnly(const Intent& intent, Match allowed) {
    return std::all_of(intent.edits.begin(), intent.edits.end(),
                       [&](const FieldEdit& edit) { return allowed(edit.field); });
}

Result<void> checkNote(const Change& c) {
    const auto state = c.after.fields.text(contact_note::kState);
    if (c.after.fields.get(contact_note::kAuthor) != c.author.worker && c.before == nullptr) {
        return {ErrorCode::NotPermitted, "a note is written by its author"};
    }
    if (state != "draft" && state != "signed" && state != "entered-in-error") {
        return missing(contact_note::kState);
    }
    const bool blank = c.after.fields.text(contact_note::kText).find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (state == "signed" && blank) {
        return missing(contact_note::kText);
    }
    if (c.before == nullptr) {
        if (state == "entered-in-error") {
            return {ErrorCode::WrongState, "a new note cannot be in error"};
        }
        return ok();
    }
    const auto was = c.before->fields.text(contact_note::kState);
    if (was == "draft") {
        return state == "entered-in-error" ? Result<void>{ErrorCode::WrongState, "a draft is not on the record"} : ok();
    }
    // Signed: nothing but "entered in error" may follow; in error: nothing may.
    if (was == "entered-in-error" || state != "entered-in-error") {
        return {ErrorCode::Immutable, "a signed note is corrected by an addendum"};
    }
    if (c.after.fields.text(contact_note::kErrorReason).empty()) {
        return missing(contact_note::kErrorReason);
    }
    const bool only = editsOnly(c.intent, [](FieldTag tag) {
        return tag == contact_note::kState.tag || tag == contact_note::kErrorReason.tag ||
               tag == contact_note::kErrorBy.tag;
    });
    return only ? ok() : Result<void>{ErrorCode::Immutable, "a signed note is corrected by an addendum"};
}

// What a receiver writes on the sender's referral: its own answer, and nothing of the request.
bool isAnswerField(FieldTag tag) {
    static const RecordSchema* schema = schemaOf(RecordType::Referral);
    const FieldSpec* spec = schema->field(tag);
    return spec != nullptr && spec->merge == MergeRule::Status;
}

Result<void> checkReferralCreation(const Change& c) {
    const auto& f = c.after.fields;
    if (f.text(referral::kNeed).empty()) {
        return missing(referral::kNeed);
    }
    if (f.get(referral::kToAgency).empty()) {
        return missing(referral::kToAgency);
    }
    if (f.get(referral::kFromWorker) != c.author.worker) {
        return {ErrorCode::NotPermitted, "a referral is sent by its author"};
    }
    if (f.text(referral::kState) != name(ReferralState::Sent)) {
        return {ErrorCode::WrongState, "a new referral is sent"};
    }
    const bool answered =
        !editsOnly(c.intent, [](FieldTag tag) { return tag == referral::kState.tag || !isAnswerField(tag); });
    return answered ? Result<void>{ErrorCode::WrongState, "a new referral has no answer"} : ok();
}

Result<void> checkReferral(const Change& c) {
    if (c.before == nullptr) {
        return checkReferralCreation(c);
    }
    const auto& was = c.before->fields;
    const auto& is = c.after.fields;
    const bool receiver = was.get(referral::kToAgency) == c.author.agency;
    const bool sender = c.after.home == c.author.agency && !receiver;
    if (receiver && !editsOnly(c.intent, isAnswerField)) {
        return {ErrorCode::NotPermitted, "the request is the sender's to change"};
    }
    if (sender &&
        !editsOnly(c.intent, [](FieldTag tag) { return tag == referral::kState.tag || !isAnswerField(tag); })) {
        return {ErrorCode::NotPermitted, "the answer is the receiver's to give"};
    }
    const auto from = referralState(was.text(referral::kState));
    const auto to = referralState(is.text(referral::kState));
    if (!from || !to) {
        return {ErrorCode::WrongState, "referral state"};
    }
    if (*from == *to) {
        return isOpen(*from) ? ok() : Result<void>{ErrorCode::Immutable, "the referral is closed"};
    }
    FS_TRY(checkMove(*from, *to, receiver ? ReferralSide::Receiver : ReferralSide::Sender));
    if (*to == ReferralState::Accepted && is.get(referral::kAcceptedBy) != c.author.worker) {
        return missing(referral::kAcceptedBy);
    }
    if (*to == ReferralState::Declined && is.text(referral::kAnswer).empty()) {
        return missing(referral::kAnswer); // a referral ends with a reason that the sender can read
    }
    if (*to == ReferralState::InfoAsked && is.text(referral::kAnswer).empty()) {
        return missing(referral::kAnswer);
    }
    if (*to == ReferralState::Completed && is.text(referral::kOutcome).empty()) {
        return missing(referral::kOutcome);
    }
    return ok();
}

Result<void> checkMessage(const Change& c) {
    if (c.before != nullptr) {
        return {ErrorCode::Immutable, "a message is never changed"};
    }
    if (c.after.fields.text(referral_message::kText).empty()) {
        return missing(referral_message::kText);
    }
    return c.after.fields.get(referral_message::kReferral).isNull() ? Result<void>{missing(referral_message::kReferral)}
                                                                    : ok();
}

Result<void> checkLink(const Change& c) {
    if (c.after.fields.get(person_link::kOther).isNull()) {
        return missing(person_link::kOther);
    }
    const auto state = c.after.fields.text(person_link::kState);
    if (c.before == nullptr) {
        return state == "stated" || state == "proposed" ? ok() : Result<void>{ErrorCode::WrongState, "link state"};
    }
    const auto was = c.before->fields.text(person_link::kState);
    const bool good = was == state || (was == "proposed" && (state == "stated" || state == "refused")) ||
                      (was == "stated" && state == "withdrawn") ||
                      ((was == "refused" || was == "withdrawn") && state == "stated");
    return good ? ok() : Result<void>{ErrorCode::WrongState, "link state"};
}

Result<void> checkCareTeam(const Change& c) {
    const auto& f = c.after.fields;
    return f.get(care_team::kAgency).empty() || f.get(care_team::kWorker).empty()
               ? Result<void>{missing(care_team::kWorker)}
               : ok();
}

bool justAccepted(const Change& c) {
    return c.after.type == RecordType::Referral && c.before != nullptr &&
           c.before->fields.text(referral::kState) != name(ReferralState::Accepted) &&
           c.after.fields.text(referral::kState) == name(ReferralState::Accepted);
}

} // namespace

Result<void> checkTypeRules(const Change& change) {
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
        return change.before != nullptr ? Result<void>{ErrorCode::Immutable, "a received copy is kept as received"}
                                        : ok();
    case RecordType::Agency:
    case RecordType::Worker:
    case RecordType::Service:
    case RecordType::ContactPoint:
        return {ErrorCode::NotPermitted, "the directory is kept by administrators"};
    case RecordType::Registration:
    case RecordType::Placement:
        return ok();
    }
    return ok(); // a type of a newer schema, from the home's own workers: kept
}

std::vector<Record> consequencesOf(const Change& change) {
    std::vector<Record> out;
    if (justAccepted(change)) {
        // Accepting is itself the evidence of a relationship: the accepting worker joins the care team at the sender's.
        Record membership;
        membership.type = RecordType::CareTeamMembership;
        membership.home = change.after.home;
        membership.person = change.after.person;
        membership.category = Category::Involvement;
        membership.authorAgency = change.author.agency;
        membership.author = change.author.worker;
        membership.occurredAt = change.intent.occurredAt;
        membership.fields.put(care_team::kAgency, change.author.agency);
        membership.fields.put(care_team::kWorker, change.author.worker);
        membership.fields.put(care_team::kRole, change.author.role);
        membership.fields.put(care_team::kSince, change.now);
        membership.fields.put(care_team::kBecauseOf, change.after.id);
        membership.fields.put(care_team::kSource, std::string{"referral"});
        out.push_back(std::move(membership));
    }
    return out;
}

} // namespace frontsheet
