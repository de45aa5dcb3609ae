// One exchange with one agency's server, in as many requests as it takes: what waits here goes there, what is new there
// comes here, and nothing is lost or doubled whatever breaks in between. See core/decisions/031-exchange-runs-one-ahead.md.
//
// Every reply is checked whole before anything of it is applied, and applied with its cursor in one transaction of the
// store. A reply that never arrives changes nothing: the intents go again under their own ids and the home answers
// from memory; the pages come again from the cursor.
#pragma once

#include "core/base/clock.h"
#include "core/usecases/ports/profile_keeper.h"
#include "core/usecases/ports/sync_store.h"
#include "sync/client/lane.h"
#include "sync/client/sync_cursor.h"
#include "sync/client/transport.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>

namespace frontsheet {

// What came of it; counts stand for what was done even when it failed half way.
struct Exchanged {
    std::optional<Error> failure;
    std::uint32_t requests = 0;
    std::size_t answered = 0;       // intents the home has decided on
    std::size_t needsAttention = 0; // of them: refused, held or in conflict
    std::size_t received = 0;       // records
    std::size_t removed = 0;
    std::size_t repaired = 0;     // records found to differ from what the home has, and asked for again
    std::size_t told = 0;         // referrals and held work that the home told of
    bool refusedByServer = false; // the failure is what the server said, not what happened on the way
    // Where the certificate is revoked or ran out: what its server said to that.
    enum class Closing : std::uint8_t { No, RenewFirst, Closed, Wiped };
    // Closed: everything of that home is gone from here. Wiped: of every home, and the keys; the profile is closed.
    Closing closing = Closing::No;
    std::uint64_t bytesUp = 0; // packed bodies
    std::uint64_t bytesDown = 0;
    bool more = false;                       // stopped for fairness to the other servers: come back at once
    std::chrono::milliseconds retryAfter{0}; // the server's wish; 0: none
    // The server's clock minus this device's, when they differ by more than is worth hiding; else 0. Only for showing: no
    // record's time is changed by it.
    std::chrono::milliseconds clockError{0};
};

class SyncEngine {
public:
    // All outlive the engine. `own`: the worker's own agency, whose revocation leaves nothing here; with a `keeper` nothing
    // of any home, and no profile (profile_closing.h).
    SyncEngine(SyncStore& store, Transport& transport, const Clock& clock, AgencyId own = {},
               ProfileKeeper* keeper = nullptr, Lane::Runs network = Lane::Runs::OnItsThread);

    // Blocks; one thread at a time. Failures are also noted in the store, for the sync line to show. A server that says that
    // the certificate is revoked or ran out is asked what is to become of what is here (closing_talk.h): the failure stands,
    // and `closing` says what came of it.
    [[nodiscard]] Exchanged exchange(const AgencyId& server);

private:
    [[nodiscard]] Result<void> close(const AgencyId& server, Exchanged& report);

    SyncStore& m_store;
    Transport& m_transport;
    const Clock& m_clock;
    const AgencyId m_own;
    ProfileKeeper* const m_keeper;
    // Position of each server as committed; dropped whenever an exchange fails, then read from the store again.
    std::map<AgencyId, SyncCursor> m_cursors;
    std::map<AgencyId, int> m_differedInARow;
    std::uint64_t m_requestNo = 0;
    Lane m_lane;
};

} // namespace frontsheet
