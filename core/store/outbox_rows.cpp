#include "core/store/outbox_rows.h"

#include "core/base/planted_bug.h"
#include "core/store/tuning.h"

#include <unordered_set>
#include <utility>

namespace frontsheet::store {

using sqlite::Blob;

namespace {

// Blocked: what it waits for is not applied, or an earlier edit of the same record has no result yet (one that its home holds
// has: what builds on it goes to the late inbox too). Members of one transaction do not wait for each other.
#define FS_IS_BLOCKED                                                                                           \
    "(EXISTS (SELECT 1 FROM outbox a WHERE a.op = o.after_op AND a.state IN (1, 3, 5) AND a.txn IS NOT o.txn) " \
    "OR EXISTS (SELECT 1 FROM outbox a WHERE a.op = o.after_op AND a.state IN (1, 3, 5) AND a.txn IS NULL) "    \
    "OR EXISTS (SELECT 1 FROM outbox e WHERE e.record = o.record AND e.no < o.no AND e.state IN (1, 3, 5) "     \
    "AND NOT (e.state = 3 AND e.outcome = 4) "                                                                  \
    "AND (e.txn IS NULL OR e.txn IS NOT o.txn)))"

// In no view, and holding up nothing: not even what tells the home that all of the record is gone from here.
#define FS_SET_SAFE_APART "UPDATE outbox SET apart = 1, handed_out = 0, state = 4 WHERE "

#define FS_OUTBOX_COLUMNS "no, state, handed_out, outcome, reason, version, saved_at, intent, apart"

} // namespace

Result<std::vector<OutboxRow>> OutboxRows::read(sqlite::Statement& rows) {
    std::vector<OutboxRow> out;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return out;
        }
        OutboxRow row;
        row.no = rows.integer(0);
        row.state = static_cast<OpState>(rows.integer(1));
        row.handedOut = rows.integer(2) != 0;
        row.outcome = static_cast<IntentOutcome>(rows.integer(3));
        row.reason = static_cast<ErrorCode>(rows.integer(4));
        row.version.n = static_cast<std::uint64_t>(rows.integer(5));
        row.savedAt = rows.time(6);
        row.apart = rows.integer(8) != 0;
        auto intent = m_codec.decodeIntent(rows.blob(7));
        if (!intent) {
            return {ErrorCode::StoreDamaged, "an intent"};
        }
        row.intent = std::move(intent).value();
        out.push_back(std::move(row));
    }
}

Result<std::optional<OutboxRows::Standing>> OutboxRows::standing(const OpId& op) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT no, state, home, record, apart FROM outbox WHERE op = ?"));
    FS_ASSIGN(const bool found, row.bind(op).next());
    if (!found) {
        return std::optional<Standing>{};
    }
    return std::optional{Standing{row.integer(0), static_cast<OpState>(row.integer(1)), row.code<AgencyId>(2),
                                  row.id<RecordId>(3), row.integer(4) != 0}};
}

Result<OutboxRows::Against> OutboxRows::against(const RecordId& record, HomeVersion mirrored) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT total(state IN (1, 3) OR (state = 2 AND version > ?1)), "
                                     "total(state = 2 AND version <= ?1) FROM outbox WHERE record = ?2"));
    FS_TRY(row.bind(mirrored, record).next());
    return Against{row.integer(0) != 0, row.integer(1) != 0};
}

Result<bool> OutboxRows::anyQueued(const RecordId& record) {
    FS_ASSIGN(const auto any,
              m_db.integer("SELECT EXISTS (SELECT 1 FROM outbox WHERE record = ? AND state = 1)", record));
    return any != 0;
}

Result<bool> OutboxRows::anyOnItsWay(const RecordId& record) {
    FS_ASSIGN(const auto any,
              m_db.integer("SELECT EXISTS (SELECT 1 FROM outbox o WHERE o.record = ? AND o.state = 1 AND NOT EXISTS "
                           "(SELECT 1 FROM outbox e WHERE e.record = o.record AND e.no < o.no AND e.state = 3 AND "
                           "e.outcome <> 4))",
                           record));
    return any != 0;
}

