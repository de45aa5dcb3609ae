#include "app/viewmodels/care_field_names.h"

#include "core/domain/schema/about_person.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"

#include <QtGlobal>

#include <span>

namespace frontsheet {

namespace {

using Named = std::pair<FieldTag, const char*>;

#define FS_NAME(words) QT_TRANSLATE_NOOP("FieldNames", words)

void put(FieldNameMap& names, RecordType type, std::span<const Named> all) {
    for (const auto& [tag, words] : all) {
        names[{type, tag}] = words;
    }
}

void nameAdditions(FieldNameMap& names) {
    const Named referral[] = {
        {referral::kNeedCode.tag, FS_NAME("Kind of need")},
        {referral::kRedirects.tag, FS_NAME("Times passed on")},
        {referral::kRedirectedBecause.tag, FS_NAME("Why it was passed on")},
        {referral::kPassedThrough.tag, FS_NAME("Where it was before")},
        {referral::kFirstContactAt.tag, FS_NAME("First contact with the person")},
        {referral::kReopened.tag, FS_NAME("Times reopened")},
        {referral::kReopenedBecause.tag, FS_NAME("Why it was reopened")},
        {referral::kOutcomeReadBy.tag, FS_NAME("Outcome read by")},
        {referral::kOutcomeReadAt.tag, FS_NAME("Outcome read")},
        {referral::kSuggestedService.tag, FS_NAME("Who could help instead")},
        {referral::kWaitsSince.tag, FS_NAME("Waits since")},
    };
    put(names, RecordType::Referral, referral);
    const Named placement[] = {
        {placement::kStage.tag, FS_NAME("Stage")},
        {placement::kTrialFrom.tag, FS_NAME("Trial at home from")},
        {placement::kTrialUntil.tag, FS_NAME("Trial at home until")},
        {placement::kTown.tag, FS_NAME("Town")},
        {placement::kPostcode.tag, FS_NAME("Postcode")},
        {placement::kPhone.tag, FS_NAME("Telephone of the home")},
        {placement::kOfficerOffered.tag, FS_NAME("Asked to be reviewing officer")},
        {placement::kOfficerOfferedBy.tag, FS_NAME("Asked by")},
        {placement::kOfficerOfferedAt.tag, FS_NAME("Asked")},
        {placement::kOfficerOfferWords.tag, FS_NAME("With the words")},
        {placement::kWishAskedOn.tag, FS_NAME("Own wish asked on")},
        {placement::kWishNotAskedBecause.tag, FS_NAME("Why the own wish was not asked")},
        {placement::kOutcomeWords.tag, FS_NAME("Outcome in words")},
        {placement::kOutcomeWish.tag, FS_NAME("Outcome beside the own wish")},
        {placement::kNextReviewDue.tag, FS_NAME("Next review due")},
        {placement::kIntervals.tag, FS_NAME("Days after which reviews fall due")},
    };
    put(names, RecordType::Placement, placement);
}

void nameAboutPerson(FieldNameMap& names) {
    const Named aboutMe[] = {
        {about_me::kImportant.tag, FS_NAME("What is most important to me")},
        {about_me::kPeople.tag, FS_NAME("People who are important to me")},
        {about_me::kSupport.tag, FS_NAME("How and when to support me")},
        {about_me::kCommunication.tag, FS_NAME("How to communicate with me")},
        {about_me::kWellness.tag, FS_NAME("A good day and a bad one")},
        {about_me::kPleaseDo.tag, FS_NAME("Please do, and please do not")},
        {about_me::kWorthKnowing.tag, FS_NAME("Also worth knowing")},
        {about_me::kSaidOn.tag, FS_NAME("Said on")},
        {about_me::kWrittenWith.tag, FS_NAME("Written with")},
    };
    put(names, RecordType::AboutMe, aboutMe);
    const Named communicationNeed[] = {
        {communication_need::kInterpreter.tag, FS_NAME("Interpreter")},
        {communication_need::kInterpreterLanguage.tag, FS_NAME("Interpreter for")},
        {communication_need::kContactBy.tag, FS_NAME("Contact by")},
        {communication_need::kInformationAs.tag, FS_NAME("Written information as")},
        {communication_need::kSupport.tag, FS_NAME("What helps")},
        {communication_need::kAskedOn.tag, FS_NAME("Asked on")},
        {communication_need::kEndedOn.tag, FS_NAME("No longer since")},
    };
    put(names, RecordType::CommunicationNeed, communicationNeed);
    const Named relatedPerson[] = {
        {related_person::kName.tag, FS_NAME("Name")},
        {related_person::kRelation.tag, FS_NAME("Relation")},
        {related_person::kPhone.tag, FS_NAME("Telephone")},
        {related_person::kOtherPhone.tag, FS_NAME("Another telephone")},
        {related_person::kAddress.tag, FS_NAME("Address")},
        {related_person::kEmergencyContact.tag, FS_NAME("Emergency contact")},
        {related_person::kOrder.tag, FS_NAME("Whom to ring first")},
        {related_person::kNextOfKin.tag, FS_NAME("Next of kin, as people ask")},
        {related_person::kLivesWith.tag, FS_NAME("Lives with the person")},
        {related_person::kKeyHolder.tag, FS_NAME("Has a key")},
        {related_person::kNote.tag, FS_NAME("Note")},
        {related_person::kAsPerson.tag, FS_NAME("Their own record")},
        {related_person::kEndedOn.tag, FS_NAME("No longer since")},
    };
    put(names, RecordType::RelatedPerson, relatedPerson);
    const Named view[] = {
        {view::kWhose.tag, FS_NAME("Whose view")},
        {view::kName.tag, FS_NAME("Name")},
        {view::kRelation.tag, FS_NAME("Relation")},
        {view::kSaid.tag, FS_NAME("In their words")},
        {view::kAbout.tag, FS_NAME("About")},
        {view::kAboutRecord.tag, FS_NAME("About the record")},
        {view::kAboutField.tag, FS_NAME("About the entry")},
        {view::kSaidOn.tag, FS_NAME("Said on")},
        {view::kHow.tag, FS_NAME("How it was said")},
        {view::kNotAskedBecause.tag, FS_NAME("Why the person was not asked")},
        {view::kRecordedBy.tag, FS_NAME("Recorded by")},
        {view::kState.tag, FS_NAME("State")},
        {view::kErrorReason.tag, FS_NAME("Why it was entered in error")},
        {view::kReaders.tag, FS_NAME("Only for")},
    };
    put(names, RecordType::View, view);
}

void nameSafety(FieldNameMap& names) {
    const Named riskAlert[] = {
        {risk_alert::kKind.tag, FS_NAME("Kind of risk")},
        {risk_alert::kText.tag, FS_NAME("Risk")},
        {risk_alert::kDoThis.tag, FS_NAME("What to do about it")},
        {risk_alert::kReviewOn.tag, FS_NAME("Look again on")},
        {risk_alert::kState.tag, FS_NAME("State")},
        {risk_alert::kEndedBecause.tag, FS_NAME("Why it ended")},
        {risk_alert::kEndedOn.tag, FS_NAME("Ended on")},
    };
    put(names, RecordType::RiskAlert, riskAlert);
    const Named allergy[] = {
        {allergy::kSubstance.tag, FS_NAME("Allergic to")},
        {allergy::kReaction.tag, FS_NAME("Reaction")},
        {allergy::kSeverity.tag, FS_NAME("Severity")},
        {allergy::kNoneKnown.tag, FS_NAME("Asked, and none known")},
        {allergy::kSource.tag, FS_NAME("Source")},
        {allergy::kAsOf.tag, FS_NAME("As of")},
        {allergy::kState.tag, FS_NAME("State")},
        {allergy::kEndedBecause.tag, FS_NAME("Why it no longer stands")},
    };
    put(names, RecordType::Allergy, allergy);
    const Named medicine[] = {
        {medicine::kName.tag, FS_NAME("Medicine")},
        {medicine::kDose.tag, FS_NAME("Dose")},
        {medicine::kAsNeeded.tag, FS_NAME("As needed")},
        {medicine::kGivenBy.tag, FS_NAME("Given by")},
        {medicine::kSource.tag, FS_NAME("Source")},
        {medicine::kAsOf.tag, FS_NAME("As of")},
        {medicine::kNote.tag, FS_NAME("Note")},
        {medicine::kStoppedOn.tag, FS_NAME("Stopped on")},
        {medicine::kStoppedBecause.tag, FS_NAME("Why it was stopped")},
    };
    put(names, RecordType::Medicine, medicine);
    const Named advancePlan[] = {
        {advance_plan::kKind.tag, FS_NAME("What it is")},
        {advance_plan::kSummary.tag, FS_NAME("What it says")},
        {advance_plan::kHolderName.tag, FS_NAME("Who holds it")},
        {advance_plan::kHolderPhone.tag, FS_NAME("Their telephone")},
        {advance_plan::kMadeOn.tag, FS_NAME("Made on")},
        {advance_plan::kRegistered.tag, FS_NAME("Registered with the Office of the Public Guardian")},
        {advance_plan::kReference.tag, FS_NAME("Reference")},
        {advance_plan::kKeptWhere.tag, FS_NAME("Where it is kept")},
        {advance_plan::kSeenBy.tag, FS_NAME("Seen by")},
        {advance_plan::kSeenOn.tag, FS_NAME("Seen on")},
        {advance_plan::kState.tag, FS_NAME("State")},
        {advance_plan::kEndedOn.tag, FS_NAME("Ended on")},
        {advance_plan::kEndedBecause.tag, FS_NAME("Why it ended")},
        {advance_plan::kFiles.tag, FS_NAME("Photos and files")},
    };
    put(names, RecordType::AdvancePlan, advancePlan);
    const Named death[] = {
        {death::kDiedOn.tag, FS_NAME("Died on")},
        {death::kPlace.tag, FS_NAME("Where")},
        {death::kToldBy.tag, FS_NAME("Told by")},
        {death::kState.tag, FS_NAME("State")},
        {death::kErrorReason.tag, FS_NAME("Why it was entered in error")},
        {death::kErrorBy.tag, FS_NAME("Marked entered in error by")},
    };
    put(names, RecordType::Death, death);
}

void namePlan(FieldNameMap& names) {
    const Named carePlan[] = {
        {care_plan::kState.tag, FS_NAME("State")},
        {care_plan::kClosedOn.tag, FS_NAME("Closed on")},
        {care_plan::kClosedBecause.tag, FS_NAME("Why it was closed")},
        {care_plan::kCaseOwner.tag, FS_NAME("Case owner")},
        {care_plan::kOwnerSince.tag, FS_NAME("Case owner since")},
        {care_plan::kOfferedTo.tag, FS_NAME("Asked to be case owner")},
        {care_plan::kOfferedBy.tag, FS_NAME("Asked by")},
        {care_plan::kOfferedAt.tag, FS_NAME("Asked")},
        {care_plan::kOfferWords.tag, FS_NAME("With the words")},
        {care_plan::kSummary.tag, FS_NAME("What the plan is for")},
        {care_plan::kOpenedOn.tag, FS_NAME("Opened on")},
        {care_plan::kReviewDue.tag, FS_NAME("Review due")},
        {care_plan::kReviewedOn.tag, FS_NAME("Last reviewed on")},
        {care_plan::kAgreedWith.tag, FS_NAME("Agreed with")},
        {care_plan::kAgreedOn.tag, FS_NAME("Agreed on")},
        {care_plan::kContinues.tag, FS_NAME("Continues the plan")},
        {care_plan::kContinuesOf.tag, FS_NAME("Led before by")},
        {care_plan::kContinuedBy.tag, FS_NAME("Continued by the plan")},
        {care_plan::kContinuedOf.tag, FS_NAME("Led now by")},
    };
    put(names, RecordType::CarePlan, carePlan);
    const Named need[] = {
        {need::kText.tag, FS_NAME("Need")},
        {need::kDomain.tag, FS_NAME("Area of life")},
        {need::kDetail.tag, FS_NAME("More about it")},
        {need::kPersonSays.tag, FS_NAME("In the person's own words")},
        {need::kState.tag, FS_NAME("State")},
        {need::kUnmetBecause.tag, FS_NAME("Why it is not met")},
        {need::kUnmetWords.tag, FS_NAME("The reason in words")},
        {need::kMeanwhile.tag, FS_NAME("What is done meanwhile")},
        {need::kNextLook.tag, FS_NAME("Next look")},
        {need::kPlan.tag, FS_NAME("Of the plan")},
        {need::kEndedBecause.tag, FS_NAME("Why it ended")},
    };
    put(names, RecordType::Need, need);
    const Named goal[] = {
        {goal::kWords.tag, FS_NAME("Goal")},
        {goal::kLooksLike.tag, FS_NAME("How everybody will know")},
        {goal::kBy.tag, FS_NAME("By")},
        {goal::kState.tag, FS_NAME("State")},
        {goal::kResult.tag, FS_NAME("What came of it")},
        {goal::kResultOn.tag, FS_NAME("Result on")},
        {goal::kPlan.tag, FS_NAME("Of the plan")},
        {goal::kPlacement.tag, FS_NAME("After the discharge")},
        {goal::kNeed.tag, FS_NAME("For the need")},
    };
    put(names, RecordType::Goal, goal);
    const Named action[] = {
        {action::kWhat.tag, FS_NAME("What is to be done")},
        {action::kDetail.tag, FS_NAME("More about it")},
        {action::kOwnerAgency.tag, FS_NAME("Agency of the owner")},
        {action::kOwner.tag, FS_NAME("Owner")},
        {action::kState.tag, FS_NAME("State")},
        {action::kAnswer.tag, FS_NAME("Answer")},
        {action::kAnsweredAt.tag, FS_NAME("Answered")},
        {action::kReport.tag, FS_NAME("Report")},
        {action::kReportedAt.tag, FS_NAME("Reported")},
        {action::kDue.tag, FS_NAME("Due")},
        {action::kAskedBy.tag, FS_NAME("Asked by")},
        {action::kAskedByAgency.tag, FS_NAME("Asked by agency")},
        {action::kPlace.tag, FS_NAME("Where")},
        {action::kPlan.tag, FS_NAME("Of the plan")},
        {action::kNeed.tag, FS_NAME("For the need")},
        {action::kGoal.tag, FS_NAME("For the goal")},
        {action::kPlacement.tag, FS_NAME("For the placement")},
        {action::kChecklistItem.tag, FS_NAME("To get ready")},
        {action::kConference.tag, FS_NAME("Decided at the conference")},
        {action::kMeasure.tag, FS_NAME("Asked for by the measure")},
    };
    put(names, RecordType::Action, action);
    const Named packageLine[] = {
        {package_line::kTask.tag, FS_NAME("Task")},
        {package_line::kProvider.tag, FS_NAME("Provider")},
        {package_line::kProviderService.tag, FS_NAME("Provider's service")},
        {package_line::kVisitsAWeek.tag, FS_NAME("Visits a week")},
        {package_line::kMinutesAVisit.tag, FS_NAME("Minutes a visit")},
        {package_line::kWorkersAVisit.tag, FS_NAME("Workers a visit")},
        {package_line::kWhen.tag, FS_NAME("When")},
        {package_line::kDeliveredMinutesAWeek.tag, FS_NAME("Minutes delivered a week")},
        {package_line::kDeliveredAsOf.tag, FS_NAME("Delivered as of")},
        {package_line::kWeeklyCostPence.tag, FS_NAME("Weekly cost")},
        {package_line::kCouncilPence.tag, FS_NAME("Paid by the council")},
        {package_line::kNhsPence.tag, FS_NAME("Paid by the NHS")},
        {package_line::kPersonPence.tag, FS_NAME("Paid by the person")},
        {package_line::kOtherPence.tag, FS_NAME("Paid by others")},
        {package_line::kOtherPayer.tag, FS_NAME("Who else pays")},
        {package_line::kStartsOn.tag, FS_NAME("Starts on")},
        {package_line::kEndsOn.tag, FS_NAME("Ends on")},
        {package_line::kState.tag, FS_NAME("State")},
        {package_line::kStateBecause.tag, FS_NAME("Why")},
        {package_line::kPlan.tag, FS_NAME("Of the plan")},
        {package_line::kNeed.tag, FS_NAME("For the need")},
    };
    put(names, RecordType::PackageLine, packageLine);
    const Named crisisPart[] = {
        {crisis_part::kEarlySigns.tag, FS_NAME("Early signs")},
        {crisis_part::kWhatHelps.tag, FS_NAME("What helps")},
        {crisis_part::kWhatDoesNot.tag, FS_NAME("What does not help")},
        {crisis_part::kWhomToCall.tag, FS_NAME("Whom to call")},
        {crisis_part::kSafePlace.tag, FS_NAME("A safe place")},
        {crisis_part::kWhoDepends.tag, FS_NAME("Who depends on the person")},
        {crisis_part::kPersonAgrees.tag, FS_NAME("Agreed with the person")},
        {crisis_part::kAgreedOn.tag, FS_NAME("Agreed on")},
        {crisis_part::kReviewDue.tag, FS_NAME("Review due")},
        {crisis_part::kPlan.tag, FS_NAME("Of the plan")},
        {crisis_part::kReaders.tag, FS_NAME("Only for")},
    };
    put(names, RecordType::CrisisPart, crisisPart);
}

void nameCarers(FieldNameMap& names) {
    const Named carer[] = {
        {carer::kCarer.tag, FS_NAME("Carer's own record")},
        {carer::kName.tag, FS_NAME("Carer")},
        {carer::kRelation.tag, FS_NAME("Relation")},
        {carer::kLivesWith.tag, FS_NAME("Lives with the person")},
        {carer::kWilling.tag, FS_NAME("Willing to care")},
        {carer::kWillingWords.tag, FS_NAME("In the carer's words")},
        {carer::kAskedOn.tag, FS_NAME("Asked on")},
        {carer::kAskedBy.tag, FS_NAME("Asked by")},
        {carer::kHoursAWeek.tag, FS_NAME("Hours a week")},
        {carer::kIfUnable.tag, FS_NAME("If the carer cannot")},
        {carer::kAssessment.tag, FS_NAME("Carer's assessment")},
        {carer::kAssessmentOn.tag, FS_NAME("Assessment on")},
        {carer::kEndedOn.tag, FS_NAME("No longer since")},
    };
    put(names, RecordType::Carer, carer);
    const Named carerAssessment[] = {
        {carer_assessment::kCaresFor.tag, FS_NAME("Cares for")},
        {carer_assessment::kDoes.tag, FS_NAME("What they do")},
        {carer_assessment::kEffect.tag, FS_NAME("What it does to them")},
        {carer_assessment::kWishes.tag, FS_NAME("What they want for themselves")},
        {carer_assessment::kNeeds.tag, FS_NAME("What they need")},
        {carer_assessment::kAgreed.tag, FS_NAME("Support agreed")},
        {carer_assessment::kWilling.tag, FS_NAME("Willing to care")},
        {carer_assessment::kAssessedOn.tag, FS_NAME("Assessed on")},
        {carer_assessment::kReviewDue.tag, FS_NAME("Review due")},
        {carer_assessment::kState.tag, FS_NAME("State")},
        {carer_assessment::kAssessedBy.tag, FS_NAME("Assessed by")},
        {carer_assessment::kReaders.tag, FS_NAME("Only for")},
        {carer_assessment::kCaresForName.tag, FS_NAME("Whom they look after")},
    };
    put(names, RecordType::CarerAssessment, carerAssessment);
    const Named carerPrivate[] = {
        {carer_private::kText.tag, FS_NAME("Private to the carer")},
        {carer_private::kCaresFor.tag, FS_NAME("Cares for")},
        {carer_private::kReaders.tag, FS_NAME("Only for")},
    };
    put(names, RecordType::CarerPrivate, carerPrivate);
}

void namePlacements(FieldNameMap& names) {
    const Named placementReview[] = {
        {placement_review::kPlacement.tag, FS_NAME("Of the placement")},
        {placement_review::kKind.tag, FS_NAME("Kind of review")},
        {placement_review::kDue.tag, FS_NAME("Due")},
        {placement_review::kState.tag, FS_NAME("State")},
        {placement_review::kHeldOn.tag, FS_NAME("Held on")},
        {placement_review::kOwnWords.tag, FS_NAME("In the person's own words")},
        {placement_review::kOwnWordsMissing.tag, FS_NAME("Why the person could not be asked")},
        {placement_review::kFindings.tag, FS_NAME("What was found")},
        {placement_review::kConclusion.tag, FS_NAME("Conclusion")},
        {placement_review::kReviewer.tag, FS_NAME("Reviewer")},
        {placement_review::kNextDue.tag, FS_NAME("Next review due")},
    };
    put(names, RecordType::PlacementReview, placementReview);
    const Named slippage[] = {
        {slippage::kPlacement.tag, FS_NAME("Of the placement")},
        {slippage::kReview.tag, FS_NAME("Of the review")},
        {slippage::kFrom.tag, FS_NAME("Was due")},
        {slippage::kTo.tag, FS_NAME("Is due now")},
        {slippage::kBecause.tag, FS_NAME("Why it slipped")},
        {slippage::kWords.tag, FS_NAME("In words")},
    };
    put(names, RecordType::Slippage, slippage);
    const Named checklistItem[] = {
        {checklist_item::kPlacement.tag, FS_NAME("Of the placement")},
        {checklist_item::kItem.tag, FS_NAME("What must be ready")},
        {checklist_item::kText.tag, FS_NAME("What exactly")},
        {checklist_item::kState.tag, FS_NAME("State")},
        {checklist_item::kReadyOn.tag, FS_NAME("Ready on")},
        {checklist_item::kSaidBy.tag, FS_NAME("Said by")},
        {checklist_item::kSaidByAgency.tag, FS_NAME("Said by agency")},
        {checklist_item::kAction.tag, FS_NAME("The task")},
    };
    put(names, RecordType::ChecklistItem, checklistItem);
    const Named hospitalAtHome[] = {
        {hospital_at_home::kReason.tag, FS_NAME("What it is for")},
        {hospital_at_home::kStartedOn.tag, FS_NAME("Started on")},
        {hospital_at_home::kEndsOn.tag, FS_NAME("Planned to end on")},
        {hospital_at_home::kLead.tag, FS_NAME("Lead")},
        {hospital_at_home::kConsultant.tag, FS_NAME("Consultant")},
        {hospital_at_home::kWatchFor.tag, FS_NAME("What to watch for")},
        {hospital_at_home::kRing.tag, FS_NAME("Whom to ring")},
        {hospital_at_home::kState.tag, FS_NAME("State")},
        {hospital_at_home::kEndedOn.tag, FS_NAME("Ended on")},
        {hospital_at_home::kOutcome.tag, FS_NAME("Outcome")},
        {hospital_at_home::kOutcomeWords.tag, FS_NAME("Outcome in words")},
    };
    put(names, RecordType::HospitalAtHome, hospitalAtHome);
}

void nameConferences(FieldNameMap& names) {
    const Named conference[] = {
        {conference::kAbout.tag, FS_NAME("About")},
        {conference::kStartsAt.tag, FS_NAME("Starts")},
        {conference::kPlace.tag, FS_NAME("Where")},
        {conference::kChair.tag, FS_NAME("Chair")},
        {conference::kWhy.tag, FS_NAME("Why it is held")},
        {conference::kState.tag, FS_NAME("State")},
        {conference::kHeldOn.tag, FS_NAME("Held on")},
        {conference::kPersonThere.tag, FS_NAME("Was the person there")},
        {conference::kPersonAbsentBecause.tag, FS_NAME("Why the person was not there")},
        {conference::kSummary.tag, FS_NAME("What was said")},
        {conference::kCancelledBecause.tag, FS_NAME("Why it was cancelled")},
        {conference::kPlacement.tag, FS_NAME("About the placement")},
        {conference::kPlan.tag, FS_NAME("About the plan")},
    };
    put(names, RecordType::Conference, conference);
    const Named invitation[] = {
        {invitation::kConference.tag, FS_NAME("To the conference")},
        {invitation::kAgency.tag, FS_NAME("Agency")},
        {invitation::kWorker.tag, FS_NAME("Worker")},
        {invitation::kName.tag, FS_NAME("Name")},
        {invitation::kRelation.tag, FS_NAME("Relation")},
        {invitation::kAnswer.tag, FS_NAME("Answer")},
        {invitation::kAnswerWords.tag, FS_NAME("In their words")},
        {invitation::kAnsweredAt.tag, FS_NAME("Answered")},
        {invitation::kAttended.tag, FS_NAME("Attended")},
        {invitation::kWordsSent.tag, FS_NAME("What they want said")},
        {invitation::kComesAs.tag, FS_NAME("Comes as")},
        {invitation::kAbout.tag, FS_NAME("About")},
        {invitation::kStartsAt.tag, FS_NAME("Starts")},
        {invitation::kPlace.tag, FS_NAME("Where")},
    };
    put(names, RecordType::Invitation, invitation);
    const Named conferenceDecision[] = {
        {conference_decision::kConference.tag, FS_NAME("Of the conference")},
        {conference_decision::kOrder.tag, FS_NAME("Number")},
        {conference_decision::kText.tag, FS_NAME("Decision")},
        {conference_decision::kDissent.tag, FS_NAME("Who disagrees")},
        {conference_decision::kState.tag, FS_NAME("State")},
        {conference_decision::kErrorReason.tag, FS_NAME("Why it was entered in error")},
    };
    put(names, RecordType::ConferenceDecision, conferenceDecision);
}

void nameDays(FieldNameMap& names) {
    const Named measure[] = {
        {measure::kInstrument.tag, FS_NAME("Measure")},
        {measure::kScore.tag, FS_NAME("Score")},
        {measure::kAnswers.tag, FS_NAME("Answers")},
        {measure::kImpairment.tag, FS_NAME("How difficult it makes things")},
        {measure::kTakenOn.tag, FS_NAME("Taken on")},
        {measure::kTakenBy.tag, FS_NAME("Taken by")},
        {measure::kWith.tag, FS_NAME("Taken with")},
        {measure::kNote.tag, FS_NAME("Note")},
        {measure::kState.tag, FS_NAME("State")},
        {measure::kErrorReason.tag, FS_NAME("Why it was entered in error")},
        {measure::kSafety.tag, FS_NAME("What was done at once")},
        {measure::kSafetyWords.tag, FS_NAME("What was done, in words")},
        {measure::kSafetyBy.tag, FS_NAME("Seen to by")},
        {measure::kAgainOn.tag, FS_NAME("To be taken again on")},
    };
    put(names, RecordType::Measure, measure);
    const Named appointment[] = {
        {appointment::kWorker.tag, FS_NAME("Worker")},
        {appointment::kStartsAt.tag, FS_NAME("Starts")},
        {appointment::kMinutes.tag, FS_NAME("Minutes")},
        {appointment::kOrder.tag, FS_NAME("Place in the round")},
        {appointment::kAt.tag, FS_NAME("Kind of place")},
        {appointment::kPlace.tag, FS_NAME("Where")},
        {appointment::kWhy.tag, FS_NAME("What it is for")},
        {appointment::kState.tag, FS_NAME("State")},
        {appointment::kEndedAt.tag, FS_NAME("Ended")},
        {appointment::kStateBecause.tag, FS_NAME("Why")},
        {appointment::kNote.tag, FS_NAME("Note of it")},
        {appointment::kTold.tag, FS_NAME("Passed on to")},
        {appointment::kToldAt.tag, FS_NAME("Passed on")},
        {appointment::kSafeBecause.tag, FS_NAME("How we know that the person is safe")},
        {appointment::kBecauseOf.tag, FS_NAME("Because of")},
        {appointment::kSetOutAt.tag, FS_NAME("On the way since")},
        {appointment::kArrivedAt.tag, FS_NAME("At the door since")},
        {appointment::kOfferedTo.tag, FS_NAME("Asked to make the visit")},
        {appointment::kOfferedBy.tag, FS_NAME("Asked by")},
        {appointment::kOfferedAt.tag, FS_NAME("Asked")},
    };
    put(names, RecordType::Appointment, appointment);
    const Named message[] = {
        {message::kAbout.tag, FS_NAME("About the record")},
        {message::kText.tag, FS_NAME("Message")},
        {message::kToAgency.tag, FS_NAME("To agency")},
        {message::kToWorker.tag, FS_NAME("To")},
        {message::kReplyTo.tag, FS_NAME("Answers the message")},
        {message::kReadBy.tag, FS_NAME("Read by")},
        {message::kReadAt.tag, FS_NAME("Read")},
    };
    put(names, RecordType::Message, message);
}

#undef FS_NAME

} // namespace

void nameCareFields(FieldNameMap& names) {
    nameAdditions(names);
    nameAboutPerson(names);
    nameSafety(names);
    namePlan(names);
    nameCarers(names);
    namePlacements(names);
    nameConferences(names);
    nameDays(names);
}

} // namespace frontsheet
