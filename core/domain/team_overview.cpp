#include "core/domain/team_overview.h"

#include <algorithm>
#include <tuple>

namespace frontsheet {

namespace {

bool isLoop(const OpenWork& work) {
    return work.kind == WorkKind::Referral || work.kind == WorkKind::OwnReferral || work.kind == WorkKind::SentReferral;
}

// Whose they are, or whom they are offered to; without either, by whose caseload the person is in.
bool isTeams(const OpenWork& work, const TeamFacts& facts, Held held) {
    if (facts.team.has(work.owner) || facts.team.has(work.asked) || facts.team.has(work.askedBy)) {
        return true;
    }
    return isUnowned(held) && !facts.ofOthers.contains(work.person);
}

// An action of ours at a partner's, or one that we asked a partner for, is theirs to be owned.
bool isOursToOwn(const OpenWork& work, const AgencyId& us) {
    return work.kind != WorkKind::Action || work.ownerAgency.empty() || work.ownerAgency == us || work.declined;
}

void count(WorkerLoad& load, const OpenWork& work) {
    switch (work.kind) {
    case WorkKind::Referral:
        ++load.referrals;
        break;
    case WorkKind::Action:
        ++load.actions;
        break;
    case WorkKind::Plan:
        ++load.plans;
        break;
    case WorkKind::Placement:
        ++load.placements;
        break;
    default:
        break;
    }
}

bool waitsLonger(const OpenWork& a, const OpenWork& b) {
    return std::tuple{!a.concern, a.since, a.record} < std::tuple{!b.concern, b.since, b.record};
}

} // namespace

TeamOverview overviewOf(const TeamFacts& facts, std::span<const OpenWork> works, const Directory& directory) {
    TeamOverview out;
    for (const auto& worker : facts.team.workers) {
        out.loads.push_back({worker});
    }
    const auto loadOf = [&](const WorkerId& worker) {
        return std::find_if(out.loads.begin(), out.loads.end(),
                            [&](const WorkerLoad& load) { return load.worker.code == worker; });
    };
    for (const auto& work : works) {
        const auto held = heldBy(work, directory);
        if (work.kind == WorkKind::Message || !isTeams(work, facts, held)) {
            continue; // what somebody has not read is theirs, until they are away
        }
        const bool late = isOverdue(work, facts.today, facts.now);
        if (isLoop(work)) {
            (work.elsewhere ? out.waitingForOthers : out.waitingForUs).push_back(work);
        }
        if (isUnowned(held) && !work.elsewhere && work.kind != WorkKind::Notice &&
            isOursToOwn(work, facts.team.agency)) {
            out.unowned.push_back({work, held});
        }
        if (held == Held::Offered) {
            out.offered.push_back(work);
            if (const auto load = loadOf(work.asked); load != out.loads.end()) {
                ++load->asked;
            }
        }
        if (late) {
            out.overdue.push_back(work);
        }
        const auto load = loadOf(work.owner);
        if (load != out.loads.end() && !work.declined && work.kind != WorkKind::SentReferral) {
            count(*load, work);
            load->overdue += late ? 1 : 0;
        }
    }
    std::sort(out.waitingForUs.begin(), out.waitingForUs.end(), waitsLonger);
    std::sort(out.waitingForOthers.begin(), out.waitingForOthers.end(), waitsLonger);
    std::sort(out.unowned.begin(), out.unowned.end(),
              [](const UnownedWork& a, const UnownedWork& b) { return comesBefore(a.work, b.work); });
    std::sort(out.offered.begin(), out.offered.end(), comesBefore);
    std::sort(out.overdue.begin(), out.overdue.end(), comesBefore);
    return out;
}

InTheirHands inTheHandsOf(const WorkerId& worker, std::span<const OpenWork> works) {
    InTheirHands out;
    for (const auto& work : works) {
        if (work.asked == worker) {
            out.asked.push_back(work);
        } else if (work.owner == worker && !work.declined) {
            const bool inTheirName = work.kind == WorkKind::SentReferral || work.kind == WorkKind::OwnReferral;
            (inTheirName ? out.sent : out.owned).push_back(work);
        }
    }
    for (auto* list : {&out.owned, &out.asked, &out.sent}) {
        std::sort(list->begin(), list->end(), comesBefore);
    }
    return out;
}

} // namespace frontsheet