Result<bool> OutboxRows::anyUnsent(const RecordId& record) {
    FS_ASSIGN(
        const auto any,
        m_db.integer("SELECT EXISTS (SELECT 1 FROM outbox WHERE record = ? AND state = 1 AND handed_out = 0)", record));
    return any != 0;
}

Result<OpId> OutboxRows::resolved(const OpId& op) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT into_op FROM folded WHERE op = ?"));
    FS_ASSIGN(const bool found, row.bind(op).next());
    return found ? row.id<OpId>(0) : op;
}

Result<std::optional<OutboxRow>> OutboxRows::find(const OpId& op) {
    FS_ASSIGN(const auto name, resolved(op));
    FS_ASSIGN(auto rows, m_db.prepare("SELECT " FS_OUTBOX_COLUMNS " FROM outbox WHERE op = ?"));
    rows.bind(name);
    FS_ASSIGN(auto found, read(rows));
    return found.empty() ? std::optional<OutboxRow>{} : std::optional{std::move(found.front())};
}

Result<std::vector<OutboxRow>> OutboxRows::of(const RecordId& record) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT " FS_OUTBOX_COLUMNS
                                      " FROM outbox WHERE record = ? AND state IN (1, 2, 3) ORDER BY no"));
    rows.bind(record);
    return read(rows);
}

Result<std::vector<OutboxRow>> OutboxRows::waitingFor(const OpId& op) {
    FS_ASSIGN(auto rows,
              m_db.prepare("SELECT " FS_OUTBOX_COLUMNS " FROM outbox WHERE after_op = ? AND state = 1 ORDER BY no"));
    rows.bind(op);
    return read(rows);
}

Result<std::vector<OutboxRow>> OutboxRows::unapplied(const AgencyId& home, const TransactionId& transaction) {
    if (transaction.isNull()) {
        return std::vector<OutboxRow>{};
    }
    FS_ASSIGN(auto rows, m_db.prepare("SELECT " FS_OUTBOX_COLUMNS " FROM outbox WHERE txn = ? AND home = ? "
                                      "AND (state = 1 OR (state = 3 AND outcome = 5)) ORDER BY no"));
    rows.bind(transaction, home);
    return read(rows);
}

Result<void> OutboxRows::insert(const Intent& intent, WallTime savedAt, std::optional<std::int64_t> no) {
    const Bytes bytes = m_codec.encodeIntent(intent);
    return m_db.run("INSERT INTO outbox (no, op, home, record, after_op, txn, state, saved_at, intent) "
                    "VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)",
                    no, intent.op, intent.home, intent.record, sqlite::orNull(intent.after),
                    sqlite::orNull(intent.transaction), savedAt, Blob{bytes});
}

Result<void> OutboxRows::rewrite(std::int64_t no, const Intent& intent) {
    const Bytes bytes = m_codec.encodeIntent(intent);
    return m_db.run("UPDATE outbox SET after_op = ?, intent = ? WHERE no = ? AND handed_out = 0",
                    sqlite::orNull(intent.after), Blob{bytes}, no);
}

Result<void> OutboxRows::touch(std::int64_t no, WallTime savedAt) {
    return m_db.run("UPDATE outbox SET saved_at = ? WHERE no = ?", savedAt, no);
}

Result<void> OutboxRows::rememberFolded(const OpId& op, const OpId& into) {
    return m_db.run("INSERT OR IGNORE INTO folded VALUES (?, ?)", op, into);
}

Result<void> OutboxRows::setApplied(std::int64_t no, const IntentResult& result, std::uint64_t headSeq) {
    return m_db.run("UPDATE outbox SET state = CASE state WHEN 5 THEN 4 ELSE 2 END, outcome = ?, version = ?, "
                    "head_seq = ? WHERE no = ?",
                    result.outcome, result.version, headSeq, no);
}

