// DeviceStore as RecordReader and OutboxReader, and its dump.
#include "core/domain/canonical.h"
#include "core/domain/schema/record_schema.h"
#include "core/store/device_store_impl.h"
#include "core/store/people_queries.h"
#include "core/store/server_rows.h"

#include <algorithm>

namespace frontsheet {

using store::OutboxRows;
using store::PeopleQueries;
using store::RecordRows;

Result<std::optional<WorkingRecord>> DeviceStore::record(const RecordId& id) {
    return m_impl->readers.read(
        [&](sqlite::Connection& db) { return RecordRows(db, m_impl->parts.codec).working(id); });
}

Result<std::vector<PersonId>> DeviceStore::sameHuman(const PersonId& person) {
    return m_impl->readers.read(
        [&](sqlite::Connection& db) { return PeopleQueries(db, m_impl->parts.codec).sameHuman(person); });
}

Result<std::vector<WorkingRecord>> DeviceStore::aboutPersons(std::span<const PersonId> persons) {
    return m_impl->readers.read([&](sqlite::Connection& db) -> Result<std::vector<WorkingRecord>> {
        std::vector<PersonId> once(persons.begin(), persons.end());
        std::sort(once.begin(), once.end());
        once.erase(std::unique(once.begin(), once.end()), once.end());
        RecordRows rows(db, m_impl->parts.codec);
        std::vector<WorkingRecord> out;
        for (const auto& person : once) {
            FS_ASSIGN(auto about, rows.about(person));
            std::move(about.begin(), about.end(), std::back_inserter(out));
        }
        std::sort(out.begin(), out.end(), [](const WorkingRecord& a, const WorkingRecord& b) {
            return std::tie(b.record.occurredAt, a.record.id) < std::tie(a.record.occurredAt, b.record.id);
        });
        return out;
    });
}

Result<std::vector<WithheldHere>> DeviceStore::withheldAbout(std::span<const PersonId> persons) {
    return m_impl->readers.read([&](sqlite::Connection& db) -> Result<std::vector<WithheldHere>> {
        std::vector<WithheldHere> out;
        for (const auto& person : persons) {
            FS_ASSIGN(auto about, store::ServerRows(db).withheldAbout(person));
            std::move(about.begin(), about.end(), std::back_inserter(out));
        }
        return out;
    });
}

Result<std::vector<WorkingRecord>> DeviceStore::ofType(RecordType type, std::size_t limit) {
    return m_impl->readers.read(
        [&](sqlite::Connection& db) { return RecordRows(db, m_impl->parts.codec).ofType(type, limit); });
}

Result<std::vector<WorkingRecord>> DeviceStore::worklist(Worklist list, const std::string& owner, std::size_t limit) {
    return m_impl->readers.read([&](sqlite::Connection& db) -> Result<std::vector<WorkingRecord>> {
        FS_ASSIGN(auto rows,
                  db.prepare("SELECT " FS_WORKING_COLUMNS " FROM worklist w JOIN record r ON r.no = w.record "
                             "WHERE w.list = ? AND w.owner = ? ORDER BY w.at DESC, r.id LIMIT ?"));
        rows.bind(list, owner, limit);
        std::vector<WorkingRecord> out;
        for (;;) {
            FS_ASSIGN(const bool more, rows.next());
            if (!more) {
                return out;
            }
            FS_ASSIGN(auto held, store::readWorking(rows, m_impl->parts.codec));
            out.push_back(std::move(held));
        }
    });
}

Result<std::vector<PersonRow>> DeviceStore::personRows(std::span<const PersonId> persons) {
    return m_impl->readers.read([&](sqlite::Connection& db) -> Result<std::vector<PersonRow>> {
        PeopleQueries people(db, m_impl->parts.codec);
        std::vector<PersonRow> rows;
        rows.reserve(persons.size());
        for (const auto& person : persons) {
            FS_ASSIGN(auto row, people.row(person));
            rows.push_back(std::move(row));
        }
        return rows;
    });
}

Result<RecordReader::CaseloadPage> DeviceStore::caseload(CaseloadOf whose, const AgencyId& agency,
                                                         const WorkerId& worker, std::size_t offset,
                                                         std::size_t limit) {
    return m_impl->readers.read([&](sqlite::Connection& db) {
        PeopleQueries people(db, m_impl->parts.codec);
        return whose == CaseloadOf::Everyone ? people.everyone(offset, limit)
                                             : people.caseOf(agency, worker, m_impl->parts.clock.now(), offset, limit);
    });
}

Result<std::vector<PersonRow>> DeviceStore::search(const std::string& typed, std::size_t limit) {
    return m_impl->readers.read(
        [&](sqlite::Connection& db) { return PeopleQueries(db, m_impl->parts.codec).search(typed, limit); });
}

Result<std::vector<OutboxItem>> DeviceStore::outbox() {
    return m_impl->readers.read([&](sqlite::Connection& db) { return OutboxRows(db, m_impl->parts.codec).items(); });
}

Result<std::vector<ServerState>> DeviceStore::servers() {
    return m_impl->readers.read([](sqlite::Connection& db) { return store::ServerRows(db).states(); });
}

Result<SyncPosition> DeviceStore::position(const AgencyId& server) {
    return m_impl->readers.read([&](sqlite::Connection& db) { return store::ServerRows(db).position(server); });
}

namespace {

std::string_view name(IntentOutcome outcome) {
    switch (outcome) {
    case IntentOutcome::Applied:
        return "applied";
    case IntentOutcome::Merged:
        return "merged";
    case IntentOutcome::Conflict:
        return "conflict";
    case IntentOutcome::Held:
        return "held";
    case IntentOutcome::Refused:
        return "refused";
    }
    return "unknown";
}

std::string attentionLine(const OutboxItem& item) {
    return "{\"needs_attention\":" + jsonQuoted(item.intent.op.hex()) +
           ",\"record\":" + jsonQuoted(item.intent.record.hex()) + ",\"home\":" + jsonQuoted(item.intent.home.str()) +
           ",\"outcome\":" + jsonQuoted(name(item.outcome)) +
           ",\"reason\":" + jsonQuoted(frontsheet::name(item.reason)) + "}";
}

} // namespace

Result<void> DeviceStore::dumpCanonical(const LineSink& sink) {
    return m_impl->readers.read([&](sqlite::Connection& db) -> Result<void> {
        FS_ASSIGN(auto rows, db.prepare("SELECT " FS_WORKING_COLUMNS " FROM record ORDER BY id"));
        for (;;) {
            FS_ASSIGN(const bool more, rows.next());
            if (!more) {
                break;
            }
            FS_ASSIGN(const auto held, store::readWorking(rows, m_impl->parts.codec));
            std::string line = canonicalLine(held.record);
            if (held.waiting) {
                line.insert(line.size() - 1, ",\"waiting\":1");
            }
            FS_TRY(sink(line));
        }
        FS_ASSIGN(const auto items, OutboxRows(db, m_impl->parts.codec).items());
        for (const auto& item : items) {
            if (item.state == OutboxState::NeedsAttention) {
                FS_TRY(sink(attentionLine(item)));
            }
        }
        return ok();
    });
}

Result<void> DeviceStore::checkIntegrity() {
    const std::lock_guard lock(m_impl->mutex);
    const store::ReaderPool::Pause nobodyReads(m_impl->readers);
    sqlite::Connection& db = *m_impl->writer;
    FS_TRY(db.checkIntegrity());
    FS_ASSIGN(const auto strays,
              db.integer("SELECT (SELECT count(*) FROM record WHERE type = ?) - (SELECT count(*) FROM registration) "
                         "+ (SELECT count(*) FROM caseload c WHERE NOT EXISTS "
                         "(SELECT 1 FROM registration r WHERE r.record = c.registration)) "
                         "+ (SELECT count(DISTINCT h.human) FROM registration r JOIN human h ON h.person = r.person) "
                         "- (SELECT count(*) FROM caseload)",
                         RecordType::Registration));
    return strays == 0 ? ok() : Result<void>{ErrorCode::StoreDamaged, "the lists are not what the records say"};
}

} // namespace frontsheet
