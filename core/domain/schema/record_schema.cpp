#include "core/domain/schema/record_schema.h"

#include "core/base/utf8.h"
#include "core/domain/calendar.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/emergency_access.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/rota.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/sharing_agreement.h"
#include "core/domain/schema/view.h"

#include <algorithm>
#include <array>

namespace frontsheet {

namespace {

constexpr RecordSchema kSchemas[] = {
    {RecordType::Registration, "registration", Category::Identity, Subject::Person, registration::kFields},
    {RecordType::PersonLink, "person-link", Category::Identity, Subject::Person, person_link::kFields},
    {RecordType::CareTeamMembership, "care-team-membership", Category::Involvement, Subject::Person,
     care_team::kFields},
    {RecordType::Referral, "referral", Category::Referral, Subject::Person, referral::kFields},
    {RecordType::ReferralMessage, "referral-message", Category::Referral, Subject::Person, referral_message::kFields},
    {RecordType::ReceivedCopy, "received-copy", Category::Referral, Subject::Person, received_copy::kFields,
     Reach::HomeOnly},
    {RecordType::ContactNote, "contact-note", Category::ContactNote, Subject::Person, contact_note::kFields},
    {RecordType::Placement, "placement", Category::Placement, Subject::Person, placement::kFields},
    {RecordType::PermissionStatement, "permission-statement", Category::Involvement, Subject::Person,
     permission_statement::kFields, Reach::HomeOnly},
    {RecordType::PermissionNotice, "permission-notice", Category::Involvement, Subject::Person,
     permission_notice::kFields, Reach::HomeOnly},
    {RecordType::ObjectionReview, "objection-review", Category::Involvement, Subject::Person, objection_review::kFields,
     Reach::HomeOnly},
    {RecordType::EmergencyAccess, "emergency-access", Category::Involvement, Subject::Person, emergency_access::kFields,
     Reach::HomeOnly},
    {RecordType::Agency, "agency", Category::Directory, Subject::Directory, agency::kFields},
    {RecordType::Worker, "worker", Category::Directory, Subject::Directory, worker::kFields},
    {RecordType::Service, "service", Category::Directory, Subject::Directory, service::kFields},
    {RecordType::ContactPoint, "contact-point", Category::Directory, Subject::Directory, contact_point::kFields},
    {RecordType::SharingAgreement, "sharing-agreement", Category::Directory, Subject::Directory,
     sharing_agreement::kFields},
    {RecordType::RotaEntry, "rota-entry", Category::Directory, Subject::Directory, rota_entry::kFields},
    {RecordType::Absence, "absence", Category::Directory, Subject::Directory, absence::kFields},
    {RecordType::AboutMe, "about-me", Category::Wishes, Subject::Person, about_me::kFields},
    {RecordType::CommunicationNeed, "communication-need", Category::Wishes, Subject::Person,
     communication_need::kFields},
    {RecordType::RelatedPerson, "related-person", Category::ContactDetails, Subject::Person, related_person::kFields},
    {RecordType::RiskAlert, "risk-alert", Category::Alerts, Subject::Person, risk_alert::kFields},
    {RecordType::Allergy, "allergy", Category::HealthSummary, Subject::Person, allergy::kFields},
    {RecordType::Medicine, "medicine", Category::HealthSummary, Subject::Person, medicine::kFields},
    {RecordType::AdvancePlan, "advance-plan", Category::HealthSummary, Subject::Person, advance_plan::kFields},
    {RecordType::Death, "death", Category::Identity, Subject::Person, death::kFields},
    {RecordType::CarePlan, "care-plan", Category::CarePlan, Subject::Person, care_plan::kFields},
    {RecordType::Need, "need", Category::CarePlan, Subject::Person, need::kFields},
    {RecordType::Goal, "goal", Category::CarePlan, Subject::Person, goal::kFields},
    {RecordType::Action, "action", Category::CarePlan, Subject::Person, action::kFields},
    {RecordType::PackageLine, "package-line", Category::CarePlan, Subject::Person, package_line::kFields},
    {RecordType::CrisisPart, "crisis-part", Category::MentalHealth, Subject::Person, crisis_part::kFields},
    {RecordType::View, "view", Category::Wishes, Subject::Person, view::kFields},
    {RecordType::Carer, "carer", Category::Carer, Subject::Person, carer::kFields},
    {RecordType::CarerAssessment, "carer-assessment", Category::Carer, Subject::Person, carer_assessment::kFields},
    {RecordType::CarerPrivate, "carer-private", Category::CarerPrivate, Subject::Person, carer_private::kFields,
     Reach::HomeOnly},
    {RecordType::PlacementReview, "placement-review", Category::Placement, Subject::Person, placement_review::kFields},
    {RecordType::Slippage, "slippage", Category::Placement, Subject::Person, slippage::kFields},
    {RecordType::ChecklistItem, "checklist-item", Category::Placement, Subject::Person, checklist_item::kFields},
    {RecordType::HospitalAtHome, "hospital-at-home", Category::HealthSummary, Subject::Person,
     hospital_at_home::kFields},
    {RecordType::Conference, "conference", Category::Conference, Subject::Person, conference::kFields},
    {RecordType::Invitation, "invitation", Category::Conference, Subject::Person, invitation::kFields},
    {RecordType::ConferenceDecision, "conference-decision", Category::Conference, Subject::Person,
     conference_decision::kFields},
    {RecordType::Measure, "measure", Category::FunctionalAssessment, Subject::Person, measure::kFields},
    {RecordType::Appointment, "appointment", Category::Involvement, Subject::Person, appointment::kFields},
    {RecordType::Message, "message", Category::Involvement, Subject::Person, message::kFields},
};

// Asked for at every decision, so found without a search.
constexpr auto kByNumber = [] {
    std::array<const RecordSchema*, kTypeNumbers> out{};
    for (const auto& schema : kSchemas) {
        out.at(static_cast<std::size_t>(schema.type)) = &schema;
    }
    return out;
}();

constexpr bool tagsAscend() {
    for (const auto& schema : kSchemas) {
        std::uint16_t last = 0;
        for (const auto& field : schema.fields) {
            if (field.tag.number <= last || field.tag.number > kMaxFieldTag) {
                return false;
            }
            last = field.tag.number;
        }
    }
    return true;
}
static_assert(tagsAscend(), "field tags must be listed in ascending order, each once");

Error misfit(ErrorCode code, std::string_view field) { return {code, "field " + std::string{field}}; }

Result<void> checkText(const FieldSpec& spec, const std::string& text) {
    if (text.size() > spec.maxBytes) {
        return misfit(ErrorCode::TooLarge, spec.name);
    }
    if (!isText(text)) {
        return misfit(ErrorCode::NotText, spec.name);
    }
    if (spec.kind == FieldKind::Date && !isPlausibleDate(text)) {
        return misfit(ErrorCode::ImpossibleDate, spec.name);
    }
    const bool isCode =
        spec.kind == FieldKind::Agency || spec.kind == FieldKind::Worker || spec.kind == FieldKind::Service;
    if (isCode && !text.empty() && !detail::isWellFormedCode(text)) {
        return misfit(ErrorCode::Malformed, spec.name);
    }
    return ok();
}

Result<void> checkSet(std::string_view field, std::size_t maxBytes, const std::vector<std::string>& members) {
    std::size_t bytes = 0;
    for (const auto& member : members) {
        bytes += member.size();
        if (!isText(member)) {
            return misfit(ErrorCode::NotText, field);
        }
    }
    if (bytes > maxBytes || members.size() > kMaxSetMembers) {
        return misfit(ErrorCode::TooLarge, field);
    }
    if (std::adjacent_find(members.begin(), members.end(), std::greater_equal<>{}) != members.end()) {
        return misfit(ErrorCode::Malformed, field);
    }
    return ok();
}

Result<void> checkKnown(const FieldSpec& spec, const Value& value) {
    switch (spec.kind) {
    case FieldKind::Integer:
    case FieldKind::Time:
    case FieldKind::YesNo:
        return std::holds_alternative<std::int64_t>(value) ? ok()
                                                           : Result<void>{misfit(ErrorCode::Malformed, spec.name)};
    case FieldKind::Record:
    case FieldKind::Person:
        return std::holds_alternative<AnyId>(value) ? ok() : Result<void>{misfit(ErrorCode::Malformed, spec.name)};
    case FieldKind::Set:
    case FieldKind::Files:
        if (const auto* members = std::get_if<std::vector<std::string>>(&value)) {
            return checkSet(spec.name, spec.maxBytes, *members);
        }
        return misfit(ErrorCode::Malformed, spec.name);
    case FieldKind::Text:
    case FieldKind::Prose:
    case FieldKind::Code:
    case FieldKind::Date:
    case FieldKind::Agency:
    case FieldKind::Worker:
    case FieldKind::Service:
        break;
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return checkText(spec, *text);
    }
    return misfit(ErrorCode::Malformed, spec.name);
}

Result<void> checkUnknown(const Value& value) {
    constexpr std::string_view kName = "of a newer schema";
    if (const auto* members = std::get_if<std::vector<std::string>>(&value)) {
        return checkSet(kName, kMaxUnknownFieldBytes, *members);
    }
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) {
        return ok();
    }
    if (text->size() > kMaxUnknownFieldBytes) {
        return misfit(ErrorCode::TooLarge, kName);
    }
    return isText(*text) ? ok() : Result<void>{misfit(ErrorCode::NotText, kName)};
}

Result<void> checkOne(const RecordSchema* schema, FieldTag tag, const Value& value) {
    if (tag.number == 0 || tag.number > kMaxFieldTag) {
        return {ErrorCode::Malformed, "field tag"};
    }
    const FieldSpec* spec = schema == nullptr ? nullptr : schema->field(tag);
    return spec == nullptr ? checkUnknown(value) : checkKnown(*spec, value);
}

Result<void> checkOthers(const RecordSchema* schema, const std::vector<OtherVersion>& others) {
    if (others.size() > kMaxOtherVersions) {
        return {ErrorCode::TooLarge, "number of versions"};
    }
    for (const auto& other : others) {
        if (other.op.isNull() || other.says.size() > kMaxFields) {
            return {ErrorCode::Malformed, "another version"};
        }
        std::uint16_t last = 0;
        for (const auto& said : other.says) {
            if (said.field.number <= last) {
                return {ErrorCode::Malformed, "another version's fields out of order"};
            }
            last = said.field.number;
            FS_TRY(said.value ? checkOne(schema, said.field, *said.value) : ok());
            FS_TRY(said.saw ? checkOne(schema, said.field, *said.saw) : ok());
        }
    }
    return ok();
}

} // namespace

