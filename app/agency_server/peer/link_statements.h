// From the matching index's pairs to this agency's own statements about its people.
#pragma once

#include "core/base/clock.h"
#include "sync/server/ledger.h"
#include "sync/wire/peer_codec.h"

#include <cstdint>
#include <vector>

namespace frontsheet {

// The identity fields of everybody registered here, and nothing else of them. Of somebody whose address is kept hidden neither
// that nor their telephone: the index is another agency's.
[[nodiscard]] Result<std::vector<wire::Identity>> identitiesIn(Ledger& ledger, WallTime now);

struct LinkCounts {
    std::uint64_t stated = 0;    // certain, new
    std::uint64_t proposed = 0;  // for a worker to decide, new
    std::uint64_t confirmed = 0; // were proposed, are certain now
    std::uint64_t kept = 0;      // as they stood; what a worker decided always stands
};

// A PersonLink record a pair: stated where certain, proposed otherwise. Done again it changes only what is new.
[[nodiscard]] Result<LinkCounts> stateLinks(Ledger& ledger, const std::vector<wire::MatchedPair>& pairs,
                                            const Clock& clock);

} // namespace frontsheet
