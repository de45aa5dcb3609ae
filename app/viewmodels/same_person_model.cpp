#include "app/viewmodels/same_person_model.h"

#include "app/viewmodels/pair_wording.h"
#include "core/base/utf8.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/registration.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::size_t kOffered = 8;
constexpr std::size_t kNotesListed = 5;
constexpr std::size_t kWordsOfNote = 80;

QString agencyName(const AgencyId& agency, const Directory& directory) {
    return badge(directory.agency(agency)).value(QStringLiteral("shortName")).toString();
}

} // namespace

void SamePersonModel::open(const QString& personId) {
    clear();
    m_personId = personId;
    dismissError();
    refresh();
}

void SamePersonModel::clear() {
    m_personId.clear();
    m_name.clear();
    m_joined.clear();
    m_typed.clear();
    m_found.clear();
    m_searched = false;
    m_apart.clear();
    m_parting.clear();
    setLoaded(false);
    setBusy(false);
    unchoose();
    emit changed();
    emit foundChanged();
    emit partingChanged();
}

void SamePersonModel::unchoose() {
    m_chosen.clear();
    m_pair.clear();
    m_refusalTitle.clear();
    m_refusalText.clear();
    emit pairChanged();
}

void SamePersonModel::refresh() {
    const auto person = PersonId::fromHex(m_personId.toStdString());
    if (!person) {
        return;
    }
    struct Found {
        std::vector<SamePerson::Joined> joined;
        Directory directory;
    };
    run(
        Lane::Read,
        [id = *person](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.joined, SamePerson{desk.workplace}.joined(id));
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this, asked = m_personId](const Result<Found>& found) {
            if (asked != m_personId) {
                return;
            }
            if (!found) {
                fail(found.error());
                return;
            }
            m_joined.clear();
            m_name =
                found->joined.empty() ? Wording::notKnown() : PairWording::name(&found->joined.front().registration);
            for (const auto& joined : found->joined) {
                m_joined << row(joined, found->directory);
            }
            setLoaded(true);
            emit changed();
        });
}

QVariantMap SamePersonModel::row(const SamePerson::Joined& joined, const Directory& directory) const {
    const auto& f = joined.registration.fields;
    QStringList said;
    for (const auto& statement : joined.said) {
        const QString by = agencyName(statement.by, directory);
        const QString when = wording().date(statement.at);
        const QString line = statement.worker.empty()
                                 ? tr("%1 found it to be the same person, %2", "%1 agency, %2 date").arg(by, when)
                             : statement.by == me().agency && statement.worker == me().worker
                                 ? tr("You said it is the same person, %1", "%1 date").arg(when)
                                 : tr("%1, %2, said it is the same person, %3", "%1 worker, %2 agency, %3 date")
                                       .arg(shown(directory.worker(statement.worker).name), by, when);
        said << (statement.waiting ? tr("%1. Not sent yet.", "%1 a sentence").arg(line) : line);
    }
    return {{QStringLiteral("id"), shown(joined.registration.person.hex())},
            {QStringLiteral("name"), PairWording::name(&joined.registration)},
            {QStringLiteral("born"), wording().bornOn(f.get(registration::kBorn))},
            {QStringLiteral("badge"), badge(directory.agency(joined.registration.home))},
            {QStringLiteral("said"), said},
            {QStringLiteral("mayPart"), joined.mayPart}};
}

void SamePersonModel::setTyped(const QString& typed) {
    if (typed == m_typed) {
        return;
    }
    m_typed = typed;
    unchoose();
    const auto person = PersonId::fromHex(m_personId.toStdString());
    if (!person || typed.trimmed().size() < 2) {
        m_found.clear();
        m_searched = false;
        emit foundChanged();
        return;
    }
    emit foundChanged();
    struct Found {
        std::vector<PersonRow> rows;
        Directory directory;
    };
    run(
        Lane::Read,
        [id = *person, words = typed.toStdString()](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.rows, SamePerson{desk.workplace}.others(id, words, kOffered));
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this, typed, here = m_personId](const Result<Found>& found) {
            if (typed != m_typed || here != m_personId) {
                return; // asked anew meanwhile
            }
            if (!found) {
                fail(found.error());
                return;
            }
            m_found.clear();
            for (const auto& row : found->rows) {
                QVariantList agencies;
                for (const auto& agency : row.agencies) {
                    agencies << badge(found->directory.agency(agency));
                }
                m_found << QVariantMap{
                    {QStringLiteral("personId"), shown(row.person.hex())},
                    {QStringLiteral("name"), shown(bannerName(row.familyName, row.givenName, row.title))},
                    {QStringLiteral("detail"), tr("%1, NHS No. %2, %3", "%1 when they were born, %2 number, %3 town")
                                                   .arg(wording().bornOn(row.born), wording().nhsNumber(row.nhsNumber),
                                                        row.town.empty() ? Wording::notKnown() : shown(row.town))},
                    {QStringLiteral("agencies"), agencies}};
            }
            m_searched = true;
            emit foundChanged();
        });
}

void SamePersonModel::choose(const QString& personId) {
    const auto person = PersonId::fromHex(m_personId.toStdString());
    const auto other = PersonId::fromHex(personId.toStdString());
    if (!person || !other) {
        return;
    }
    m_chosen = personId;
    struct Found {
        SamePerson::Pair pair;
        Directory directory;
    };
    run(
        Lane::Read,
        [id = *person, beside = *other](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.pair, SamePerson{desk.workplace}.compare(id, beside));
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this, personId](const Result<Found>& found) {
            if (personId != m_chosen) {
                return;
            }
            if (!found) {
                fail(found.error());
                return;
            }
            dismissError();
            word(found->pair, found->directory);
        });
}

