#include "sync/client/conversation.h"

#include "core/base/crash_point.h"
#include "core/base/planted_bug.h"
#include "sync/client/sync_tuning.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace frontsheet {

using sync_tuning::milliseconds;

Conversation::Conversation(const Parts& parts, const AgencyId& server, SyncCursor cursor, Exchanged& report)
    : m_parts(parts), m_server(server), m_cursor(std::move(cursor)), m_report(report),
      m_batchSize(sync_tuning::kPushBatch), m_pageBytes(wire::kPagePackedBytes) {}

Conversation::~Conversation() {
    if (m_underWay.valid()) {
        m_underWay.wait(); // it uses this object
    }
}

Conversation::Answer Conversation::ask(const wire::SyncRequest& request) const {
    Answer answer;
    const Bytes packed = wire::pack(wire::encode(request));
    answer.bytesUp = packed.size();
    crashPoint("sync.before-send");
    const auto http = m_parts.transport.post(m_server, "sync", packed, wire::kMaxPackedReply);
    answer.bytesDown = http ? http->body.size() : 0;
    auto read = ReadAnswer::of(http, wire::kMaxUnpackedReply);
    if (http && http->status != 200) {
        answer.judge = read.refused().byHome ? AskedBy::Server : AskedBy::Between;
    }
    if (!read.isMessage()) {
        answer.refused = read.refused();
        return answer;
    }
    auto reply = wire::decodeSyncReply(read.message(), m_server);
    if (reply) {
        answer.reply = std::move(*reply);
    } else {
        answer.refused = {std::move(reply).error(), {}, false};
    }
    return answer;
}

Result<Conversation::Batch> Conversation::waiting(std::uint64_t afterNo) {
    if (m_holdBack) {
        return Batch{};
    }
    return m_parts.store.outgoing(m_server, afterNo, m_batchSize, sync_tuning::kPushBytes);
}

void Conversation::send(Batch batch) {
    wire::SyncRequest request;
    request.requestNo = ++m_parts.requestNo;
    request.agency = m_server;
    request.have = m_cursor.have(m_listHeld);
    request.maxBytes = m_pageBytes;
    m_listHeld = SyncCursor::ListHeld::No;
    // A full batch means that more of this worker's own is waiting: it goes out first, what others wrote comes after.
    request.wanted = batch.size() >= m_batchSize ? wire::Wanted::ResultsOnly : wire::Wanted::ResultsAndPages;
    m_wanted = request.wanted;
    m_sent.clear();
    for (const auto& outgoing : batch) {
        m_sent.push_back({outgoing.intent.op, outgoing.opNo});
    }
    request.receipt = m_evidence.receipt;
    request.logHead = std::exchange(m_evidence.logHead, {}); // shown once an exchange
    request.readings = m_evidence.readings;                  // again, when the answer is lost: they count once
    m_told = m_evidence.readings;
    request.removed = std::exchange(m_evidence.removed, {});
    m_removedTold = request.removed;
    request.tidings = m_evidence.tidings;
    request.rescueMark = m_evidence.rescueMark;
    request.have.spans = std::exchange(m_spans, {});
    request.have.wanted = std::exchange(m_wantedAgain, {});
    m_spansSent = request.have.spans;
    request.push = std::move(batch);
    m_next.reset();
    ++m_report.requests;
    m_underWay = m_parts.lane.run([this, request = std::move(request)] { return ask(request); });
}

// While the server works on the batch that was sent, the one after it is read.
Result<void> Conversation::prepareNext() {
    if (m_sent.empty()) {
        return ok();
    }
    FS_ASSIGN(m_next, waiting(m_sent.back().no));
    return ok();
}

Result<void> Conversation::checkResults(const std::vector<IntentResult>& results) const {
    std::unordered_set<OpId> asked;
    asked.reserve(m_sent.size());
    for (const auto& sent : m_sent) {
        asked.insert(sent.op);
    }
    for (const auto& result : results) {
        if (asked.erase(result.op) == 0) {
            return {ErrorCode::Malformed, "result of an intent that was not sent"};
        }
    }
    return ok();
}

