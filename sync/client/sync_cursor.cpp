#include "sync/client/sync_cursor.h"

#include "core/domain/scope.h"

namespace frontsheet {

SyncCursor::SyncCursor(const SyncPosition& position)
    : m_epoch(position.epoch), m_feedSeq(position.feedSeq), m_held(position.held.begin(), position.held.end()) {
    for (const auto& progress : position.partial) {
        m_partial.emplace(progress.scope, progress);
        if (!isAgain(progress.scope)) {
            m_held.insert(progress.scope);
        }
    }
    for (const auto& scope : m_held) {
        m_hash.add(scope);
    }
}

wire::Have SyncCursor::have(ListHeld list) const {
    wire::Have have;
    have.epoch = m_epoch;
    have.feedSeq = m_feedSeq;
    have.heldHash = m_hash.value();
    for (const auto& [name, progress] : m_partial) {
        if (have.partial.size() == wire::kMaxPartialPerRequest) {
            break;
        }
        have.partial.push_back(progress);
    }
    if (list == ListHeld::Yes) {
        have.held.emplace(m_held.begin(), m_held.end());
    }
    return have;
}

void SyncCursor::lose(const std::string& scope) {
    if (m_held.erase(scope) != 0) {
        m_hash.remove(scope);
    }
    m_partial.erase(scope);
}

Result<void> SyncCursor::take(const IncomingPage& page, std::uint64_t feedHead) {
    if (page.scope.empty()) {
        if (page.feedSeq < m_feedSeq || page.feedSeq > feedHead) {
            return {ErrorCode::Malformed, "feed page out of order"};
        }
        m_feedSeq = page.feedSeq;
        return ok();
    }
    const auto at = m_partial.find(page.scope);
    if (at == m_partial.end()) {
        return {ErrorCode::Malformed, "page of a scope that is not being fetched"};
    }
    if (page.scopeComplete) {
        m_partial.erase(at);
        return ok();
    }
    if (page.resumeKey <= at->second.resumeKey) {
        return {ErrorCode::Malformed, "scope page out of order"};
    }
    at->second.resumeKey = page.resumeKey;
    return ok();
}

Result<void> SyncCursor::advance(const wire::SyncReply& reply) {
    for (const auto& scope : reply.grants.gone) {
        lose(scope);
    }
    for (const auto& granted : reply.grants.granted) {
        if (!isAgain(granted.scope) && m_held.insert(granted.scope).second) {
            m_hash.add(granted.scope);
        }
        auto& progress = m_partial.insert_or_assign(granted.scope, granted).first->second;
        progress.resumeKey.clear();
    }
    for (const auto& page : reply.pages) {
        FS_TRY(take(page, reply.feedHead));
    }
    return ok();
}

} // namespace frontsheet
