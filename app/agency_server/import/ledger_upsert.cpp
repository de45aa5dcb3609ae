#include "app/agency_server/import/ledger_upsert.h"

#include "core/domain/schema/record_schema.h"
#include "core/extract/import_diff.h"
#include "sync/server/next_version.h"
#include "sync/wire/body_codec.h"

#include <algorithm>

namespace frontsheet {

namespace {

// One fsync for so many; well within a page, which no transaction may exceed.
constexpr std::size_t kBatch = 500;

std::vector<FieldTag> tagsOf(const FieldSet& a, const FieldSet& b) {
    std::vector<FieldTag> tags;
    for (const auto& entry : a) {
        tags.push_back(entry.first);
    }
    for (const auto& entry : b) {
        if (a.find(entry.first) == nullptr) {
            tags.push_back(entry.first);
        }
    }
    std::sort(tags.begin(), tags.end());
    return tags;
}

} // namespace

Result<void> LedgerUpsert::add(Record record, std::span<const FieldTag> spoken) {
    FS_TRY(checkFields(record.type, record.fields));
    const auto [place, added] = m_places.try_emplace(record.id, m_pending.size());
    Pending pending{std::move(record), {spoken.begin(), spoken.end()}};
    if (added) {
        m_pending.push_back(std::move(pending));
    } else {
        m_pending[place->second] = std::move(pending);
    }
    return m_pending.size() >= kBatch ? flush() : ok();
}

Result<void> LedgerUpsert::flush() {
    if (m_pending.empty()) {
        return ok();
    }
    UpsertCounts counts;
    FS_TRY(m_ledger.write(WriteKind::Other, [&](LedgerWrites& writes) { return write(writes, counts); }));
    m_counts.created += counts.created;
    m_counts.changed += counts.changed;
    m_counts.unchanged += counts.unchanged;
    m_pending.clear();
    m_places.clear();
    return ok();
}

Result<void> LedgerUpsert::write(LedgerWrites& writes, UpsertCounts& counts) {
    const WallTime now = m_clock.now();
    std::vector<RecordWrite> transaction;
    for (const auto& pending : m_pending) {
        Record next = pending.record;
        FS_ASSIGN(const auto held, writes.record(next.id));
        if (held) {
            if (held->header.type != next.type || held->header.person != next.person) {
                return {ErrorCode::WrongTenant, "an imported record's id is another's"};
            }
            FS_ASSIGN(auto fields, wire::decodeBody(held->body));
            const auto spoken = pending.spoken.empty() ? tagsOf(fields, next.fields) : pending.spoken;
            const auto diff = extract::diffFields(fields, next.fields, spoken);
            if (diff.change == extract::ImportChange::Unchanged) {
                ++counts.unchanged;
                continue;
            }
            for (const auto& change : diff.fields) {
                if (change.after) {
                    fields.set(change.tag, *change.after);
                } else {
                    fields.erase(change.tag);
                }
            }
            next = held->header;
            next.fields = std::move(fields);
            ++counts.changed;
        } else {
            next.occurredAt = now;
            ++counts.created;
        }
        FS_ASSIGN(next.version, nextVersion(writes, next.version));
        next.authorAgency = m_ledger.agency();
        next.author = WorkerId{};
        next.recordedAt = now;
        Bytes body = wire::encodeBody(next.fields);
        transaction.push_back({std::move(next), std::move(body)});
    }
    return transaction.empty() ? ok() : writes.append(transaction);
}

} // namespace frontsheet
