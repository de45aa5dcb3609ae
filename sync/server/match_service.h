// The matching index as a service to partners' servers, at the one agency that the partnership names for it. Fed identity
// fields only; each agency is told the pairs it holds one side of, and nothing else of anybody (sharing.md, "One human,
// several ids").
#pragma once

#include "core/domain/matching/match_index.h"
#include "sync/server/ledger.h"
#include "sync/wire/peer_codec.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace frontsheet {

class MatchService {
public:
    explicit MatchService(Ledger& ledger) : m_ledger(ledger) {}

    // Part of an agency's feed; the last part puts it in place of the agency's earlier one.
    [[nodiscard]] Result<void> feed(const wire::MatchFeed& feed);
    // `partners`: who is expected to feed, for saying whether all have.
    [[nodiscard]] Result<wire::MatchPairs> ask(const wire::MatchAsk& ask, const std::vector<AgencyId>& partners);

private:
    using Statements = std::vector<MatchStatement>;
    [[nodiscard]] Result<std::shared_ptr<const Statements>> statementsOf(LedgerReads& reads, const AgencyId& agency);

    Ledger& m_ledger;
    std::mutex m_mutex; // one match at a time; the others wait for its result
    Bytes m_generation;
    std::shared_ptr<const MatchResult> m_result;
    std::map<AgencyId, std::shared_ptr<const Statements>> m_statements;
};

} // namespace frontsheet