std::string_view name(Category category) {
    static constexpr std::string_view kNames[] = {"",
                                                  "identity",
                                                  "contact-details",
                                                  "home-access",
                                                  "involvement",
                                                  "wishes",
                                                  "alerts",
                                                  "care-plan",
                                                  "functional-assessment",
                                                  "health-summary",
                                                  "mental-health",
                                                  "substance-use",
                                                  "safeguarding",
                                                  "legal-status",
                                                  "housing",
                                                  "finance",
                                                  "carer",
                                                  "carer-private",
                                                  "placement",
                                                  "contact-note",
                                                  "referral",
                                                  "conference",
                                                  "directory"};
    const auto index = static_cast<std::size_t>(category);
    return index > 0 && index < std::size(kNames) ? kNames[index] : "unknown";
}

const FieldSpec* RecordSchema::field(FieldTag tag) const {
    const auto at = std::lower_bound(fields.begin(), fields.end(), tag,
                                     [](const FieldSpec& spec, FieldTag wanted) { return spec.tag < wanted; });
    return at != fields.end() && at->tag == tag ? &*at : nullptr;
}

const FieldSpec* RecordSchema::field(std::string_view wanted) const {
    const auto at = std::find_if(fields.begin(), fields.end(), [&](const FieldSpec& s) { return s.name == wanted; });
    return at != fields.end() ? &*at : nullptr;
}

std::span<const RecordSchema> allSchemas() { return kSchemas; }

const RecordSchema* schemaOf(RecordType type) {
    const auto number = static_cast<std::size_t>(type);
    return number < kByNumber.size() ? kByNumber[number] : nullptr;
}

const RecordSchema* schemaNamed(std::string_view wanted) {
    for (const auto& schema : kSchemas) {
        if (schema.name == wanted) {
            return &schema;
        }
    }
    return nullptr;
}

Result<void> checkFields(RecordType type, const FieldSet& fields) {
    if (fields.size() > kMaxFields) {
        return {ErrorCode::TooLarge, "number of fields"};
    }
    const RecordSchema* schema = schemaOf(type);
    for (const auto& [tag, value] : fields) {
        FS_TRY(checkOne(schema, tag, value));
    }
    return checkOthers(schema, fields.others());
}

} // namespace frontsheet
