// An agency's server as the client of its partners' servers: their directories and revocations, and the matching index.
// Coordination facts only; case content never travels this way.
#pragma once

#include "sync/client/transport.h"
#include "sync/wire/peer_codec.h"

#include <cstdint>
#include <span>
#include <vector>

namespace frontsheet {

// Where what partners tell is kept. Each take() is one transaction with its cursor.
class PeerStore {
public:
    virtual ~PeerStore() = default;
    struct Cursor {
        std::uint64_t directorySeq = 0;
        std::uint64_t revocationSeq = 0;
        std::uint64_t noticeSeq = 0;
        std::uint64_t answeredSeq =
            0; // of this agency's own feed: up to here the partner has what was acknowledged here
    };
    [[nodiscard]] virtual Result<Cursor> cursor(const AgencyId& partner) = 0;
    [[nodiscard]] virtual Result<void> take(const AgencyId& partner, const wire::PeerFacts& facts) = 0;

    // What this agency's workers acknowledged of the partner's notices since, at most what one pull takes.
    struct Answers {
        std::vector<sharing::Acknowledgement> acknowledgements;
        std::uint64_t upTo = 0; // the cursor's answeredSeq once the partner has these
        bool more = false;
    };
    [[nodiscard]] virtual Result<Answers> answers(const AgencyId& partner) = 0;
    [[nodiscard]] virtual Result<void> answered(const AgencyId& partner, std::uint64_t upTo) = 0;
    // Everything of a partner's from the start again: its ledger was restored.
    [[nodiscard]] virtual Result<void> startOver(const AgencyId& partner) = 0;
};

// Heads of disclosure logs, as they came: signatures are the caller's to check.
struct LogHeads {
    Bytes theirs;     // where the partner's log ends; empty: nothing logged
    Bytes heldOfOurs; // the newest head of this agency's log that the partner holds; empty: none
};

struct PulledFacts {
    std::uint64_t directory = 0;
    std::uint64_t revocations = 0;
    std::uint64_t notices = 0; // of what people said about sharing, changed ones among them
    std::uint64_t answers = 0; // of this agency's workers, told to the partner
    LogHeads heads;
};

// Errors of all: the transport's, the partner's refusal, NotOurServer, Malformed, NotPermitted (a partner that states
// another's facts), the store's.
class PeerLink {
public:
    // `transport` speaks with this agency's own server certificate; both outlive the link.
    PeerLink(Transport& transport, AgencyId self) : m_transport(transport), m_self(std::move(self)) {}

    // All that is new at a partner. Stopped anywhere, it goes on from the last page taken.
    [[nodiscard]] Result<PulledFacts> pull(const AgencyId& partner, PeerStore& store);

    // The heads alone; nothing is kept.
    [[nodiscard]] Result<LogHeads> heads(const AgencyId& partner);

    // This agency's people to the index, in place of what it fed before.
    [[nodiscard]] Result<void> feed(const AgencyId& index, std::span<const wire::Identity> identities);
    struct Pairs {
        std::vector<wire::MatchedPair> pairs;
        bool ready = false; // all partners have fed
    };
    // Pairs of which this agency holds one side.
    [[nodiscard]] Result<Pairs> ask(const AgencyId& index);

private:
    [[nodiscard]] Result<Bytes> exchange(const AgencyId& server, std::string_view verb, BytesView message);

    Transport& m_transport;
    AgencyId m_self;
};

} // namespace frontsheet
