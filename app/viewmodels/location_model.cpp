#include "app/viewmodels/location_model.h"

#include "app/viewmodels/permissions_model.h"

#include <algorithm>

namespace frontsheet {

namespace {

QString nameOf(const WorkerEntry& worker) { return shown(worker.name.empty() ? worker.code.str() : worker.name); }

} // namespace

QStringList LocationModel::days() const {
    return {tr("Today", "day of a visit"), tr("Tomorrow", "day of a visit"), tr("The day after", "day of a visit")};
}

QVariantList LocationModel::colleagues() const {
    QVariantList out;
    for (const auto& worker : m_colleagues) {
        out << QVariantMap{
            {QStringLiteral("key"), shown(worker.code.str())},
            {QStringLiteral("name"), worker.code == me().worker
                                         ? tr("%1 (you)", "%1: the reader's own name").arg(nameOf(worker))
                                         : nameOf(worker)},
            {QStringLiteral("detail"), capitalised(shown(worker.role))},
            {QStringLiteral("chosen"), std::binary_search(m_chosen.begin(), m_chosen.end(), worker.code)}};
    }
    return out;
}

void LocationModel::open(const QString& personId) {
    clear();
    m_personId = personId;
    dismissError();
    emit changed();
    refresh();
}

void LocationModel::clear() {
    m_personId.clear();
    m_hidden.clear();
    m_standing.clear();
    m_colleagues.clear();
    m_chosen.clear();
    m_known.clear();
    m_others.clear();
    setBusy(false);
    setLoaded(false);
    emit changed();
    emit chosenChanged();
}

void LocationModel::refresh() {
    const auto person = PersonId::fromHex(m_personId.toStdString());
    if (!person) {
        return;
    }
    struct Found {
        std::vector<HiddenLocation> hidden;
        BeforeHiding before;
        Directory directory;
    };
    run(
        Lane::Read,
        [person = *person](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.hidden, desk.hiddenLocations.of(person));
            FS_ASSIGN(found.before, desk.hiddenLocations.before(person));
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this, asked = m_personId](Result<Found> found) {
            if (asked != m_personId) {
                return;
            }
            if (!found) {
                fail(found.error());
                return;
            }
            m_hidden = std::move(found->hidden);
            m_standing.clear();
            for (const auto& one : m_hidden) {
                m_standing << word(one, found->directory);
            }
            m_colleagues = std::move(found->before.colleagues);
            m_known = shown(found->before.where);
            QStringList others;
            for (const auto& agency : found->before.holders) {
                others << shown(found->directory.agency(agency).name);
            }
            m_others = others.join(tr(", ", "between names of agencies"));
            setLoaded(true);
            emit changed();
            emit chosenChanged();
        });
}

QVariantMap LocationModel::wordVisit(const sharing::PlannedVisit& visit, const Directory& directory) const {
    const bool mine = visit.worker == me().worker;
    const QString when = wording().dateTime(visit.due);
    const QString text =
        mine ? tr("You visit %1.", "%1 date and time").arg(when)
             : tr("%1 visits %2.", "%1 worker, %2 date and time").arg(nameOf(directory.worker(visit.worker)), when);
    return {{QStringLiteral("text"), text},
            {QStringLiteral("window"), tr("The address is there from %1 to %2.", "two moments: around a visit")
                                           .arg(wording().dateTime(visit.due + -sharing::kBeforeVisit),
                                                wording().dateTime(visit.due + sharing::kAfterVisit))},
            {QStringLiteral("due"), QString::number(visit.due.ms)},
            {QStringLiteral("mine"), mine}};
}

QVariantMap LocationModel::word(const HiddenLocation& hidden, const Directory& directory) const {
    const auto& said = hidden.said;
    const QString by = said.askedBy == me().worker ? tr("you", "who recorded that an address is hidden")
                                                   : nameOf(directory.worker(said.askedBy));
    QStringList readers;
    for (const auto& reader : said.readers) {
        readers << (reader.worker == me().worker ? tr("you", "among those who may know")
                                                 : nameOf(directory.worker(reader.worker)));
    }
    QVariantList visits;
    for (const auto& visit : hidden.visits) {
        visits << wordVisit(visit, directory);
    }
    return {{QStringLiteral("id"), shown(hidden.statement.hex())},
            {QStringLiteral("said"),
             tr("Hidden since %1, written down by %2.", "%1 date, %2 worker").arg(wording().date(said.askedAt), by)},
            {QStringLiteral("words"), shown(said.words)},
            {QStringLiteral("readers"), tr("For a visit of theirs the address may be known to: %1.", "%1 names")
                                            .arg(readers.join(tr(", ", "between names")))},
            {QStringLiteral("mayChange"), hidden.mayChange},
            {QStringLiteral("mayVisit"), hidden.mayVisit},
            {QStringLiteral("waiting"), hidden.waiting},
            {QStringLiteral("where"), shown(hidden.where)},
            {QStringLiteral("until"),
             hidden.knownUntil.isKnown()
                 ? tr("For your visit, until %1.", "%1 date and time").arg(wording().dateTime(hidden.knownUntil))
                 : tr("As you wrote it, until it is sent.", "an address that is to be hidden")},
            {QStringLiteral("visits"), visits}};
}

