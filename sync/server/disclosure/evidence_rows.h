// The log as rows for people: the entries that belong to the question, oldest first, the newest rows kept.
#pragma once

#include "core/domain/evidence.h"
#include "sync/server/ledger.h"

#include <deque>
#include <functional>
#include <span>

namespace frontsheet::disclosure {

struct EvidenceRows {
    std::deque<EvidenceRow> rows; // in order of the log
    std::uint64_t olderLeft = 0;  // dropped, for there were more than `most`
    std::uint64_t unreadable = 0;
    std::uint64_t asOf = 0; // the last entry looked at
};

// Whether the viewer may be told of a record in the log.
using MayKnow = std::function<Result<bool>(const RecordId&)>;
// Whether the viewer may be told that this one looked at the log; empty: of everybody.
using MayKnowAsker = std::function<bool(const Principal&)>;

// What the ask is about; `person`: every id they go by here. Records of a row have id and version alone.
[[nodiscard]] Result<EvidenceRows> evidenceRows(LedgerReads& ledger, const EvidenceAsk& ask,
                                                std::span<const PersonId> person, const MayKnow& mayKnow,
                                                std::size_t most, const MayKnowAsker& mayKnowAsker = {});

} // namespace frontsheet::disclosure