// The first contact, or a ledger that was restored from a backup. The outbox stays; everything else is fetched again.
Result<void> Conversation::changeEpoch(wire::SyncReply& reply) {
    const bool first = m_cursor.epoch().isNull();
    FS_TRY(m_parts.store.startOver(m_server, reply.epoch));
    FS_ASSIGN(const auto position, m_parts.store.position(m_server));
    m_cursor = SyncCursor{position};
    m_next.reset();
    m_holdBack = false;
    m_evidence.tidings = 0;
    if (!first) {
        // What the ledger may have lost goes before anything is fetched, so that it comes back with the pages.
        FS_ASSIGN(m_next, waiting(m_from));
        // Spoken to a position of the old epoch.
        reply.grants = {};
        reply.pages.clear();
        reply.tidings = {};
        reply.sendHeld = false;
        reply.more = true;
    }
    return ok();
}

Result<void> Conversation::apply(wire::SyncReply reply) {
    crashPoint("sync.after-send-before-apply");
    const WallTime now = m_parts.clock.now();
    m_serverTime = reply.serverTime;
    SyncStore::Exchange exchange;
    exchange.epoch = reply.epoch;
    exchange.results = std::move(reply.results);
    exchange.grants = std::move(reply.grants);
    exchange.pages = std::move(reply.pages);
    exchange.serverTime = reply.serverTime;
    if (reply.sendHeld || m_wanted == wire::Wanted::ResultsOnly) {
        exchange.grantsAre = SyncStore::Exchange::Grants::Open;
    }
    exchange.receivedAt = now;
    exchange.feedHead = reply.feedHead;
    exchange.safeSeq = reply.safeSeq;
    exchange.receipt = reply.receipt;
    exchange.logHead = std::move(reply.logHead);
    exchange.readingsTaken = std::exchange(m_taken, {});
    exchange.removal = reply.removal;
    exchange.removedTaken = std::exchange(m_removedTaken, {});
    exchange.agreementHash = reply.agreementHash;
    exchange.tidings = std::move(reply.tidings);
    exchange.rescueKey = std::move(reply.rescueKey);
    exchange.reconciling = reply.reconciling;
    FS_TRY(m_parts.store.apply(m_server, exchange));
    m_askedToRemove = m_askedToRemove || exchange.removal != 0;
    m_evidence.receipt = exchange.receipt != 0 ? exchange.receipt : m_evidence.receipt;
    m_evidence.tidings = std::max(m_evidence.tidings, exchange.tidings.upTo);
    crashPoint("sync.after-apply");

    for (const auto& result : exchange.results) {
        ++m_report.answered;
        const bool stands = result.outcome == IntentOutcome::Applied || result.outcome == IntentOutcome::Merged;
        m_report.needsAttention += stands ? 0 : 1;
    }
    m_report.told += exchange.tidings.reached.size() + exchange.tidings.settled.size();
    for (const auto& page : exchange.pages) {
        m_report.received += page.upserts.size();
        m_report.removed += page.removed.size();
    }
    m_report.retryAfter = reply.retryAfter;
    const milliseconds difference = reply.serverTime - now;
    const bool shown = reply.serverTime.isKnown() && std::chrono::abs(difference) > sync_tuning::kClockErrorShown;
    m_report.clockError = shown ? difference : milliseconds{0};
    return ok();
}

// A server that says "more" for ever and brings nothing would keep the others waiting.
Result<void> Conversation::noteProgress(const wire::SyncReply& reply, std::uint64_t feedSeqBefore) {
    const bool scopePage = std::any_of(reply.pages.begin(), reply.pages.end(), [this](const IncomingPage& page) {
        return !page.scope.empty() || (m_repairing && (!page.upserts.empty() || !page.removed.empty()));
    });
    const bool moved = !reply.results.empty() || !reply.grants.gone.empty() || !reply.grants.granted.empty() ||
                       scopePage || m_cursor.feedSeq() > feedSeqBefore || !reply.differing.empty();
    m_idleRequests = moved ? 0 : m_idleRequests + 1;
    return m_idleRequests < sync_tuning::kMaxIdleRequests
               ? ok()
               : Result<void>{ErrorCode::Malformed, "the server goes round in circles"};
}

