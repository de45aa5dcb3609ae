#include "core/usecases/team_work.h"

#include "core/domain/calendar.h"
#include "core/domain/care/managing.h"
#include "core/domain/care/review_schedule.h"
#include "core/domain/referral_course.h"
#include "core/domain/schema/rota.h"
#include "core/domain/stand_in.h"

#include <algorithm>
#include <unordered_map>

namespace frontsheet {

namespace {

constexpr std::size_t kMost = 20'000; // of one list: a bound against a broken store, not a page
constexpr int kSoonAway = 14;         // days

} // namespace

// Everything open at the agency that this device holds, once each.
struct TeamWork::Gathered {
    Directory directory;
    Team team;
    std::string today;
    std::unordered_map<std::string, WorkingRecord> records; // by id
    std::vector<OpenWork> works;
};

Result<TeamWork::Gathered> TeamWork::gather(const WorkerId& of) {
    Gathered out;
    FS_ASSIGN(out.directory, loadDirectory(m_work.reader));
    if (care::mayManage(m_work.me)) {
        out.team = teamOf(m_work.me, out.directory);
    } else if (of == m_work.me.worker) {
        out.team = {m_work.me.agency, {out.directory.worker(of)}};
    } else {
        return {ErrorCode::NotPermitted, "a manager's to see"};
    }
    out.today = frontsheet::today(m_work);
    const auto take = [&](Worklist list, const std::string& owner) -> Result<void> {
        FS_ASSIGN(auto found, m_work.reader.worklist(list, owner, kMost));
        for (auto& one : found) {
            const auto id = one.record.id.hex();
            if (out.records.contains(id)) {
                continue;
            }
            if (auto work = openWorkOf(one.record, m_work.me.agency)) {
                out.works.push_back(std::move(*work));
                out.records.emplace(id, std::move(one));
            }
        }
        return ok();
    };
    for (const auto list : {Worklist::LoopsOfAgency, Worklist::ReferralsToAgency, Worklist::ReferralsNamed,
                            Worklist::PlansAtAgency, Worklist::PlacementsAtAgency, Worklist::ActionsAtAgency,
                            Worklist::NoReplyAtAgency, Worklist::UnsafeAtAgency, Worklist::NoticesToAcknowledge}) {
        FS_TRY(take(list, m_work.me.agency.str()));
    }
    for (const auto& worker : out.team.workers) {
        for (const auto list : {Worklist::ReferralsToWorker, Worklist::ReferralsTaken, Worklist::ActionsAsked,
                                Worklist::Appointments, Worklist::Invitations, Worklist::Messages}) {
            FS_TRY(take(list, worker.code.str()));
        }
    }
    return out;
}

Result<std::vector<Away>> TeamWork::absences() {
    FS_ASSIGN(const auto held, m_work.reader.ofType(RecordType::Absence, kMost));
    std::vector<Record> records;
    for (const auto& one : held) {
        records.push_back(one.record);
    }
    return absencesFrom(records, frontsheet::today(m_work));
}

Result<std::size_t> TeamWork::peopleOf(const WorkerId& worker) {
    FS_ASSIGN(const auto page,
              m_work.reader.caseload(RecordReader::CaseloadOf::Worker, m_work.me.agency, worker, 0, 1));
    return page.total;
}

// Asked only of a manager who has a part of the agency, and only about what has no owner.
Result<std::set<PersonId>> TeamWork::ofOtherTeams(const Gathered& gathered) {
    std::set<PersonId> ours;
    std::set<PersonId> others;
    for (const auto& [code, worker] : gathered.directory.workers()) {
        if (worker.agency != m_work.me.agency) {
            continue;
        }
        FS_ASSIGN(const auto page,
                  m_work.reader.caseload(RecordReader::CaseloadOf::Worker, m_work.me.agency, code, 0, kMost));
        for (const auto& row : page.rows) {
            (gathered.team.has(code) ? ours : others).insert(row.person);
        }
    }
    std::set<PersonId> out;
    if (others.empty()) {
        return out;
    }
    for (const auto& work : gathered.works) {
        if (!isUnowned(heldBy(work, gathered.directory)) || work.person.isNull()) {
            continue;
        }
        FS_ASSIGN(const auto ids, m_work.reader.sameHuman(work.person));
        const auto among = [&](const std::set<PersonId>& people) {
            return std::any_of(ids.begin(), ids.end(), [&](const PersonId& id) { return people.contains(id); });
        };
        if (among(others) && !among(ours)) {
            out.insert(work.person);
        }
    }
    return out;
}

Result<std::vector<WorkShown>> TeamWork::shown(const Gathered& gathered, const std::vector<OpenWork>& works) {
    std::vector<PersonId> persons;
    for (const auto& work : works) {
        persons.push_back(work.person);
    }
    FS_ASSIGN(auto rows, m_work.reader.personRows(persons));
    const bool onDuty = isAtDutyDesk(m_work.me, gathered.directory);
    std::vector<WorkShown> out;
    out.reserve(works.size());
    for (std::size_t at = 0; at < works.size(); ++at) {
        const auto& held = gathered.records.at(works[at].record.hex());
        WorkShown one;
        one.work = works[at];
        one.held = heldBy(one.work, gathered.directory);
        one.person = std::move(rows[at]);
        one.passing = care::passingOn(held.record, m_work.me);
        one.late = isOverdue(one.work, gathered.today, m_work.clock.now());
        one.standsIn = onDuty && one.work.kind == WorkKind::Referral && one.passing == care::PassingOn::OwnerOnly &&
                       hasFallenToDuty(held.record, m_work.clock.now());
        one.mayTakeBack = care::mayTakeBack(held.record, m_work.me);
        one.waiting = held.waiting;
        out.push_back(std::move(one));
    }
    return out;
}

Result<std::vector<ReferralTrack>> TeamWork::tracks(const Gathered& gathered, const std::vector<OpenWork>& works) {
    std::vector<WorkingRecord> referrals;
    referrals.reserve(works.size());
    for (const auto& work : works) {
        referrals.push_back(gathered.records.at(work.record.hex()));
    }
    return Referrals(m_work).describeAll(referrals);
}

Result<TeamDay> TeamWork::today() {
    FS_ASSIGN(auto gathered, gather());
    TeamFacts facts{gathered.team, gathered.today, m_work.clock.now(), {}};
    const auto ofAgency = std::count_if(gathered.directory.workers().begin(), gathered.directory.workers().end(),
                                        [&](const auto& one) { return one.second.agency == m_work.me.agency; });
    if (gathered.team.workers.size() < static_cast<std::size_t>(ofAgency)) {
        FS_ASSIGN(facts.ofOthers, ofOtherTeams(gathered));
    }
    const auto overview = overviewOf(facts, gathered.works, gathered.directory);
    TeamDay day;
    day.today = gathered.today;
    FS_ASSIGN(day.waitingForUs, tracks(gathered, overview.waitingForUs));
    FS_ASSIGN(day.waitingForOthers, tracks(gathered, overview.waitingForOthers));
    std::vector<OpenWork> unowned;
    for (const auto& one : overview.unowned) {
        unowned.push_back(one.work);
    }
    FS_ASSIGN(day.unowned, shown(gathered, unowned));
    FS_ASSIGN(day.offered, shown(gathered, overview.offered));
    FS_ASSIGN(day.overdue, shown(gathered, overview.overdue));
    FS_ASSIGN(const auto away, absences());
    const auto soon = care::daysAfter(gathered.today, kSoonAway);
    for (const auto& load : overview.loads) {
        LoadShown one;
        one.load = load;
        FS_ASSIGN(one.people, peopleOf(load.worker.code));
        if (const auto* now = awayOn(away, load.worker.code, gathered.today)) {
            one.away = *now;
            one.awayToday = true;
        } else {
            const auto next = std::find_if(away.begin(), away.end(), [&](const Away& a) {
                return a.worker == load.worker.code && a.from <= soon;
            });
            one.away = next == away.end() ? std::nullopt : std::optional{*next};
        }
        day.loads.push_back(std::move(one));
    }
    day.onDuty = isAtDutyDesk(m_work.me, gathered.directory);
    day.directory = std::move(gathered.directory);
    return day;
}

Result<WorkerDesk> TeamWork::of(const WorkerId& worker) {
    FS_ASSIGN(auto gathered, gather(worker));
    if (!gathered.team.has(worker)) {
        return {ErrorCode::NotFound, "of another team"};
    }
    const auto hands = inTheHandsOf(worker, gathered.works);
    WorkerDesk desk;
    desk.worker = gathered.directory.worker(worker);
    desk.today = gathered.today;
    FS_ASSIGN(desk.owned, shown(gathered, hands.owned));
    FS_ASSIGN(desk.asked, shown(gathered, hands.asked));
    FS_ASSIGN(desk.sent, shown(gathered, hands.sent));
    FS_ASSIGN(desk.people, peopleOf(worker));
    FS_ASSIGN(const auto away, absences());
    std::copy_if(away.begin(), away.end(), std::back_inserter(desk.absences),
                 [&](const Away& a) { return a.worker == worker; });
    const auto colleagues = care::mayManage(m_work.me) ? gathered.team : agencyOf(m_work.me, gathered.directory);
    std::copy_if(colleagues.workers.begin(), colleagues.workers.end(), std::back_inserter(desk.colleagues),
                 [&](const WorkerEntry& one) { return one.code != worker; });
    std::stable_partition(desk.colleagues.begin(), desk.colleagues.end(),
                          [&](const WorkerEntry& one) { return one.role == desk.worker.role; });
    std::stable_partition(desk.colleagues.begin(), desk.colleagues.end(),
                          [&](const WorkerEntry& one) { return awayOn(away, one.code, gathered.today) == nullptr; });
    desk.directory = std::move(gathered.directory);
    return desk;
}

Result<AbsenceOutlook> TeamWork::outlook(const NewAbsence& absence) {
    FS_ASSIGN(const auto gathered, gather(absence.worker));
    AbsenceOutlook out;
    FS_ASSIGN(out.due, shown(gathered, dueWithin(gathered.works, absence.worker, absence.until)));
    FS_ASSIGN(const auto away, absences());
    for (const auto& one : away) {
        const bool then = fullDate(absence.from) && one.overlaps(absence.from, absence.until);
        if (then && one.worker == absence.worker && !out.already) {
            out.already = one;
        }
        if (then && !absence.deputy.empty() && one.worker == absence.deputy && !out.deputyIsAway) {
            out.deputyIsAway = one;
        }
    }
    return out;
}

Result<RecordId> TeamWork::markAway(const NewAbsence& absence) {
    if (absence.worker != m_work.me.worker) {
        if (!care::mayManage(m_work.me)) {
            return {ErrorCode::NotPermitted, "a manager's to say"};
        }
        FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
        if (!teamOf(m_work.me, directory).has(absence.worker)) {
            return {ErrorCode::NotFound, "of another team"};
        }
    }
    Record record = newRecord(m_work, RecordType::Absence, {}, Category::Directory);
    auto& f = record.fields;
    f.put(absence::kWorker, absence.worker);
    f.put(absence::kAgency, m_work.me.agency);
    f.put(absence::kFrom, absence.from);
    f.put(absence::kUntil, absence.until);
    f.put(absence::kDeputy, absence.deputy);
    f.put(absence::kWords, absence.words);
    FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, record));
    FS_TRY(m_work.writer.save({std::move(intent)}));
    return record.id;
}

Result<void> TeamWork::backOn(const RecordId& id, const std::string& day) {
    FS_ASSIGN(const auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::Absence) {
        return {ErrorCode::NotFound, "absence"};
    }
    Record after = found->record;
    after.fields.put(absence::kEndedOn, day);
    FS_ASSIGN(auto intent, intentFor(m_work, found->record, after));
    return m_work.writer.save({std::move(intent)});
}

} // namespace frontsheet
