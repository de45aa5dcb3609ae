#include "sync/client/sync_schedule.h"

#include "sync/client/sync_tuning.h"

#include <algorithm>

namespace frontsheet {

SyncSchedule::SyncSchedule(const std::vector<AgencyId>& servers, Moment now, std::uint64_t seed) : m_chance(seed) {
    for (const auto& server : servers) {
        m_servers[server].due = now;
    }
}

std::optional<SyncSchedule::Due> SyncSchedule::next() const {
    const auto first = std::min_element(m_servers.begin(), m_servers.end(),
                                        [](const auto& a, const auto& b) { return a.second.due < b.second.due; });
    return first == m_servers.end() ? std::nullopt : std::optional{Due{first->first, first->second.due}};
}

SyncSchedule::Moment SyncSchedule::between(Moment least, Moment most) {
    // Not std::uniform_int_distribution: its results differ between standard libraries, and a seed must give the same run.
    const auto width = static_cast<std::uint64_t>(std::max<std::int64_t>(most.count() - least.count(), 0)) + 1;
    return least + Moment{static_cast<std::int64_t>(m_chance() % width)};
}

void SyncSchedule::started(const AgencyId& server) {
    if (const auto at = m_servers.find(server); at != m_servers.end()) {
        at->second.woken = false;
    }
}

void SyncSchedule::finished(const AgencyId& server, const Exchanged& outcome, Moment now) {
    const auto at = m_servers.find(server);
    if (at == m_servers.end()) {
        return;
    }
    State& state = at->second;
    state.lastTried = now;
    state.notBefore = Moment{0};
    Moment wait{0};
    if (outcome.failure) {
        const unsigned doublings = std::min(state.failures, 20u);
        const Moment bound = std::min(sync_tuning::kBackoffCap, sync_tuning::kBackoffBase * (1 << doublings));
        ++state.failures;
        wait = between(Moment{0}, bound);
    } else {
        state.failures = 0;
        if (!outcome.more) {
            const Moment jitter = sync_tuning::kIdleInterval * sync_tuning::kIdleJitterPercent / 100;
            wait = between(sync_tuning::kIdleInterval - jitter, sync_tuning::kIdleInterval + jitter);
        }
    }
    if (outcome.retryAfter.count() > 0) {
        // Everyone who was sent away would otherwise be back in the same moment.
        wait = outcome.retryAfter + between(Moment{0}, outcome.retryAfter / 4);
        state.notBefore = now + outcome.retryAfter;
    }
    state.due = now + wait;
    if (state.woken) {
        state.woken = false;
        hurry(state, now);
    }
}

void SyncSchedule::hurry(State& state, Moment now) {
    Moment due = std::max(now, state.notBefore);
    if (state.failures > 0) {
        due = std::max(due, state.lastTried + sync_tuning::kWakeSpacing);
    }
    state.due = std::min(state.due, due);
}

void SyncSchedule::wake(const AgencyId& server, Moment now) {
    if (const auto at = m_servers.find(server); at != m_servers.end()) {
        at->second.woken = true;
        hurry(at->second, now);
    }
}

void SyncSchedule::wakeAll(Moment now) {
    for (auto& [server, state] : m_servers) {
        state.woken = true;
        hurry(state, now);
    }
}

} // namespace frontsheet
