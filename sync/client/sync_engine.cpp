#include "sync/client/sync_engine.h"

#include "sync/client/answer.h"
#include "sync/client/closing_talk.h"
#include "sync/client/conversation.h"
#include "sync/client/profile_closing.h"

#include <utility>

namespace frontsheet {

SyncEngine::SyncEngine(SyncStore& store, Transport& transport, const Clock& clock, AgencyId own, ProfileKeeper* keeper,
                       Lane::Runs network)
    : m_store(store), m_transport(transport), m_clock(clock), m_own(std::move(own)), m_keeper(keeper), m_lane(network) {
}

// What the server said about the certificate stands as the failure; where this fails it is asked again at the next exchange.
Result<void> SyncEngine::close(const AgencyId& server, Exchanged& report) {
    ClosingTalk::Outcome told;
    if (server == m_own && m_keeper != nullptr) {
        FS_ASSIGN(told, ProfileClosing(m_store, *m_keeper, m_transport, m_own).run());
    } else {
        const auto how = server == m_own ? SyncStore::HomeClosing::LeaveNothing : SyncStore::HomeClosing::KeepOwnWords;
        FS_ASSIGN(
            told,
            ClosingTalk(m_store, m_transport, server, m_keeper != nullptr ? m_keeper->shelf() : nullptr).run(how));
    }
    report.closing = told.closing;
    report.answered += told.handedIn;
    report.needsAttention += told.handedIn;
    return ok();
}

Exchanged SyncEngine::exchange(const AgencyId& server) {
    Exchanged report;
    const auto fail = [&](Error error) {
        m_cursors.erase(server);
        if (error.code != ErrorCode::Cancelled) {
            // A store that cannot note it has said so already by the failure itself.
            (void)m_store.noteFailure(server, asTold(error.code), m_clock.now()).has_value();
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
    Conversation conversation{{m_store, m_transport, m_clock, m_lane, m_requestNo, m_differedInARow[server]},
                              server,
                              std::move(known.mapped()),
                              report};
    if (auto done = conversation.run(); !done) {
        const auto code = done.error().code;
        if (report.refusedByServer && (code == ErrorCode::Revoked || code == ErrorCode::CertificateRejected)) {
            (void)close(server, report).has_value();
        }
        return fail(done.error());
    }
    m_cursors.emplace(server, std::move(conversation).takeCursor());
    return report;
}

} // namespace frontsheet
