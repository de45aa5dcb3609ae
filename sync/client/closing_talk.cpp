#include "sync/client/closing_talk.h"

#include "core/base/crash_point.h"
#include "sync/client/answer.h"
#include "sync/client/file_carrier.h"
#include "sync/client/sync_tuning.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"

#include <algorithm>
#include <unordered_set>

namespace frontsheet {

Result<wire::SyncReply> ClosingTalk::ask(std::vector<OutgoingIntent> push) {
    FS_ASSIGN(auto evidence, m_store.evidence(m_server, wire::kMaxReadingsPerRequest));
    wire::SyncRequest request;
    request.agency = m_server;
    request.push = std::move(push);
    request.wanted = wire::Wanted::ResultsOnly;
    request.receipt = evidence.receipt;
    request.readings = std::move(evidence.readings);
    request.removed = std::move(evidence.removed);
    m_told = request.readings;
    const auto http = m_transport.post(m_server, "closing", wire::pack(wire::encode(request)), wire::kMaxPackedReply);
    auto answer = ReadAnswer::of(http, wire::kMaxUnpackedReply);
    if (!answer.isMessage()) {
        return answer.refused().error;
    }
    FS_ASSIGN(auto reply, wire::decodeSyncReply(answer.message(), m_server));
    std::unordered_set<OpId> asked;
    for (const auto& outgoing : request.push) {
        asked.insert(outgoing.intent.op);
    }
    const bool theirs = std::all_of(reply.results.begin(), reply.results.end(),
                                    [&asked](const IntentResult& result) { return asked.erase(result.op) != 0; });
    // A home that closes releases nothing, and leaves nothing unanswered.
    if (!theirs || !reply.pages.empty() || !reply.grants.granted.empty() ||
        (reply.closing == wire::Closing::Closed && (!asked.empty() || reply.removal == 0)) ||
        reply.closing == wire::Closing::No) {
        return {ErrorCode::Malformed, "an answer to closing"};
    }
    return reply;
}

Result<ClosingTalk::HandedIn> ClosingTalk::handIn() {
    HandedIn handed;
    // With empty hands first: what a home that only wants a renewed certificate never takes must not count as handed out, or it
    // could hold back removals for as long as it waits.
    FS_ASSIGN(const auto asked, ask({}));
    if (asked.closing == wire::Closing::RenewFirst) {
        handed.closing = Exchanged::Closing::RenewFirst;
        return handed;
    }
    std::size_t batchSize = sync_tuning::kPushBatch;
    for (;;) {
        FS_ASSIGN(auto batch, m_store.handIn(m_server, 0, batchSize, sync_tuning::kPushBytes));
        const std::size_t sent = batch.size();
        const auto reply = ask(std::move(batch));
        if (!reply && reply.error().code == ErrorCode::TooLarge && sent > 1) {
            batchSize = sent / 2;
            continue;
        }
        if (!reply) {
            return reply.error();
        }
        handed.closing =
            reply->closing == wire::Closing::RenewFirst ? Exchanged::Closing::RenewFirst : Exchanged::Closing::Closed;
        if (handed.closing == Exchanged::Closing::RenewFirst) {
            return handed;
        }
        const auto taken = std::min<std::size_t>(reply->readingsTaken, m_told.size());
        m_told.resize(taken);
        FS_TRY(m_store.takeResults(m_server, reply->results, m_told));
        handed.intents += sent;
        handed.removal = reply->removal;
        if (sent == 0 && taken < wire::kMaxReadingsPerRequest) {
            return handed;
        }
    }
}

Result<void> ClosingTalk::tellRemoved() {
    FS_ASSIGN(const auto evidence, m_store.evidence(m_server, 0));
    if (evidence.removed.empty()) {
        return ok();
    }
    FS_ASSIGN(const auto heard, ask({}));
    (void)heard;
    return ok();
}

Result<ClosingTalk::Outcome> ClosingTalk::run(SyncStore::HomeClosing how) {
    FS_ASSIGN(const auto handed, handIn());
    if (handed.closing != Exchanged::Closing::Closed) {
        return Outcome{handed.closing, 0};
    }
    if (m_shelf != nullptr) {
        (void)FileCarrier(*m_shelf, m_transport).handIn(m_server);
        FS_TRY(m_shelf->setAside(m_server)); // before the records go that speak of them
    }
    crashPoint("sync.closing.before-removal");
    FS_TRY(m_store.closeHome(m_server, handed.removal, how));
    (void)tellRemoved().has_value();
    return Outcome{Exchanged::Closing::Closed, handed.intents};
}

} // namespace frontsheet
