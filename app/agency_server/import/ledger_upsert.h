// Brings records that come from outside (an extract, a rule, the administrator) into a ledger: new ones are created, changed
// ones get a new version, the same ones are left alone.
#pragma once

#include "core/base/clock.h"
#include "core/domain/record.h"
#include "sync/server/ledger.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace frontsheet {

struct UpsertCounts {
    std::uint64_t created = 0;
    std::uint64_t changed = 0;
    std::uint64_t unchanged = 0;
};

class LedgerUpsert {
public:
    LedgerUpsert(Ledger& ledger, const Clock& clock) : m_ledger(ledger), m_clock(clock) {}

    // `record` with id, type, home, person, category and fields. `spoken`: the fields that the source speaks of; others that
    // the ledger holds are kept. Empty: all. The record's checks are the domain's (checkFields); TooLarge, Malformed, NotText.
    // A record that the ledger holds as another type or of another person: WrongTenant.
    [[nodiscard]] Result<void> add(Record record, std::span<const FieldTag> spoken = {});
    // What add() gathered, as one transaction of the feed. Called by add() when there is enough.
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] const UpsertCounts& counts() const { return m_counts; } // of what was flushed

private:
    struct Pending {
        Record record;
        std::vector<FieldTag> spoken;
    };
    [[nodiscard]] Result<void> write(LedgerWrites& writes, UpsertCounts& counts);

    Ledger& m_ledger;
    const Clock& m_clock;
    std::vector<Pending> m_pending;
    std::unordered_map<RecordId, std::size_t> m_places; // the same id twice in one batch: the later stands
    UpsertCounts m_counts;
};

} // namespace frontsheet
