#include "app/viewmodels/team_worker_model.h"

#include "core/domain/calendar.h"
#include "core/domain/display_name.h"
#include "core/domain/typed_date.h"

#include <algorithm>

namespace frontsheet {

void TeamWorkerModel::open(const QString& worker) {
    const WorkerId asked{worker.toStdString()};
    if (asked != m_worker) {
        clear();
        m_worker = asked;
        m_own = asked == me().worker;
    }
    refresh();
}

void TeamWorkerModel::openOwn() { open(shown(me().worker.str())); }

void TeamWorkerModel::clear() {
    m_worker = {};
    m_own = false;
    m_today.clear();
    m_away.clear();
    m_name.clear();
    m_role.clear();
    m_people.clear();
    m_owned = m_kept = m_asked = m_handedOn = m_absences = {};
    forgetChoice();
    forgetOutlook();
    setBusy(false);
    setLoaded(false);
    emit changed();
}

void TeamWorkerModel::forgetOutlook() {
    ++m_asking;
    m_fromUnderstood.clear();
    m_untilUnderstood.clear();
    m_dayFault.clear();
    m_dueHeading.clear();
    m_due.clear();
    m_cautions.clear();
    emit outlookChanged();
}

void TeamWorkerModel::refresh() {
    if (m_worker.empty()) {
        return;
    }
    run(
        Lane::Read, [worker = m_worker](OpenDesk& desk) { return TeamWork(desk.workplace).of(worker); },
        [this, worker = m_worker](Result<WorkerDesk> desk) {
            if (worker != m_worker) {
                return;
            }
            if (!desk) {
                fail(desk.error());
                return;
            }
            take(*desk);
        });
}

void TeamWorkerModel::take(const WorkerDesk& desk) {
    const WorkReader reader{wording(), desk.directory, me()};
    m_today = desk.today;
    m_away = desk.absences;
    m_name = shown(desk.worker.name);
    m_role = capitalised(shown(desk.worker.role));
    const int people = static_cast<int>(desk.people);
    m_people = m_own ? tr("%n people in your caseload", "a worker's own page", people)
                     : tr("%n people in their caseload", "a worker", people);
    m_owned = m_kept = m_handedOn = m_absences = {};
    for (const auto& one : desk.owned) {
        const auto row = reader.row(one);
        (one.held == Held::Offered                         ? m_handedOn
         : row.value(QStringLiteral("offerable")).toBool() ? m_owned
                                                           : m_kept)
            << row;
    }
    m_kept += reader.rows(desk.sent);
    m_asked = reader.rows(desk.asked);
    for (const auto& one : desk.absences) {
        m_absences << QVariantMap{{QStringLiteral("id"), shown(one.record.hex())},
                                  {QStringLiteral("words"), reader.away(one, desk.today)},
                                  {QStringLiteral("said"), shown(one.words)},
                                  {QStringLiteral("now"), one.on(desk.today)}};
    }
    QVariantList colleagues;
    for (const auto& one : desk.colleagues) {
        const auto* away = desk.directory.absenceOf(one.code, desk.today);
        colleagues << QVariantMap{
            {QStringLiteral("worker"), shown(one.code.str())},
            {QStringLiteral("name"), shown(one.name)},
            {QStringLiteral("role"), capitalised(shown(one.role))},
            {QStringLiteral("detail"), capitalised(shown(one.role))},
            {QStringLiteral("away"), away == nullptr ? QString{} : tr("Away today", "a colleague")},
            {QStringLiteral("awayToday"), away != nullptr}};
    }
    setColleagues(colleagues);
    keepChosenAmong({&m_owned, &m_handedOn, &m_asked});
    setLoaded(true);
    emit changed();
}

std::optional<NewAbsence> TeamWorkerModel::typed(const QString& from, const QString& until, const QString& deputy) {
    const auto first = typedDate(from.toStdString(), m_today, DateTowards::Future);
    const auto last = typedDate(until.toStdString(), m_today, DateTowards::Future);
    m_fromUnderstood = first ? wording().isoDate(*first) : QString{};
    m_untilUnderstood = last ? wording().isoDate(*last)
                        : until.trimmed().isEmpty()
                            ? tr("Nobody knows yet how long.", "the last day of an absence is left empty")
                            : QString{};
    const bool noFirst = !first || !fullDate(*first);
    const bool noLast = !until.trimmed().isEmpty() && (!last || !fullDate(*last));
    if (noFirst || noLast) {
        m_dayFault = noFirst && from.trimmed().isEmpty()
                         ? tr("Say which day is the first.", "an absence")
                         : tr("Not a day that there is. Such as 24/11/2026, tomorrow, in 2 weeks.", "an absence");
        return std::nullopt;
    }
    NewAbsence absence{m_worker, *first, noLast || !last ? std::string{} : *last, WorkerId{deputy.toStdString()}, {}};
    if (daysBetween(absence.from, absence.until).value_or(0) < 0) {
        m_dayFault = tr("The last day is before the first.", "an absence");
        return std::nullopt;
    }
    m_dayFault.clear();
    return absence;
}

void TeamWorkerModel::lookAhead(const QString& from, const QString& until, const QString& deputy) {
    const auto absence = typed(from, until, deputy);
    const int asking = ++m_asking;
    if (!absence) {
        const bool empty = from.trimmed().isEmpty() && until.trimmed().isEmpty();
        m_dayFault = empty ? QString{} : m_dayFault; // nothing is typed yet
        m_dueHeading.clear();
        m_due.clear();
        m_cautions.clear();
        emit outlookChanged();
        return;
    }
    struct Found {
        AbsenceOutlook outlook;
        Directory directory;
    };
    run(
        Lane::Read,
        [absence = *absence](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.outlook, TeamWork(desk.workplace).outlook(absence));
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this, asking](Result<Found> found) {
            if (asking != m_asking) {
                return;
            }
            if (!found) {
                fail(found.error());
                return;
            }
            const auto& outlook = found->outlook;
            const WorkReader reader{wording(), found->directory, me()};
            m_due.clear();
            for (const auto& one : outlook.due) {
                const QString name = shown(bannerName(one.person.familyName, one.person.givenName, {}));
                m_due << tr("%1: %2. %3", "%1 person, %2 what is to be done, %3 when")
                             .arg(name, reader.what(one.work), reader.due(one.work));
            }
            const int due = static_cast<int>(m_due.size());
            m_dueHeading = m_own      ? due == 0 ? tr("Nothing of yours falls due until then.", "an absence")
                                                 : tr("%n thing(s) of yours fall due or wait until then. Offer them to "
                                                           "somebody on the page behind.",
                                                      "an absence", due)
                                : due == 0 ? tr("Nothing of theirs falls due until then.", "an absence")
                                      : tr("%n thing(s) of theirs fall due or wait until then. Offer them to "
                                           "somebody on their page.",
                                           "an absence", due);
            m_cautions.clear();
            if (outlook.already) {
                const QString already =
                    m_own ? tr("You are marked already. %1", "%1 from when until when, and who stands in")
                          : tr("They are marked already. %1", "%1 from when until when, and who stands in");
                m_cautions << already.arg(reader.away(*outlook.already, m_today));
            }
            if (outlook.deputyIsAway) {
                m_cautions << tr("%1 is away then, too. %2", "%1 the deputy, %2 from when until when")
                                  .arg(reader.workerName(outlook.deputyIsAway->worker),
                                       reader.away(*outlook.deputyIsAway, m_today));
            }
            emit outlookChanged();
        });
}

void TeamWorkerModel::markAway(const QString& from, const QString& until, const QString& deputy, const QString& words) {
    auto absence = typed(from, until, deputy);
    emit outlookChanged();
    if (!absence) {
        return;
    }
    absence->words = words.trimmed().toStdString();
    save([absence = *absence](OpenDesk& desk) -> Result<void> {
        FS_ASSIGN([[maybe_unused]] const auto id, TeamWork(desk.workplace).markAway(absence));
        return ok();
    });
}

void TeamWorkerModel::back(const QString& id) {
    const auto record = RecordId::fromHex(id.toStdString()).value_or(RecordId{});
    const auto away = std::find_if(m_away.begin(), m_away.end(), [&](const Away& one) { return one.record == record; });
    if (away == m_away.end()) {
        return;
    }
    save([record, day = std::max(away->from, m_today)](OpenDesk& desk) {
        return TeamWork(desk.workplace).backOn(record, day);
    });
}

} // namespace frontsheet
