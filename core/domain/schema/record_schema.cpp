#include "core/domain/schema/record_schema.h"

#include "core/base/utf8.h"
#include "core/domain/calendar.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/emergency_access.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/sharing_agreement.h"

#include <algorithm>

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
};

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
    for (const auto& schema : kSchemas) {
        if (schema.type == type) {
            return &schema;
        }
    }
    return nullptr;
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
