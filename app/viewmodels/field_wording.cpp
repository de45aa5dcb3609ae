#include "app/viewmodels/field_wording.h"

#include "app/viewmodels/care_field_names.h"
#include "core/domain/attachment.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/emergency_access.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"

#include <algorithm>
#include <map>

namespace frontsheet {

namespace {

// For lupdate: the context of these names.
struct FieldNames {
    Q_DECLARE_TR_FUNCTIONS(FieldNames)
};

using Key = std::pair<RecordType, FieldTag>;

#define FS_NAME(words) QT_TRANSLATE_NOOP("FieldNames", words)

void nameRegistration(std::map<Key, const char*>& names) {
    namespace f = registration;
    const std::pair<FieldTag, const char*> all[] = {
        {f::kLocalId.tag, FS_NAME("Number at the agency")},
        {f::kNhsNumber.tag, FS_NAME("NHS number")},
        {f::kNhsNumberAsGiven.tag, FS_NAME("NHS number as it was given")},
        {f::kTitle.tag, FS_NAME("Title")},
        {f::kFamilyName.tag, FS_NAME("Family name")},
        {f::kGivenName.tag, FS_NAME("Given name")},
        {f::kPreferredName.tag, FS_NAME("Likes to be called")},
        {f::kBorn.tag, FS_NAME("Born")},
        {f::kBornAsGiven.tag, FS_NAME("Date of birth as it was given")},
        {f::kGender.tag, FS_NAME("Gender")},
        {f::kDied.tag, FS_NAME("Died")},
        {f::kAddress.tag, FS_NAME("Address")},
        {f::kTown.tag, FS_NAME("Town")},
        {f::kPostcode.tag, FS_NAME("Postcode")},
        {f::kPhone.tag, FS_NAME("Telephone")},
        {f::kLanguage.tag, FS_NAME("Language")},
        {f::kLiving.tag, FS_NAME("Lives")},
        {f::kPractice.tag, FS_NAME("GP practice")},
        {f::kFrailty.tag, FS_NAME("Frailty")},
        {f::kAccessNote.tag, FS_NAME("How to get in")},
        {f::kAlert.tag, FS_NAME("Alert")},
        {f::kLegalStatus.tag, FS_NAME("Legal status")},
        {f::kKeyWorkerName.tag, FS_NAME("Key worker")},
        {f::kTeam.tag, FS_NAME("Team")},
        {f::kTenancyType.tag, FS_NAME("Tenancy")},
        {f::kArrearsPence.tag, FS_NAME("Rent arrears")},
    };
    for (const auto& [tag, words] : all) {
        names[{RecordType::Registration, tag}] = words;
    }
}

void nameNote(std::map<Key, const char*>& names) {
    namespace f = contact_note;
    const std::pair<FieldTag, const char*> all[] = {
        {f::kText.tag, FS_NAME("Note")},
        {f::kState.tag, FS_NAME("State")},
        {f::kKind.tag, FS_NAME("How")},
        {f::kSignedAt.tag, FS_NAME("Finished")},
        {f::kAddendumTo.tag, FS_NAME("Adds to another note")},
        {f::kErrorReason.tag, FS_NAME("Why it was entered in error")},
        {f::kErrorBy.tag, FS_NAME("Marked entered in error by")},
        {f::kAuthor.tag, FS_NAME("Author")},
        {f::kReaders.tag, FS_NAME("Only for")},
        {f::kRightPerson.tag, FS_NAME("About somebody else")},
        {f::kFiles.tag, FS_NAME("Photos and files")},
    };
    for (const auto& [tag, words] : all) {
        names[{RecordType::ContactNote, tag}] = words;
    }
}

void nameReferral(std::map<Key, const char*>& names) {
    namespace f = referral;
    const std::pair<FieldTag, const char*> all[] = {
        {f::kNeed.tag, FS_NAME("What is asked for")},
        {f::kReason.tag, FS_NAME("Reason for the referral")},
        {f::kToAgency.tag, FS_NAME("To agency")},
        {f::kToService.tag, FS_NAME("To service")},
        {f::kToWorker.tag, FS_NAME("To")},
        {f::kUrgency.tag, FS_NAME("Urgency")},
        {f::kState.tag, FS_NAME("State")},
        {f::kFromWorker.tag, FS_NAME("From")},
        {f::kSentAt.tag, FS_NAME("Sent")},
        {f::kAnswerBy.tag, FS_NAME("Answer due")},
        {f::kSeenBy.tag, FS_NAME("Seen by")},
        {f::kSeenAt.tag, FS_NAME("Seen")},
        {f::kAcceptedBy.tag, FS_NAME("Accepted by")},
        {f::kAnsweredAt.tag, FS_NAME("Answered")},
        {f::kAnswer.tag, FS_NAME("Answer")},
        {f::kSuggestion.tag, FS_NAME("They suggest")},
        {f::kOutcome.tag, FS_NAME("Outcome")},
        {f::kOutcomeAt.tag, FS_NAME("Closed")},
        {f::kAnsweredBy.tag, FS_NAME("Answered by")},
        {f::kRespondWithin.tag, FS_NAME("Time to answer")},
        {f::kArrivedAt.tag, FS_NAME("Reached the sender's server")},
        {f::kDespiteObjection.tag, FS_NAME("Why it was sent despite an objection")},
        {f::kFiles.tag, FS_NAME("Photos and files")},
    };
    for (const auto& [tag, words] : all) {
        names[{RecordType::Referral, tag}] = words;
    }
    names[{RecordType::ReferralMessage, referral_message::kReferral.tag}] = FS_NAME("On the referral");
    names[{RecordType::ReferralMessage, referral_message::kText.tag}] = FS_NAME("Message");
    names[{RecordType::ReferralMessage, referral_message::kToAgency.tag}] = FS_NAME("To agency");
    names[{RecordType::ReferralMessage, referral_message::kToWorker.tag}] = FS_NAME("To");
    names[{RecordType::ReferralMessage, referral_message::kFiles.tag}] = FS_NAME("Photos and files");
    names[{RecordType::ReferralMessage, referral_message::kReadBy.tag}] = FS_NAME("Read by");
    names[{RecordType::ReferralMessage, referral_message::kReadAt.tag}] = FS_NAME("Read");
    namespace c = received_copy;
    const std::pair<FieldTag, const char*> copy[] = {
        {c::kReferral.tag, FS_NAME("Copy of the referral")},
        {c::kFromAgency.tag, FS_NAME("From agency")},
        {c::kFromWorker.tag, FS_NAME("From")},
        {c::kFromVersion.tag, FS_NAME("Version copied")},
        {c::kNeed.tag, FS_NAME("What is asked for")},
        {c::kReason.tag, FS_NAME("Reason for the referral")},
        {c::kSentAt.tag, FS_NAME("Sent")},
        {c::kAcceptedBy.tag, FS_NAME("Accepted by")},
    };
    for (const auto& [tag, words] : copy) {
        names[{RecordType::ReceivedCopy, tag}] = words;
    }
}

void nameCare(std::map<Key, const char*>& names) {
    namespace p = placement;
    const std::pair<FieldTag, const char*> placed[] = {
        {p::kFrom.tag, FS_NAME("Discharged from")},
        {p::kDischargedOn.tag, FS_NAME("Discharged on")},
        {p::kPathway.tag, FS_NAME("Discharge pathway")},
        {p::kPlacedAt.tag, FS_NAME("Placed at")},
        {p::kKind.tag, FS_NAME("Kind of placement")},
        {p::kFundedBy.tag, FS_NAME("Paid for by")},
        {p::kWeeklyCostPence.tag, FS_NAME("Weekly cost")},
        {p::kReviewingOfficer.tag, FS_NAME("Reviewing officer")},
        {p::kFirstReviewDue.tag, FS_NAME("First review due")},
        {p::kOutcome.tag, FS_NAME("Outcome")},
        {p::kOutcomeOn.tag, FS_NAME("Outcome on")},
        {p::kOwnWish.tag, FS_NAME("Own wish")},
        {p::kReaders.tag, FS_NAME("Only for")},
    };
    for (const auto& [tag, words] : placed) {
        names[{RecordType::Placement, tag}] = words;
    }
    namespace t = care_team;
    const std::pair<FieldTag, const char*> team[] = {
        {t::kAgency.tag, FS_NAME("Agency")},     {t::kWorker.tag, FS_NAME("Worker")},
        {t::kRole.tag, FS_NAME("Role")},         {t::kSince.tag, FS_NAME("Since")},
        {t::kUntil.tag, FS_NAME("Until")},       {t::kBecauseOf.tag, FS_NAME("Because of")},
        {t::kSource.tag, FS_NAME("Known from")},
    };
    for (const auto& [tag, words] : team) {
        names[{RecordType::CareTeamMembership, tag}] = words;
    }
    namespace l = person_link;
    const std::pair<FieldTag, const char*> link[] = {
        {l::kOther.tag, FS_NAME("The same person elsewhere")},
        {l::kOtherAgency.tag, FS_NAME("At agency")},
        {l::kState.tag, FS_NAME("State")},
        {l::kBasis.tag, FS_NAME("How sure")},
        {l::kEvidence.tag, FS_NAME("Why")},
        {l::kDecidedBy.tag, FS_NAME("Decided by")},
        {l::kDecidedAt.tag, FS_NAME("Decided")},
    };
    for (const auto& [tag, words] : link) {
        names[{RecordType::PersonLink, tag}] = words;
    }
}

void nameSharing(std::map<Key, const char*>& names) {
    namespace s = permission_statement;
    const std::pair<FieldTag, const char*> said[] = {
        {s::kKind.tag, FS_NAME("What was said")},
        {s::kHome.tag, FS_NAME("Whose records")},
        {s::kReceiver.tag, FS_NAME("Shown to")},
        {s::kCategory.tag, FS_NAME("Category")},
        {s::kPurpose.tag, FS_NAME("Purpose")},
        {s::kAskedAt.tag, FS_NAME("Asked")},
        {s::kAskedBy.tag, FS_NAME("Asked by")},
        {s::kAskedByAgency.tag, FS_NAME("Asked by agency")},
        {s::kHow.tag, FS_NAME("How it was said")},
        {s::kGivenBy.tag, FS_NAME("Said by")},
        {s::kAuthority.tag, FS_NAME("Authority")},
        {s::kCapacity.tag, FS_NAME("Capacity")},
        {s::kDecidedBy.tag, FS_NAME("Decided by")},
        {s::kDecidedWhy.tag, FS_NAME("Why that is in their best interests")},
        {s::kFrom.tag, FS_NAME("From")},
        {s::kUntil.tag, FS_NAME("Until")},
        {s::kWithdrawnAt.tag, FS_NAME("Taken back")},
        {s::kWithdrawnBy.tag, FS_NAME("Taken back with")},
        {s::kWithdrawnWhy.tag, FS_NAME("Why it was taken back")},
        {s::kWords.tag, FS_NAME("In their own words")},
        {s::kCorrects.tag, FS_NAME("Stands in for an earlier statement")},
        {s::kReaders.tag, FS_NAME("Who may know where")},
        {s::kVisits.tag, FS_NAME("For which visits")},
        {s::kWhere.tag, FS_NAME("Where they live")},
        {s::kDeliveries.tag, FS_NAME("Told to agencies")},
    };
    for (const auto& [tag, words] : said) {
        names[{RecordType::PermissionStatement, tag}] = words;
    }
    namespace n = permission_notice;
    const std::pair<FieldTag, const char*> told[] = {
        {n::kStatement.tag, FS_NAME("What was said")},
        {n::kStatementVersion.tag, FS_NAME("Which version of it")},
        {n::kFromAgency.tag, FS_NAME("From agency")},
        {n::kReceivedAt.tag, FS_NAME("Received")},
        {n::kAcknowledgedAt.tag, FS_NAME("Acknowledged")},
        {n::kAcknowledgedBy.tag, FS_NAME("Acknowledged by")},
        {n::kAcknowledgedWords.tag, FS_NAME("What was done about it")},
        {n::kWithdrawalAcknowledgedAt.tag, FS_NAME("Taking back acknowledged")},
        {n::kWithdrawalAcknowledgedBy.tag, FS_NAME("Taking back acknowledged by")},
        {n::kWithdrawalAcknowledgedWords.tag, FS_NAME("What was done then")},
        {n::kKind.tag, FS_NAME("What was said")},
        {n::kHome.tag, FS_NAME("Whose records")},
        {n::kReceiver.tag, FS_NAME("Shown to")},
        {n::kCategory.tag, FS_NAME("Category")},
        {n::kPurpose.tag, FS_NAME("Purpose")},
        {n::kAskedAt.tag, FS_NAME("Asked")},
        {n::kAskedBy.tag, FS_NAME("Asked by")},
        {n::kHow.tag, FS_NAME("How it was said")},
        {n::kGivenBy.tag, FS_NAME("Said by")},
        {n::kAuthority.tag, FS_NAME("Authority")},
        {n::kCapacity.tag, FS_NAME("Capacity")},
        {n::kDecidedBy.tag, FS_NAME("Decided by")},
        {n::kFrom.tag, FS_NAME("From")},
        {n::kUntil.tag, FS_NAME("Until")},
        {n::kWithdrawnAt.tag, FS_NAME("Taken back")},
    };
    for (const auto& [tag, words] : told) {
        names[{RecordType::PermissionNotice, tag}] = words;
    }
}

void nameReviews(std::map<Key, const char*>& names) {
    namespace r = objection_review;
    const std::pair<FieldTag, const char*> review[] = {
        {r::kReferral.tag, FS_NAME("The concern")},
        {r::kToAgency.tag, FS_NAME("To agency")},
        {r::kSentBy.tag, FS_NAME("Sent by")},
        {r::kSentAt.tag, FS_NAME("Sent")},
        {r::kReason.tag, FS_NAME("Reason")},
        {r::kState.tag, FS_NAME("Review")},
        {r::kReviewedBy.tag, FS_NAME("Reviewed by")},
        {r::kReviewedAt.tag, FS_NAME("Reviewed")},
        {r::kWords.tag, FS_NAME("What the review found")},
    };
    for (const auto& [tag, words] : review) {
        names[{RecordType::ObjectionReview, tag}] = words;
    }
    namespace e = emergency_access;
    const std::pair<FieldTag, const char*> emergency[] = {
        {e::kAgency.tag, FS_NAME("Agency")},
        {e::kWorker.tag, FS_NAME("Worker")},
        {e::kRole.tag, FS_NAME("Role")},
        {e::kReason.tag, FS_NAME("Reason")},
        {e::kOpenedAt.tag, FS_NAME("Opened")},
        {e::kEndsAt.tag, FS_NAME("Ends by itself")},
        {e::kEndedAt.tag, FS_NAME("Ended")},
        {e::kReview.tag, FS_NAME("Review")},
        {e::kReviewedBy.tag, FS_NAME("Reviewed by")},
        {e::kReviewedAt.tag, FS_NAME("Reviewed")},
        {e::kReviewWords.tag, FS_NAME("What the review found")},
    };
    for (const auto& [tag, words] : emergency) {
        names[{RecordType::EmergencyAccess, tag}] = words;
    }
}

#undef FS_NAME

const std::map<Key, const char*>& allNames() {
    static const std::map<Key, const char*> kNames = [] {
        std::map<Key, const char*> names;
        nameRegistration(names);
        nameNote(names);
        nameReferral(names);
        nameCare(names);
        nameSharing(names);
        nameReviews(names);
        nameCareFields(names);
        return names;
    }();
    return kNames;
}

// Codes are words with hyphens: "entered-in-error".
QString codeWords(const std::string& code) {
    QString words = shown(code);
    return capitalised(words.replace(QLatin1Char('-'), QLatin1Char(' ')));
}

// "agency/worker"
QString readerName(const std::string& member, const Directory& directory) {
    const auto slash = member.find('/');
    const std::string name =
        slash == std::string::npos ? std::string{} : directory.worker(WorkerId{member.substr(slash + 1)}).name;
    return shown(name.empty() ? member : name);
}

bool isPence(const FieldSpec& spec) { return spec.name.ends_with("_pence"); }

} // namespace

QString fieldWords(RecordType type, FieldTag field) {
    const auto found = allNames().find({type, field});
    return found == allNames().end()
               ? FieldNames::tr("Something newer than this program", "a field without a name here")
               : FieldNames::tr(found->second);
}

QString ValueWords::value(RecordType type, FieldTag field, const Value& value) const {
    const RecordSchema* schema = schemaOf(type);
    const FieldSpec* spec = schema == nullptr ? nullptr : schema->field(field);
    const auto* text = std::get_if<std::string>(&value);
    const auto* number = std::get_if<std::int64_t>(&value);
    const auto* members = std::get_if<std::vector<std::string>>(&value);
    if (spec == nullptr) {
        return {};
    }
    switch (spec->kind) {
    case FieldKind::Code:
        return text == nullptr ? QString{} : codeWords(*text);
    case FieldKind::Date:
        return text == nullptr ? QString{} : wording.isoDate(*text);
    case FieldKind::Time:
        return number == nullptr ? QString{} : wording.dateTime(WallTime{*number});
    case FieldKind::Integer:
        return number == nullptr ? QString{}
               : isPence(*spec)  ? QStringLiteral("£%1").arg(static_cast<double>(*number) / 100.0, 0, 'f', 2)
                                 : QString::number(*number);
    case FieldKind::YesNo:
        return number == nullptr ? QString{} : *number != 0 ? FieldNames::tr("Yes") : FieldNames::tr("No");
    case FieldKind::Worker: {
        const auto name = text == nullptr ? std::string{} : directory.worker(WorkerId{*text}).name;
        return text == nullptr ? QString{} : shown(name.empty() ? *text : name);
    }
    case FieldKind::Agency: {
        const auto name = text == nullptr ? std::string{} : directory.agency(AgencyId{*text}).name;
        return text == nullptr ? QString{} : shown(name.empty() ? *text : name);
    }
    case FieldKind::Set: {
        QStringList out;
        for (const auto& member : members == nullptr ? std::vector<std::string>{} : *members) {
            out << (spec->name == "readers" ? readerName(member, directory) : shown(member));
        }
        return out.join(QStringLiteral(", "));
    }
    case FieldKind::Service: {
        const auto* service = text == nullptr ? nullptr : directory.service(ServiceId{*text});
        return text == nullptr ? QString{} : shown(service == nullptr ? *text : service->name);
    }
    case FieldKind::Files: {
        QStringList out;
        for (const auto& member : members == nullptr ? std::vector<std::string>{} : *members) {
            const auto file = attachmentIn(member);
            out << (!file                       ? FieldNames::tr("A file")
                    : file->description.empty() ? shown(file->name)
                                                : shown(file->name + " (" + file->description + ")"));
        }
        return out.join(QStringLiteral(", "));
    }
    case FieldKind::Text:
    case FieldKind::Prose:
        break;
    case FieldKind::Record:
    case FieldKind::Person:
        return {}; // numbers that say nothing to a reader
    }
    if (text == nullptr) {
        return {};
    }
    return type == RecordType::Registration && field == registration::kNhsNumber.tag ? wording.nhsNumber(*text)
                                                                                     : shown(*text);
}

} // namespace frontsheet
