#include "core/store/evidence_rows.h"

#include <charconv>

namespace frontsheet::store {

using sqlite::Blob;

namespace {

// "reading.<home>/<record, hex>.<version>.<how>": what makes it one reading while it waits. '0' follows '/'.
std::string readingsOf(const AgencyId& home) { return "reading." + home.str() + "/"; }
std::string pastReadingsOf(const AgencyId& home) { return "reading." + home.str() + "0"; }

std::string keyOf(const AgencyId& home, const Reading& reading) {
    return readingsOf(home) + reading.record.hex() + "." + std::to_string(reading.version.n) + "." +
           std::to_string(static_cast<unsigned>(reading.how));
}

Result<Reading> readingIn(std::string_view key, std::int64_t at) {
    Reading reading;
    reading.at.ms = at;
    const auto start = key.find('/') + 1;
    const auto version = key.find('.', start);
    const auto how = version == std::string_view::npos ? version : key.find('.', version + 1);
    if (how == std::string_view::npos) {
        return {ErrorCode::StoreDamaged, "reading"};
    }
    FS_ASSIGN(reading.record, RecordId::fromHex(key.substr(start, version - start)));
    unsigned number = 0;
    (void)std::from_chars(key.data() + version + 1, key.data() + how, reading.version.n);
    (void)std::from_chars(key.data() + how + 1, key.data() + key.size(), number);
    reading.how = static_cast<ReadingHow>(number);
    return reading;
}

} // namespace

Result<SyncStore::Evidence> EvidenceRows::of(const AgencyId& server, std::size_t maxReadings) {
    SyncStore::Evidence evidence;
    {
        FS_ASSIGN(auto row, m_db.prepare("SELECT value FROM fact WHERE key = ?"));
        row.bind("receipt." + server.str());
        FS_ASSIGN(const bool received, row.next());
        evidence.receipt = received ? static_cast<std::uint64_t>(row.integer(0)) : 0;
        row.bind("log head." + server.str());
        FS_ASSIGN(const bool held, row.next());
        evidence.logHead = held ? Bytes{row.blob(0)} : Bytes{};
    }
    FS_ASSIGN(auto row, m_db.prepare("SELECT key, value FROM fact WHERE key > ? AND key < ? ORDER BY key LIMIT ?"));
    row.bind(readingsOf(server), pastReadingsOf(server), maxReadings);
    for (;;) {
        FS_ASSIGN(const bool more, row.next());
        if (!more) {
            return evidence;
        }
        FS_ASSIGN(const auto reading, readingIn(row.text(0), row.integer(1)));
        evidence.readings.push_back(reading);
    }
}

Result<void> EvidenceRows::keep(const AgencyId& server, const SyncStore::Exchange& exchange) {
    if (exchange.receipt != 0) {
        FS_TRY(m_db.run("INSERT OR REPLACE INTO fact VALUES (?, ?)", "receipt." + server.str(),
                        static_cast<std::int64_t>(exchange.receipt)));
    }
    if (!exchange.logHead.empty()) {
        FS_TRY(
            m_db.run("INSERT OR REPLACE INTO fact VALUES (?, ?)", "log head." + server.str(), Blob{exchange.logHead}));
    }
    for (const auto& reading : exchange.readingsTaken) {
        // Not one that was read again since: that is another.
        FS_TRY(m_db.run("DELETE FROM fact WHERE key = ? AND value = ?", keyOf(server, reading), reading.at));
    }
    return ok();
}

Result<void> EvidenceRows::add(const HomeReading& one) {
    return m_db.run("INSERT OR IGNORE INTO fact VALUES (?, ?)", keyOf(one.home, one.reading), one.reading.at);
}

Result<void> EvidenceRows::forget(const AgencyId& server) {
    FS_TRY(m_db.run("DELETE FROM fact WHERE key > ? AND key < ?", readingsOf(server), pastReadingsOf(server)));
    return m_db.run("DELETE FROM fact WHERE key IN (?, ?)", "receipt." + server.str(), "log head." + server.str());
}

Result<std::size_t> EvidenceRows::waiting() {
    FS_ASSIGN(const auto count, m_db.integer("SELECT count(*) FROM fact WHERE key > 'reading.' AND key < 'reading/'"));
    return static_cast<std::size_t>(count);
}

} // namespace frontsheet::store
