#include "app/viewmodels/forms/form_wording.h"

#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"

#include <QCoreApplication>

namespace frontsheet {

namespace {

class FormWording {
    Q_DECLARE_TR_FUNCTIONS(frontsheet::FormModel)
};

QString findingWords(care::Finding::What what) {
    using What = care::Finding::What;
    switch (what) {
    case What::PersonHasDied:
        return FormWording::tr(
            "This person has died. What is still to be ended or fetched can be written as something to do.");
    case What::SecondPlan:
        return FormWording::tr("Your agency leads a plan for this person already. Add to that one, or close it first.");
    case What::ReviewBeforeDischarge:
        return FormWording::tr("The review would come before the discharge. Check the date.");
    case What::ServiceHasClosed:
        return FormWording::tr("This service takes no referrals any more. Who to ring says who does.");
    case What::SameNeedIsOpen:
        return FormWording::tr("A referral for the same need is open. Look at it first: a second one may cross it.");
    case What::AlreadyTheirCarer:
        return FormWording::tr("They are recorded as a carer already.");
    case What::SecondDeath:
        return FormWording::tr("Your agency has recorded the death already.");
    }
    return {};
}

struct LeadsOn {
    QString call;
    QString goes;
};

LeadsOn leadsOn(care::Finding::What what) {
    using What = care::Finding::What;
    const QString form = QStringLiteral("form");
    switch (what) {
    case What::PersonHasDied:
        return {FormWording::tr("Write something to do", "button on a form that cannot be saved"),
                QStringLiteral("action")};
    case What::SecondPlan:
        return {FormWording::tr("Open that plan", "button on a form that cannot be saved"), form};
    case What::SameNeedIsOpen:
        return {FormWording::tr("Look at that referral", "button on a form that is worth a second look"),
                QStringLiteral("referral")};
    case What::AlreadyTheirCarer:
        return {FormWording::tr("Open what is said of them", "button on a form that cannot be saved"), form};
    case What::SecondDeath:
        return {FormWording::tr("Open what was recorded", "button on a form that cannot be saved"), form};
    case What::ReviewBeforeDischarge:
    case What::ServiceHasClosed:
        break;
    }
    return {};
}

} // namespace

QString formWords(const char* text) { return *text == '\0' ? QString{} : QCoreApplication::translate("Forms", text); }

QString widgetName(FormWidget widget) {
    switch (widget) {
    case FormWidget::Line:
    case FormWidget::Names:
        return QStringLiteral("line");
    case FormWidget::Lines:
        return QStringLiteral("lines");
    case FormWidget::Choice:
        return QStringLiteral("choice");
    case FormWidget::Date:
    case FormWidget::Moment: // a field that says below what it understood
        return QStringLiteral("date");
    case FormWidget::Number:
        return QStringLiteral("number");
    case FormWidget::Pounds:
        return QStringLiteral("pounds");
    case FormWidget::YesNo:
        return QStringLiteral("yesno");
    case FormWidget::Worker:
        return QStringLiteral("worker");
    case FormWidget::Person:
        return QStringLiteral("person");
    }
    return {};
}

QVariantMap findingRow(const care::Finding& finding) {
    const auto next = leadsOn(finding.what);
    const bool nowhere = finding.because.isNull() && finding.what != care::Finding::What::PersonHasDied;
    return {{QStringLiteral("text"), findingWords(finding.what)},
            {QStringLiteral("stops"), finding.weight == care::Finding::Weight::Stops},
            {QStringLiteral("call"), nowhere ? QString{} : next.call},
            {QStringLiteral("goes"), next.goes},
            {QStringLiteral("record"),
             finding.because.isNull() ? QString{} : QString::fromStdString(finding.because.hex())}};
}

QString faultWords(RecordType type, const FieldSpec& field, ErrorCode code) {
    if (code == ErrorCode::Malformed && type == RecordType::PackageLine &&
        field.tag == package_line::kWeeklyCostPence.tag) {
        return FormWording::tr("What is paid below does not make this up. Put one of them right.");
    }
    if (code == ErrorCode::Malformed && type == RecordType::Carer && field.tag == carer::kCarer.tag) {
        return FormWording::tr("Nobody is their own carer. Choose somebody else.");
    }
    switch (code) {
    case ErrorCode::Missing:
        return FormWording::tr("This must be said.");
    case ErrorCode::ImpossibleDate:
        return FormWording::tr("This day cannot be: it is not in the calendar, or comes before what it follows.");
    case ErrorCode::TooLarge:
        if (field.kind == FieldKind::Integer) {
            return FormWording::tr("This is more than can be. Check the number.");
        }
        return FormWording::tr("This is longer than can be kept. Put the rest in a note.");
    default:
        return FormWording::tr("This does not fit with the rest. Check it.");
    }
}

QString typedFaultWords(TypedFault fault) {
    return fault == TypedFault::NoSuchDate
               ? FormWording::tr("Not a day that there is. Such as 24/11/2026, tomorrow, in 2 weeks.")
           : fault == TypedFault::NoSuchMoment
               ? FormWording::tr("Not a day with an hour. Such as tomorrow 10:30, or 24/11/2026 14:00.")
               : FormWording::tr("Not a number. Such as 30, or 154.50.");
}

} // namespace frontsheet
