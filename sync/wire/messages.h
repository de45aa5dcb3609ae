// The messages of one exchange in the domain's words. What each field means is said in proto/frontsheet/v1/sync.proto;
// here is only what the generated classes cannot say: types, and what a decoded message is guaranteed to be.
#pragma once

#include "core/domain/intent.h"
#include "core/domain/reading.h"
#include "core/domain/tidings.h"
#include "core/usecases/ports/sync_store.h"
#include "sync/wire/wire_limits.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace frontsheet::wire {

// Where the device says it stands. A device that fetches the next page while one is being applied speaks of the state
// after that page; if it dies before, it comes back with the older cursor and is served again.
struct Have {
    Epoch epoch; // null on the very first exchange
    std::uint64_t feedSeq = 0;
    std::uint64_t heldHash = 0;         // see held_hash.h; over complete and partial scopes
    std::vector<ScopeProgress> partial; // the next to be fetched, at most kMaxPartialPerRequest; not all of them
    std::optional<std::vector<std::string>> held; // the whole list, when the server asked for it
    std::vector<HeldSpan> spans;                  // to be compared; not listed
    std::vector<RecordId> wanted;                 // to be sent again, or said to be gone

    friend bool operator==(const Have&, const Have&) = default;
};

enum class Wanted : std::uint8_t { ResultsAndPages, ResultsOnly };

struct SyncRequest {
    std::uint32_t protocol = kProtocol;
    std::uint32_t schema = kSchema;
    std::uint64_t requestNo = 0;
    AgencyId agency;
    std::vector<OutgoingIntent> push; // in op_no order; every intent's home is `agency`
    Have have;
    std::uint32_t maxBytes = kPagePackedBytes;
    Wanted wanted = Wanted::ResultsAndPages;
    std::uint64_t receipt = 0;     // of the last reply that is on the device's disk; 0: none had one
    Bytes logHead;                 // the newest head of this home's disclosure log that the device holds; as it came
    std::vector<Reading> readings; // not known to have been taken yet, oldest first
    std::vector<std::uint64_t> removed; // removals that are done on the device's disk
    std::uint64_t tidings = 0;          // the last that are on the device's disk
    std::uint64_t rescueMark = 0;       // of the own agency's rescue key that is kept; 0: none

    // Decoding only: intents whose content is not acceptable (too long, not text, of a newer shape), already with their
    // refusals. They are the answer to those intents, so that one bad edit never holds up the others.
    std::vector<IntentResult> unacceptable;
    // Beside `unacceptable`, one each: the transactions that must fall with them; null where it was alone.
    std::vector<TransactionId> unacceptableTransactions;
};

// What a device may still do at a home that is closed to its certificate.
enum class Closing : std::uint8_t {
    No = 0,         // an answer to a sync
    RenewFirst = 1, // it only ran out: nothing was taken
    Closed = 2      // what was pushed is held; everything of this home goes
};

struct SyncReply {
    std::uint32_t protocol = kProtocol;
    AgencyId agency;
    Epoch epoch;
    std::vector<IntentResult> results;
    IncomingGrants grants;
    std::vector<IncomingPage> pages;
    bool more = false; // another exchange would bring another page now
    std::uint64_t feedHead = 0;
    std::uint64_t safeSeq = 0;
    std::chrono::milliseconds retryAfter{0};
    WallTime serverTime;
    bool sendHeld = false;           // the hash did not match: list what you hold
    std::uint64_t receipt = 0;       // to be sent back when the pages are on the disk; 0: no pages with records
    Bytes logHead;                   // to be kept; empty: nothing newer
    std::uint32_t readingsTaken = 0; // the first so many of the request's readings are in the log
    std::uint64_t removal = 0;       // of grants.gone, or of all when closed; 0: nothing goes
    Closing closing = Closing::No;
    std::uint64_t agreementHash = 0; // sharing::markOf() of what this home decides by; 0: none, or not said
    Tidings tidings;
    Bytes rescueKey;            // 32 bytes, in place of the one the request had the mark of; empty: that one stands
    std::uint32_t compared = 0; // so many of the request's spans, the first ones, were compared
    std::vector<HeldSpan> differing; // the home's side of those that differ, in parts
    bool reconciling = false;        // restored, and not open to partners yet
};

// Body of every reply that is not 200.
struct Refusal {
    ErrorCode code = ErrorCode::Internal;
    std::chrono::milliseconds retryAfter{0};
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

struct EnrolRequest {
    std::string code;         // empty: renews the certificate that the request is sent with
    Bytes certificateRequest; // PKCS#10, DER
    DeviceId device;
    friend bool operator==(const EnrolRequest&, const EnrolRequest&) = default;
};

struct AgencyAddress {
    AgencyId agency;
    std::string url; // "https://host:port", nothing after the port
    AgencyId hostedBy;
    std::string serverCa; // PEM
    friend bool operator==(const AgencyAddress&, const AgencyAddress&) = default;
};

struct EnrolReply {
    std::string certificate; // PEM
    std::string agencyCa;    // PEM
    std::vector<AgencyAddress> partnership;
    AgencyId agency;
    WorkerId worker;
    std::string role;
    Bytes rescueKey; // 32 bytes; empty: the agency's server has none
    friend bool operator==(const EnrolReply&, const EnrolReply&) = default;
};

} // namespace frontsheet::wire
