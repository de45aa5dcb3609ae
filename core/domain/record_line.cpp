#include "core/domain/record_line.h"

#include "core/base/utf8.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::size_t kLine = 80;

constexpr std::pair<RecordType, const TextField*> kSaidBy[] = {
    {RecordType::Referral, &referral::kNeed},
    {RecordType::ReferralMessage, &referral_message::kText},
    {RecordType::ContactNote, &contact_note::kText},
    {RecordType::Placement, &placement::kPlacedAt},
    {RecordType::AboutMe, &about_me::kImportant},
    {RecordType::RelatedPerson, &related_person::kName},
    {RecordType::RiskAlert, &risk_alert::kText},
    {RecordType::Allergy, &allergy::kSubstance},
    {RecordType::Medicine, &medicine::kName},
    {RecordType::AdvancePlan, &advance_plan::kSummary},
    {RecordType::CarePlan, &care_plan::kSummary},
    {RecordType::Need, &need::kText},
    {RecordType::Goal, &goal::kWords},
    {RecordType::Action, &action::kWhat},
    {RecordType::PackageLine, &package_line::kTask},
    {RecordType::CrisisPart, &crisis_part::kEarlySigns},
    {RecordType::View, &view::kSaid},
    {RecordType::Carer, &carer::kName},
    {RecordType::CarerAssessment, &carer_assessment::kNeeds},
    {RecordType::CarerPrivate, &carer_private::kText},
    {RecordType::PlacementReview, &placement_review::kFindings},
    {RecordType::Slippage, &slippage::kWords},
    {RecordType::ChecklistItem, &checklist_item::kText},
    {RecordType::HospitalAtHome, &hospital_at_home::kReason},
    {RecordType::Conference, &conference::kAbout},
    {RecordType::Invitation, &invitation::kName},
    {RecordType::ConferenceDecision, &conference_decision::kText},
    {RecordType::Appointment, &appointment::kWhy},
    {RecordType::Message, &message::kText},
};

} // namespace

std::string lineOf(const Record& record) {
    const auto* said =
        std::find_if(std::begin(kSaidBy), std::end(kSaidBy), [&](const auto& one) { return one.first == record.type; });
    return said == std::end(kSaidBy) ? std::string{}
                                     : std::string{firstCodePoints(record.fields.text(*said->second), kLine)};
}

} // namespace frontsheet