Result<void> OutboxRows::setAttention(std::int64_t no, const IntentResult& result) {
    return m_db.run("UPDATE outbox SET state = 3, outcome = ?, reason = ?, version = ? WHERE no = ?", result.outcome,
                    result.reason, result.version, no);
}

Result<void> OutboxRows::setSafe(const RecordId& record) {
    FS_TRY(m_db.run("UPDATE outbox SET state = 4 WHERE record = ? AND state = 2", record));
    m_kept += m_db.changes();
    return ok();
}

Result<void> OutboxRows::setReached(const RecordId& record, HomeVersion mirrored, std::uint64_t safeSeq) {
    FS_TRY(m_db.run("DELETE FROM outbox WHERE record = ? AND state = 2 AND version <= ? AND head_seq <= ?", record,
                    mirrored, safeSeq));
    m_gone += m_db.changes();
    FS_TRY(m_db.run("UPDATE outbox SET state = 4 WHERE record = ? AND state = 2 AND version <= ?", record, mirrored));
    m_kept += m_db.changes();
    return ok();
}

// A home that makes no backups must not fill its devices: the oldest go.
Result<void> OutboxRows::boundWhatIsKept(const AgencyId& home) {
    const auto added = std::exchange(m_kept, 0);
    if (added == 0) {
        return ok();
    }
    FS_ASSIGN(const auto count, m_db.integer("SELECT count(*) FROM outbox WHERE home = ? AND state = 4", home));
    if (count > static_cast<std::int64_t>(kKeptToSendAgain)) {
        FS_TRY(m_db.run("DELETE FROM outbox WHERE home = ?1 AND state = 4 AND no <= (SELECT no FROM outbox WHERE "
                        "home = ?1 AND state = 4 ORDER BY no DESC LIMIT 1 OFFSET ?2)",
                        home, kKeptToSendAgain));
        m_gone += m_db.changes();
    }
    // Their sizes are looked at now and then: that reads them all.
    if (count / kSizesLookedAtEvery == (count - added) / kSizesLookedAtEvery) {
        return ok();
    }
    FS_TRY(m_db.run("DELETE FROM outbox WHERE home = ?1 AND state = 4 AND no <= (SELECT coalesce(max(no), 0) FROM "
                    "(SELECT no, sum(length(intent)) OVER (ORDER BY no DESC) AS kept FROM outbox WHERE home = ?1 AND "
                    "state = 4) WHERE kept > ?2)",
                    home, kBytesKeptToSendAgain));
    m_gone += m_db.changes();
    return ok();
}

// What was folded into an edit that is no longer here.
Result<void> OutboxRows::forgetFolded() {
    return m_db.run("DELETE FROM folded WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE op = into_op)");
}

Result<bool> OutboxRows::retire(const AgencyId& home, std::uint64_t safeSeq) {
    FS_TRY(m_db.run("DELETE FROM outbox WHERE home = ? AND apart = 1 AND state = 4 AND head_seq <= ?", home, safeSeq));
    const bool apart = m_db.changes() > 0;
    m_gone += m_db.changes();
    FS_TRY(m_db.run("DELETE FROM outbox WHERE home = ? AND state = 4 AND head_seq <= ?", home, safeSeq));
    m_gone += m_db.changes();
    FS_TRY(boundWhatIsKept(home));
    if (m_gone > 0) {
        m_gone = 0;
        FS_TRY(forgetFolded());
    }
    return apart;
}

Result<bool> OutboxRows::isJournalEmpty() {
    FS_ASSIGN(const auto any, m_db.integer("SELECT EXISTS (SELECT 1 FROM journal)"));
    return any == 0;
}

Result<std::vector<RecordId>> OutboxRows::appliedAt(const AgencyId& home) {
    std::vector<RecordId> records;
    FS_ASSIGN(auto rows, m_db.prepare("SELECT DISTINCT record FROM outbox WHERE home = ? AND state = 2"));
    rows.bind(home);
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return records;
        }
        records.push_back(rows.id<RecordId>(0));
    }
}

