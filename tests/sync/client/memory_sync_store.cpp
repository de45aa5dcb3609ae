#include "tests/sync/client/memory_sync_store.h"

#include <algorithm>

namespace frontsheet {

std::vector<MemorySyncStore::Waiting> MemorySyncStore::needingAttention() const {
    std::vector<Waiting> found;
    std::copy_if(m_outbox.begin(), m_outbox.end(), std::back_inserter(found),
                 [](const Waiting& waiting) { return waiting.result.has_value(); });
    return found;
}

Result<SyncPosition> MemorySyncStore::position(const AgencyId& server) { return m_servers[server].position; }

Result<std::vector<OutgoingIntent>> MemorySyncStore::outgoing(const AgencyId& server, std::uint64_t afterNo,
                                                              std::size_t maxCount, std::size_t /*maxBytes*/) {
    const auto isWaiting = [&](const OpId& op) {
        return std::any_of(m_outbox.begin(), m_outbox.end(), [&](const Waiting& w) { return w.intent.op == op; });
    };
    std::vector<OutgoingIntent> batch;
    for (const auto& waiting : m_outbox) {
        const Intent& intent = waiting.intent;
        if (intent.home != server || waiting.no <= afterNo || waiting.result ||
            (!intent.after.isNull() && isWaiting(intent.after))) {
            continue;
        }
        const bool sameTransaction =
            !batch.empty() && !intent.transaction.isNull() && batch.back().intent.transaction == intent.transaction;
        if (batch.size() >= maxCount && !sameTransaction) {
            break;
        }
        batch.push_back({waiting.no, intent});
    }
    return batch;
}

void MemorySyncStore::settle(const IntentResult& result) {
    const auto at = std::find_if(m_outbox.begin(), m_outbox.end(),
                                 [&](const Waiting& waiting) { return waiting.intent.op == result.op; });
    if (at == m_outbox.end()) {
        return;
    }
    if (result.outcome == IntentOutcome::Applied || result.outcome == IntentOutcome::Merged) {
        m_outbox.erase(at);
    } else {
        at->result = result;
    }
}

Result<void> MemorySyncStore::apply(const AgencyId& name, const Exchange& exchange) {
    Server& server = m_servers[name];
    if (exchange.epoch != server.position.epoch) {
        return {ErrorCode::Conflict, "epoch"};
    }
    if (beforeApply) {
        FS_TRY(beforeApply(exchange));
    }
    std::for_each(exchange.results.begin(), exchange.results.end(), [&](const auto& result) { settle(result); });
    toTell.receipt = exchange.receipt != 0 ? exchange.receipt : toTell.receipt;
    toTell.logHead = exchange.logHead.empty() ? toTell.logHead : exchange.logHead;
    for (const auto& taken : exchange.readingsTaken) {
        std::erase(toTell.readings, taken);
    }
    SyncPosition& position = server.position;
    const auto drop = [&](const std::string& scope) {
        std::erase(position.held, scope);
        std::erase_if(position.partial, [&](const ScopeProgress& p) { return p.scope == scope; });
    };
    for (const auto& scope : exchange.grants.gone) {
        drop(scope);
        // Tests name a scope by the person it covers.
        std::erase_if(server.mirror, [&](const auto& entry) { return entry.second.header.person.hex() == scope; });
    }
    for (const auto& granted : exchange.grants.granted) {
        drop(granted.scope);
        position.held.push_back(granted.scope);
        position.partial.push_back(granted);
    }
    for (const auto& page : exchange.pages) {
        for (const auto& record : page.upserts) {
            server.mirror[record.header.id] = record;
        }
        for (const auto& id : page.removed) {
            server.mirror.erase(id);
        }
        if (page.scope.empty()) {
            position.feedSeq = page.feedSeq;
        } else if (page.scopeComplete) {
            std::erase_if(position.partial, [&](const ScopeProgress& p) { return p.scope == page.scope; });
        } else {
            for (auto& progress : position.partial) {
                progress.resumeKey = progress.scope == page.scope ? page.resumeKey : progress.resumeKey;
            }
        }
    }
    std::sort(position.held.begin(), position.held.end());
    if (exchange.serverTime.isKnown()) {
        server.serverTime = exchange.serverTime;
    }
    server.lastFailure.reset();
    ++server.applied;
    return ok();
}

Result<void> MemorySyncStore::startOver(const AgencyId& server, const Epoch& epoch) {
    m_servers[server].position = SyncPosition{epoch, 0, {}, {}};
    return ok();
}

Result<void> MemorySyncStore::noteFailure(const AgencyId& server, ErrorCode error, WallTime /*at*/) {
    m_servers[server].lastFailure = error;
    return ok();
}

Result<std::size_t> MemorySyncStore::indexSome(std::size_t maxRecords) {
    toIndex -= std::min(toIndex, maxRecords);
    return toIndex;
}

} // namespace frontsheet