void SamePersonModel::word(const SamePerson::Pair& pair, const Directory& directory) {
    m_pair = {{QStringLiteral("name"),
               tr("%1 and %2", "two names").arg(PairWording::name(&pair.left), PairWording::name(&pair.right))},
              {QStringLiteral("left"), badge(directory.agency(pair.left.home))},
              {QStringLiteral("right"), badge(directory.agency(pair.right.home))},
              {QStringLiteral("rows"), PairWording{wording()}.rows(&pair.left, &pair.right)},
              {QStringLiteral("oneSided"), false},
              {QStringLiteral("compared"), PairWording::compared(pair.evidence)}};
    m_refusalTitle.clear();
    m_refusalText.clear();
    switch (pair.refusal) {
    case JoinRefusal::NhsNumbersDiffer:
        m_refusalTitle = tr("Their NHS numbers differ, and both are valid.", "why two records cannot be joined");
        m_refusalText =
            tr("So they are two people as far as anybody knows. If one of the numbers is wrong, ask the agency "
               "that holds it to correct it; then come back.",
               "why two records cannot be joined");
        break;
    case JoinRefusal::NotOurs:
        m_refusalTitle = tr("Your agency holds neither record.", "why two records cannot be joined");
        m_refusalText = tr("%1 or %2 can say that they are one person: ring and tell them what you know.",
                           "why two records cannot be joined, %1 and %2 agencies")
                            .arg(agencyName(pair.left.home, directory), agencyName(pair.right.home, directory));
        break;
    case JoinRefusal::JoinedAlready:
        m_refusalTitle = tr("They stand together already.", "why two records cannot be joined");
        break;
    case JoinRefusal::None:
        break;
    }
    emit pairChanged();
}

void SamePersonModel::join() {
    const auto person = PersonId::fromHex(m_personId.toStdString());
    const auto other = PersonId::fromHex(m_chosen.toStdString());
    if (!person || !other || !m_refusalTitle.isEmpty()) {
        return;
    }
    save([id = *person, beside = *other](OpenDesk& desk) { return SamePerson{desk.workplace}.join(id, beside); });
    m_typed.clear();
    m_found.clear();
    m_searched = false;
    emit foundChanged();
    unchoose();
}

void SamePersonModel::askToPart(const QString& personId) {
    m_apart = personId;
    m_parting.clear();
    emit partingChanged();
    const auto person = PersonId::fromHex(m_personId.toStdString());
    const auto other = PersonId::fromHex(personId.toStdString());
    if (!person || !other || m_joined.isEmpty()) {
        return;
    }
    const auto anchor =
        PersonId::fromHex(m_joined.constFirst().toMap().value(QStringLiteral("id")).toString().toStdString());
    struct Found {
        SamePerson::Parting parting;
        Directory directory;
    };
    run(
        Lane::Read,
        [id = anchor.value_or(*person), beside = *other](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.parting, SamePerson{desk.workplace}.lookAtParting(id, beside));
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this, personId, beside = *other](const Result<Found>& found) {
            if (personId != m_apart) {
                return;
            }
            if (!found) {
                fail(found.error());
                return;
            }
            word(found->parting, beside, found->directory);
        });
}

void SamePersonModel::word(const SamePerson::Parting& parting, const PersonId& other, const Directory& directory) {
    QString name;
    QString agency;
    for (const QVariant& one : std::as_const(m_joined)) {
        const auto map = one.toMap();
        if (map.value(QStringLiteral("id")).toString() == shown(other.hex())) {
            name = map.value(QStringLiteral("name")).toString();
            agency = map.value(QStringLiteral("badge")).toMap().value(QStringLiteral("shortName")).toString();
        }
    }
    QString text =
        tr("Each record stands on a front sheet of its own again. Nothing is lost: every note stays with the "
           "record it was written under. You can say that they are the same person again later.",
           "taking two records apart");
    if (!parting.stillSaidBy.empty()) {
        QStringList who;
        for (const auto& one : parting.stillSaidBy) {
            who << agencyName(one, directory);
        }
        text = tr("They will still stand together here, because of what %1 says of other records. Ring there as well.",
                  "taking two records apart, %1 agencies")
                   .arg(who.join(QStringLiteral(", ")));
    }
    QStringList notes;
    for (std::size_t at = 0; at < std::min(parting.writtenSince.size(), kNotesListed); ++at) {
        const auto& note = parting.writtenSince[at];
        notes << tr("%1: %2", "%1 date, %2 first words of a note")
                     .arg(wording().lately(note.occurredAt),
                          shown(std::string{firstCodePoints(note.fields.text(contact_note::kText), kWordsOfNote)}));
    }
    if (parting.writtenSince.size() > kNotesListed) {
        notes << tr("%n more", "notes after those listed",
                    static_cast<int>(parting.writtenSince.size() - kNotesListed));
    }
    m_parting = {{QStringLiteral("id"), shown(other.hex())},
                 {QStringLiteral("title"),
                  tr("%1, %2, is not the same person?", "sheet heading, %1 name, %2 agency").arg(name, agency)},
                 {QStringLiteral("text"), text},
                 {QStringLiteral("notes"), notes}};
    emit partingChanged();
}

void SamePersonModel::part() {
    const auto other = PersonId::fromHex(m_apart.toStdString());
    if (!other || m_joined.isEmpty()) {
        return;
    }
    const auto anchor =
        PersonId::fromHex(m_joined.constFirst().toMap().value(QStringLiteral("id")).toString().toStdString());
    m_parting.clear();
    m_apart.clear();
    emit partingChanged();
    if (anchor) {
        save([id = *anchor, beside = *other](OpenDesk& desk) { return SamePerson{desk.workplace}.part(id, beside); });
    }
}

} // namespace frontsheet