Result<std::vector<RecordId>> OutboxRows::requeueApplied(const AgencyId& home) {
    FS_ASSIGN(auto records, appliedAt(home));
    FS_TRY(m_db.run("UPDATE outbox SET state = 1, version = 0, head_seq = 0 WHERE home = ? AND state = 2", home));
    FS_TRY(m_db.run("UPDATE outbox SET state = 5, version = 0, head_seq = 0 WHERE home = ? AND state = 4", home));
    // What was held is in a late inbox that may be lost with the ledger. Where it is not, the home answers as before.
    FS_TRY(m_db.run("UPDATE outbox SET state = 1 WHERE home = ? AND state = 3 AND outcome = ?", home,
                    IntentOutcome::Held));
    if (planted(PlantedBug::SafeNotSentAgain)) {
        FS_TRY(m_db.run("DELETE FROM outbox WHERE home = ? AND state = 5", home));
    }
    return records;
}

Result<std::vector<RecordId>> OutboxRows::requeueWhatWaits(const AgencyId& home) {
    std::vector<RecordId> records;
    for (bool more = true; more;) {
        FS_ASSIGN(auto rows,
                  m_db.prepare("UPDATE outbox AS o SET state = 1 WHERE o.home = ? AND o.state = 5 AND ("
                               "EXISTS (SELECT 1 FROM outbox a WHERE a.op = o.after_op AND a.state IN (1, 3)) "
                               "OR EXISTS (SELECT 1 FROM outbox m WHERE m.txn = o.txn AND m.state IN (1, 3)) "
                               "OR EXISTS (SELECT 1 FROM outbox e WHERE e.record = o.record AND e.no < o.no AND "
                               "e.state IN (1, 3) AND NOT (e.state = 3 AND e.outcome = 4))) RETURNING record"));
        rows.bind(home);
        const auto before = records.size();
        for (;;) {
            FS_ASSIGN(const bool another, rows.next());
            if (!another) {
                break;
            }
            records.push_back(rows.id<RecordId>(0));
        }
        more = records.size() != before;
    }
    return records;
}

Result<void> OutboxRows::moveToJournal(const OutboxRow& row, ErrorCode reason, WallTime at) {
    FS_TRY(m_db.run("INSERT INTO journal (op, home, record, person, outcome, reason, saved_at, settled_at, intent) "
                    "SELECT op, home, record, ?, ?, ?, saved_at, ?, intent FROM outbox WHERE no = ?",
                    sqlite::orNull(row.intent.person), row.outcome, reason, at, row.no));
    FS_TRY(m_db.run("DELETE FROM outbox WHERE no = ?", row.no));
    FS_TRY(m_db.run("DELETE FROM folded WHERE into_op = ?", row.intent.op));
    return m_db.run("DELETE FROM journal WHERE no <= (SELECT max(no) FROM journal) - ?", kJournalItems);
}

Result<bool> OutboxRows::isInJournal(const OpId& op) {
    FS_ASSIGN(const auto found, m_db.integer("SELECT EXISTS (SELECT 1 FROM journal WHERE op = ?)", op));
    return found != 0;
}

Result<void> OutboxRows::forgetJournal(const RecordId& record) {
    return m_db.run("DELETE FROM journal WHERE record = ?", record);
}

Result<void> OutboxRows::forgetJournal(const AgencyId& home, const Chooser& goes) {
    std::vector<std::int64_t> covered;
    {
        FS_ASSIGN(auto rows, m_db.prepare("SELECT no, intent FROM journal WHERE home = ?"));
        rows.bind(home);
        for (;;) {
            FS_ASSIGN(const bool more, rows.next());
            if (!more) {
                break;
            }
            const auto intent = m_codec.decodeIntent(rows.blob(1));
            if (!intent) {
                return {ErrorCode::StoreDamaged, "an intent"};
            }
            if (goes(*intent)) {
                covered.push_back(rows.integer(0));
            }
        }
    }
    for (const auto no : covered) {
        FS_TRY(m_db.run("DELETE FROM journal WHERE no = ?", no));
    }
    return ok();
}

