#include "core/domain/care/naming_carer.h"

#include "core/domain/identity/person_name.h"
#include "core/domain/referral_rules.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/safety.h"

namespace frontsheet::care {

namespace {

// How much of a record's id tells two registrations of one agency apart.
constexpr std::size_t kIdDigitsSkipped = 20;

void putIfSaid(FieldSet& fields, const TextField& field, const std::string& text) {
    if (!text.empty()) {
        fields.put(field, text);
    }
}

std::string_view said(const Record* record, const TextField& field) {
    return record == nullptr ? std::string_view{} : record->fields.text(field);
}

} // namespace

bool namesSomebodyNew(const Record& carer) {
    return carer.type == RecordType::Carer && carer.fields.get(carer::kCarer).isNull() &&
           !isBlank(carer.fields.text(carer::kName));
}

Record registrationOfCarer(Record blank, const Record& carer) {
    const auto text = carer.fields.text(carer::kName);
    const bool comma = text.find(',') != std::string_view::npos;
    const auto split = splitName(text, comma ? NameForm::FamilyCommaGiven : NameForm::TitleGivenFamily);
    auto& f = blank.fields;
    // Until the agency gives its own number.
    f.put(registration::kLocalId, "carer-" + carer.id.hex().substr(kIdDigitsSkipped));
    putIfSaid(f, registration::kTitle, split.name.title);
    putIfSaid(f, registration::kGivenName, split.name.given);
    putIfSaid(f, registration::kFamilyName, split.name.family);
    return blank;
}

Record membershipOfWhoNames(Record blank, const Principal& author) {
    auto& f = blank.fields;
    f.put(care_team::kAgency, author.agency);
    f.put(care_team::kWorker, author.worker);
    putIfSaid(f, care_team::kRole, author.role);
    f.put(care_team::kSince, blank.occurredAt);
    f.put(care_team::kSource, std::string{"worker"});
    return blank;
}

void sayWhoAsked(const Record* before, Record& after, const Principal& author) {
    auto& f = after.fields;
    if (after.type == RecordType::Carer) {
        const auto willing = f.text(carer::kWilling);
        const bool asked = !willing.empty() && willing != "not-asked" && willing != said(before, carer::kWilling);
        const bool named = before != nullptr && f.get(carer::kAskedBy) != before->fields.get(carer::kAskedBy);
        if (asked && !named && (before != nullptr || f.get(carer::kAskedBy).empty())) {
            f.put(carer::kAskedBy, author.worker);
        }
    }
    if (after.type == RecordType::CarerAssessment && f.text(carer_assessment::kState) == "done" &&
        f.get(carer_assessment::kAssessedBy).empty()) {
        f.put(carer_assessment::kAssessedBy, author.worker);
    }
    if (after.type == RecordType::AdvancePlan) {
        const auto on = f.text(advance_plan::kSeenOn);
        if (on.empty()) {
            f.put(advance_plan::kSeenBy, WorkerId{});
        } else if (on != said(before, advance_plan::kSeenOn) || f.get(advance_plan::kSeenBy).empty()) {
            f.put(advance_plan::kSeenBy, author.worker);
        }
    }
}

} // namespace frontsheet::care
