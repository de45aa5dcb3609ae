// The chain: each entry is stored with SHA-256 (FIPS 180-4) over the hash of the entry before it and its own canonical
// bytes. The first one's predecessor is chainStart(agency), so that one agency's log never passes for another's.
//
// Verification is pure and streaming: entries go in as they are stored, in order of their numbers, and what is wrong comes
// out by number and kind. Someone who holds the ledger's key can edit an entry and recompute every hash after it; that is
// what the signed heads are for, which others hold (log_head.h).
#pragma once

#include "sync/server/disclosure/disclosure_entry.h"
#include "sync/server/disclosure/log_head.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace frontsheet::disclosure {

[[nodiscard]] Hash chainStart(const AgencyId& agency);
[[nodiscard]] Hash chainHash(const Hash& previous, BytesView entry);

// As it is kept; views hold as long as the row does.
struct StoredEntry {
    std::uint64_t number = 0;
    BytesView bytes;
    BytesView hash;
};

enum class Fault : std::uint8_t {
    Altered,    // its bytes or its hash are not those that were written
    Missing,    // entries `number` to `last` are not there
    OutOfPlace, // another entry stands in its place
    Unreadable, // not an entry of this program
    NotAsHeld,  // whole in itself, but not what the head says that somebody holds
    CutOff      // a head that somebody holds speaks of it, and the log ends before it
};

struct Break {
    std::uint64_t number = 0;
    Fault fault = Fault::Altered;
    std::uint64_t last = 0; // of Missing
    WallTime signedAt;      // of NotAsHeld and CutOff: the head's
    friend bool operator==(const Break&, const Break&) = default;
};

[[nodiscard]] std::string_view name(Fault fault);
[[nodiscard]] std::string inWords(const Break& broken); // "entry 17 was altered"

struct NamedSegment {
    std::uint64_t number = 0; // of the entry that opens it
    WallTime at;
    NewSegment segment;
};

struct Verification {
    std::uint64_t entries = 0;
    std::uint64_t last = 0; // number of the last one
    Hash lastHash{};
    std::vector<Break> breaks; // ascending, at most kBreaksNamed
    std::uint64_t breaksInAll = 0;
    std::vector<NamedSegment> segments; // what the log says of its own interruptions
    std::size_t headsCompared = 0;

    [[nodiscard]] bool isWhole() const { return breaksInAll == 0; }
    // Whether the log itself has named this break in an entry that came later.
    [[nodiscard]] bool isNamed(const Break& broken) const;
};

class ChainVerifier {
public:
    // `heads`: as somebody else holds them, signatures checked; in any order.
    explicit ChainVerifier(const AgencyId& agency, std::vector<LogHead> heads = {});

    void take(const StoredEntry& stored);
    [[nodiscard]] Verification finish() &&;

private:
    void found(const Break& broken);
    void compareHeads(std::uint64_t number, BytesView hash, bool opensSegment);

    std::vector<LogHead> m_heads; // ascending by number
    std::size_t m_nextHead = 0;
    Hash m_previous{};
    std::optional<Hash> m_alsoGood; // what the hash before should have been, where it was the hash that was altered
    std::uint64_t m_segment = 1;
    bool m_anchored = true; // m_previous is what the next entry must follow
    Verification m_result;
};

} // namespace frontsheet::disclosure
