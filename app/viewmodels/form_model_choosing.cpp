// Choosing on a form who it is: a worker out of the directory, a person out of those who have a record here.
#include "app/viewmodels/form_model.h"
#include "app/viewmodels/forms/form_spec.h"
#include "core/domain/display_name.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr int kMostWorkersShown = 8;
constexpr std::size_t kMostPeopleLookedAt = 24; // of whom some are found by what a note says
constexpr int kMostPeopleShown = 6;
constexpr int kLettersToLookFor = 2;

QString keyOf(FieldTag field) { return QString::number(field.number); }

QVariantMap personRow(const PersonRow& row, const Wording& wording) {
    return {{QStringLiteral("personId"), QString::fromStdString(row.person.hex())},
            {QStringLiteral("name"), shown(bannerName(row.familyName, row.givenName, row.title))},
            {QStringLiteral("born"), wording.bornOn(row.born)},
            {QStringLiteral("called"), shown(spokenName(row.familyName, row.givenName))}};
}

} // namespace

void FormModel::findWorkers(const QString& typed) {
    const QStringList parts = typed.simplified().toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QVariantList found;
    for (const auto& [code, worker] : m_directory.workers()) {
        const auto agency = m_directory.agency(worker.agency);
        const QString all = shown(worker.name + " " + worker.role + " " + agency.name).toCaseFolded();
        const bool fits = !parts.isEmpty() && std::all_of(parts.begin(), parts.end(),
                                                          [&](const QString& part) { return all.contains(part); });
        if (fits && found.size() < kMostWorkersShown) {
            found << QVariantMap{{QStringLiteral("agency"), shown(worker.agency.str())},
                                 {QStringLiteral("worker"), shown(code.str())},
                                 {QStringLiteral("name"), shown(worker.name)},
                                 {QStringLiteral("role"), capitalised(shown(worker.role))},
                                 {QStringLiteral("badge"), badge(agency)}};
        }
    }
    m_workers = found;
    emit workersChanged();
}

void FormModel::nameWorker(const FormField& field, const WorkerId& worker) {
    if (worker.empty()) {
        m_names.remove(keyOf(field.field));
        return;
    }
    const auto entry = m_directory.worker(worker);
    m_names[keyOf(field.field)] = QVariantMap{{QStringLiteral("name"), shown(entry.name)},
                                              {QStringLiteral("role"), capitalised(shown(entry.role))},
                                              {QStringLiteral("badge"), badge(m_directory.agency(entry.agency))}};
}

void FormModel::chooseWorker(int key, const QString& agency, const QString& worker) {
    const auto* chosen = field(key);
    if (chosen == nullptr || chosen->widget != FormWidget::Worker) {
        return;
    }
    nameWorker(*chosen, WorkerId{worker.toStdString()});
    if (chosen->agency.number != 0) {
        m_typed[chosen->agency.number] = agency;
    }
    m_workers.clear();
    emit workersChanged();
    type(key, worker);
}

void FormModel::typePerson(int key, const QString& text) {
    const auto* asked = field(key);
    if (asked == nullptr || asked->widget != FormWidget::Person) {
        return;
    }
    if (asked->name.number != 0) {
        m_typed[asked->name.number] = text;
        changed(*asked);
    }
    const QString typed = text.trimmed();
    m_people.clear();
    m_peopleFor = key;
    ++m_search;
    if (typed.size() < kLettersToLookFor) {
        emit peopleChanged();
        return;
    }
    run(
        Lane::Read,
        [typed = typed.toStdString()](OpenDesk& desk) { return desk.people.search(typed, kMostPeopleLookedAt); },
        [this, visit = m_visit, search = m_search](const Result<std::vector<PersonRow>>& found) {
            if (visit != m_visit || search != m_search || !found) {
                return; // naming somebody new goes on without it
            }
            for (const auto& row : *found) {
                const bool self = row.person == m_record.person;
                if (row.matchedNote.isNull() && !self && m_people.size() < kMostPeopleShown) {
                    m_people << personRow(row, wording());
                }
            }
            emit peopleChanged();
        });
    emit peopleChanged();
}

void FormModel::choosePerson(int key, const QString& personId) {
    const auto* asked = field(key);
    if (asked == nullptr || asked->widget != FormWidget::Person) {
        return;
    }
    const auto found = std::find_if(m_people.begin(), m_people.end(), [&](const QVariant& one) {
        return one.toMap().value(QStringLiteral("personId")).toString() == personId;
    });
    const QVariantMap row = found == m_people.end() ? QVariantMap{} : found->toMap();
    if (row.isEmpty()) {
        m_persons.remove(keyOf(asked->field));
    } else {
        m_persons[keyOf(asked->field)] = row;
    }
    if (asked->name.number != 0) {
        m_typed[asked->name.number] = row.value(QStringLiteral("called")).toString();
    }
    m_people.clear();
    ++m_search;
    emit peopleChanged();
    type(key, row.value(QStringLiteral("personId")).toString());
}

// Who they are that a record names by their id alone.
void FormModel::namePersons() {
    std::vector<PersonId> ids;
    for (const auto& one : m_spec->fields) {
        if (one.widget == FormWidget::Person) {
            if (const auto id = PersonId::fromHex(m_typed.at(one.field.number).toStdString())) {
                ids.push_back(*id);
            }
        }
    }
    if (ids.empty()) {
        return;
    }
    run(
        Lane::Read, [ids](OpenDesk& desk) { return desk.workplace.reader.personRows(ids); },
        [this, visit = m_visit](const Result<std::vector<PersonRow>>& rows) {
            if (visit != m_visit || !rows) {
                return;
            }
            for (const auto& one : m_spec->fields) {
                const QString hex = one.widget == FormWidget::Person ? m_typed.at(one.field.number) : QString{};
                for (const auto& row : *rows) {
                    if (hex != QString::fromStdString(row.person.hex())) {
                        continue;
                    }
                    auto named = personRow(row, wording());
                    if (row.familyName.empty() && row.givenName.empty()) { // their record is another agency's
                        named[QStringLiteral("name")] =
                            one.name.number != 0 ? m_typed.at(one.name.number) : Wording::notKnown();
                        named[QStringLiteral("born")] = QString{};
                    }
                    m_persons[keyOf(one.field)] = named;
                }
            }
            emit asked();
        });
}

} // namespace frontsheet
