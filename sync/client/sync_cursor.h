// Where the device stands with one server, in memory, and what a reply may do to that. It runs ahead of the store by the
// one reply that is being applied, so that the next request can already be on its way.
#pragma once

#include "core/usecases/ports/sync_store.h"
#include "sync/wire/held_hash.h"
#include "sync/wire/messages.h"

#include <map>
#include <set>
#include <string>

namespace frontsheet {

class SyncCursor {
public:
    explicit SyncCursor(const SyncPosition& position);

    [[nodiscard]] const Epoch& epoch() const { return m_epoch; }
    [[nodiscard]] std::uint64_t feedSeq() const { return m_feedSeq; }
    [[nodiscard]] bool isComplete() const { return m_partial.empty(); } // no scope is still being fetched

    enum class ListHeld : std::uint8_t { No, Yes };
    [[nodiscard]] wire::Have have(ListHeld list) const;

    // Takes the grants and pages of a reply of this epoch. Malformed (this cursor is then of no more use): a page that goes backwards or
    // stands still while it says there is more, of a scope that is not being fetched, or past the feed's own head.
    [[nodiscard]] Result<void> advance(const wire::SyncReply& reply);

private:
    void lose(const std::string& scope);
    [[nodiscard]] Result<void> take(const IncomingPage& page, std::uint64_t feedHead);

    Epoch m_epoch;
    std::uint64_t m_feedSeq = 0;
    std::set<std::string, std::less<>> m_held;
    std::map<std::string, ScopeProgress, std::less<>> m_partial;
    wire::HeldHash m_hash;
};

} // namespace frontsheet
