// Taking what a device pushes: each transaction of intents applies whole or not at all, exactly once, with what follows
// from it, in one transaction of the ledger.
#pragma once

#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "core/domain/principal.h"
#include "sync/server/ledger.h"
#include "sync/wire/messages.h"

#include <vector>

namespace frontsheet {

class Push {
public:
    Push(LedgerWrites& ledger, const Principal& author, IdSource& ids, WallTime now)
        : m_ledger(ledger), m_author(author), m_ids(ids), m_now(now) {}

    // A result for each intent, in the order of the request. An error only where the ledger fails: then nothing was kept.
    [[nodiscard]] Result<std::vector<IntentResult>> take(const wire::SyncRequest& request);
    // One transaction out of the late inbox, which a person at the home has released: judged like any other but for the
    // grant. The refusal of one is the error of all, and nothing is kept then.
    [[nodiscard]] Result<std::vector<IntentResult>> release(const std::vector<const Intent*>& transaction);

private:
    struct Asked {
        const Intent* intent = nullptr;
        Bytes hash;
    };
    struct Taken;
    enum class Grant : std::uint8_t { AsItStands, Waived };

    [[nodiscard]] Result<std::vector<IntentResult>> takeTransaction(const std::vector<Asked>& intents);
    [[nodiscard]] Result<std::optional<std::vector<IntentResult>>> answeredBefore(const std::vector<Asked>& intents);
    [[nodiscard]] Result<bool> cameTooLate(const Intent& intent, ErrorCode reason, const Taken& taken);
    [[nodiscard]] Result<void> keep(Taken& taken);
    [[nodiscard]] Result<void> admitOne(const Intent& intent, Taken& taken);
    [[nodiscard]] Result<std::optional<Record>> current(const RecordId& id, const Taken& taken);
    [[nodiscard]] Result<void> checkReferences(const Record& record, const Taken& taken);

    LedgerWrites& m_ledger;
    const Principal& m_author;
    IdSource& m_ids;
    WallTime m_now;
    Grant m_grant = Grant::AsItStands;
};

// Whether the failure is the intent's own (refuse it, for good) or the ledger's (nothing may be answered).
[[nodiscard]] bool isRefusal(ErrorCode code);

} // namespace frontsheet
