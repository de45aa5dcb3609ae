#include "sync/server/embedded/sqlite_disclosures.h"

#include "sync/server/disclosure/disclosure_limits.h"
#include "sync/server/ledger.h"

#include <algorithm>
#include <limits>

namespace frontsheet {

using sqlite::Blob;

namespace {

// SQLite's integers have a sign; a receipt is 64 random bits.
std::int64_t signedOf(std::uint64_t bits) { return static_cast<std::int64_t>(bits); }
constexpr std::uint64_t kLastNumber = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

} // namespace

Result<disclosure::ChainEnd> SqliteDisclosures::end() {
    FS_ASSIGN(auto row, m_db.prepare("SELECT number, segment, hash FROM disclosure ORDER BY number DESC LIMIT 1"));
    FS_ASSIGN(const bool there, row.next());
    disclosure::ChainEnd end;
    if (there) {
        end.number = static_cast<std::uint64_t>(row.integer(0));
        end.segment = static_cast<std::uint64_t>(row.integer(1));
        const BytesView hash = row.blob(2);
        std::copy_n(hash.begin(), std::min(hash.size(), end.hash.size()), end.hash.begin());
    }
    return end;
}

Result<void> SqliteDisclosures::entries(std::uint64_t from, const EntryVisitor& visitor) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT number, entry, hash FROM disclosure WHERE number >= ? ORDER BY number"));
    row.bind(signedOf(from));
    for (;;) {
        FS_ASSIGN(const bool more, row.next());
        if (!more) {
            return ok();
        }
        FS_ASSIGN(const auto walk, visitor({static_cast<std::uint64_t>(row.integer(0)), row.blob(1), row.blob(2)}));
        if (walk == Walk::Stop) {
            return ok();
        }
    }
}

Result<disclosure::Checkpoint> SqliteDisclosures::indexedTo() {
    FS_ASSIGN(auto row, m_db.prepare("SELECT number, hash FROM disclosure_indexed"));
    FS_ASSIGN(const bool there, row.next());
    disclosure::Checkpoint checkpoint;
    if (there) {
        checkpoint.number = static_cast<std::uint64_t>(row.integer(0));
        const BytesView hash = row.blob(1);
        std::copy_n(hash.begin(), std::min(hash.size(), checkpoint.hash.size()), checkpoint.hash.begin());
    }
    return checkpoint;
}

Result<void> SqliteDisclosures::indexed(std::uint64_t subject, std::uint64_t last,
                                        std::vector<std::uint64_t>& numbers) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT entry FROM disclosure_about WHERE subject = ? AND entry <= ?"));
    row.bind(signedOf(subject), signedOf(std::min(last, kLastNumber)));
    for (;;) {
        FS_ASSIGN(const bool more, row.next());
        if (!more) {
            return ok();
        }
        numbers.push_back(static_cast<std::uint64_t>(row.integer(0)));
    }
}

Result<void> SqliteDisclosures::everythingIndexed(const IndexVisitor& visitor) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT subject, entry FROM disclosure_about"));
    for (;;) {
        FS_ASSIGN(const bool more, row.next());
        if (!more) {
            return ok();
        }
        visitor({static_cast<std::uint64_t>(row.integer(0)), static_cast<std::uint64_t>(row.integer(1))});
    }
}

Result<void> SqliteDisclosures::index(std::span<const disclosure::IndexedEntry> entries,
                                      const disclosure::Checkpoint& to) {
    for (const auto& one : entries) {
        FS_TRY(m_db.run("INSERT OR IGNORE INTO disclosure_about (subject, entry) VALUES (?, ?)", signedOf(one.subject),
                        signedOf(one.entry)));
    }
    return m_db.run("INSERT OR REPLACE INTO disclosure_indexed (one, number, hash) VALUES (1, ?, ?)",
                    signedOf(to.number), Blob{{reinterpret_cast<const char*>(to.hash.data()), to.hash.size()}});
}

Result<void> SqliteDisclosures::forgetIndex() {
    FS_TRY(m_db.run("DELETE FROM disclosure_about"));
    return m_db.run("DELETE FROM disclosure_indexed");
}

Result<bool> SqliteDisclosures::awaits(const DeviceId& device, std::uint64_t receipt) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT 1 FROM receipt WHERE device = ? AND receipt = ?"));
    row.bind(device, signedOf(receipt));
    return row.next();
}

Result<std::vector<disclosure::Reached>> SqliteDisclosures::reached(const RecordId& referral) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT device, agency, worker, receipt, sent_at, delivered_at, seen_at FROM "
                                     "referral_reached WHERE referral = ? ORDER BY sent_at, device"));
    row.bind(referral);
    std::vector<disclosure::Reached> all;
    for (;;) {
        FS_ASSIGN(const bool more, row.next());
        if (!more) {
            return all;
        }
        all.push_back({referral, row.id<DeviceId>(0), row.code<AgencyId>(1), row.code<WorkerId>(2),
                       static_cast<std::uint64_t>(row.integer(3)), row.time(4), row.time(5), row.time(6)});
    }
}

Result<void> SqliteDisclosures::append(const disclosure::StoredEntry& entry, std::uint64_t segment) {
    return m_db.run("INSERT INTO disclosure (number, segment, hash, entry) VALUES (?, ?, ?, ?)", entry.number, segment,
                    Blob{entry.hash}, Blob{entry.bytes});
}

