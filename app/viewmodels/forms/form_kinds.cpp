#include "app/viewmodels/forms/form_kinds.h"

#include "core/domain/schema/record_schema.h"

#include <QCoreApplication>
#include <QStringList>
#include <QVariantMap>

#include <algorithm>

namespace frontsheet {

namespace {

#define FS_WORDS(words) QT_TRANSLATE_NOOP("Forms", words)

constexpr auto kPlan = FS_WORDS("The plan");
constexpr auto kWords = FS_WORDS("In people's own words");
constexpr auto kSafety = FS_WORDS("Safety and health");
constexpr auto kPerson = FS_WORDS("About them");
constexpr auto kCarers = FS_WORDS("Carers");
constexpr auto kHospital = FS_WORDS("After a hospital stay");

constexpr FormKind kKinds[] = {
    {RecordType::Need, kPlan, FS_WORDS("A need"), FS_WORDS("What they need help with, met or not"),
     FS_WORDS("unmet problem help")},
    {RecordType::Action, kPlan, FS_WORDS("Something to do"), FS_WORDS("One person, a date, and what came of it"),
     FS_WORDS("action task job ask")},
    {RecordType::Goal, kPlan, FS_WORDS("A goal"), FS_WORDS("What they want to reach, in their words"),
     FS_WORDS("aim outcome target")},
    {RecordType::PackageLine, kPlan, FS_WORDS("A line of the package"),
     FS_WORDS("Who does what and when, what it costs and who pays"),
     FS_WORDS("care calls visits provider cost money meals day centre")},
    {RecordType::CarePlan, kPlan, FS_WORDS("A plan"), FS_WORDS("Opens the plan that your agency leads"),
     FS_WORDS("care plan lead owner")},
    {RecordType::CrisisPart, kPlan, FS_WORDS("The crisis plan"),
     FS_WORDS("Early signs, what helps, whom to call in which order"), FS_WORDS("relapse emergency mental health")},
    {RecordType::Appointment, kPlan, FS_WORDS("A visit"), FS_WORDS("A day and an hour, and what the visit is for"),
     FS_WORDS("appointment call see home telephone clinic")},
    {RecordType::Conference, kPlan, FS_WORDS("A conference"),
     FS_WORDS("Everybody round one table, the person first: what is decided, and who does it"),
     FS_WORDS("case meeting review multi agency MDT call")},
    {RecordType::View, kWords, FS_WORDS("What somebody says"),
     FS_WORDS("The person's wish, and what others think: side by side, word for word"),
     FS_WORDS("view wish opinion wants son daughter GP carer")},
    {RecordType::AboutMe, kWords, FS_WORDS("What matters to them"),
     FS_WORDS("A good day, important people, please do and please do not"),
     FS_WORDS("about me this is me important likes")},
    {RecordType::RiskAlert, kSafety, FS_WORDS("An alert"), FS_WORDS("A risk, and what whoever visits should do"),
     FS_WORDS("risk lone worker dog violence falls fire infection danger")},
    {RecordType::Allergy, kSafety, FS_WORDS("An allergy"), FS_WORDS("To what, what happens, and who says so"),
     FS_WORDS("allergic reaction penicillin nuts latex none known")},
    {RecordType::Medicine, kSafety, FS_WORDS("A medicine"), FS_WORDS("With its dose, and who says so"),
     FS_WORDS("drug tablet medication prescription insulin dose")},
    {RecordType::AdvancePlan, kSafety, FS_WORDS("Something decided in advance"),
     FS_WORDS("ReSPECT, DNACPR, advance decision, attorney, and where the paper is"),
     FS_WORDS("resuscitation power of attorney deputy living will end of life")},
    {RecordType::CommunicationNeed, kPerson, FS_WORDS("How to reach them so that it is understood"),
     FS_WORDS("Interpreter, large print, a hearing loop, time to answer"),
     FS_WORDS("communication language sign deaf blind braille accessible")},
    {RecordType::RelatedPerson, kPerson, FS_WORDS("Somebody who belongs to them"),
     FS_WORDS("Family, friend or neighbour: emergency contact, who has a key"),
     FS_WORDS("next of kin relative emergency contact key holder daughter son")},
    {RecordType::Death, kPerson, FS_WORDS("They have died"), FS_WORDS("Reaches everybody involved and stops visits"),
     FS_WORDS("death dead deceased")},
    {RecordType::Placement, kHospital, FS_WORDS("A discharge"),
     FS_WORDS("Where they went, what they wish, who reviews it and when"),
     FS_WORDS("placement care home residential nursing respite pathway hospital left ward")},
    {RecordType::HospitalAtHome, kHospital, FS_WORDS("Hospital at home"),
     FS_WORDS("What it is for, what to watch for, whom to ring at any hour"), FS_WORDS("virtual ward episode acute")},
    {RecordType::Carer, kCarers, FS_WORDS("Who looks after them"),
     FS_WORDS("A carer, and how far they are willing: never assumed"),
     FS_WORDS("carer caring wife husband nephew willing respite")},
    {RecordType::CarerAssessment, kCarers, FS_WORDS("A carer's assessment"),
     FS_WORDS("Of this person as a carer: what they do, what it does to them, what they need"),
     FS_WORDS("care act support break")},
    {RecordType::CarerPrivate, kCarers, FS_WORDS("Private to them as a carer"),
     FS_WORDS("Stays at your agency, and never shows on the record of whom they care for"),
     FS_WORDS("confidential secret")},
};

#undef FS_WORDS

QString words(const char* text) { return QCoreApplication::translate("Forms", text); }

bool fits(const FormKind& kind, const QStringList& parts) {
    const QStringList all = (words(kind.name) + QLatin1Char(' ') + words(kind.says) + QLatin1Char(' ') +
                             words(kind.also) + QLatin1Char(' ') + words(kind.group))
                                .toCaseFolded()
                                .split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), [&](const QString& part) {
        return std::any_of(all.begin(), all.end(), [&](const QString& word) { return word.startsWith(part); });
    });
}

} // namespace

std::span<const FormKind> formKinds() { return kKinds; }

QVariantList formKindsFor(const QString& typed) {
    const QStringList parts = typed.simplified().toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QVariantList groups;
    QVariantList rows;
    const char* group = nullptr;
    const auto close = [&] {
        if (!rows.isEmpty()) {
            groups << QVariantMap{{QStringLiteral("group"), words(group)}, {QStringLiteral("rows"), rows}};
        }
        rows.clear();
    };
    for (const auto& kind : kKinds) {
        if (group != kind.group) {
            close();
            group = kind.group;
        }
        const auto* schema = schemaOf(kind.type);
        if (schema == nullptr || !fits(kind, parts)) {
            continue;
        }
        rows << QVariantMap{
            {QStringLiteral("type"), QString::fromUtf8(schema->name.data(), static_cast<int>(schema->name.size()))},
            {QStringLiteral("name"), words(kind.name)},
            {QStringLiteral("says"), words(kind.says)}};
    }
    close();
    return groups;
}

} // namespace frontsheet
