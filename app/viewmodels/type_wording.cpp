#include "app/viewmodels/type_wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace frontsheet {

namespace {

#define FS_TYPE(words) QT_TRANSLATE_NOOP("RecordTypes", words)

constexpr std::pair<RecordType, const char*> kWords[] = {
    {RecordType::Registration, FS_TYPE("Registration")},
    {RecordType::PersonLink, FS_TYPE("Same person elsewhere")},
    {RecordType::CareTeamMembership, FS_TYPE("Care team")},
    {RecordType::Referral, FS_TYPE("Referral")},
    {RecordType::ReferralMessage, FS_TYPE("Message on a referral")},
    {RecordType::ReceivedCopy, FS_TYPE("Copy of a referral")},
    {RecordType::ContactNote, FS_TYPE("Note")},
    {RecordType::Placement, FS_TYPE("Placement")},
    {RecordType::PermissionStatement, FS_TYPE("What the person said about sharing")},
    {RecordType::PermissionNotice, FS_TYPE("What another agency told us about sharing")},
    {RecordType::EmergencyAccess, FS_TYPE("Emergency access")},
    {RecordType::ObjectionReview, FS_TYPE("Review of a concern")},
    {RecordType::Agency, FS_TYPE("Directory")},
    {RecordType::Worker, FS_TYPE("Directory")},
    {RecordType::Service, FS_TYPE("Directory")},
    {RecordType::ContactPoint, FS_TYPE("Directory")},
    {RecordType::SharingAgreement, FS_TYPE("Directory")},
    {RecordType::RotaEntry, FS_TYPE("Duty rota")},
    {RecordType::Absence, FS_TYPE("Absence")},
    {RecordType::AboutMe, FS_TYPE("About me")},
    {RecordType::CommunicationNeed, FS_TYPE("Communication need")},
    {RecordType::RelatedPerson, FS_TYPE("Family or friend")},
    {RecordType::RiskAlert, FS_TYPE("Alert")},
    {RecordType::Allergy, FS_TYPE("Allergy")},
    {RecordType::Medicine, FS_TYPE("Medicine")},
    {RecordType::AdvancePlan, FS_TYPE("Decided in advance")},
    {RecordType::Death, FS_TYPE("Death")},
    {RecordType::CarePlan, FS_TYPE("Care plan")},
    {RecordType::Need, FS_TYPE("Need")},
    {RecordType::Goal, FS_TYPE("Goal")},
    {RecordType::Action, FS_TYPE("Action")},
    {RecordType::PackageLine, FS_TYPE("Package line")},
    {RecordType::CrisisPart, FS_TYPE("Crisis plan")},
    {RecordType::View, FS_TYPE("View")},
    {RecordType::Carer, FS_TYPE("Carer")},
    {RecordType::CarerAssessment, FS_TYPE("Carer's assessment")},
    {RecordType::CarerPrivate, FS_TYPE("Private to the carer")},
    {RecordType::PlacementReview, FS_TYPE("Review")},
    {RecordType::Slippage, FS_TYPE("Date that slipped")},
    {RecordType::ChecklistItem, FS_TYPE("For the way home")},
    {RecordType::HospitalAtHome, FS_TYPE("Hospital at home")},
    {RecordType::Conference, FS_TYPE("Conference")},
    {RecordType::Invitation, FS_TYPE("Invitation")},
    {RecordType::ConferenceDecision, FS_TYPE("Decision of a conference")},
    {RecordType::Measure, FS_TYPE("Measure")},
    {RecordType::Appointment, FS_TYPE("Visit")},
    {RecordType::Message, FS_TYPE("Message")},
};

#undef FS_TYPE

} // namespace

QString typeWords(RecordType type) {
    const auto* found =
        std::find_if(std::begin(kWords), std::end(kWords), [&](const auto& one) { return one.first == type; });
    return QCoreApplication::translate("RecordTypes", found == std::end(kWords)
                                                          ? QT_TRANSLATE_NOOP("RecordTypes", "Another kind of record")
                                                          : found->second);
}

} // namespace frontsheet