Result<bool> Conversation::take(wire::SyncReply reply) {
    FS_TRY(checkResults(reply.results));
    if (reply.epoch != m_cursor.epoch()) {
        FS_TRY(changeEpoch(reply));
    }
    const std::size_t taken = std::min<std::size_t>(reply.readingsTaken, m_told.size());
    m_taken.assign(m_told.begin(), m_told.begin() + static_cast<std::ptrdiff_t>(taken));
    if (taken != 0) {
        m_evidence.readings.clear(); // what is left, and what was read since, goes with the next exchange
    }
    m_removedTaken.insert(m_removedTaken.end(), m_removedTold.begin(), m_removedTold.end());
    m_removedTold.clear();
    if (planted(PlantedBug::RemovalToldEarly) && reply.removal != 0) {
        m_evidence.removed.push_back(reply.removal);
    }
    const std::uint64_t before = m_cursor.feedSeq();
    FS_TRY(m_cursor.advance(reply));
    FS_TRY(noteProgress(reply, before));
    m_compared = std::min<std::uint32_t>(reply.compared, static_cast<std::uint32_t>(m_spansSent.size()));
    m_differing = std::move(reply.differing);
    if (reply.sendHeld) {
        m_listHeld = SyncCursor::ListHeld::Yes;
    }
    m_batchSize = std::min(sync_tuning::kPushBatch, m_batchSize * 2);
    if (++m_goodReplies % sync_tuning::kGoodRepliesToGrow == 0) {
        m_pageBytes = std::min(wire::kPagePackedBytes, m_pageBytes * 2); // the line may have got better
    }
    const bool asksAway = reply.retryAfter.count() > 0;
    const bool fair = m_report.requests < sync_tuning::kRequestsPerExchange;
    const bool known =
        reply.more || reply.sendHeld || m_wanted == wire::Wanted::ResultsOnly || (m_next && !m_next->empty());
    m_report.more = known && !asksAway && !fair;
    if (known && !asksAway && fair) {
        send(m_next ? std::move(*m_next) : Batch{});
        FS_TRY(apply(std::move(reply)));
        FS_TRY(prepareNext());
        return true;
    }
    FS_TRY(apply(std::move(reply)));
    if (asksAway || !fair) {
        return false;
    }
    // Results may have set free what waited for them, and a person may have saved something meanwhile.
    FS_ASSIGN(auto freed, waiting(m_from));
    if (m_askedToRemove) {
        // The home waits to hear that it has gone: now, not at the next exchange.
        m_askedToRemove = false;
        FS_ASSIGN(const auto evidence, m_parts.store.evidence(m_server, 0));
        m_evidence.removed = evidence.removed;
    }
    FS_ASSIGN(const bool repairs, compare());
    if (freed.empty() && m_evidence.removed.empty() && !repairs) {
        return false;
    }
    send(std::move(freed));
    FS_TRY(prepareNext());
    return true;
}

