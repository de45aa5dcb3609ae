// What the sync engine needs of the device store. Called on the sync thread; each call is one transaction on the store's
// single writer, committed before it returns.
#pragma once

#include "core/domain/intent.h"
#include "core/domain/reading.h"
#include "core/domain/record.h"
#include "core/domain/tidings.h"

#include <optional>
#include <string>
#include <vector>

namespace frontsheet {

// A scope being fetched, by its key (core/domain/scope.h: under which terms, or again).
struct ScopeProgress {
    std::string scope;
    std::uint64_t fromSeq = 0;
    Bytes resumeKey;
    // As granted, in hours without contact: past soft shown with a typed reason, past hard not at all. 0: no limit. Not said
    // again while the scope is fetched.
    std::uint16_t softHours = 0;
    std::uint16_t hardHours = 0;
    friend bool operator==(const ScopeProgress&, const ScopeProgress&) = default;
};

// Where the device stands with one server.
struct SyncPosition {
    Epoch epoch; // null before the first exchange
    std::uint64_t feedSeq = 0;
    std::vector<std::string> held;      // complete and partial scopes, ascending; none that is only fetched again
    std::vector<ScopeProgress> partial; // those too
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

// A point in all that is held of one home, in order of scope and then of record. A null record: before the scope's first one.
// An empty scope: before everything (as a span's `after`), or after everything (as its `upTo`).
struct HeldPoint {
    std::string scope;
    RecordId record;
    friend auto operator<=>(const HeldPoint&, const HeldPoint&) = default;
};

struct HeldItem {
    RecordId record;
    std::uint64_t hash = 0; // sync/wire/content_hash.h
    friend bool operator==(const HeldItem&, const HeldItem&) = default;
};

// What is held after one point and up to another, that one too: how many, and their content hashes summed modulo 2^64. A record
// that two scopes cover counts under both.
struct HeldSpan {
    HeldPoint after;
    HeldPoint upTo;
    std::uint32_t count = 0;
    std::uint64_t hash = 0;
    // From a home only: `items` are all of it, in order, and the span is within one scope.
    bool listed = false;
    std::vector<HeldItem> items;
    friend bool operator==(const HeldSpan&, const HeldSpan&) = default;
};

class SyncStore {
public:
    virtual ~SyncStore() = default;

