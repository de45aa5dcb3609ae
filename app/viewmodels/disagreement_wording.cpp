#include "app/viewmodels/disagreement_wording.h"

#include "core/domain/principal.h"
#include "core/domain/schema/registration.h"

#include <QStringList>

#include <iterator>

namespace frontsheet {

namespace {

namespace r = registration;

struct Subject {
    FieldTag field;
    Stated FrontSheet::*stated;
    const char* words;
};

// In the order of the page: where somebody goes and whom they ask for first.
const Subject kSubjects[] = {
    {r::kAddress.tag, &FrontSheet::address, QT_TRANSLATE_NOOP("frontsheet::DisagreementWording", "Address")},
    {r::kPhone.tag, &FrontSheet::phone, QT_TRANSLATE_NOOP("frontsheet::DisagreementWording", "Phone")},
    {r::kFamilyName.tag, &FrontSheet::familyName, QT_TRANSLATE_NOOP("frontsheet::DisagreementWording", "Surname")},
    {r::kGivenName.tag, &FrontSheet::givenName, QT_TRANSLATE_NOOP("frontsheet::DisagreementWording", "Forename")},
    {r::kPreferredName.tag, &FrontSheet::preferredName,
     QT_TRANSLATE_NOOP("frontsheet::DisagreementWording", "Likes to be called")},
    {r::kTitle.tag, &FrontSheet::title, QT_TRANSLATE_NOOP("frontsheet::DisagreementWording", "Title")},
    {r::kBorn.tag, &FrontSheet::born, QT_TRANSLATE_NOOP("frontsheet::DisagreementWording", "Date of birth")},
    {r::kNhsNumber.tag, &FrontSheet::nhsNumber, QT_TRANSLATE_NOOP("frontsheet::DisagreementWording", "NHS number")},
    {r::kGender.tag, &FrontSheet::gender, QT_TRANSLATE_NOOP("frontsheet::DisagreementWording", "Gender")},
    {r::kLiving.tag, &FrontSheet::living, QT_TRANSLATE_NOOP("frontsheet::DisagreementWording", "Lives")},
    {r::kLanguage.tag, &FrontSheet::language, QT_TRANSLATE_NOOP("frontsheet::DisagreementWording", "Language")},
    {r::kPractice.tag, &FrontSheet::practice, QT_TRANSLATE_NOOP("frontsheet::DisagreementWording", "GP practice")},
    {r::kFrailty.tag, &FrontSheet::frailty, QT_TRANSLATE_NOOP("frontsheet::DisagreementWording", "Frailty")},
    {r::kDied.tag, &FrontSheet::died, QT_TRANSLATE_NOOP("frontsheet::DisagreementWording", "Died")},
};

} // namespace

QVariantMap sourceBadge(const std::vector<Source>& sources, const Directory& directory, const Wording& wording) {
    const auto nameOf = [&directory](const Source& source) {
        return badge(directory.agency(source.agency)).value(QStringLiteral("shortName")).toString();
    };
    const QString date = wording.date(sources.front().asOf);
    QStringList also;
    for (std::size_t i = 1; i < sources.size(); ++i) {
        const QString name = nameOf(sources[i]);
        if (name != nameOf(sources.front()) && !also.contains(name)) {
            also << name;
        }
    }
    QString trailing = date;
    if (!also.isEmpty()) {
        trailing =
            QCoreApplication::translate("FrontSheet", "%1, also %2", "%1 date, %2 other agencies that say the same")
                .arg(date, also.join(QStringLiteral(", ")));
    }
    return badge(directory.agency(sources.front().agency), trailing);
}

QVariantList DisagreementWording::rows(const FrontSheet& sheet) const {
    QVariantList out;
    for (const auto& subject : kSubjects) {
        const Stated& stated = sheet.*subject.stated;
        if (stated.disputed()) {
            auto map = row(subject.field, stated);
            map[QStringLiteral("subject")] = tr(subject.words);
            out << map;
        }
    }
    return out;
}

QVariantMap DisagreementWording::row(FieldTag field, const Stated& stated) const {
    QVariantList versions;
    QStringList aside;
    QStringList before;
    for (std::size_t at = 0; at < stated.versions.size(); ++at) {
        const auto& version = stated.versions[at];
        QVariantMap map = sourceBadge(version.sources, m_directory, m_wording);
        map[QStringLiteral("date")] = map.value(QStringLiteral("trailing"));
        map[QStringLiteral("value")] = value(field, version.value);
        map[QStringLiteral("said")] = shown(version.value);
        map[QStringLiteral("record")] = shown(version.record.hex());
        QVariantList right;
        QString mine;
        for (const auto& said : stated.right) {
            if (!said.stands || said.version != at) {
                continue;
            }
            const bool own = said.agency == m_me.agency && said.worker == m_me.worker;
            mine = own ? shown(said.record.hex()) : mine;
            right << QVariantMap{
                {QStringLiteral("text"), own ? tr("You said this is right, %1", "%1 date").arg(m_wording.date(said.at))
                                             : tr("%1, says this is right, %2", "%1 worker and agency, %2 date")
                                                   .arg(who(said), m_wording.onDate(said.at))},
                {QStringLiteral("waiting"), said.waiting}};
        }
        map[QStringLiteral("right")] = right;
        map[QStringLiteral("mine")] = mine;
        versions << map;
    }
    for (const auto& said : stated.right) {
        if (said.stands && !said.version) {
            aside << tr("%1, said %2 that “%3” is right. No agency has that any longer.",
                        "%1 worker and agency, %2 date, %3 value")
                         .arg(who(said), m_wording.date(said.at), value(field, said.value));
        } else if (!said.stands) {
            before << tr("%1: %2, said “%3” is right.", "%1 date, %2 worker and agency, %3 value")
                          .arg(m_wording.date(said.at), who(said), value(field, said.value));
        }
    }
    return {{QStringLiteral("id"), static_cast<int>(field.number)},
            {QStringLiteral("field"), static_cast<int>(field.number)},
            {QStringLiteral("versions"), versions},
            {QStringLiteral("aside"), aside},
            {QStringLiteral("before"), before}};
}

QString DisagreementWording::value(FieldTag field, const std::string& value) const {
    if (field == r::kBorn.tag || field == r::kDied.tag) {
        return m_wording.isoDate(value);
    }
    if (field == r::kNhsNumber.tag) {
        return m_wording.nhsNumber(value);
    }
    if (field == r::kGender.tag) {
        return m_wording.gender(value);
    }
    if (field == r::kPractice.tag) {
        const AgencyEntry* known = m_directory.practice(value);
        return known != nullptr ? shown(known->name) : shown(value);
    }
    return shown(value);
}

QString DisagreementWording::who(const SaidRight& said) const {
    const auto entry = m_directory.worker(said.worker);
    const bool known = !entry.name.empty() && entry.name != said.worker.str();
    return tr("%1, %2", "%1 worker, %2 agency")
        .arg(shown(known ? entry.name : said.name),
             badge(m_directory.agency(said.agency)).value(QStringLiteral("shortName")).toString());
}

} // namespace frontsheet
