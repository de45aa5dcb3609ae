#include "app/viewmodels/team_model.h"

#include "app/viewmodels/referral_wording.h"
#include "core/domain/care/managing.h"

#include <algorithm>

namespace frontsheet {

namespace {

std::size_t openOf(const WorkerLoad& load) { return load.referrals + load.plans + load.placements + load.actions; }

// Who has work in front, then who has none, the manager last: a colleague is looked for among them.
int placeOf(const LoadShown& load, const Principal& manager) {
    return load.load.worker.code == manager.worker ? 2 : openOf(load.load) + load.people == 0 ? 1 : 0;
}

} // namespace

void TeamModel::lookWho() {
    const bool mine = session().desk && care::mayManage(me());
    if (mine != m_mine) {
        m_mine = mine;
        emit mineChanged();
        refresh();
    }
}

void TeamModel::clear() {
    m_waitingForUs = m_waitingForOthers = m_unowned = m_overdue = m_asked = m_loads = {};
    m_summary.clear();
    m_notOnDuty = false;
    m_mine = false;
    forgetChoice();
    setBusy(false);
    setLoaded(false);
    emit mineChanged();
    emit changed();
}

void TeamModel::refresh() {
    if (!m_mine) {
        return;
    }
    run(
        Lane::Read, [](OpenDesk& desk) { return TeamWork(desk.workplace).today(); },
        [this](Result<TeamDay> day) {
            if (!day) {
                fail(day.error());
                return;
            }
            take(*day);
        });
}

void TeamModel::take(const TeamDay& day) {
    const ReferralReader referrals{wording(), day.directory, me(), session().tablet};
    const WorkReader reader{wording(), day.directory, me()};
    const auto loops = [&](const std::vector<ReferralTrack>& tracks) {
        QVariantList out;
        for (const auto& track : tracks) {
            auto row = referrals.row(track);
            row[QStringLiteral("detail")] = referrals.waits(track);
            // Whoever it waits for is named; what a manager's eye is to fall on is that nobody answered in time.
            row[QStringLiteral("waiting")] = track.overdue || track.tooOften;
            out << row;
        }
        return out;
    };
    m_waitingForUs = loops(day.waitingForUs);
    m_waitingForOthers = loops(day.waitingForOthers);
    m_unowned = reader.rows(day.unowned);
    m_overdue = reader.rows(day.overdue);
    m_asked = reader.rows(day.offered);
    m_loads = {};
    std::size_t most = 0;
    for (const auto& load : day.loads) {
        most = std::max(most, openOf(load.load));
    }
    std::vector<std::pair<int, QVariantMap>> ranked;
    for (const auto& load : day.loads) {
        ranked.emplace_back(placeOf(load, me()), loadRow(load, most, reader, day.today));
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    QVariantList here;
    QVariantList away;
    for (const auto& [place, row] : ranked) {
        m_loads << row;
        (row.value(QStringLiteral("awayToday")).toBool() ? away : here) << row;
    }
    setColleagues(here + away);
    m_notOnDuty = !day.onDuty;
    const int people = static_cast<int>(m_loads.size());
    const int nobody = static_cast<int>(m_unowned.size());
    const int late = static_cast<int>(m_overdue.size());
    m_summary = tr("%n people in the team.", "team page", people) + QLatin1Char(' ') +
                (nobody == 0 ? tr("Everything has an owner.", "team page")
                             : tr("%n thing(s) nobody has.", "team page", nobody)) +
                QLatin1Char(' ') +
                (late == 0 ? tr("Nothing is late.", "team page") : tr("%n late.", "team page: pieces of work", late));
    keepChosenAmong({&m_unowned, &m_overdue, &m_asked});
    setLoaded(true);
    emit changed();
}

QVariantMap TeamModel::loadRow(const LoadShown& one, std::size_t most, const WorkReader& reader,
                               const std::string& today) const {
    const auto& load = one.load;
    QStringList has;
    const auto add = [&](std::size_t count, const QString& words) {
        if (count > 0) {
            has << words;
        }
    };
    add(one.people, tr("%n people", "caseload of a worker", static_cast<int>(one.people)));
    add(load.referrals, tr("%n referral(s)", "open, of a worker", static_cast<int>(load.referrals)));
    add(load.plans, tr("%n plan(s)", "of which a worker is case owner", static_cast<int>(load.plans)));
    add(load.placements, tr("%n placement(s)", "of a reviewing officer", static_cast<int>(load.placements)));
    add(load.actions, tr("%n action(s)", "of a worker", static_cast<int>(load.actions)));
    const QString much = has.isEmpty() ? tr("Nothing open", "of a worker") : has.join(QStringLiteral(", "));
    const std::size_t open = openOf(load);
    const int late = static_cast<int>(load.overdue);
    const int asked = static_cast<int>(load.asked);
    const QString role = capitalised(shown(load.worker.role));
    const auto part = [](std::size_t some, std::size_t all) {
        return all == 0 ? 0.0 : std::min(1.0, static_cast<double>(some) / static_cast<double>(all));
    };
    return {{QStringLiteral("worker"), shown(load.worker.code.str())},
            {QStringLiteral("name"), shown(load.worker.name)},
            {QStringLiteral("role"), role},
            {QStringLiteral("initials"), initialsOf(shown(load.worker.name))},
            {QStringLiteral("load"), much},
            {QStringLiteral("share"), part(open, most)},
            {QStringLiteral("lateShare"), part(load.overdue, open)},
            {QStringLiteral("overdue"), late == 0 ? QString{} : tr("%n late", "pieces of work of a worker", late)},
            {QStringLiteral("asked"), asked == 0 ? QString{} : tr("%n offered, not answered", "pieces of work", asked)},
            {QStringLiteral("detail"), tr("%1. %2", "a colleague: %1 role, %2 what they have").arg(role, much)},
            {QStringLiteral("away"), one.away ? reader.away(*one.away, today) : QString{}},
            {QStringLiteral("awayToday"), one.awayToday}};
}

} // namespace frontsheet