// Everything that the reply brought is in the store, and nothing more is on its way: the mirror is what the home went by.
Result<bool> Conversation::compare() {
    const auto spans = std::exchange(m_spansSent, {});
    const auto parts = std::exchange(m_differing, {});
    if (m_compared == 0) {
        return false;
    }
    if (parts.empty()) {
        if (!m_repairing && m_compared == spans.size()) {
            m_parts.differedInARow = 0;
            FS_TRY(m_parts.store.comparedUpTo(m_server, spans.back().upTo));
        }
        return false;
    }
    if (m_repairs == sync_tuning::kRepairsPerExchange) {
        return false;
    }
    if (!m_repairing && ++m_parts.differedInARow > sync_tuning::kMaxDifferedInARow) {
        // The two do not say the same of the same records, whatever is sent: the rest is worth looking at too.
        m_parts.differedInARow = 0;
        FS_TRY(m_parts.store.comparedUpTo(m_server, spans.back().upTo));
        return false;
    }
    FS_ASSIGN(auto found, m_parts.store.differences(m_server, parts));
    if ((found.ask.empty() && found.wanted.empty()) || planted(PlantedBug::MismatchShrugged)) {
        return false;
    }
    ++m_repairs;
    m_repairing = true;
    m_report.repaired += found.wanted.size();
    m_spans = std::move(found.ask);
    m_wantedAgain = std::move(found.wanted);
    return true;
}

// What cannot be sent in any size is refused here, so that it does not hold up what comes after it.
Result<void> Conversation::refuseHere(ErrorCode reason) {
    if (m_cursor.epoch().isNull()) {
        m_holdBack = true; // the store keeps no results for a home it has never reached
        return ok();
    }
    SyncStore::Exchange exchange;
    exchange.epoch = m_cursor.epoch();
    exchange.serverTime = m_serverTime;
    exchange.receivedAt = m_parts.clock.now();
    for (const auto& sent : m_sent) {
        exchange.results.push_back({sent.op, IntentOutcome::Refused, reason, HomeVersion{}});
    }
    m_report.answered += m_sent.size();
    m_report.needsAttention += m_sent.size();
    return m_parts.store.apply(m_server, exchange);
}

// Halves what was too much and asks again; an error where nothing can be made smaller or size is not the trouble.
Result<void> Conversation::makeSmaller(const Answer& answer) {
    m_goodReplies = 0;
    const ErrorCode code = answer.refused.error.code;
    const bool tooLarge = code == ErrorCode::TooLarge;
    const bool unreadable = code == ErrorCode::Malformed || code == ErrorCode::NotText;
    const bool byServer = answer.judge == AskedBy::Server;
    if (!tooLarge && !(unreadable && byServer)) {
        return answer.refused.error;
    }
    if (answer.judge != AskedBy::Device && !m_sent.empty()) {
        if (m_batchSize == 1 || m_sent.size() == 1) { // one transaction, which cannot be halved
            if (byServer) {
                FS_TRY(refuseHere(code));
            } else {
                // It may have got there another time, and its answer not back: what it came to is for its home alone to say.
                m_from = m_sent.back().no;
            }
        } else {
            m_batchSize = std::min(m_batchSize, m_sent.size()) / 2;
        }
        FS_ASSIGN(auto smaller, waiting(m_from));
        send(std::move(smaller));
        return ok();
    }
    if (!tooLarge || m_pageBytes / 2 < sync_tuning::kSmallestPage) {
        return answer.refused.error;
    }
    m_pageBytes /= 2;
    FS_ASSIGN(auto again, waiting(m_from));
    send(std::move(again));
    return ok();
}

Result<void> Conversation::run() {
    FS_ASSIGN(m_evidence, m_parts.store.evidence(m_server, wire::kMaxReadingsPerRequest));
    FS_ASSIGN(auto first, waiting(m_from));
    if (first.empty() && m_cursor.isComplete()) {
        FS_ASSIGN(m_spans, m_parts.store.spansToCompare(m_server, sync_tuning::kComparedPerExchange));
    }
    send(std::move(first));
    FS_TRY(prepareNext());
    while (true) {
        Answer answer = m_underWay.get();
        m_report.bytesUp += answer.bytesUp;
        m_report.bytesDown += answer.bytesDown;
        if (!answer.reply) {
            m_report.retryAfter = answer.refused.retryAfter;
            m_report.refusedByServer = answer.judge == AskedBy::Server;
            FS_TRY(makeSmaller(answer));
            continue;
        }
        FS_ASSIGN(const bool goOn, take(std::move(*answer.reply)));
        if (!goOn) {
            return ok();
        }
    }
}

} // namespace frontsheet
