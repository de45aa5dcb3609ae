// When to talk to which server. Pure: times are given, chance is seeded. Not thread-safe.
#pragma once

#include "core/base/id.h"
#include "sync/client/sync_engine.h"

#include <chrono>
#include <map>
#include <optional>
#include <random>
#include <vector>

namespace frontsheet {

class SyncSchedule {
public:
    using Moment = std::chrono::milliseconds; // of Clock::monotonic()

    // Every server is due at `now`.
    SyncSchedule(const std::vector<AgencyId>& servers, Moment now, std::uint64_t seed);

    struct Due {
        AgencyId server;
        Moment at;
    };
    // The one that has been due longest, or is due next; nullopt without servers.
    [[nodiscard]] std::optional<Due> next() const;

    // An exchange begins: what is saved from here on may miss it.
    void started(const AgencyId& server);
    // After an exchange: the idle interval, or at once when there is more, or the server's own wish and something on top;
    // after a failure a random time up to a bound that doubles each time.
    void finished(const AgencyId& server, const Exchanged& outcome, Moment now);
    // Something was saved for this server: at once, but for a failing one not sooner than kWakeSpacing after its last try,
    // and never before the time a server asked for.
    void wake(const AgencyId& server, Moment now);
    void wakeAll(Moment now);

private:
    struct State {
        Moment due{0};
        Moment lastTried{0};
        Moment notBefore{0}; // by the server's wish
        unsigned failures = 0;
        bool woken = false; // since the exchange under way began
    };
    [[nodiscard]] Moment between(Moment least, Moment most);
    static void hurry(State& state, Moment now);

    std::map<AgencyId, State> m_servers;
    std::mt19937_64 m_chance;
};

} // namespace frontsheet