    [[nodiscard]] virtual Result<SyncPosition> position(const AgencyId& server) = 0;
    // Oldest first; whole transactions only; numbered above `afterNo` (0: from the oldest). None that needs attention, waits
    // for another (`after`), or follows an edit of the same record whose result is not known yet. What is handed out is
    // marked so, durably, before this returns: from then on its bytes never change, since the home remembers them by op
    // id. Asked again, the same come again. At least one transaction, however large.
    [[nodiscard]] virtual Result<std::vector<OutgoingIntent>> outgoing(const AgencyId& server, std::uint64_t afterNo,
                                                                       std::size_t maxCount, std::size_t maxBytes) = 0;
    // Results settle their intents (applied ones leave the outbox, others go to needs attention), grants change the scopes held,
    // the page is applied and the cursor moves: all in the one transaction.
    struct Exchange {
        Epoch epoch;
        std::vector<IntentResult> results;
        IncomingGrants grants;
        std::vector<IncomingPage> pages;
        WallTime serverTime;
        WallTime receivedAt;
        // Whether the server went by the scopes held now. Until it has, an intent applied whose record no scope covers yet stays
        // in view: the scope that brings it may be on its way.
        enum class Grants : std::uint8_t { Settled, Open };
        Grants grantsAre = Grants::Settled;
        // Intents applied are kept for sending again until the home has them in a verified copy: while safeSeq is below
        // the feedHead of the exchange that brought the result. Both 0: not kept.
        std::uint64_t feedHead = 0;
        std::uint64_t safeSeq = 0;
        // For the home's disclosure log, kept in the same transaction.
        std::uint64_t receipt = 0;               // to be told once it is on this disk, that is from now on; 0: none
        Bytes logHead;                           // the newest head, in place of the one kept; empty: none
        std::vector<Reading> readingsTaken;      // as evidence() gave them: need not be told again
        std::uint64_t removal = 0;               // of grants.gone: told as `removed` once nothing of it is left here
        std::vector<std::uint64_t> removedTaken; // as evidence() gave them: need not be told again
        std::uint64_t agreementHash = 0;         // of what the home decides by; 0: not said
        Tidings tidings;                         // told once `upTo` is on this disk, that is from now on
        bool reconciling = false;                // the home's ledger was restored, and is not open to partners yet
        Bytes
            rescueKey; // of the worker's own agency, in place of the one kept; not looked at from others; empty: none new
    };
    // An intent applied at its home stays in the working view until its version (or a later one) is in the mirror, so that
    // nothing jumps back between the result and the page that brings it.
    // Gone first: every record that a gone scope covers is dropped, even where another scope covers it as well; what that
    // one still brings is granted again, under a key of its own ("again:") that is forgotten once it is complete.
    // Errors: Conflict when `epoch` is not the one held (call startOver first); WrongTenant for a record of another home;
    // Unsupported for a scope name this program does not know; DiskFull and the like. Nothing is applied then.
    // When this returns after scopes went or records were removed, their bytes are gone from the disk too.
    [[nodiscard]] virtual Result<void> apply(const AgencyId& server, const Exchange& exchange) = 0;
    // What the home is to be told for its disclosure log; readings in any order, at most so many.
    struct Evidence {
        std::uint64_t receipt = 0; // of the last reply applied that had one
        Bytes logHead;
        std::vector<Reading> readings;
        std::vector<std::uint64_t> removed; // removals of which nothing is left on this disk
        std::uint64_t tidings = 0;          // the last that are kept here
        std::uint64_t rescueMark = 0;       // of the rescue key kept, where the server is the worker's own; 0: none
    };
    [[nodiscard]] virtual Result<Evidence> evidence(const AgencyId& /*server*/, std::size_t /*maxReadings*/) {
        return Evidence{}; // for stores that keep none
    }
    // --- a home that has closed to this device (a revoked certificate) ---
    // As outgoing(), but everything without a result, whatever it waits for.
    [[nodiscard]] virtual Result<std::vector<OutgoingIntent>>
    handIn(const AgencyId& /*server*/, std::uint64_t /*afterNo*/, std::size_t /*maxCount*/, std::size_t /*maxBytes*/) {
        return std::vector<OutgoingIntent>{};
    }
    // Results of what was handed in, and the readings that were taken with it.
    [[nodiscard]] virtual Result<void> takeResults(const AgencyId& /*server*/,
                                                   const std::vector<IntentResult>& /*results*/,
                                                   const std::vector<Reading>& /*readingsTaken*/) {
        return ok();
    }
    // Everything of the home goes: records, words, scopes, what was to be told to it. `removal` is then told as removed.
    enum class HomeClosing : std::uint8_t {
        KeepOwnWords, // what its author wrote and the home has not taken stays as needing attention
        LeaveNothing
    };
    [[nodiscard]] virtual Result<void> closeHome(const AgencyId& /*server*/, std::uint64_t /*removal*/,
                                                 HomeClosing /*how*/) {
        return {ErrorCode::Unsupported, "closing a home"};
    }
    // The ledger was restored from a backup (or this is the first contact): keep the outbox, forget the cursor and the
    // scopes, send again what it may have lost. What is held stays readable until it is fetched again; what does not
    // come again goes when every scope is complete.
    [[nodiscard]] virtual Result<void> startOver(const AgencyId& server, const Epoch& epoch) = 0;
    // --- comparing what is held with what the home would send ---
    // The next spans to compare, by what the mirror says (never the working view), about so many records in all; none while
    // anything is being fetched. Each call gives the same until comparedUpTo() moves on.
    [[nodiscard]] virtual Result<std::vector<HeldSpan>> spansToCompare(const AgencyId& /*server*/,
                                                                       std::size_t /*maxRecords*/) {
        return std::vector<HeldSpan>{};
    }
    // Where a home's parts of a span differ from what is here.
    struct Differences {
        std::vector<HeldSpan> ask; // this side of parts that differ and are not listed: to be asked about next
        std::vector<RecordId>
            wanted; // to be sent again or said to be gone; marked so here, so that whatever comes replaces them
    };
    [[nodiscard]] virtual Result<Differences> differences(const AgencyId& /*server*/,
                                                          const std::vector<HeldSpan>& /*parts*/) {
        return Differences{};
    }
    // Everything up to there agrees: the next comparison begins after it.
    [[nodiscard]] virtual Result<void> comparedUpTo(const AgencyId& /*server*/, const HeldPoint& /*point*/) {
        return ok();
    }
    [[nodiscard]] virtual Result<void> noteFailure(const AgencyId& server, ErrorCode error, WallTime at) = 0;
    // Indexes up to `maxRecords` of what waits in the to_index queue; returns how many are left.
    [[nodiscard]] virtual Result<std::size_t> indexSome(std::size_t maxRecords) = 0;
};

} // namespace frontsheet
