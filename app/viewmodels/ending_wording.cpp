#include "app/viewmodels/ending_wording.h"

#include <QCoreApplication>

namespace frontsheet {

namespace {

struct EndingWords {
    Q_DECLARE_TR_FUNCTIONS(frontsheet::EndingWords)
public:
    QString button, heading, under, hint, call;

    static EndingWords of(RecordType type, care::Ending how) {
        if (how == care::Ending::EnteredInError) {
            return {
                tr("Entered in error", "button on a row of the plan"),
                type == RecordType::Death ? tr("This death was entered in error", "sheet heading")
                                          : tr("This was entered in error", "sheet heading"),
                type == RecordType::Death
                    ? tr("Everybody who was told of it hears so. Visits and reviews that were called off have to be "
                         "planned again.",
                         "a death entered in error")
                    : tr("Nobody acts on it any more. It stays to be read in the earlier versions, with why.",
                         "something entered in error"),
                tr("What was wrong: another person, another day", "something entered in error"),
                tr("Mark it as an error", "button")};
        }
        switch (type) {
        case RecordType::Allergy:
            return {tr("Not allergic after all", "button on an allergy"),
                    tr("They are not allergic to this", "sheet heading"),
                    tr("It warns nobody any more. It stays to be read in the earlier versions, with why.",
                       "an allergy that was looked into"),
                    tr("Who found that out, and how", "an allergy that was looked into"), tr("Say so", "button")};
        case RecordType::AdvancePlan:
            return {tr("No longer in force", "button on a paper of old decisions"),
                    tr("This is no longer in force", "sheet heading"),
                    tr("Nobody at the door goes by it any more. Whoever holds a copy on paper has to be told.",
                       "a DNACPR, an advance decision"),
                    tr("Who ended it, and when", "a DNACPR, an advance decision"), tr("Say so", "button")};
        case RecordType::RelatedPerson:
            return {tr("Take off the list", "button on somebody who belongs to the person"),
                    tr("This person is not rung any more", "sheet heading"),
                    tr("They leave every list of whom to ring. Earlier versions keep them.", "a contact"), QString{},
                    tr("Take off the list", "button on somebody who belongs to the person")};
        case RecordType::CommunicationNeed:
            return {tr("No longer so", "button on a row of the plan"), tr("This is no longer so", "sheet heading"),
                    tr("It leaves the plan and the front sheet. Earlier versions keep it.", "a communication need"),
                    QString{}, tr("Say so", "button")};
        default:
            return {tr("No longer so", "button on a row of the plan"), tr("This is no longer so", "sheet heading"),
                    tr("It leaves the front sheet. It stays to be read in the earlier versions, with why.",
                       "an alert that has ended"),
                    tr("Why it is no longer so", "an alert that has ended"), tr("Say so", "button")};
        }
    }
};

} // namespace

QVariantList endingWords(RecordType type, const std::vector<care::Ending>& endings) {
    QVariantList out;
    for (const auto how : endings) {
        const auto words = EndingWords::of(type, how);
        out << QVariantMap{{QStringLiteral("how"), static_cast<int>(how)},
                           {QStringLiteral("button"), words.button},
                           {QStringLiteral("heading"), words.heading},
                           {QStringLiteral("under"), words.under},
                           {QStringLiteral("hint"), words.hint},
                           {QStringLiteral("call"), words.call},
                           {QStringLiteral("needsWords"), care::needsWords(type, how)}};
    }
    return out;
}

} // namespace frontsheet
