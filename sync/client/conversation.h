// The requests and replies of one exchange. Internal to SyncEngine.
//
//   sync thread:  outgoing(1) | -- | outgoing(2)  advance, send 2 | apply 1, outgoing(3) | advance, send 3 | apply 2 ...
//   lane:         pack, send 1 ........ unpack, decode 1          | pack, send 2 ............. decode 2    | ...
#pragma once

#include "sync/client/answer.h"
#include "sync/client/sync_engine.h"
#include "sync/wire/messages.h"

#include <future>
#include <vector>

namespace frontsheet {

class Conversation {
public:
    struct Parts {
        SyncStore& store;
        Transport& transport;
        const Clock& clock;
        Lane& lane;
        std::uint64_t& requestNo;
        int& differedInARow; // exchanges with this server whose comparison found something
    };
    Conversation(const Parts& parts, const AgencyId& server, SyncCursor cursor, Exchanged& report);
    ~Conversation();
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    [[nodiscard]] Result<void> run();
    [[nodiscard]] SyncCursor takeCursor() && { return std::move(m_cursor); } // after a run that succeeded

private:
    // Who found the message wanting: the home, something on the way to it, or this device the answer.
    enum class AskedBy : std::uint8_t { Server, Between, Device };
    struct Answer {
        std::optional<wire::SyncReply> reply;
        Refused refused;
        AskedBy judge = AskedBy::Device;
        std::size_t bytesUp = 0;
        std::size_t bytesDown = 0;
    };
    using Batch = std::vector<OutgoingIntent>;
    struct Sent {
        OpId op;
        std::uint64_t no = 0;
    };

    [[nodiscard]] Answer ask(const wire::SyncRequest& request) const; // on the lane
    void send(Batch batch);
    [[nodiscard]] Result<Batch> waiting(std::uint64_t afterNo);
    [[nodiscard]] Result<void> prepareNext();
    [[nodiscard]] Result<bool> take(wire::SyncReply reply); // true: go on
    [[nodiscard]] Result<void> checkResults(const std::vector<IntentResult>& results) const;
    [[nodiscard]] Result<void> changeEpoch(wire::SyncReply& reply);
    [[nodiscard]] Result<void> apply(wire::SyncReply reply);
    [[nodiscard]] Result<void> makeSmaller(const Answer& answer);
    [[nodiscard]] Result<void> refuseHere(ErrorCode reason);
    // What the home said of the spans that were sent, once everything else of the exchange is done. True: it is asked again.
    [[nodiscard]] Result<bool> compare();
    [[nodiscard]] Result<void> noteProgress(const wire::SyncReply& reply, std::uint64_t feedSeqBefore);

    Parts m_parts;
    AgencyId m_server;
    SyncCursor m_cursor;
    Exchanged& m_report;

    std::vector<Sent> m_sent;    // in the request under way
    std::optional<Batch> m_next; // read while that one is under way
    std::size_t m_batchSize;
    std::uint32_t m_pageBytes;
    SyncCursor::ListHeld m_listHeld = SyncCursor::ListHeld::No;
    wire::Wanted m_wanted = wire::Wanted::ResultsAndPages; // by the request under way
    SyncStore::Evidence m_evidence;                        // not told yet
    std::vector<Reading> m_told;                           // in a request, not answered yet
    std::vector<Reading> m_taken;                          // by the reply under way
    std::vector<std::uint64_t> m_removedTold;              // in a request, not answered yet
    std::vector<std::uint64_t> m_removedTaken;             // by the reply under way
    bool m_askedToRemove = false;                          // by a reply applied in this exchange
    std::vector<HeldSpan> m_spans;                         // to go with the next request
    std::vector<HeldSpan> m_spansSent;                     // in the request under way
    std::vector<RecordId> m_wantedAgain;                   // to go with the next request
    std::vector<HeldSpan> m_differing;                     // by the last reply
    std::uint32_t m_compared = 0;                          // of the spans sent, by the last reply
    bool m_repairing = false;                              // what was asked for next is what a comparison found
    int m_repairs = 0;
    bool m_holdBack = false;  // send no intents until the epoch is known
    std::uint64_t m_from = 0; // what stands before that in the queue does not get through here
    int m_idleRequests = 0;
    int m_goodReplies = 0; // in a row
    WallTime m_serverTime;
    std::future<Answer> m_underWay;
};

} // namespace frontsheet