void LocationModel::choose(const QString& statementId) {
    m_chosen.clear();
    for (const auto& hidden : m_hidden) {
        if (shown(hidden.statement.hex()) == statementId) {
            for (const auto& reader : hidden.said.readers) {
                m_chosen.push_back(reader.worker);
            }
        }
    }
    if (m_chosen.empty()) {
        m_chosen.push_back(me().worker);
    }
    std::sort(m_chosen.begin(), m_chosen.end());
    emit chosenChanged();
}

void LocationModel::chooseReader(const QString& key, bool chosen) {
    const WorkerId worker{key.toStdString()};
    const auto at = std::lower_bound(m_chosen.begin(), m_chosen.end(), worker);
    const bool named = at != m_chosen.end() && *at == worker;
    if (named == chosen) {
        return;
    }
    if (chosen) {
        m_chosen.insert(at, worker);
    } else {
        m_chosen.erase(at);
    }
    emit chosenChanged();
}

template <class Job>
void LocationModel::change(const QString& statementId, Job job) {
    if (const auto id = RecordId::fromHex(statementId.toStdString())) {
        save([id = *id, job = std::move(job)](OpenDesk& desk) { return job(desk.hiddenLocations, id); });
    }
}

void LocationModel::hide(const QString& where, int way, int giver, const QString& authority, const QString& decidedWhy,
                         const QString& words, const QString& instead) {
    const auto person = PersonId::fromHex(m_personId.toStdString());
    const auto how = PermissionsModel::wayAt(way);
    const auto by = PermissionsModel::giverAt(giver);
    if (!person || !how || !by) {
        return;
    }
    ToHide wanted;
    wanted.person = *person;
    wanted.readers = m_chosen;
    wanted.where = where.trimmed().toStdString();
    wanted.how = *how;
    wanted.givenBy = *by;
    wanted.authority = authority.trimmed().toStdString();
    wanted.decidedWhy = decidedWhy.trimmed().toStdString();
    wanted.words = words.trimmed().toStdString();
    wanted.instead = RecordId::fromHex(instead.toStdString()).value_or(RecordId{});
    save([wanted](OpenDesk& desk) -> Result<void> {
        auto saved = desk.hiddenLocations.hide(wanted);
        return saved ? ok() : Result<void>{saved.error()};
    });
}

void LocationModel::nameReaders(const QString& statementId) {
    change(statementId, [readers = m_chosen](HiddenLocations& locations, const RecordId& id) {
        return locations.nameReaders(id, readers);
    });
}

// Hours as people write them: 9:30, 09.30, 0930.
QDateTime LocationModel::momentOf(int day, const QString& time) const {
    QTime at;
    for (const char* form : {"H:mm", "H.mm", "HHmm", "H"}) {
        at = at.isValid() ? at : QTime::fromString(time.trimmed(), QLatin1String(form));
    }
    const QDateTime now = wording().now();
    if (!at.isValid() || day < 0 || day >= days().size()) {
        return {};
    }
    QDateTime moment = now;
    moment.setDate(now.date().addDays(day));
    moment.setTime(at);
    return moment;
}

QString LocationModel::timeFault(int day, const QString& time) const {
    const QDateTime moment = momentOf(day, time);
    if (!moment.isValid()) {
        return tr("Write a time such as 14:30.", "time of a visit");
    }
    const WallTime due{moment.toMSecsSinceEpoch()};
    return due + sharing::kAfterVisit <= session().clock.now() ? tr("That is past.", "time of a visit") : QString{};
}

void LocationModel::planVisit(const QString& statementId, int day, const QString& time) {
    const QDateTime moment = momentOf(day, time);
    if (moment.isValid()) {
        change(statementId,
               [due = WallTime{moment.toMSecsSinceEpoch()}](HiddenLocations& locations, const RecordId& id) {
                   return locations.planVisit(id, due);
               });
    }
}

void LocationModel::cancelVisit(const QString& statementId, const QString& due) {
    change(statementId, [at = WallTime{due.toLongLong()}](HiddenLocations& locations, const RecordId& id) {
        return locations.cancelVisit(id, at);
    });
}

void LocationModel::lift(const QString& statementId) {
    change(statementId, [](HiddenLocations& locations, const RecordId& id) { return locations.lift(id); });
}

void LocationModel::whereShown(const QString& statementId) {
    if (const auto id = RecordId::fromHex(statementId.toStdString())) {
        run(
            Lane::Save, [id = *id](OpenDesk& desk) { return desk.people.revealed(id); },
            [](const Result<void>&) {}); // not noted, it is shown all the same: somebody stands at the door
    }
}

} // namespace frontsheet