Result<void> SqliteDisclosures::await(const DeviceId& device, std::uint64_t receipt, WallTime at) {
    // A device that never says what arrived keeps no more than this many waiting.
    FS_TRY(m_db.run("DELETE FROM receipt WHERE device = ? AND n <= (SELECT n FROM receipt WHERE device = ? "
                    "ORDER BY n DESC LIMIT 1 OFFSET ?)",
                    device, device, disclosure::limits::kReceiptsAwaited - 1));
    return m_db.run("INSERT INTO receipt (device, receipt, at) VALUES (?, ?, ?)", device, signedOf(receipt), at);
}

Result<void> SqliteDisclosures::arrived(const DeviceId& device, std::uint64_t receipt, WallTime at) {
    std::vector<RecordId> first; // those that no device there had before
    {
        FS_ASSIGN(auto row, m_db.prepare("SELECT referral FROM referral_reached AS one WHERE device = ? AND "
                                         "receipt = ? AND delivered_at = 0 AND NOT EXISTS (SELECT 1 FROM "
                                         "referral_reached AS other WHERE other.referral = one.referral AND "
                                         "other.delivered_at <> 0)"));
        row.bind(device, signedOf(receipt));
        for (;;) {
            FS_ASSIGN(const bool more, row.next());
            if (!more) {
                break;
            }
            first.push_back(row.id<RecordId>(0));
        }
    }
    FS_TRY(m_db.run("UPDATE referral_reached SET delivered_at = ? WHERE device = ? AND receipt = ? AND "
                    "delivered_at = 0",
                    at, device, signedOf(receipt)));
    for (const auto& referral : first) {
        FS_TRY(hasComeFurther(referral));
    }
    return m_db.run("DELETE FROM receipt WHERE device = ? AND n <= (SELECT n FROM receipt WHERE device = ? AND "
                    "receipt = ?)",
                    device, device, signedOf(receipt));
}

Result<bool> SqliteDisclosures::read(const DeviceId& device, const Reading& reading, WallTime at) {
    FS_TRY(m_db.run("INSERT INTO reading (record, device, at, how, version) VALUES (?, ?, ?, ?, ?) "
                    "ON CONFLICT DO NOTHING",
                    reading.record, device, reading.at, reading.how, reading.version));
    if (m_db.changes() == 0) {
        return false;
    }
    FS_TRY(m_db.run("UPDATE referral_reached SET seen_at = ? WHERE referral = ? AND device = ? AND seen_at = 0", at,
                    reading.record, device));
    if (m_db.changes() != 0) {
        FS_ASSIGN(const auto seen, m_db.integer("SELECT count(*) FROM referral_reached WHERE referral = ? AND "
                                                "seen_at <> 0",
                                                reading.record));
        FS_TRY(seen == 1 ? hasComeFurther(reading.record) : ok());
    }
    return true;
}

Result<void> SqliteDisclosures::hasComeFurther(const RecordId& referral) {
    return m_db.run("INSERT OR REPLACE INTO tiding (seq, referral) "
                    "VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM tiding), ?)",
                    referral);
}

Result<std::vector<disclosure::Tiding>> SqliteDisclosures::tidings(std::uint64_t seq, const DeviceId& device,
                                                                   disclosure::TidingsOf of, std::size_t limit) {
    FS_ASSIGN(auto row, m_db.prepare(of == disclosure::TidingsOf::HeldWork
                                         ? "SELECT seq, referral, held FROM tiding WHERE seq > ? AND device = ? "
                                           "ORDER BY seq LIMIT ?"
                                         : "SELECT seq, referral, held FROM tiding WHERE seq > ? AND (device = ? OR "
                                           "referral IS NOT NULL) ORDER BY seq LIMIT ?"));
    row.bind(signedOf(seq), device, limit);
    std::vector<disclosure::Tiding> all;
    for (;;) {
        FS_ASSIGN(const bool more, row.next());
        if (!more) {
            return all;
        }
        disclosure::Tiding one;
        one.seq = static_cast<std::uint64_t>(row.integer(0));
        one.held = static_cast<std::uint64_t>(row.integer(2));
        if (one.held == 0) {
            one.referral = row.id<RecordId>(1);
        }
        all.push_back(one);
    }
}

Result<std::uint64_t> SqliteDisclosures::lastTiding() {
    FS_ASSIGN(const auto last, m_db.integer("SELECT coalesce(max(seq), 0) FROM tiding"));
    return static_cast<std::uint64_t>(last);
}

Result<std::uint64_t> SqliteDisclosures::toldTo(const DeviceId& device) {
    FS_ASSIGN(const auto told, m_db.integer("SELECT coalesce(max(seq), 0) FROM told WHERE device = ?", device));
    return static_cast<std::uint64_t>(told);
}

Result<void> SqliteDisclosures::noteTold(const DeviceId& device, std::uint64_t seq, WallTime at) {
    return m_db.run("INSERT INTO told (device, seq, at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET "
                    "seq = excluded.seq, at = excluded.at WHERE seq < excluded.seq",
                    device, signedOf(seq), at);
}

Result<void> SqliteDisclosures::referralSent(const disclosure::Reached& r) {
    // Sent again before it arrived: it is the newer page that will.
    return m_db.run("INSERT INTO referral_reached (referral, device, agency, worker, receipt, sent_at, delivered_at, "
                    "seen_at) VALUES (?, ?, ?, ?, ?, ?, 0, 0) ON CONFLICT (referral, device) DO UPDATE SET "
                    "receipt = excluded.receipt WHERE delivered_at = 0",
                    r.referral, r.device, r.agency, r.worker, signedOf(r.receipt), r.sentAt);
}

} // namespace frontsheet
