#include "core/domain/care/obligations.h"

#include "core/domain/schema/about_person.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/rota.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"

#include <algorithm>

namespace frontsheet::care {

namespace {

constexpr FieldTag kPlanAlways[] = {care_plan::kCaseOwner.tag};
constexpr FieldTag kPlanFixed[] = {care_plan::kOpenedOn.tag, care_plan::kContinues.tag, care_plan::kContinuesOf.tag};
constexpr NeededIn kPlanStates[] = {{"closed", care_plan::kClosedBecause.tag}, {"closed", care_plan::kClosedOn.tag}};

constexpr FieldTag kNeedAlways[] = {need::kText.tag};
constexpr NeededIn kNeedStates[] = {{"unmet", need::kUnmetBecause.tag},
                                    {"unmet", need::kUnmetWords.tag},
                                    {"part-met", need::kUnmetWords.tag},
                                    {"ended", need::kEndedBecause.tag}};

constexpr FieldTag kGoalAlways[] = {goal::kWords.tag};
constexpr NeededIn kGoalStates[] = {{"not-reached", goal::kResult.tag}, {"given-up", goal::kResult.tag}};

constexpr FieldTag kActionAlways[] = {action::kWhat.tag, action::kOwnerAgency.tag, action::kOwner.tag,
                                      action::kDue.tag,  action::kAskedBy.tag,     action::kAskedByAgency.tag};
constexpr FieldTag kActionFixed[] = {action::kAskedBy.tag, action::kAskedByAgency.tag};
constexpr NeededIn kActionStates[] = {
    {"declined", action::kAnswer.tag}, {"cancelled", action::kAnswer.tag}, {"done", action::kReport.tag}};

constexpr FieldTag kLineAlways[] = {package_line::kTask.tag};
constexpr NeededIn kLineStates[] = {{"suspended", package_line::kStateBecause.tag},
                                    {"ended", package_line::kStateBecause.tag}};

constexpr FieldTag kViewAlways[] = {view::kWhose.tag, view::kSaidOn.tag, view::kRecordedBy.tag};
constexpr FieldTag kViewFixed[] = {view::kWhose.tag,      view::kName.tag,           view::kRelation.tag,
                                   view::kSaid.tag,       view::kAbout.tag,          view::kAboutRecord.tag,
                                   view::kAboutField.tag, view::kSaidOn.tag,         view::kHow.tag,
                                   view::kRecordedBy.tag, view::kNotAskedBecause.tag};
constexpr NeededIn kViewStates[] = {{"entered-in-error", view::kErrorReason.tag}};

constexpr FieldTag kRelatedAlways[] = {related_person::kName.tag};
constexpr FieldTag kRiskAlways[] = {risk_alert::kText.tag};
constexpr NeededIn kRiskStates[] = {{"ended", risk_alert::kEndedBecause.tag}};
constexpr FieldTag kAllergyAlways[] = {allergy::kSource.tag, allergy::kAsOf.tag};
constexpr NeededIn kAllergyStates[] = {{"refuted", allergy::kEndedBecause.tag},
                                       {"entered-in-error", allergy::kEndedBecause.tag}};
constexpr FieldTag kMedicineAlways[] = {medicine::kName.tag, medicine::kSource.tag, medicine::kAsOf.tag};
constexpr FieldTag kAdvanceAlways[] = {advance_plan::kKind.tag};
constexpr FieldTag kAdvanceFixed[] = {advance_plan::kKind.tag};
constexpr NeededIn kAdvanceStates[] = {{"ended", advance_plan::kEndedBecause.tag}};
constexpr FieldTag kDeathAlways[] = {death::kDiedOn.tag};
constexpr NeededIn kDeathStates[] = {{"entered-in-error", death::kErrorReason.tag},
                                     {"entered-in-error", death::kErrorBy.tag}};

constexpr FieldTag kCarerAlways[] = {carer::kCarer.tag};
constexpr FieldTag kCarerFixed[] = {carer::kCarer.tag};
constexpr NeededIn kAssessmentStates[] = {{"done", carer_assessment::kAssessedOn.tag},
                                          {"done", carer_assessment::kAssessedBy.tag}};
constexpr FieldTag kPrivateAlways[] = {carer_private::kText.tag};

constexpr FieldTag kReviewAlways[] = {placement_review::kPlacement.tag, placement_review::kDue.tag};
constexpr FieldTag kReviewFixed[] = {placement_review::kPlacement.tag};
constexpr NeededIn kReviewStates[] = {{"held", placement_review::kHeldOn.tag},
                                      {"held", placement_review::kConclusion.tag},
                                      {"held", placement_review::kReviewer.tag}};
constexpr FieldTag kSlippageAlways[] = {slippage::kPlacement.tag, slippage::kFrom.tag, slippage::kTo.tag,
                                        slippage::kBecause.tag};
constexpr FieldTag kItemAlways[] = {checklist_item::kPlacement.tag, checklist_item::kItem.tag};
constexpr FieldTag kItemFixed[] = {checklist_item::kPlacement.tag, checklist_item::kItem.tag};
constexpr NeededIn kItemStates[] = {{"asked", checklist_item::kAction.tag},
                                    {"ready", checklist_item::kSaidBy.tag},
                                    {"ready", checklist_item::kReadyOn.tag}};
constexpr FieldTag kEpisodeAlways[] = {hospital_at_home::kReason.tag, hospital_at_home::kStartedOn.tag,
                                       hospital_at_home::kLead.tag};
constexpr NeededIn kEpisodeStates[] = {{"ended", hospital_at_home::kEndedOn.tag},
                                       {"ended", hospital_at_home::kOutcome.tag}};

constexpr FieldTag kConferenceAlways[] = {conference::kAbout.tag, conference::kStartsAt.tag, conference::kChair.tag};
constexpr NeededIn kConferenceStates[] = {{"held", conference::kHeldOn.tag},
                                          {"held", conference::kPersonThere.tag},
                                          {"cancelled", conference::kCancelledBecause.tag}};
constexpr FieldTag kInvitationAlways[] = {invitation::kConference.tag};
constexpr FieldTag kInvitationFixed[] = {invitation::kConference.tag, invitation::kAgency.tag, invitation::kWorker.tag,
                                         invitation::kName.tag};
constexpr FieldTag kDecisionAlways[] = {conference_decision::kConference.tag, conference_decision::kText.tag};
constexpr FieldTag kDecisionFixed[] = {conference_decision::kConference.tag, conference_decision::kText.tag,
                                       conference_decision::kDissent.tag};
constexpr NeededIn kDecisionStates[] = {{"entered-in-error", conference_decision::kErrorReason.tag}};

constexpr FieldTag kMeasureAlways[] = {measure::kInstrument.tag, measure::kTakenOn.tag, measure::kTakenBy.tag};
constexpr FieldTag kMeasureFixed[] = {measure::kInstrument.tag, measure::kScore.tag,   measure::kAnswers.tag,
                                      measure::kImpairment.tag, measure::kTakenOn.tag, measure::kTakenBy.tag,
                                      measure::kWith.tag};
constexpr NeededIn kMeasureStates[] = {{"entered-in-error", measure::kErrorReason.tag}};

constexpr FieldTag kVisitAlways[] = {appointment::kWorker.tag, appointment::kStartsAt.tag};
constexpr NeededIn kVisitStates[] = {{"no-reply", appointment::kTold.tag},
                                     {"cancelled", appointment::kStateBecause.tag},
                                     {"stopped", appointment::kStateBecause.tag}};

constexpr FieldTag kMessageAlways[] = {message::kText.tag, message::kToAgency.tag};
constexpr FieldTag kMessageFixed[] = {message::kAbout.tag, message::kText.tag, message::kToAgency.tag,
                                      message::kToWorker.tag, message::kReplyTo.tag};

constexpr FieldTag kRotaAlways[] = {rota_entry::kService.tag, rota_entry::kWorker.tag, rota_entry::kFrom.tag};
constexpr FieldTag kAbsenceAlways[] = {absence::kWorker.tag, absence::kFrom.tag};
constexpr FieldTag kAbsenceFixed[] = {absence::kWorker.tag};

constexpr Obligations kAll[] = {
    {RecordType::CarePlan, kPlanAlways, kPlanFixed, kPlanStates},
    {RecordType::Need, kNeedAlways, {}, kNeedStates},
    {RecordType::Goal, kGoalAlways, {}, kGoalStates},
    {RecordType::Action, kActionAlways, kActionFixed, kActionStates},
    {RecordType::PackageLine, kLineAlways, {}, kLineStates},
    {RecordType::View, kViewAlways, kViewFixed, kViewStates},
    {RecordType::RelatedPerson, kRelatedAlways, {}, {}},
    {RecordType::RiskAlert, kRiskAlways, {}, kRiskStates},
    {RecordType::Allergy, kAllergyAlways, {}, kAllergyStates},
    {RecordType::Medicine, kMedicineAlways, {}, {}},
    {RecordType::AdvancePlan, kAdvanceAlways, kAdvanceFixed, kAdvanceStates},
    {RecordType::Death, kDeathAlways, {}, kDeathStates},
    {RecordType::Carer, kCarerAlways, kCarerFixed, {}},
    {RecordType::CarerAssessment, {}, {}, kAssessmentStates},
    {RecordType::CarerPrivate, kPrivateAlways, {}, {}},
    {RecordType::PlacementReview, kReviewAlways, kReviewFixed, kReviewStates},
    {RecordType::Slippage, kSlippageAlways, {}, {}},
    {RecordType::ChecklistItem, kItemAlways, kItemFixed, kItemStates},
    {RecordType::HospitalAtHome, kEpisodeAlways, {}, kEpisodeStates},
    {RecordType::Conference, kConferenceAlways, {}, kConferenceStates},
    {RecordType::Invitation, kInvitationAlways, kInvitationFixed, {}},
    {RecordType::ConferenceDecision, kDecisionAlways, kDecisionFixed, kDecisionStates},
    {RecordType::Measure, kMeasureAlways, kMeasureFixed, kMeasureStates},
    {RecordType::Appointment, kVisitAlways, {}, kVisitStates},
    {RecordType::Message, kMessageAlways, kMessageFixed, {}},
    {RecordType::RotaEntry, kRotaAlways, {}, {}},
    {RecordType::Absence, kAbsenceAlways, kAbsenceFixed, {}},
};

} // namespace

const Obligations* obligationsOf(RecordType type) {
    const auto* found =
        std::find_if(std::begin(kAll), std::end(kAll), [&](const auto& one) { return one.type == type; });
    return found == std::end(kAll) ? nullptr : found;
}

} // namespace frontsheet::care