Result<void> OutboxRows::setApart(const RecordId& record) {
    FS_ASSIGN(auto found, m_db.prepare("SELECT " FS_OUTBOX_COLUMNS " FROM outbox WHERE record = ?"));
    found.bind(record);
    FS_ASSIGN(const auto rows, read(found));
    for (const auto& row : rows) {
        // Handed out, it stays as it is until its home has answered.
        const bool waits = row.state == OpState::Queued || row.state == OpState::Resend;
        FS_TRY(waits && row.handedOut ? ok() : keepWordsAlone(row));
    }
    FS_TRY(m_db.run("UPDATE outbox SET apart = 1 WHERE record = ? AND state IN (1, 3, 5)", record));
    FS_TRY(m_db.run(FS_SET_SAFE_APART "record = ? AND state IN (2, 4)", record));
    m_kept += m_db.changes();
    return ok();
}

Result<void> OutboxRows::setSafeApart(const OpId& op, const IntentResult& result, std::uint64_t headSeq) {
    FS_ASSIGN(const auto row, find(op));
    if (!row) {
        return ok();
    }
    FS_TRY(setApplied(row->no, result, headSeq));
    FS_TRY(keepWordsAlone(*row));
    FS_TRY(m_db.run(FS_SET_SAFE_APART "no = ?", row->no));
    ++m_kept;
    return ok();
}

Result<bool> OutboxRows::letGoOfWhatIsStuck(const AgencyId& home) {
    // As FS_IS_BLOCKED, but for good: by what needs attention, and by what that blocks in turn.
    FS_ASSIGN(auto found,
              m_db.prepare("WITH RECURSIVE stuck (no, op, record, txn, holds) AS ("
                           "SELECT no, op, record, txn, outcome <> 4 FROM outbox WHERE home = ?1 AND state = 3 "
                           "UNION SELECT o.no, o.op, o.record, o.txn, 1 FROM outbox o, stuck s "
                           "WHERE o.home = ?1 AND o.state IN (1, 5) AND "
                           "(o.after_op = s.op OR o.txn = s.txn OR (s.holds AND o.record = s.record AND o.no > s.no))) "
                           "SELECT " FS_OUTBOX_COLUMNS " FROM outbox WHERE apart = 1 AND handed_out = 1 AND "
                           "state IN (1, 5) AND no IN (SELECT no FROM stuck)"));
    found.bind(home);
    FS_ASSIGN(const auto rows, read(found));
    for (const auto& row : rows) {
        FS_TRY(keepWordsAlone(row));
        FS_TRY(m_db.run("UPDATE outbox SET handed_out = 0 WHERE no = ?", row.no));
    }
    return !rows.empty();
}

Result<void> OutboxRows::keepWordsAlone(const OpId& op) {
    FS_ASSIGN(const auto row, find(op));
    return row ? keepWordsAlone(*row) : ok();
}

Result<void> OutboxRows::keepWordsAlone(const OutboxRow& row) {
    const auto bare = wordsAloneOf(row.intent);
    if (bare == row.intent) {
        return ok();
    }
    const Bytes bytes = m_codec.encodeIntent(bare);
    return m_db.run("UPDATE outbox SET intent = ? WHERE no = ?", Blob{bytes}, row.no);
}

Result<void> OutboxRows::dropSafe(const AgencyId& home) {
    FS_TRY(m_db.run("DELETE FROM outbox WHERE home = ? AND state = 4", home));
    return forgetFolded();
}

Result<void> OutboxRows::rejoin(const RecordId& record) {
    return m_db.run("UPDATE outbox SET apart = 0 WHERE record = ? AND apart = 1", record);
}

Result<std::vector<OutboxRow>> OutboxRows::apart(const AgencyId& home) {
    FS_ASSIGN(auto rows,
              m_db.prepare("SELECT " FS_OUTBOX_COLUMNS " FROM outbox WHERE home = ? AND apart = 1 ORDER BY no"));
    rows.bind(home);
    return read(rows);
}

