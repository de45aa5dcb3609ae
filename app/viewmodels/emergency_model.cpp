#include "app/viewmodels/emergency_model.h"

#include "core/domain/identity/partial_date.h"
#include "core/domain/sharing/agreement_words.h"

#include <QRegularExpression>

#include <array>

namespace frontsheet {

namespace {

constexpr std::array kHours{1, 4, 12};

// As people write a birth date here, day first; ISO too. "1.2.39" could be two centuries: four digits are asked for.
std::optional<PartialDate> readDate(const QString& typed) {
    const std::string text = typed.trimmed().toStdString();
    if (const auto iso = PartialDate::fromIso(text); iso && iso->isFull()) {
        return iso;
    }
    for (const char* pattern : {"dd/mm/yyyy", "d/m/yyyy", "dd.mm.yyyy", "d.m.yyyy", "dd-mm-yyyy", "d mmm yyyy"}) {
        const auto format = DateFormat::parse(pattern);
        if (format) {
            if (const auto date = format->read(text); date && date->isFull()) {
                return date;
            }
        }
    }
    return std::nullopt;
}

QString kindWords(const std::string& kind) {
    for (const auto& entry : sharing::words<sharing::AgencyKind>()) {
        if (entry.word == kind) {
            return capitalised(shown(entry.words));
        }
    }
    return {};
}

} // namespace

void EmergencyModel::start(const QString& typedName) {
    clear();
    const auto words = typedName.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const bool isNumber = !words.isEmpty() && typedName.contains(QRegularExpression(QStringLiteral("^[0-9 ]+$")));
    if (isNumber) {
        m_nhsNumber = typedName.simplified();
    } else if (!words.isEmpty()) {
        m_familyName = words.last();
        m_givenName = words.size() > 1 ? words.first() : QString{};
    }
    emit typed();
    loadAgencies();
}

void EmergencyModel::loadAgencies() {
    run(
        Lane::Read, [](OpenDesk& desk) { return desk.directory(); },
        [this](const Result<Directory>& directory) {
            if (!directory) {
                fail(directory.error());
                return;
            }
            m_rows.clear();
            m_homes.clear();
            const auto add = [this](const AgencyEntry& entry, const QString& detail) {
                m_homes.push_back(entry.code);
                m_rows << QVariantMap{{QStringLiteral("title"), shown(entry.name)},
                                      {QStringLiteral("detail"), detail},
                                      {QStringLiteral("badge"), badge(entry)}};
            };
            add(directory->agency(me().agency), tr("Your own agency, people you are not involved with"));
            for (const auto& [code, entry] : directory->agencies()) {
                if (code != me().agency) {
                    add(entry, kindWords(entry.kind));
                }
            }
            setLoaded(true);
            emit changed();
        });
}

QString EmergencyModel::bornRead() const {
    const auto date = readDate(m_born);
    return date ? wording().isoDate(date->iso()) : QString{};
}

QStringList EmergencyModel::durations() const {
    return {tr("1 hour", "for how long"), tr("4 hours", "for how long"), tr("12 hours", "for how long")};
}

EmergencyWish EmergencyModel::wish() const {
    EmergencyWish wish;
    const auto date = readDate(m_born);
    wish.person = {m_nhsNumber.trimmed().toStdString(), m_familyName.trimmed().toStdString(),
                   m_givenName.trimmed().toStdString(), date ? date->iso() : std::string{}};
    wish.reason = m_reason.trimmed().toStdString();
    wish.duration = std::chrono::hours{kHours[static_cast<std::size_t>(m_duration)]};
    return wish;
}

// All of them at once, each under its field.
bool EmergencyModel::findFaults(const EmergencyWish& wish) {
    EmergencyWish probe = wish;
    const auto faulty = [&probe] { return !checkWish(probe); };
    m_bornFault = wish.person.born.empty() ? tr("The date of birth is needed, like 11/02/1939.") : QString{};
    probe.person.born = "1939-02-11";
    probe.reason = std::string(kShortestReason, 'x');
    m_numberFault.clear();
    m_personFault.clear();
    if (faulty()) {
        const bool number = !wish.person.nhsNumber.empty();
        (number ? m_numberFault : m_personFault) =
            number ? tr("This is not a valid NHS number. Check it, or leave it empty and give both names.")
                   : tr("Give the NHS number, or surname and forename.");
    }
    EmergencyWish reason = wish;
    reason.person = {"", "A", "B", "1939-02-11"};
    m_reasonFault = checkWish(reason) ? QString{} : tr("Say in a sentence what has happened. It will be reviewed.");
    emit faultsChanged();
    return !m_bornFault.isEmpty() || !m_numberFault.isEmpty() || !m_personFault.isEmpty() || !m_reasonFault.isEmpty();
}

void EmergencyModel::open() {
    const auto asked = wish();
    if (m_busy || findFaults(asked) || m_agency < 0 || static_cast<std::size_t>(m_agency) >= m_homes.size()) {
        return;
    }
    dismissError();
    m_busy = true;
    emit changed();
    const AgencyId home = m_homes[static_cast<std::size_t>(m_agency)];
    const QString agencyName = m_rows[m_agency].toMap().value(QStringLiteral("title")).toString();
    // Kept until there is an answer: asked again after a lost one, it opens nothing twice.
    run(
        Lane::Ask,
        [home, asked, request = m_request](OpenDesk& desk) {
            const OpId op = request.isNull() ? desk.workplace.ids.random<OpId>() : request;
            auto* line = desk.emergencies();
            Result<EmergencyOpening> answer = line == nullptr
                                                  ? Result<EmergencyOpening>{ErrorCode::Unreachable, "no line"}
                                                  : line->open(home, asked, op);
            if (answer) {
                desk.syncSoon();
            }
            return std::pair{op, std::move(answer)};
        },
        [this, home, agencyName](const std::pair<OpId, Result<EmergencyOpening>>& answer) {
            m_busy = false;
            m_request = answer.first;
            if (answer.second) {
                forgetRequest();
                m_openedAt = home;
                opened(*answer.second, agencyName);
            } else {
                refused(answer.second.error());
            }
            emit changed();
        });
}

void EmergencyModel::refused(const Error& error) {
    switch (error.code) {
    case ErrorCode::NotFound:
        m_personFault = tr("Nobody there is known by these details. Check the spelling and the date of birth, or ask "
                           "another agency. That you asked is on record.");
        break;
    case ErrorCode::Duplicate:
        m_numberFault = tr("More than one person there fits. Give the NHS number.");
        break;
    case ErrorCode::NotPermitted:
        m_personFault = tr("The agreement with this agency opens nothing to your role in an emergency. Ring its duty "
                           "officer: Who to ring has the number.");
        break;
    default:
        failAsked(error);
        return;
    }
    emit faultsChanged();
}

void EmergencyModel::opened(const EmergencyOpening& opening, const QString& agencyName) {
    m_opening = opening;
    m_openedTitle = tr("Open until %1", "%1: a time").arg(wording().dateTime(opening.until));
    m_openedText = tr("%1 has your reason. Those involved with the person and the information governance lead are "
                      "told, and your access will be reviewed.",
                      "%1: an agency")
                       .arg(agencyName);
    refresh();
}

void EmergencyModel::end() {
    if (m_busy || m_opening.accesses.empty()) {
        return;
    }
    m_busy = true;
    emit changed();
    run(
        Lane::Ask,
        [home = m_openedAt, accesses = m_opening.accesses](OpenDesk& desk) -> Result<void> {
            auto* line = desk.emergencies();
            if (line == nullptr) {
                return {ErrorCode::Unreachable, "no line"};
            }
            for (const auto& access : accesses) {
                if (auto ended = line->end(home, access); !ended && ended.error().code != ErrorCode::WrongState) {
                    return ended;
                }
            }
            desk.syncSoon();
            return ok();
        },
        [this](const Result<void>& ended) {
            m_busy = false;
            if (ended) {
                m_opening = {};
                m_personId.clear();
                m_openedTitle = tr("Ended");
                m_openedText = tr("The records leave this device at once.");
            } else {
                failAsked(ended.error());
            }
            emit changed();
        });
}

// The records come with an exchange; then there is a front sheet to open.
void EmergencyModel::refresh() {
    if (m_opening.persons.empty() || !m_personId.isEmpty()) {
        return;
    }
    run(
        Lane::Read,
        [persons = m_opening.persons](OpenDesk& desk) -> Result<PersonId> {
            FS_ASSIGN(const auto records, desk.workplace.reader.aboutPersons(persons));
            return records.empty() ? PersonId{} : records.front().record.person;
        },
        [this](const Result<PersonId>& here) {
            if (here && !here->isNull()) {
                m_personId = shown(here->hex());
                emit changed();
            }
        });
}

void EmergencyModel::clear() {
    m_rows.clear();
    m_homes.clear();
    m_agency = 0;
    m_nhsNumber.clear();
    m_familyName.clear();
    m_givenName.clear();
    m_born.clear();
    m_reason.clear();
    m_duration = 1;
    m_personFault.clear();
    m_numberFault.clear();
    m_bornFault.clear();
    m_reasonFault.clear();
    m_busy = false;
    forgetRequest();
    m_opening = {};
    m_openedAt = {};
    m_openedTitle.clear();
    m_openedText.clear();
    m_personId.clear();
    dismissError();
    setLoaded(false);
    emit typed();
    emit faultsChanged();
    emit changed();
}

void EmergencyModel::setAgency(int index) {
    if (m_agency != index) {
        m_agency = index;
        forgetRequest();
        emit changed();
    }
}

void EmergencyModel::type(QString& into, const QString& text) {
    if (into != text) {
        into = text;
        forgetRequest();
        emit typed();
    }
}

void EmergencyModel::setDuration(int index) {
    if (m_duration != index && index >= 0 && static_cast<std::size_t>(index) < kHours.size()) {
        m_duration = index;
        forgetRequest();
        emit typed();
    }
}

} // namespace frontsheet
