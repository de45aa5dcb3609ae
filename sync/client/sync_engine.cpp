#include "sync/client/sync_engine.h"

#include "sync/client/conversation.h"

namespace frontsheet {

SyncEngine::SyncEngine(SyncStore& store, Transport& transport, const Clock& clock)
    : m_store(store), m_transport(transport), m_clock(clock) {}

Exchanged SyncEngine::exchange(const AgencyId& server) {
    Exchanged report;
    const auto fail = [&](Error error) {
        m_cursors.erase(server);
        if (error.code != ErrorCode::Cancelled) {
            // A store that cannot note it has said so already by the failure itself.
            (void)m_store.noteFailure(server, error.code, m_clock.now()).has_value();
        }
        report.failure = std::move(error);
        return report;
    };

    auto known = m_cursors.extract(server);
    if (known.empty()) {
        const auto position = m_store.position(server);
        if (!position) {
            return fail(position.error());
        }
        m_cursors.emplace(server, *position);
        known = m_cursors.extract(server);
    }
    Conversation conversation{
        {m_store, m_transport, m_clock, m_lane, m_requestNo}, server, std::move(known.mapped()), report};
    if (auto done = conversation.run(); !done) {
        return fail(done.error());
    }
    m_cursors.emplace(server, std::move(conversation).takeCursor());
    return report;
}

} // namespace frontsheet
