#include "app/viewmodels/forms/form_spec.h"
#include "core/domain/schema/carer.h"

#include <QtGlobal>

namespace frontsheet {

namespace {

#define FS_WORDS(words) QT_TRANSLATE_NOOP("Forms", words)

constexpr FormChoice kWilling[] = {{"not-asked", FS_WORDS("Not asked yet")},
                                   {"willing", FS_WORDS("Willing")},
                                   {"within-limits", FS_WORDS("Within limits")},
                                   {"not-willing", FS_WORDS("Not willing")}};
constexpr FormChoice kAssessment[] = {{"not-offered", FS_WORDS("Not offered yet")},
                                      {"offered", FS_WORDS("Offered")},
                                      {"declined", FS_WORDS("Declined")},
                                      {"booked", FS_WORDS("Booked")},
                                      {"done", FS_WORDS("Done")}};
constexpr FormChoice kAssessmentStates[] = {{"draft", FS_WORDS("Not finished yet")}, {"done", FS_WORDS("Finished")}};

constexpr std::string_view kAnswered = "!not-asked"; // or nothing chosen yet
constexpr FormField kCarer[] = {
    {.field = carer::kCarer.tag,
     .widget = FormWidget::Person,
     .hint = FS_WORDS("Their name. They get a record of their own, which this person’s does not show"),
     .name = carer::kName.tag},
    {.field = carer::kRelation.tag,
     .widget = FormWidget::Line,
     .hint = FS_WORDS("What they are to the person: wife, nephew, neighbour")},
    {.field = carer::kLivesWith.tag, .widget = FormWidget::YesNo, .hint = FS_WORDS("They live together")},
    {.field = carer::kWilling.tag,
     .widget = FormWidget::Choice,
     .hint = FS_WORDS("As they said it themselves. Nobody is assumed to be"),
     .choices = kWilling},
    {.field = carer::kWillingWords.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("What they will do and what they will not, word for word"),
     .shownWith = carer::kWilling.tag,
     .shownFor = kAnswered},
    {.field = carer::kAskedOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("The day they were asked"),
     .towards = DateTowards::Past,
     .shownWith = carer::kWilling.tag,
     .shownFor = kAnswered},
    {.field = carer::kHoursAWeek.tag, .widget = FormWidget::Number, .hint = FS_WORDS("About how many")},
    {.field = carer::kIfUnable.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("Who steps in if they fall ill, and who tells them")},
    {.field = carer::kAssessment.tag,
     .widget = FormWidget::Choice,
     .hint = FS_WORDS("An assessment of their own, which is theirs by law"),
     .choices = kAssessment},
    {.field = carer::kAssessmentOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("When that was, or is to be"),
     .towards = DateTowards::Past,
     .shownWith = carer::kAssessment.tag,
     .shownFor = "offered declined booked done"},
    {.field = carer::kEndedOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("If they no longer do: since when"),
     .towards = DateTowards::Past},
};

constexpr FormField kCarerAssessment[] = {
    {.field = carer_assessment::kCaresFor.tag,
     .widget = FormWidget::Person,
     .hint = FS_WORDS("The person’s name. That is enough where your agency holds no record of them"),
     .name = carer_assessment::kCaresForName.tag},
    {.field = carer_assessment::kDoes.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("By day and by night: washing, medicines, money, company")},
    {.field = carer_assessment::kEffect.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("On their health, sleep, work and friends")},
    {.field = carer_assessment::kWilling.tag,
     .widget = FormWidget::Choice,
     .hint = FS_WORDS("As they said it themselves. Nobody is assumed to be"),
     .choices = kWilling},
    {.field = carer_assessment::kWishes.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("From life beside caring, in their words")},
    {.field = carer_assessment::kNeeds.tag, .widget = FormWidget::Lines, .hint = FS_WORDS("To go on, or to stop")},
    {.field = carer_assessment::kAgreed.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("What was agreed with them")},
    {.field = carer_assessment::kState.tag, .widget = FormWidget::Choice, .choices = kAssessmentStates},
    {.field = carer_assessment::kAssessedOn.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("The day it was done"),
     .towards = DateTowards::Past,
     .shownWith = carer_assessment::kState.tag,
     .shownFor = "done"},
    {.field = carer_assessment::kReviewDue.tag,
     .widget = FormWidget::Date,
     .hint = FS_WORDS("When you look at it again")},
};

constexpr FormField kCarerPrivate[] = {
    {.field = carer_private::kText.tag,
     .widget = FormWidget::Lines,
     .hint = FS_WORDS("What whom they care for is not to read")},
    {.field = carer_private::kCaresFor.tag,
     .widget = FormWidget::Person,
     .hint = FS_WORDS("Whom they look after, if it matters here")},
};

constexpr FormSpec kForms[] = {
    {RecordType::Carer, FS_WORDS("Who looks after %1"), FS_WORDS("Who looks after %1"), kCarer},
    {RecordType::CarerAssessment, FS_WORDS("%1 as a carer: an assessment"), FS_WORDS("%1 as a carer: an assessment"),
     kCarerAssessment},
    {RecordType::CarerPrivate, FS_WORDS("Private to %1 as a carer"), FS_WORDS("Private to %1 as a carer"),
     kCarerPrivate},
};

#undef FS_WORDS

} // namespace

std::span<const FormSpec> carerForms() { return kForms; }

} // namespace frontsheet
