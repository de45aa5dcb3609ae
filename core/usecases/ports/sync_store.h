// What the sync engine needs of the device store. Called on the sync thread; each call is one transaction on the store's
// single writer, committed before it returns.
#pragma once

#include "core/domain/intent.h"
#include "core/domain/record.h"

#include <optional>
#include <string>
#include <vector>

namespace frontsheet {

struct ScopeProgress {
    std::string scope;
    std::uint64_t fromSeq = 0;
    Bytes resumeKey;
    friend bool operator==(const ScopeProgress&, const ScopeProgress&) = default;
};

// Where the device stands with one server.
struct SyncPosition {
    Epoch epoch; // null before the first exchange
    std::uint64_t feedSeq = 0;
    std::vector<std::string> held; // complete and partial scopes, ascending
    std::vector<ScopeProgress> partial;
};

struct OutgoingIntent {
    std::uint64_t opNo = 0;
    Intent intent;
};

// A record as it came, its body still packed. `body` is checked (decodes, fits the schema's limits) by sync/wire before.
struct IncomingRecord {
    Record header; // without fields
    Bytes body;
};

struct IncomingPage {
    std::string scope; // empty: of the feed
    Bytes resumeKey;
    bool scopeComplete = false;
    std::vector<IncomingRecord> upserts;
    std::vector<RecordId> removed;
    std::uint64_t feedSeq = 0; // feed page: the cursor after it
};

struct IncomingGrants {
    std::vector<std::string> gone;
    std::vector<ScopeProgress> granted;
};

class SyncStore {
public:
    virtual ~SyncStore() = default;

    [[nodiscard]] virtual Result<SyncPosition> position(const AgencyId& server) = 0;
    // Oldest first, none that waits for another or needs attention; whole transactions only.
    [[nodiscard]] virtual Result<std::vector<OutgoingIntent>> outgoing(const AgencyId& server, std::size_t maxCount,
                                                                       std::size_t maxBytes) = 0;
    // Results settle their intents (applied ones leave the outbox, others go to needs attention), grants change the scopes held,
    // the page is applied and the cursor moves: all in the one transaction.
    struct Exchange {
        Epoch epoch;
        std::vector<IntentResult> results;
        IncomingGrants grants;
        std::vector<IncomingPage> pages;
        WallTime serverTime;
        WallTime receivedAt;
    };
    [[nodiscard]] virtual Result<void> apply(const AgencyId& server, const Exchange& exchange) = 0;
    // The ledger was restored from a backup: keep the outbox, forget the cursor and fetch every scope again.
    [[nodiscard]] virtual Result<void> startOver(const AgencyId& server, const Epoch& epoch) = 0;
    [[nodiscard]] virtual Result<void> noteFailure(const AgencyId& server, ErrorCode error, WallTime at) = 0;
    // Indexes up to `maxRecords` of what waits in the to_index queue; returns how many are left.
    [[nodiscard]] virtual Result<std::size_t> indexSome(std::size_t maxRecords) = 0;
};

} // namespace frontsheet
