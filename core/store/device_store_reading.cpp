// DeviceStore as RecordReader and OutboxReader, and its dump.
#include "core/domain/canonical.h"
#include "core/domain/schema/record_schema.h"
#include "core/store/device_store_impl.h"
#include "core/store/index_check.h"
#include "core/store/people_queries.h"
#include "core/store/record_rows.h"
#include "core/store/server_rows.h"

#include <algorithm>

namespace frontsheet {

using store::OutboxRows;
using store::PeopleQueries;
using store::RecordRows;

namespace {

LeaseState stateOf(const WorkingRecord& working, const LockedScopes& locked) {
    return locked.stateOf(working.record, working.waiting ? OwnEdits::Waiting : OwnEdits::None);
}

} // namespace

namespace {

constexpr bool isDirectory(RecordType type) {
    switch (type) {
    case RecordType::Agency:
    case RecordType::Worker:
    case RecordType::Service:
    case RecordType::ContactPoint:
    case RecordType::RotaEntry:
    case RecordType::Absence:
        return true;
    default:
        return false;
    }
}

} // namespace

Result<std::optional<WorkingRecord>> DeviceStore::record(const RecordId& id) {
    return m_impl->readShown([&](sqlite::Connection& db, const auto& locked) -> Result<std::optional<WorkingRecord>> {
        FS_ASSIGN(auto found, RecordRows(db, m_impl->parts.codec).working(id));
        if (found && locked) {
            const auto state = stateOf(*found, *locked);
            if (state != LeaseState::Open) {
                return {state == LeaseState::Hidden ? ErrorCode::OutOfContact : ErrorCode::NeedsReason, "record"};
            }
        }
        return found;
    });
}

Result<std::vector<PersonId>> DeviceStore::sameHuman(const PersonId& person) {
    return m_impl->readers.read(
        [&](sqlite::Connection& db) { return PeopleQueries(db, m_impl->parts.codec, nullptr).sameHuman(person); });
}

Result<std::vector<WorkingRecord>> DeviceStore::aboutPersons(std::span<const PersonId> persons) {
    return m_impl->readShown([&](sqlite::Connection& db, const auto& locked) -> Result<std::vector<WorkingRecord>> {
        std::vector<PersonId> once(persons.begin(), persons.end());
        std::sort(once.begin(), once.end());
        once.erase(std::unique(once.begin(), once.end()), once.end());
        RecordRows rows(db, m_impl->parts.codec);
        std::vector<WorkingRecord> out;
        for (const auto& person : once) {
            FS_ASSIGN(auto about, rows.about(person));
            if (locked) {
                std::erase_if(about, [&](const auto& one) { return stateOf(one, *locked) != LeaseState::Open; });
            }
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

namespace {

// What a list shows: what needs a reason too, so that it can be found.
RecordRows::Chooser notHidden(const std::shared_ptr<const LockedScopes>& locked) {
    if (!locked) {
        return nullptr;
    }
    return [locked](const WorkingRecord& working) { return stateOf(working, *locked) != LeaseState::Hidden; };
}

} // namespace

Result<std::vector<WorkingRecord>> DeviceStore::ofType(RecordType type, std::size_t limit) {
    return isDirectory(type) ? m_impl->ofDirectory(type, limit) : m_impl->readOfType(type, limit);
}

Result<std::vector<WorkingRecord>> DeviceStore::Impl::readOfType(RecordType type, std::size_t limit) {
    return readShown([&](sqlite::Connection& db, const auto& locked) {
        return RecordRows(db, parts.codec).ofType(type, limit, notHidden(locked));
    });
}

// Every screen asks for the whole directory; it changes with an exchange now and then. Whatever is written makes it old.
Result<std::vector<WorkingRecord>> DeviceStore::Impl::ofDirectory(RecordType type, std::size_t limit) {
    const auto at = revision.load(std::memory_order_acquire); // before the snapshots, which are then no older
    FS_ASSIGN(const auto locked, readShown([](sqlite::Connection&, const Locked& now) { return Result<Locked>{now}; }));
    const std::lock_guard alone(directoryMutex);
    auto& kept = directory[type];
    if (kept.at != at || kept.locked != locked || kept.limit < limit) {
        FS_ASSIGN(kept.records, readOfType(type, limit));
        kept.at = at;
        kept.locked = locked;
        kept.limit = limit;
    }
    const auto most = std::min(limit, kept.records.size());
    return std::vector<WorkingRecord>(kept.records.begin(), kept.records.begin() + static_cast<std::ptrdiff_t>(most));
}

Result<void> DeviceStore::eachOfType(RecordType type, const RecordVisitor& visitor) {
    return m_impl->readShown([&](sqlite::Connection& db, const auto& locked) {
        return RecordRows(db, m_impl->parts.codec).eachOfType(type, notHidden(locked), visitor);
    });
}

Result<std::vector<WorkingRecord>> DeviceStore::worklist(Worklist list, const std::string& owner, std::size_t limit) {
    return m_impl->readShown([&](sqlite::Connection& db, const auto& locked) {
        return RecordRows(db, m_impl->parts.codec).worklist(list, owner, limit, notHidden(locked));
    });
}

Result<std::vector<PersonRow>> DeviceStore::personRows(std::span<const PersonId> persons) {
    return m_impl->readPeople([&](PeopleQueries& people) -> Result<std::vector<PersonRow>> {
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
    return whose == CaseloadOf::Worker
               ? m_impl->caseOf(agency, worker, offset, limit)
               : m_impl->readPeople([&](PeopleQueries& people) { return people.everyone(offset, limit); });
}

Result<RecordReader::CaseloadPage> DeviceStore::Impl::caseOf(const AgencyId& agency, const WorkerId& worker,
                                                             std::size_t offset, std::size_t limit) {
    const auto at = revision.load(std::memory_order_acquire); // before the snapshot, which is then no older
    const auto now = parts.clock.now();
    return readPeople([&](PeopleQueries& people) -> Result<RecordReader::CaseloadPage> {
        if (people.leavesOut()) {
            return people.visibleCasePage(agency, worker, now, offset, limit);
        }
        const std::lock_guard alone(caseListMutex);
        if (caseListsAt != at) {
            caseLists.clear();
            caseListsAt = at;
        }
        auto kept = caseLists.find({agency, worker});
        if (kept == caseLists.end() || !kept->second.holdsAt(now)) {
            FS_ASSIGN(auto list, people.caseListOf(agency, worker, now));
            kept = caseLists.insert_or_assign({agency, worker}, std::move(list)).first;
        }
        return people.pageOf(kept->second, offset, limit);
    });
}

Result<std::vector<PersonRow>> DeviceStore::search(const std::string& typed, std::size_t limit) {
    return m_impl->readPeople([&](PeopleQueries& people) { return people.search(typed, limit, limit); });
}

Result<RecordReader::FirstFound> DeviceStore::searchFirst(const std::string& typed, std::size_t limit,
                                                          std::size_t first) {
    FirstFound found;
    FS_ASSIGN(found.rows, m_impl->readPeople([&](PeopleQueries& people) -> Result<std::vector<PersonRow>> {
        return people.search(typed, limit, first + 1);
    }));
    found.more = found.rows.size() > first;
    found.rows.resize(std::min(found.rows.size(), first));
    return found;
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

std::string attentionLine(const OutboxItem& item) {
    return "{\"needs_attention\":" + jsonQuoted(item.intent.op.hex()) +
           ",\"record\":" + jsonQuoted(item.intent.record.hex()) + ",\"home\":" + jsonQuoted(item.intent.home.str()) +
           ",\"outcome\":" + jsonQuoted(frontsheet::name(item.outcome)) +
           ",\"reason\":" + jsonQuoted(frontsheet::name(item.reason)) + "}";
}

} // namespace

Result<void> DeviceStore::dumpCanonical(const LineSink& sink) {
    return m_impl->readShown([&](sqlite::Connection& db, const auto& locked) -> Result<void> {
        FS_ASSIGN(auto rows, db.prepare("SELECT " FS_WORKING_COLUMNS " FROM record ORDER BY id"));
        for (;;) {
            FS_ASSIGN(const bool more, rows.next());
            if (!more) {
                break;
            }
            FS_ASSIGN(const auto held, store::readWorking(rows, m_impl->parts.codec));
            if (locked && stateOf(held, *locked) != LeaseState::Open) {
                continue; // said below, by home
            }
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
        for (const auto& home : locked ? locked->homes() : std::vector<LockedHome>{}) {
            FS_TRY(sink("{\"locked\":" + jsonQuoted(home.home.str()) +
                        ",\"last_contact\":" + std::to_string(home.lastContact.ms) + "}"));
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
    if (strays != 0) {
        return {ErrorCode::StoreDamaged, "the lists are not what the records say"};
    }
    FS_ASSIGN(const auto blocks, store::countOfBlocks(db));
    for (std::int64_t block = 0; block < blocks; ++block) {
        FS_ASSIGN(const auto wrong, store::wronglyIndexed(db, m_impl->parts.codec, block));
        if (!wrong.empty()) {
            return {ErrorCode::StoreDamaged, "the search index is not what the records say"};
        }
    }
    return ok();
}

} // namespace frontsheet
