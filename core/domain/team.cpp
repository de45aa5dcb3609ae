#include "core/domain/team.h"

#include "core/domain/calendar.h"
#include "core/domain/schema/rota.h"

#include <algorithm>
#include <tuple>

namespace frontsheet {

namespace {

bool coversAll(const WorkerEntry& worker) {
    return worker.covers.empty() || std::find(worker.covers.begin(), worker.covers.end(), "all") != worker.covers.end();
}

bool shareACover(const WorkerEntry& a, const WorkerEntry& b) {
    return std::any_of(a.covers.begin(), a.covers.end(), [&](const std::string& cover) {
        return std::find(b.covers.begin(), b.covers.end(), cover) != b.covers.end();
    });
}

} // namespace

bool Team::has(const WorkerId& worker) const {
    return std::any_of(workers.begin(), workers.end(), [&](const WorkerEntry& one) { return one.code == worker; });
}

Team agencyOf(const Principal& worker, const Directory& directory) {
    Team team;
    team.agency = worker.agency;
    for (const auto& [code, one] : directory.workers()) {
        if (one.agency == worker.agency) {
            team.workers.push_back(one);
        }
    }
    std::sort(team.workers.begin(), team.workers.end(), [](const WorkerEntry& a, const WorkerEntry& b) {
        return std::tie(a.name, a.code) < std::tie(b.name, b.code);
    });
    return team;
}

Team teamOf(const Principal& manager, const Directory& directory) {
    Team team = agencyOf(manager, directory);
    const auto known = directory.workers().find(manager.worker);
    if (known != directory.workers().end() && !coversAll(known->second)) {
        std::erase_if(team.workers, [&](const WorkerEntry& one) {
            return one.code != manager.worker && !coversAll(one) && !shareACover(one, known->second);
        });
    }
    return team;
}

bool Away::on(std::string_view date) const { return from <= date && (until.empty() || date <= until); }

bool Away::overlaps(std::string_view first, std::string_view last) const {
    return (last.empty() || from <= last) && (until.empty() || first <= until);
}

std::vector<Away> absencesFrom(std::span<const Record> records, std::string_view today) {
    std::vector<Away> out;
    for (const auto& record : records) {
        if (record.type != RecordType::Absence) {
            continue;
        }
        const auto& f = record.fields;
        Away away{record.id,
                  f.get(absence::kWorker),
                  f.get(absence::kFrom),
                  f.get(absence::kUntil),
                  f.get(absence::kDeputy),
                  f.get(absence::kWords)};
        if (const auto back = fullDate(f.text(absence::kEndedOn))) {
            away.until = isoDate(std::chrono::year_month_day{std::chrono::sys_days{*back} - std::chrono::days{1}});
        }
        const bool over = !away.until.empty() && (away.until < today || away.until < away.from);
        if (!over) {
            out.push_back(std::move(away));
        }
    }
    std::sort(out.begin(), out.end(),
              [](const Away& a, const Away& b) { return std::tie(a.from, a.record) < std::tie(b.from, b.record); });
    return out;
}

const Away* awayOn(std::span<const Away> absences, const WorkerId& worker, std::string_view date) {
    const Away* found = nullptr;
    for (const auto& away : absences) {
        if (away.worker == worker && away.on(date)) {
            found = &away; // where two overlap the one that begins last counts, as in the directory
        }
    }
    return found;
}

} // namespace frontsheet
