#include "core/store/evidence_rows.h"

#include <algorithm>
#include <charconv>

namespace frontsheet::store {

using sqlite::Blob;

namespace {

// "reading.<home>/<record, hex>.<version>.<how>": what makes it one reading while it waits. '0' follows '/'.
std::string readingsOf(const AgencyId& home) { return "reading." + home.str() + "/"; }
std::string pastReadingsOf(const AgencyId& home) { return "reading." + home.str() + "0"; }

std::string keyOf(const AgencyId& home, const Reading& reading) {
    auto key = readingsOf(home) + reading.record.hex() + "." + std::to_string(reading.version.n) + "." +
               std::to_string(static_cast<unsigned>(reading.how));
    return reading.reason.empty() ? key : key + "." + std::to_string(reading.at.ms); // each reason is one
}

// The value is the time, and after a blank the reason where there is one.
std::string valueOf(const Reading& reading) { return std::to_string(reading.at.ms) + " " + reading.reason; }

Result<Reading> readingIn(std::string_view key, std::int64_t at, std::string_view value) {
    Reading reading;
    reading.at.ms = at;
    if (const auto blank = value.find(' '); blank != std::string_view::npos) {
        reading.reason = value.substr(blank + 1);
    }
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

// "reach.<referral, hex>": home, then times and who, a line each. "settled.<op, hex>": home, how, when, by whom, and the words to
// the end. "tidings.<home>", "agreements.<home>": numbers.
std::string reachKey(const RecordId& referral) { return "reach." + referral.hex(); }
std::string settledKey(const OpId& op) { return "settled." + op.hex(); }
constexpr const char* kReachFrom = "reach.";
constexpr const char* kReachTo = "reach/";
constexpr const char* kSettledFrom = "settled.";
constexpr const char* kSettledTo = "settled/";

class Lines {
public:
    explicit Lines(std::string_view text) : m_rest(text) {}
    std::string_view next() {
        const auto end = m_rest.find('\n');
        const auto line = m_rest.substr(0, end);
        m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
        return line;
    }
    WallTime time() {
        const auto line = next();
        WallTime at;
        (void)std::from_chars(line.data(), line.data() + line.size(), at.ms);
        return at;
    }
    [[nodiscard]] std::string_view rest() const { return m_rest; }

private:
    std::string_view m_rest;
};

Bytes bytesOf(const AgencyId& home, const ReferralReach& reach) {
    return home.str() + "\n" + std::to_string(reach.sentAt.ms) + "\n" + std::to_string(reach.deliveredAt.ms) + "\n" +
           std::to_string(reach.seenAt.ms) + "\n" + reach.seenAgency.str() + "\n" + reach.seenBy.str() + "\n";
}

ReferralReach reachIn(const RecordId& referral, std::string_view bytes) {
    Lines lines{bytes};
    lines.next(); // the home
    ReferralReach reach;
    reach.referral = referral;
    reach.sentAt = lines.time();
    reach.deliveredAt = lines.time();
    reach.seenAt = lines.time();
    reach.seenAgency = AgencyId{std::string{lines.next()}};
    reach.seenBy = WorkerId{std::string{lines.next()}};
    return reach;
}

std::string oneLine(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

Bytes bytesOf(const AgencyId& home, const SettledWork& settled) {
    return home.str() + "\n" + std::to_string(static_cast<int>(settled.how)) + "\n" + std::to_string(settled.at.ms) +
           "\n" + oneLine(settled.by) + "\n" + settled.words;
}

SettledWork settledIn(const OpId& op, std::string_view bytes) {
    Lines lines{bytes};
    lines.next(); // the home
    SettledWork settled;
    settled.op = op;
    settled.how = lines.next() == "2" ? Settlement::Closed : Settlement::TakenIn;
    settled.at = lines.time();
    settled.by = std::string{lines.next()};
    settled.words = std::string{lines.rest()};
    return settled;
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
        row.bind("tidings." + server.str());
        FS_ASSIGN(const bool told, row.next());
        evidence.tidings = told ? static_cast<std::uint64_t>(row.integer(0)) : 0;
    }
    FS_ASSIGN(auto row, m_db.prepare("SELECT key, value FROM fact WHERE key > ? AND key < ? ORDER BY key LIMIT ?"));
    row.bind(readingsOf(server), pastReadingsOf(server), maxReadings);
    for (;;) {
        FS_ASSIGN(const bool more, row.next());
        if (!more) {
            return evidence;
        }
        FS_ASSIGN(auto reading, readingIn(row.text(0), row.integer(1), row.text(1)));
        evidence.readings.push_back(std::move(reading));
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
        const auto taken = keyOf(server, reading);
        FS_TRY(reading.reason.empty()
                   ? m_db.run("DELETE FROM fact WHERE key = ? AND value = ?", taken, reading.at)
                   : m_db.run("DELETE FROM fact WHERE key = ? AND value = ?", taken, valueOf(reading)));
    }
    return keepTidings(server, exchange);
}

Result<void> EvidenceRows::keepTidings(const AgencyId& server, const SyncStore::Exchange& exchange) {
    constexpr const char* kKeep = "INSERT OR REPLACE INTO fact VALUES (?, ?)";
    if (exchange.agreementHash != 0) {
        FS_TRY(m_db.run(kKeep, "agreements." + server.str(), static_cast<std::int64_t>(exchange.agreementHash)));
    }
    for (const auto& reach : exchange.tidings.reached) {
        // Of what is here: else it would outlive what it is about.
        FS_TRY(m_db.run("INSERT OR REPLACE INTO fact SELECT ?, ? WHERE EXISTS (SELECT 1 FROM record WHERE id = ? AND "
                        "home = ?)",
                        reachKey(reach.referral), Blob{bytesOf(server, reach)}, reach.referral, server));
    }
    for (const auto& settled : exchange.tidings.settled) {
        FS_TRY(m_db.run("INSERT OR REPLACE INTO fact SELECT ?, ? WHERE EXISTS (SELECT 1 FROM outbox WHERE op = ? AND "
                        "home = ?)",
                        settledKey(settled.op), Blob{bytesOf(server, settled)}, settled.op, server));
    }
    if (exchange.tidings.upTo != 0) {
        FS_TRY(m_db.run(kKeep, "tidings." + server.str(), static_cast<std::int64_t>(exchange.tidings.upTo)));
    }
    return ok();
}

Result<std::optional<ReferralReach>> EvidenceRows::reachOf(const RecordId& referral) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT value FROM fact WHERE key = ?"));
    row.bind(reachKey(referral));
    FS_ASSIGN(const bool found, row.next());
    return found ? std::optional{reachIn(referral, row.blob(0))} : std::nullopt;
}

Result<std::map<OpId, SettledWork>> EvidenceRows::settledWork() {
    FS_ASSIGN(auto row, m_db.prepare("SELECT key, value FROM fact WHERE key > ? AND key < ?"));
    row.bind(kSettledFrom, kSettledTo);
    std::map<OpId, SettledWork> all;
    for (;;) {
        FS_ASSIGN(const bool more, row.next());
        if (!more) {
            return all;
        }
        FS_ASSIGN(const auto op, OpId::fromHex(row.text(0).substr(std::string_view{kSettledFrom}.size())));
        all.emplace(op, settledIn(op, row.blob(1)));
    }
}

Result<std::optional<std::uint64_t>> EvidenceRows::agreementsOf(const AgencyId& home) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT value FROM fact WHERE key = ?"));
    row.bind("agreements." + home.str());
    FS_ASSIGN(const bool found, row.next());
    return found ? std::optional{static_cast<std::uint64_t>(row.integer(0))} : std::nullopt;
}

Result<void> EvidenceRows::forgetSettled(const OpId& op) {
    return m_db.run("DELETE FROM fact WHERE key = ?", settledKey(op));
}

Result<std::size_t> EvidenceRows::forgetReachOfWhatIsGone(const AgencyId& home) {
    std::vector<std::string> gone;
    {
        FS_ASSIGN(auto row, m_db.prepare("SELECT key, value FROM fact WHERE key > ? AND key < ?"));
        row.bind(kReachFrom, kReachTo);
        FS_ASSIGN(auto here, m_db.prepare("SELECT 1 FROM record WHERE id = ?"));
        for (;;) {
            FS_ASSIGN(const bool more, row.next());
            if (!more) {
                break;
            }
            if (Lines{row.blob(1)}.next() != home.str()) {
                continue;
            }
            FS_ASSIGN(const auto id, RecordId::fromHex(row.text(0).substr(std::string_view{kReachFrom}.size())));
            here.bind(id);
            FS_ASSIGN(const bool stays, here.next());
            if (!stays) {
                gone.emplace_back(row.text(0));
            }
        }
    }
    for (const auto& key : gone) {
        FS_TRY(m_db.run("DELETE FROM fact WHERE key = ?", key));
    }
    return gone.size();
}

Result<void> EvidenceRows::forgetSettledOfWhatIsGone() {
    FS_ASSIGN(const auto all, settledWork());
    for (const auto& [op, settled] : all) {
        FS_ASSIGN(const auto here, m_db.integer("SELECT EXISTS (SELECT 1 FROM outbox WHERE op = ?)", op));
        FS_TRY(here != 0 ? ok() : forgetSettled(op));
    }
    return ok();
}

Result<void> EvidenceRows::startTidingsOver(const AgencyId& home) {
    return m_db.run("DELETE FROM fact WHERE key = ?", "tidings." + home.str());
}

Result<void> EvidenceRows::add(const HomeReading& one) {
    const auto key = keyOf(one.home, one.reading);
    return one.reading.reason.empty() ? m_db.run("INSERT OR IGNORE INTO fact VALUES (?, ?)", key, one.reading.at)
                                      : m_db.run("INSERT OR IGNORE INTO fact VALUES (?, ?)", key, valueOf(one.reading));
}

Result<void> EvidenceRows::forget(const AgencyId& server) {
    FS_TRY(m_db.run("DELETE FROM fact WHERE key > ? AND key < ?", readingsOf(server), pastReadingsOf(server)));
    FS_TRY(forgetSettledOfWhatIsGone());
    FS_ASSIGN(const auto reached, forgetReachOfWhatIsGone(server));
    (void)reached;
    return m_db.run("DELETE FROM fact WHERE key IN (?, ?, ?, ?)", "receipt." + server.str(), "log head." + server.str(),
                    "tidings." + server.str(), "agreements." + server.str());
}

Result<std::size_t> EvidenceRows::waiting() {
    FS_ASSIGN(const auto count, m_db.integer("SELECT count(*) FROM fact WHERE key > 'reading.' AND key < 'reading/'"));
    return static_cast<std::size_t>(count);
}

} // namespace frontsheet::store
