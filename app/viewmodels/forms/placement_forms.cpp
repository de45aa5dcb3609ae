#include "app/viewmodels/forms/form_spec.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"

#include <QtGlobal>

namespace frontsheet {

namespace {

#define FS_WORDS(words) QT_TRANSLATE_NOOP("Forms", words)

constexpr FormChoice kPathways[] = {{"0", FS_WORDS("0: home, with no new help")},
                                    {"1", FS_WORDS("1: home, with help")},
                                    {"2", FS_WORDS("2: a bed for getting better")},
                                    {"3", FS_WORDS("3: a care home")}};
constexpr FormChoice kKinds[] = {{"residential", FS_WORDS("Residential care")},
                                 {"nursing", FS_WORDS("Nursing care")},
                                 {"respite", FS_WORDS("Respite")},
                                 {"trial", FS_WORDS("On trial")},
                                 {"permanent", FS_WORDS("For good")}};
constexpr FormChoice kFunding[] = {{"council", FS_WORDS("The council")},
                                   {"nhs", FS_WORDS("The NHS")},
                                   {"joint", FS_WORDS("Council and NHS")},
                                   {"self", FS_WORDS("Themselves")}};
constexpr FormChoice kEpisodeStates[] = {{"running", FS_WORDS("Going on")}, {"ended", FS_WORDS("Ended")}};
constexpr FormChoice kEpisodeOutcomes[] = {{"recovered", FS_WORDS("Recovered")},
                                           {"admitted", FS_WORDS("Went to hospital")},
                                           {"moved-on", FS_WORDS("Looked after by others now")},
                                           {"died", FS_WORDS("Died")},
                                           {"other", FS_WORDS("Something else")}};

constexpr FormField kPlacement[] = {
    {.field = placement::kOwnWish.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("What they want, in their own words")},
    {.field = placement::kWishNotAskedBecause.tag,
     .widget = FormWidget::Line,
     .hint = FS_WORDS("Only if they could not be asked: why")},
    {.field = placement::kFrom.tag, .widget = FormWidget::Line, .hint = FS_WORDS("Hospital and ward")},
    {.field = placement::kDischargedOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("The day they left hospital"),
     .towards = DateTowards::Past},
    {.field = placement::kPathway.tag, .widget = FormWidget::Choice, .choices = kPathways},
    {.field = placement::kPlacedAt.tag, .widget = FormWidget::Line, .hint = FS_WORDS("Name of the home")},
    {.field = placement::kTown.tag, .widget = FormWidget::Line},
    {.field = placement::kPhone.tag, .widget = FormWidget::Line},
    {.field = placement::kKind.tag, .widget = FormWidget::Choice, .choices = kKinds},
    {.field = placement::kFundedBy.tag, .widget = FormWidget::Choice, .choices = kFunding},
    {.field = placement::kWeeklyCostPence.tag, .widget = FormWidget::Pounds, .hint = FS_WORDS("A week, in pounds")},
    {.field = placement::kFirstReviewDue.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("When you look at it first, such as in 6 weeks")},
    {.field = placement::kIntervals.tag,
     .widget = FormWidget::Line,
     .hint = FS_WORDS("Days after the discharge, such as 42,91,182. Empty: six weeks, three and six months, a year")},
};

constexpr FormField kEpisode[] = {
    {.field = hospital_at_home::kReason.tag, .widget = FormWidget::Line},
    {.field = hospital_at_home::kStartedOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("Since when"),
     .towards = DateTowards::Past},
    {.field = hospital_at_home::kEndsOn.tag, .widget = FormWidget::Date, .hint = FS_WORDS("Planned until")},
    {.field = hospital_at_home::kLead.tag, .widget = FormWidget::Worker, .hint = FS_WORDS("Who leads it")},
    {.field = hospital_at_home::kConsultant.tag, .widget = FormWidget::Line},
    {.field = hospital_at_home::kWatchFor.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("What to look out for, and when to ring")},
    {.field = hospital_at_home::kRing.tag, .widget = FormWidget::Line, .hint = FS_WORDS("Whom to ring at any hour")},
    {.field = hospital_at_home::kState.tag, .widget = FormWidget::Choice, .choices = kEpisodeStates},
    {.field = hospital_at_home::kEndedOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("On which day"),
     .towards = DateTowards::Past,
     .shownWith = hospital_at_home::kState.tag,
     .shownFor = "ended"},
    {.field = hospital_at_home::kOutcome.tag,
     .widget = FormWidget::Choice,
     .choices = kEpisodeOutcomes,
     .shownWith = hospital_at_home::kState.tag,
     .shownFor = "ended"},
    {.field = hospital_at_home::kOutcomeWords.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("What came of it"),
     .shownWith = hospital_at_home::kState.tag,
     .shownFor = "ended"},
};

constexpr FormSpec kForms[] = {
    {RecordType::Placement, FS_WORDS("A discharge of %1"), FS_WORDS("The placement of %1"), kPlacement},
    {RecordType::HospitalAtHome, FS_WORDS("Hospital at home for %1"), FS_WORDS("Hospital at home for %1"), kEpisode},
};

#undef FS_WORDS

} // namespace

std::span<const FormSpec> placementForms() { return kForms; }

} // namespace frontsheet