Result<std::vector<RecordId>> OutboxRows::recordsOf(const AgencyId& home) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT DISTINCT record FROM outbox WHERE home = ?"));
    rows.bind(home);
    std::vector<RecordId> records;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return records;
        }
        records.push_back(rows.id<RecordId>(0));
    }
}

Result<std::vector<OutboxRow>> OutboxRows::unsent() {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT " FS_OUTBOX_COLUMNS " FROM outbox WHERE state IN (1, 5) OR "
                                      "(state = 3 AND outcome = 5) ORDER BY no"));
    return read(rows);
}

Result<std::vector<OutboxRow>> OutboxRows::withWords() {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT " FS_OUTBOX_COLUMNS " FROM outbox WHERE state IN (1, 3, 5) ORDER BY no"));
    return read(rows);
}

Result<std::vector<OutboxRow>> OutboxRows::late(const AgencyId& home) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT " FS_OUTBOX_COLUMNS " FROM outbox WHERE home = ? AND "
                                      "((apart = 1 AND state <> 4) OR (state = 3 AND outcome = 4)) ORDER BY no"));
    rows.bind(home);
    return read(rows);
}

Result<void> OutboxRows::dropAll(const AgencyId& home) {
    FS_TRY(m_db.run("DELETE FROM outbox WHERE home = ?", home));
    FS_TRY(m_db.run("DELETE FROM journal WHERE home = ?", home));
    return forgetFolded();
}

Result<std::vector<OutgoingIntent>> OutboxRows::handIn(const AgencyId& home, std::uint64_t afterNo,
                                                       std::size_t maxCount, std::size_t maxBytes) {
    std::vector<OutgoingIntent> out;
    {
        FS_ASSIGN(auto rows, m_db.prepare("SELECT no, intent FROM outbox WHERE home = ? AND no > ? AND state IN (1, 5) "
                                          "ORDER BY no LIMIT ?"));
        rows.bind(home, static_cast<std::int64_t>(afterNo), maxCount);
        std::size_t bytes = 0;
        for (;;) {
            FS_ASSIGN(const bool more, rows.next());
            if (!more) {
                break;
            }
            bytes += rows.blob(1).size();
            if (!out.empty() && bytes > maxBytes) {
                break;
            }
            auto intent = m_codec.decodeIntent(rows.blob(1));
            if (!intent) {
                return {ErrorCode::StoreDamaged, "an intent"};
            }
            out.push_back({static_cast<std::uint64_t>(rows.integer(0)), std::move(intent).value()});
        }
    }
    for (const auto& one : out) {
        FS_TRY(m_db.run("UPDATE outbox SET handed_out = 1 WHERE no = ? AND handed_out = 0", one.opNo));
    }
    return out;
}
namespace {

struct Unit {
    std::vector<OutgoingIntent> intents;
    std::vector<std::int64_t> fresh; // not handed out before
    std::size_t bytes = 0;
};

} // namespace

