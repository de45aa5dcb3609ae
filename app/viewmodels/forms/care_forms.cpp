#include "app/viewmodels/forms/form_spec.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"

#include <QtGlobal>

#include <algorithm>

namespace frontsheet {

namespace {

#define FS_WORDS(words) QT_TRANSLATE_NOOP("Forms", words)

constexpr FormChoice kNeedDomains[] = {{"personal-care", FS_WORDS("Washing and dressing")},
                                       {"meals", FS_WORDS("Meals")},
                                       {"mobility", FS_WORDS("Getting about")},
                                       {"medicines", FS_WORDS("Medicines")},
                                       {"home-safety", FS_WORDS("Safety at home")},
                                       {"memory", FS_WORDS("Memory")},
                                       {"mood", FS_WORDS("Mood")},
                                       {"social", FS_WORDS("Company")},
                                       {"money", FS_WORDS("Money")},
                                       {"housing", FS_WORDS("Housing")},
                                       {"nursing", FS_WORDS("Nursing")},
                                       {"carer", FS_WORDS("Their carer")},
                                       {"other", FS_WORDS("Something else")}};
constexpr FormChoice kNeedStates[] = {{"open", FS_WORDS("Not dealt with yet")},
                                      {"unmet", FS_WORDS("Unmet")},
                                      {"part-met", FS_WORDS("Partly met")},
                                      {"met", FS_WORDS("Met")},
                                      {"ended", FS_WORDS("No longer a need")}};
constexpr FormChoice kUnmetBecause[] = {
    {"no-service", FS_WORDS("No service")},     {"waiting-list", FS_WORDS("Waiting list")},
    {"not-eligible", FS_WORDS("Not eligible")}, {"person-declines", FS_WORDS("The person says no")},
    {"no-money", FS_WORDS("No money")},         {"other", FS_WORDS("Another reason")}};
constexpr FormChoice kGoalStates[] = {{"set", FS_WORDS("Being worked on")},
                                      {"part-reached", FS_WORDS("Partly reached")},
                                      {"reached", FS_WORDS("Reached")},
                                      {"not-reached", FS_WORDS("Not reached")},
                                      {"given-up", FS_WORDS("Given up")}};
constexpr FormChoice kLineStates[] = {{"arranging", FS_WORDS("Being arranged")},
                                      {"running", FS_WORDS("Running")},
                                      {"suspended", FS_WORDS("Suspended")},
                                      {"ended", FS_WORDS("Ended")}};
constexpr FormChoice kWhose[] = {{"person", FS_WORDS("The person")}, {"carer", FS_WORDS("Carer")},
                                 {"family", FS_WORDS("Family")},     {"friend", FS_WORDS("Friend")},
                                 {"advocate", FS_WORDS("Advocate")}, {"gp", FS_WORDS("GP")},
                                 {"worker", FS_WORDS("Worker")},     {"other", FS_WORDS("Somebody else")}};
constexpr FormChoice kAbout[] = {{"where-to-live", FS_WORDS("Where to live")},
                                 {"care", FS_WORDS("Care and support")},
                                 {"plan", FS_WORDS("The plan")},
                                 {"placement", FS_WORDS("The placement")},
                                 {"discharge", FS_WORDS("Leaving hospital")},
                                 {"conference", FS_WORDS("For the conference")},
                                 {"other", FS_WORDS("Something else")}};
constexpr FormChoice kHow[] = {{"face-to-face", FS_WORDS("Face to face")},
                               {"phone", FS_WORDS("By telephone")},
                               {"letter", FS_WORDS("In writing")},
                               {"interpreter", FS_WORDS("With an interpreter")},
                               {"advocate", FS_WORDS("Through an advocate")},
                               {"not-asked", FS_WORDS("Not asked")}};
constexpr FormChoice kRisks[] = {{"lone-worker", FS_WORDS("To lone workers")},
                                 {"violence", FS_WORDS("Violence")},
                                 {"falls", FS_WORDS("Falls")},
                                 {"self-neglect", FS_WORDS("Self-neglect")},
                                 {"self-harm", FS_WORDS("Self-harm")},
                                 {"infection", FS_WORDS("Infection")},
                                 {"fire", FS_WORDS("Fire")},
                                 {"environment", FS_WORDS("The home itself")},
                                 {"animals", FS_WORDS("Animals")},
                                 {"other", FS_WORDS("Something else")}};
constexpr FormChoice kVisitAt[] = {{"home", FS_WORDS("At home")},
                                   {"phone", FS_WORDS("By telephone")},
                                   {"clinic", FS_WORDS("At the clinic")},
                                   {"care-home", FS_WORDS("In a care home")},
                                   {"hospital", FS_WORDS("In hospital")}};
constexpr FormChoice kSeverity[] = {
    {"mild", FS_WORDS("Mild")}, {"severe", FS_WORDS("Severe")}, {"not-known", FS_WORDS("Not known")}};
constexpr FormChoice kAdvance[] = {{"respect", FS_WORDS("ReSPECT form")},
                                   {"dnacpr", FS_WORDS("DNACPR")},
                                   {"advance-decision", FS_WORDS("Advance decision")},
                                   {"advance-statement", FS_WORDS("Advance statement")},
                                   {"attorney-health", FS_WORDS("Attorney for health and welfare")},
                                   {"attorney-money", FS_WORDS("Attorney for money")},
                                   {"deputy", FS_WORDS("Deputy")},
                                   {"other", FS_WORDS("Something else")}};
constexpr FormChoice kDiedAt[] = {{"home", FS_WORDS("At home")},
                                  {"hospital", FS_WORDS("In hospital")},
                                  {"care-home", FS_WORDS("In a care home")},
                                  {"hospice", FS_WORDS("In a hospice")},
                                  {"elsewhere", FS_WORDS("Elsewhere")},
                                  {"not-known", FS_WORDS("Not known")}};
constexpr FormChoice kInterpreter[] = {{"spoken", FS_WORDS("Spoken language")},
                                       {"british-sign-language", FS_WORDS("British Sign Language")},
                                       {"deafblind-manual", FS_WORDS("Deafblind manual")},
                                       {"relay", FS_WORDS("Text relay")}};
constexpr FormChoice kContactBy[] = {{"letter", FS_WORDS("Letter")},
                                     {"phone", FS_WORDS("Telephone")},
                                     {"text-message", FS_WORDS("Text message")},
                                     {"email", FS_WORDS("Email")},
                                     {"in-person", FS_WORDS("In person")},
                                     {"through-somebody", FS_WORDS("Through somebody")}};
constexpr FormChoice kInformationAs[] = {{"large-print", FS_WORDS("Large print")},
                                         {"easy-read", FS_WORDS("Easy read")},
                                         {"braille", FS_WORDS("Braille")},
                                         {"audio", FS_WORDS("Audio")},
                                         {"email", FS_WORDS("Email")}};

constexpr FormField kCarePlan[] = {
    {.field = care_plan::kSummary.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("What everybody should know of it in a paragraph")},
    {.field = care_plan::kAgreedWith.tag,
     .widget = FormWidget::Names,
     .hint = FS_WORDS("The person, and who else: names with a comma between them")},
    {.field = care_plan::kAgreedOn.tag, .widget = FormWidget::Date, .towards = DateTowards::Past},
    {.field = care_plan::kReviewedOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("When it was last looked at, with them"),
     .towards = DateTowards::Past},
    {.field = care_plan::kReviewDue.tag, .widget = FormWidget::Date, .hint = FS_WORDS("When you look at it again")},
};

constexpr FormField kNeed[] = {
    {.field = need::kText.tag,
     .widget = FormWidget::Line,
     .hint = FS_WORDS("In plain words: help to wash in the morning")},
    {.field = need::kDomain.tag, .widget = FormWidget::Choice, .choices = kNeedDomains},
    {.field = need::kPersonSays.tag, .widget = FormWidget::Lines, .hint = FS_WORDS("How they put it themselves")},
    {.field = need::kDetail.tag, .widget = FormWidget::Lines, .hint = FS_WORDS("What others should know")},
    {.field = need::kState.tag, .widget = FormWidget::Choice, .choices = kNeedStates},
    {.field = need::kUnmetBecause.tag,
     .widget = FormWidget::Choice,
     .choices = kUnmetBecause,
     .shownWith = need::kState.tag,
     .shownFor = "unmet"},
    {.field = need::kUnmetWords.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("In words that the person could read"),
     .shownWith = need::kState.tag,
     .shownFor = "unmet part-met"},
    {.field = need::kMeanwhile.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("What is done until then"),
     .shownWith = need::kState.tag,
     .shownFor = "unmet part-met open"},
    {.field = need::kNextLook.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("When somebody looks again"),
     .shownWith = need::kState.tag,
     .shownFor = "unmet part-met open"},
    {.field = need::kEndedBecause.tag, .widget = FormWidget::Lines, .shownWith = need::kState.tag, .shownFor = "ended"},
};

constexpr FormField kGoal[] = {
    {.field = goal::kWords.tag, .widget = FormWidget::Lines, .hint = FS_WORDS("In their own words")},
    {.field = goal::kLooksLike.tag, .widget = FormWidget::Lines, .hint = FS_WORDS("What will be different")},
    {.field = goal::kBy.tag, .widget = FormWidget::Date, .hint = FS_WORDS("By when")},
    {.field = goal::kState.tag, .widget = FormWidget::Choice, .choices = kGoalStates},
    {.field = goal::kResult.tag,
     .widget = FormWidget::Lines,
     .shownWith = goal::kState.tag,
     .shownFor = "part-reached reached not-reached given-up"},
};

constexpr FormField kAction[] = {
    {.field = action::kWhat.tag, .widget = FormWidget::Line},
    {.field = action::kOwner.tag,
     .widget = FormWidget::Worker,
     .hint = FS_WORDS("One person, who says yes or no"),
     .agency = action::kOwnerAgency.tag},
    {.field = action::kDue.tag, .widget = FormWidget::Date, .hint = FS_WORDS("By when")},
    {.field = action::kDetail.tag, .widget = FormWidget::Lines, .hint = FS_WORDS("What they need to know")},
    {.field = action::kPlace.tag, .widget = FormWidget::Line, .hint = FS_WORDS("If it is not obvious")},
};

constexpr FormField kPackageLine[] = {
    {.field = package_line::kTask.tag,
     .widget = FormWidget::Line,
     .hint = FS_WORDS("What is done: help to wash and dress")},
    {.field = package_line::kProvider.tag, .widget = FormWidget::Line, .hint = FS_WORDS("Who does it")},
    {.field = package_line::kWhen.tag, .widget = FormWidget::Line, .hint = FS_WORDS("Mornings, before nine")},
    {.field = package_line::kVisitsAWeek.tag, .widget = FormWidget::Number},
    {.field = package_line::kMinutesAVisit.tag, .widget = FormWidget::Number},
    {.field = package_line::kWorkersAVisit.tag, .widget = FormWidget::Number, .hint = FS_WORDS("2 where it needs two")},
    {.field = package_line::kWeeklyCostPence.tag,
     .widget = FormWidget::Pounds,
     .hint = FS_WORDS("In pounds, such as 154.50. What is paid below makes it up")},
    {.field = package_line::kCouncilPence.tag, .widget = FormWidget::Pounds},
    {.field = package_line::kNhsPence.tag, .widget = FormWidget::Pounds},
    {.field = package_line::kPersonPence.tag, .widget = FormWidget::Pounds},
    {.field = package_line::kOtherPence.tag, .widget = FormWidget::Pounds},
    {.field = package_line::kState.tag, .widget = FormWidget::Choice, .choices = kLineStates},
    {.field = package_line::kStateBecause.tag,
     .widget = FormWidget::Lines,
     .shownWith = package_line::kState.tag,
     .shownFor = "suspended ended"},
    {.field = package_line::kStartsOn.tag, .widget = FormWidget::Date, .hint = FS_WORDS("First day")},
    {.field = package_line::kEndsOn.tag, .widget = FormWidget::Date, .hint = FS_WORDS("Last day, if known")},
    {.field = package_line::kDeliveredMinutesAWeek.tag,
     .widget = FormWidget::Number,
     .hint = FS_WORDS("Minutes a week that were really given")},
    {.field = package_line::kDeliveredAsOf.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("As of which day"),
     .towards = DateTowards::Past},
};

constexpr FormField kView[] = {
    {.field = view::kWhose.tag, .widget = FormWidget::Choice, .choices = kWhose},
    {.field = view::kName.tag,
     .widget = FormWidget::Line,
     .hint = FS_WORDS("Who said it"),
     .shownWith = view::kWhose.tag,
     .shownFor = "carer family friend advocate gp worker other"},
    {.field = view::kRelation.tag,
     .widget = FormWidget::Line,
     .hint = FS_WORDS("What they are to the person"),
     .shownWith = view::kWhose.tag,
     .shownFor = "carer family friend other"},
    {.field = view::kAbout.tag, .widget = FormWidget::Choice, .choices = kAbout},
    {.field = view::kHow.tag, .widget = FormWidget::Choice, .choices = kHow},
    {.field = view::kSaid.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("Word for word"),
     .shownWith = view::kHow.tag,
     .shownFor = "!not-asked"},
    {.field = view::kNotAskedBecause.tag,
     .widget = FormWidget::Lines,
     .shownWith = view::kHow.tag,
     .shownFor = "not-asked"},
    {.field = view::kSaidOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("When it was said"),
     .towards = DateTowards::Past},
};

constexpr FormField kCrisisPart[] = {
    {.field = crisis_part::kEarlySigns.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("How everybody can tell that a crisis is coming")},
    {.field = crisis_part::kWhatHelps.tag, .widget = FormWidget::Lines},
    {.field = crisis_part::kWhatDoesNot.tag, .widget = FormWidget::Lines, .hint = FS_WORDS("What makes it worse")},
    {.field = crisis_part::kWhomToCall.tag, .widget = FormWidget::Lines, .hint = FS_WORDS("In which order")},
    {.field = crisis_part::kSafePlace.tag, .widget = FormWidget::Lines, .hint = FS_WORDS("Where they feel safe")},
    {.field = crisis_part::kWhoDepends.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("Children, others cared for, animals: who looks after them")},
    {.field = crisis_part::kPersonAgrees.tag, .widget = FormWidget::YesNo, .hint = FS_WORDS("They agreed to it")},
    {.field = crisis_part::kAgreedOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("When"),
     .towards = DateTowards::Past},
    {.field = crisis_part::kReviewDue.tag, .widget = FormWidget::Date, .hint = FS_WORDS("When you look at it again")},
};

constexpr FormField kRiskAlert[] = {
    {.field = risk_alert::kKind.tag, .widget = FormWidget::Choice, .choices = kRisks},
    {.field = risk_alert::kText.tag, .widget = FormWidget::Lines, .hint = FS_WORDS("What can happen, and to whom")},
    {.field = risk_alert::kDoThis.tag, .widget = FormWidget::Lines, .hint = FS_WORDS("Visit in pairs, not after dark")},
    {.field = risk_alert::kReviewOn.tag, .widget = FormWidget::Date, .hint = FS_WORDS("When somebody looks again")},
};

constexpr FormField kAllergy[] = {
    {.field = allergy::kNoneKnown.tag, .widget = FormWidget::YesNo, .hint = FS_WORDS("Asked, and there is none")},
    {.field = allergy::kSubstance.tag,
     .widget = FormWidget::Line,
     .hint = FS_WORDS("What of"),
     .shownWith = allergy::kNoneKnown.tag,
     .shownFor = "!yes"},
    {.field = allergy::kReaction.tag,
     .widget = FormWidget::Line,
     .hint = FS_WORDS("What happens"),
     .shownWith = allergy::kNoneKnown.tag,
     .shownFor = "!yes"},
    {.field = allergy::kSeverity.tag,
     .widget = FormWidget::Choice,
     .choices = kSeverity,
     .shownWith = allergy::kNoneKnown.tag,
     .shownFor = "!yes"},
    {.field = allergy::kSource.tag,
     .widget = FormWidget::Line,
     .hint = FS_WORDS("Who says so: GP record, discharge letter, their daughter")},
    {.field = allergy::kAsOf.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("As of which day"),
     .towards = DateTowards::Past},
};

constexpr FormField kMedicine[] = {
    {.field = medicine::kName.tag,
     .widget = FormWidget::Line,
     .hint = FS_WORDS("With strength and form: furosemide 40 mg tablets")},
    {.field = medicine::kDose.tag, .widget = FormWidget::Line, .hint = FS_WORDS("1 in the morning")},
    {.field = medicine::kAsNeeded.tag, .widget = FormWidget::YesNo, .hint = FS_WORDS("Only when needed")},
    {.field = medicine::kGivenBy.tag, .widget = FormWidget::Line, .hint = FS_WORDS("Who gives it, if somebody does")},
    {.field = medicine::kSource.tag,
     .widget = FormWidget::Line,
     .hint = FS_WORDS("Who says so: GP record, discharge letter")},
    {.field = medicine::kAsOf.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("As of which day"),
     .towards = DateTowards::Past},
    {.field = medicine::kNote.tag, .widget = FormWidget::Lines, .hint = FS_WORDS("What to look out for")},
    {.field = medicine::kStoppedOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("If it was stopped: when"),
     .towards = DateTowards::Past},
    {.field = medicine::kStoppedBecause.tag, .widget = FormWidget::Line},
};

constexpr FormField kAdvancePlan[] = {
    {.field = advance_plan::kKind.tag, .widget = FormWidget::Choice, .choices = kAdvance},
    {.field = advance_plan::kSummary.tag, .widget = FormWidget::Lines, .hint = FS_WORDS("In the words of the paper")},
    {.field = advance_plan::kHolderName.tag, .widget = FormWidget::Line, .hint = FS_WORDS("The name on the paper")},
    {.field = advance_plan::kHolderPhone.tag, .widget = FormWidget::Line, .hint = FS_WORDS("How to reach them")},
    {.field = advance_plan::kMadeOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("When it was made"),
     .towards = DateTowards::Past},
    {.field = advance_plan::kRegistered.tag,
     .widget = FormWidget::YesNo,
     .shownWith = advance_plan::kKind.tag,
     .shownFor = "attorney-health attorney-money"}, // a deputy's power is the court's order: care/who_decides.h
    {.field = advance_plan::kReference.tag, .widget = FormWidget::Line, .hint = FS_WORDS("Its number")},
    {.field = advance_plan::kKeptWhere.tag,
     .widget = FormWidget::Line,
     .hint = FS_WORDS("Where the paper is: yellow folder by the fridge")},
    {.field = advance_plan::kSeenOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("When you saw the paper itself; empty: told of it"),
     .towards = DateTowards::Past},
};

constexpr FormField kAboutMe[] = {
    {.field = about_me::kImportant.tag, .widget = FormWidget::Lines, .hint = FS_WORDS("In their words")},
    {.field = about_me::kPeople.tag, .widget = FormWidget::Lines},
    {.field = about_me::kSupport.tag, .widget = FormWidget::Lines},
    {.field = about_me::kCommunication.tag, .widget = FormWidget::Lines},
    {.field = about_me::kWellness.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("How to tell the one from the other")},
    {.field = about_me::kPleaseDo.tag, .widget = FormWidget::Lines},
    {.field = about_me::kWorthKnowing.tag, .widget = FormWidget::Lines},
    {.field = about_me::kSaidOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("When they said it"),
     .towards = DateTowards::Past},
    {.field = about_me::kWrittenWith.tag, .widget = FormWidget::Line, .hint = FS_WORDS("Who helped to write it")},
};

constexpr FormField kCommunicationNeed[] = {
    {.field = communication_need::kInterpreter.tag, .widget = FormWidget::Choice, .choices = kInterpreter},
    {.field = communication_need::kInterpreterLanguage.tag,
     .widget = FormWidget::Line,
     .hint = FS_WORDS("Which language")},
    {.field = communication_need::kContactBy.tag, .widget = FormWidget::Choice, .choices = kContactBy},
    {.field = communication_need::kInformationAs.tag, .widget = FormWidget::Choice, .choices = kInformationAs},
    {.field = communication_need::kSupport.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("Time to answer, a hearing loop")},
    {.field = communication_need::kAskedOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("When they were asked"),
     .towards = DateTowards::Past},
};

constexpr FormField kRelatedPerson[] = {
    {.field = related_person::kName.tag, .widget = FormWidget::Line, .hint = FS_WORDS("Their name")},
    {.field = related_person::kRelation.tag,
     .widget = FormWidget::Line,
     .hint = FS_WORDS("What they are: daughter, neighbour")},
    {.field = related_person::kPhone.tag, .widget = FormWidget::Line},
    {.field = related_person::kOtherPhone.tag, .widget = FormWidget::Line},
    {.field = related_person::kAddress.tag, .widget = FormWidget::Line, .hint = FS_WORDS("If it is needed")},
    {.field = related_person::kEmergencyContact.tag,
     .widget = FormWidget::YesNo,
     .hint = FS_WORDS("Ring them in an emergency")},
    {.field = related_person::kOrder.tag, .widget = FormWidget::Number, .hint = FS_WORDS("1 for who is rung first")},
    {.field = related_person::kLivesWith.tag, .widget = FormWidget::YesNo, .hint = FS_WORDS("They live together")},
    {.field = related_person::kKeyHolder.tag, .widget = FormWidget::YesNo, .hint = FS_WORDS("They have a key")},
    {.field = related_person::kNote.tag, .widget = FormWidget::Lines, .hint = FS_WORDS("What to know")},
};

constexpr FormField kDeath[] = {
    {.field = death::kDiedOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("On which day"),
     .towards = DateTowards::Past},
    {.field = death::kPlace.tag, .widget = FormWidget::Choice, .choices = kDiedAt},
    {.field = death::kToldBy.tag, .widget = FormWidget::Line, .hint = FS_WORDS("Who told you")},
};

constexpr FormField kVisit[] = {
    {.field = appointment::kStartsAt.tag,
     .widget = FormWidget::Moment,
     .hint = FS_WORDS("Day and hour: tomorrow 10:30, or 24/11/2026 14:00")},
    {.field = appointment::kWhy.tag, .widget = FormWidget::Line},
    {.field = appointment::kMinutes.tag, .widget = FormWidget::Number},
    {.field = appointment::kAt.tag, .widget = FormWidget::Choice, .choices = kVisitAt},
    {.field = appointment::kPlace.tag, .widget = FormWidget::Line, .hint = FS_WORDS("If not at home")},
    {.field = appointment::kWorker.tag, .widget = FormWidget::Worker, .hint = FS_WORDS("Who visits")},
};

constexpr FormSpec kForms[] = {
    {RecordType::CarePlan, FS_WORDS("Open a plan for %1"), FS_WORDS("The plan of %1"), kCarePlan},
    {RecordType::Need, FS_WORDS("A need of %1"), FS_WORDS("A need of %1"), kNeed},
    {RecordType::Goal, FS_WORDS("A goal of %1"), FS_WORDS("A goal of %1"), kGoal},
    {RecordType::Action, FS_WORDS("Something to do for %1"), FS_WORDS("Something to do for %1"), kAction},
    {RecordType::PackageLine, FS_WORDS("A line of the package of %1"), FS_WORDS("A line of the package of %1"),
     kPackageLine},
    {RecordType::View, FS_WORDS("What is said about %1"), FS_WORDS("What is said about %1"), kView},
    {RecordType::CrisisPart, FS_WORDS("The crisis plan of %1"), FS_WORDS("The crisis plan of %1"), kCrisisPart},
    {RecordType::RiskAlert, FS_WORDS("An alert for whoever visits %1"), FS_WORDS("An alert for whoever visits %1"),
     kRiskAlert},
    {RecordType::Allergy, FS_WORDS("An allergy of %1"), FS_WORDS("An allergy of %1"), kAllergy},
    {RecordType::Medicine, FS_WORDS("A medicine of %1"), FS_WORDS("A medicine of %1"), kMedicine},
    {RecordType::AdvancePlan, FS_WORDS("What %1 decided in advance"), FS_WORDS("What %1 decided in advance"),
     kAdvancePlan},
    {RecordType::AboutMe, FS_WORDS("What matters to %1"), FS_WORDS("What matters to %1"), kAboutMe},
    {RecordType::CommunicationNeed, FS_WORDS("How to reach %1 so that it is understood"),
     FS_WORDS("How to reach %1 so that it is understood"), kCommunicationNeed},
    {RecordType::RelatedPerson, FS_WORDS("Somebody who belongs to %1"), FS_WORDS("Somebody who belongs to %1"),
     kRelatedPerson},
    {RecordType::Appointment, FS_WORDS("Plan a visit to %1"), FS_WORDS("A visit to %1"), kVisit},
    {RecordType::Death, FS_WORDS("%1 has died"), FS_WORDS("%1 has died"), kDeath},
};

#undef FS_WORDS

} // namespace

const FormSpec* formOf(RecordType type) {
    for (const auto forms : {std::span<const FormSpec>{kForms}, placementForms(), carerForms()}) {
        const auto found =
            std::find_if(forms.begin(), forms.end(), [&](const auto& form) { return form.type == type; });
        if (found != forms.end()) {
            return &*found;
        }
    }
    return nullptr;
}

} // namespace frontsheet
