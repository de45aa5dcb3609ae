#include "tests/support/memory_home.h"

#include "core/domain/audience.h"

namespace frontsheet {

void MemoryHome::store(Record record, WallTime now) {
    record.version.n = ++m_seq;
    record.recordedAt = now;
    m_records[record.id] = std::move(record);
}

void MemoryHome::hold(Record record, WallTime now) { store(std::move(record), now); }

Relationships MemoryHome::relationships(const Principal& viewer, const PersonId& person, WallTime now) const {
    std::vector<Record> about;
    for (const auto& [id, record] : m_records) {
        if (record.person == person) {
            about.push_back(record);
        }
    }
    return relationshipsOf(viewer, m_agency, about, now);
}

IntentResult MemoryHome::take(const Principal& author, const Intent& intent, WallTime now) {
    if (const auto known = m_results.find(intent.op); known != m_results.end()) {
        return known->second;
    }
    IntentResult result;
    result.op = intent.op;
    const auto at = m_records.find(intent.record);
    const auto current = at == m_records.end() ? std::nullopt : std::optional{at->second};
    auto admission = admit(author, current, intent, relationships(author, intent.person, now), now);
    if (!admission) {
        result.reason = admission.error().code;
    } else {
        result.outcome = admission->outcome;
        if (admission->changed) {
            store(std::move(admission->record), now);
        }
        result.version = m_records[intent.record].version;
        for (auto& consequence : admission->consequences) {
            consequence.id = m_ids.timeOrdered<RecordId>(now);
            store(std::move(consequence), now);
        }
    }
    m_results[intent.op] = result;
    return result;
}

std::vector<Record> MemoryHome::releasedTo(const Principal& viewer, WallTime now) const {
    std::vector<Record> out;
    for (const auto& [id, record] : m_records) {
        const auto decision = decide(viewer, record, relationships(viewer, record.person, now));
        if (decision.releases()) {
            out.push_back(redact(record, decision));
        }
    }
    return out;
}

} // namespace frontsheet
