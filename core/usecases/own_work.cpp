#include "core/usecases/own_work.h"

#include "core/domain/calendar.h"
#include "core/domain/care/passing_on.h"
#include "core/usecases/deaths.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::size_t kMostHeld = 2000; // of one worker: a bound against a broken store, not a page

} // namespace

Result<OwnDay> OwnWork::asOfToday() {
    const auto& me = m_work.me;
    const auto worker = me.worker.str();
    const auto date = frontsheet::today(m_work);
    OwnDay day;
    FS_ASSIGN(const auto actions, m_work.reader.worklist(Worklist::Actions, worker, kMostHeld));
    for (const auto& [record, waiting] : actions) {
        auto work =
            care::isOfferedTo(record, me) ? std::nullopt : openWorkOf(record, me.agency); // an offer has its own list
        if (work && work->owner == me.worker && !work->declined) {
            day.toDo.push_back({std::move(*work)});
        }
    }
    FS_ASSIGN(const auto plans, m_work.reader.worklist(Worklist::Plans, worker, kMostHeld));
    for (const auto& [record, waiting] : plans) {
        auto work = openWorkOf(record, me.agency);
        const auto days = work ? daysBetween(date, work->due) : std::nullopt;
        if (days && *days <= kPlanReviewInSight) {
            day.toDo.push_back({std::move(*work)});
        }
    }
    FS_ASSIGN(const auto asked, m_work.reader.worklist(Worklist::ActionsAsked, worker, kMostHeld));
    for (const auto& [record, waiting] : asked) {
        auto work = openWorkOf(record, me.agency);
        if (work && work->declined && work->askedBy == me.worker && work->askedByAgency == me.agency) {
            day.cameBack.push_back({std::move(*work)});
        }
    }
    FS_ASSIGN(const auto visits, m_work.reader.worklist(Worklist::Appointments, worker, kMostHeld));
    for (const auto& [record, waiting] : visits) {
        auto work = openWorkOf(record, me.agency);
        const auto on = work ? m_work.zone.local(work->by).date : date;
        if (work && work->owner == me.worker && on != date) {
            (on < date ? day.notClosed : day.comingUp).push_back({std::move(*work)});
        }
    }
    if (!day.comingUp.empty()) {
        FS_ASSIGN(const auto dead, Deaths(m_work).everybody());
        std::erase_if(day.comingUp, [&](const OwnedWork& one) { return dead.contains(one.work.person); });
    }
    for (auto* works : {&day.toDo, &day.cameBack, &day.notClosed, &day.comingUp}) {
        std::sort(works->begin(), works->end(),
                  [](const OwnedWork& a, const OwnedWork& b) { return comesBefore(a.work, b.work); });
    }
    day.comingUp.resize(std::min(day.comingUp.size(), kMostComingUp));
    for (auto* works : {&day.toDo, &day.cameBack, &day.notClosed, &day.comingUp}) {
        FS_TRY(describe(*works));
    }
    return day;
}

Result<void> OwnWork::describe(std::vector<OwnedWork>& works) {
    const auto date = frontsheet::today(m_work);
    std::vector<PersonId> persons;
    for (const auto& one : works) {
        persons.push_back(one.work.person);
    }
    FS_ASSIGN(auto rows, m_work.reader.personRows(persons));
    for (std::size_t at = 0; at < works.size(); ++at) {
        works[at].person = std::move(rows[at]);
        works[at].late = isOverdue(works[at].work, date, m_work.clock.now());
    }
    return ok();
}

} // namespace frontsheet
