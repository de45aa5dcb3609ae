// DeviceStore as DeviceFacts, UnfinishedWork, ReadingJournal and HomeTidings.
#include "core/store/device_store_impl.h"
#include "core/store/evidence_rows.h"
#include "core/store/tuning.h"
#include "core/store/unfinished_rows.h"

namespace frontsheet {

namespace {

// The store keeps facts of its own beside them; the prefix keeps the two apart.
std::string keyOf(std::string_view fact) { return "fact." + std::string{fact}; }

} // namespace

Result<std::optional<Bytes>> DeviceStore::fact(std::string_view key) {
    return m_impl->readers.read([&](sqlite::Connection& db) -> Result<std::optional<Bytes>> {
        FS_ASSIGN(auto rows, db.prepare("SELECT value FROM fact WHERE key = ?"));
        rows.bind(keyOf(key));
        FS_ASSIGN(const bool found, rows.next());
        return found ? std::optional<Bytes>{Bytes{rows.blob(0)}} : std::nullopt;
    });
}

Result<void> DeviceStore::keepFacts(const std::map<std::string, Bytes>& facts) {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->commit(nullptr, nullptr, [&](store::RecordChanges&) -> Result<void> {
        for (const auto& [key, value] : facts) {
            FS_TRY(m_impl->writer->run("INSERT OR REPLACE INTO fact VALUES (?, ?)", keyOf(key), sqlite::Blob{value}));
        }
        return ok();
    });
}

Result<std::vector<Unfinished>> DeviceStore::unfinished() {
    return m_impl->readers.read(
        [&](sqlite::Connection& db) { return store::UnfinishedRows(db, m_impl->parts.codec).all(); });
}

Result<void> DeviceStore::keepUnfinished(const Unfinished& work) {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->commit(nullptr, nullptr, [&](store::RecordChanges&) {
        return store::UnfinishedRows(*m_impl->writer, m_impl->parts.codec).keep(work);
    });
}

Result<void> DeviceStore::dropUnfinished(const RecordId& record) {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->commit(nullptr, nullptr, [&](store::RecordChanges&) {
        return store::UnfinishedRows(*m_impl->writer, m_impl->parts.codec).drop(record);
    });
}

Result<std::optional<ReferralReach>> DeviceStore::reachOf(const RecordId& referral) {
    return m_impl->readers.read([&](sqlite::Connection& db) { return store::EvidenceRows(db).reachOf(referral); });
}

Result<std::map<OpId, SettledWork>> DeviceStore::settledWork() {
    return m_impl->readers.read([](sqlite::Connection& db) { return store::EvidenceRows(db).settledWork(); });
}

Result<std::optional<std::uint64_t>> DeviceStore::agreementsOf(const AgencyId& home) {
    return m_impl->readers.read([&](sqlite::Connection& db) { return store::EvidenceRows(db).agreementsOf(home); });
}

Result<void> DeviceStore::noteReadings(std::span<const HomeReading> readings) {
    const std::lock_guard lock(m_impl->mutex);
    auto& lately = m_impl->readLately;
    if (lately.size() > store::kReadLately) {
        lately.clear();
    }
    std::vector<HomeReading> fresh;
    for (const auto& one : readings) {
        const auto& reading = one.reading;
        if (!reading.reason.empty()) {
            fresh.push_back(one);
            continue;
        }
        auto& before = lately[{reading.record, {reading.version, reading.how}}];
        if (!before.isKnown() || reading.at < before || before + store::kSameReading < reading.at) {
            before = reading.at;
            fresh.push_back(one);
        }
    }
    if (fresh.empty()) {
        return ok();
    }
    // Not through commit(): nothing that a screen shows has changed.
    const auto kept = [&]() -> Result<void> {
        store::EvidenceRows rows(*m_impl->writer);
        FS_ASSIGN(auto transaction, sqlite::Transaction::begin(*m_impl->writer, sqlite::TransactionKind::Write));
        FS_ASSIGN(const auto waiting, rows.waiting());
        if (waiting + fresh.size() > store::kReadingsWaiting) {
            return {ErrorCode::TooLarge, "readings that wait to be told"};
        }
        for (const auto& one : fresh) {
            FS_TRY(rows.add(one));
        }
        return transaction.commit();
    }();
    if (!kept) {
        lately.clear();
    }
    return kept;
}

} // namespace frontsheet
