// What a record said earlier, for whoever may read it now: each version is decided about as it is and shows no field that the newest
// withholds from them. A version that they may not read (a draft of somebody else's) is left out.
#pragma once

#include "core/domain/record_history.h"
#include "sync/server/pull.h"

namespace frontsheet {

class HistoryService {
public:
    // All in one snapshot of the ledger, of which `pull` reads as well.
    HistoryService(LedgerReads& ledger, const Pull& pull, WallTime now) : m_ledger(ledger), m_pull(pull), m_now(now) {}

    // NotFound for what is not there and for what the viewer may not read, alike; the ledger's errors. `before` 0: from the newest.
    [[nodiscard]] Result<HistoryPage> answer(const RecordId& record, HomeVersion before);
    // What is in the answer, a release like any other. Without parts: nothing.
    [[nodiscard]] disclosure::Release takeRelease() { return std::move(m_release); }

private:
    [[nodiscard]] Result<Walk> add(HistoryPage& page, const KeptRecord& kept, const Pull::Shown& newest);

    LedgerReads& m_ledger;
    const Pull& m_pull;
    WallTime m_now;
    std::size_t m_bytes = 0;
    disclosure::Release m_release;
};

} // namespace frontsheet
