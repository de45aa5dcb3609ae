// One agency's server in memory, without wire or disk: takes intents by admit(), releases by decide() and redact().
#pragma once

#include "core/base/id_source.h"
#include "core/domain/admit.h"

#include <map>

namespace frontsheet {

class MemoryHome {
public:
    MemoryHome(AgencyId agency, IdSource& ids) : m_agency(std::move(agency)), m_ids(ids) {}

    // As if imported: the next version of it.
    void hold(Record record, WallTime now);
    [[nodiscard]] IntentResult take(const Principal& author, const Intent& intent, WallTime now);
    [[nodiscard]] std::vector<Record> releasedTo(const Principal& viewer, WallTime now) const;
    [[nodiscard]] const std::map<RecordId, Record>& records() const { return m_records; }

private:
    [[nodiscard]] Relationships relationships(const Principal& viewer, const PersonId& person, WallTime now) const;
    void store(Record record, WallTime now);

    AgencyId m_agency;
    IdSource& m_ids;
    std::map<RecordId, Record> m_records;
    std::map<OpId, IntentResult> m_results;
    std::uint64_t m_seq = 0;
};

} // namespace frontsheet