Result<std::vector<OutgoingIntent>> OutboxRows::handOut(const AgencyId& home, std::uint64_t afterNo,
                                                        std::size_t maxCount, std::size_t maxBytes) {
    std::vector<OutgoingIntent> out;
    std::vector<std::int64_t> fresh;
    std::unordered_set<TransactionId> seen;
    std::size_t bytes = 0;
    {
        FS_ASSIGN(
            auto queue,
            m_db.prepare(planted(PlantedBug::AfterSentEarly)
                             ? "SELECT o.no, o.handed_out, o.txn, o.intent FROM outbox o WHERE o.home = ? AND o.no > ? "
                               "AND o.state IN (1, 5) ORDER BY o.no"
                             : "SELECT o.no, o.handed_out, o.txn, o.intent FROM outbox o WHERE o.home = ? AND o.no > ? "
                               "AND o.state IN (1, 5) AND NOT " FS_IS_BLOCKED " ORDER BY o.no"));
        queue.bind(home, static_cast<std::int64_t>(afterNo));
        const auto add = [this](Unit& unit, std::int64_t no, bool handedOut, BytesView intent) -> Result<void> {
            auto decoded = m_codec.decodeIntent(intent);
            if (!decoded) {
                return {ErrorCode::StoreDamaged, "an intent"};
            }
            if (handedOut && planted(PlantedBug::RetryUnderNewName)) {
                decoded->op.bytes[15] ^= 0x5A;
            }
            unit.intents.push_back({static_cast<std::uint64_t>(no), std::move(decoded).value()});
            unit.bytes += intent.size();
            if (!handedOut) {
                unit.fresh.push_back(no);
            }
            return ok();
        };
        for (;;) {
            FS_ASSIGN(const bool more, queue.next());
            if (!more) {
                break;
            }
            Unit unit;
            if (queue.isNull(2)) {
                FS_TRY(add(unit, queue.integer(0), queue.integer(1) != 0, queue.blob(3)));
            } else {
                const auto txn = queue.id<TransactionId>(2);
                if (!seen.insert(txn).second) {
                    continue;
                }
                // All that is left of it: where copies were restored, its home may have taken one member and refused another,
                // whose correction then goes alone.
                FS_ASSIGN(auto members,
                          m_db.prepare("SELECT o.no, o.handed_out, o.intent, o.state IN (1, 5) AND NOT " FS_IS_BLOCKED
                                       " FROM outbox o WHERE o.txn = ? AND o.home = ? AND o.state NOT IN (2, 4) "
                                       "ORDER BY o.no"));
                members.bind(txn, home);
                bool whole = true;
                for (;;) {
                    FS_ASSIGN(const bool another, members.next());
                    if (!another) {
                        break;
                    }
                    whole = whole && members.integer(3) != 0;
                    FS_TRY(add(unit, members.integer(0), members.integer(1) != 0, members.blob(2)));
                }
                if (!whole || unit.intents.front().opNo <= afterNo) {
                    continue;
                }
            }
            if (!out.empty() && (out.size() + unit.intents.size() > maxCount || bytes + unit.bytes > maxBytes)) {
                break;
            }
            bytes += unit.bytes;
            fresh.insert(fresh.end(), unit.fresh.begin(), unit.fresh.end());
            std::move(unit.intents.begin(), unit.intents.end(), std::back_inserter(out));
            if (out.size() >= maxCount || bytes >= maxBytes) {
                break;
            }
        }
    }
    for (const auto no : fresh) {
        FS_TRY(m_db.run("UPDATE outbox SET handed_out = 1 WHERE no = ?", no));
    }
    return out;
}

Result<std::vector<OutboxItem>> OutboxRows::items() {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT o.state, " FS_IS_BLOCKED ", o.outcome, o.reason, o.saved_at, o.intent "
                                      "FROM outbox o WHERE o.state IN (1, 3) ORDER BY o.no"));
    std::vector<OutboxItem> out;
    std::unordered_set<TransactionId> stuck;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            for (auto& item : out) {
                if (item.state == OutboxState::Queued && stuck.contains(item.intent.transaction)) {
                    item.state = OutboxState::WaitsForAnother;
                }
            }
            return out;
        }
        auto intent = m_codec.decodeIntent(rows.blob(5));
        if (!intent) {
            return {ErrorCode::StoreDamaged, "an intent"};
        }
        OutboxItem item;
        item.intent = std::move(intent).value();
        item.savedAt = rows.time(4);
        const TransactionId transaction = item.intent.transaction;
        const bool needsAttention = rows.integer(0) == static_cast<std::int64_t>(OpState::Attention);
        if (!transaction.isNull() && (needsAttention || rows.integer(1) != 0)) {
            stuck.insert(transaction); // what goes together waits together
        }
        if (needsAttention) {
            item.state = OutboxState::NeedsAttention;
            item.outcome = static_cast<IntentOutcome>(rows.integer(2));
            item.reason = static_cast<ErrorCode>(rows.integer(3));
        } else if (rows.integer(1) != 0) {
            item.state = OutboxState::WaitsForAnother;
        }
        out.push_back(std::move(item));
    }
}

} // namespace frontsheet::store
