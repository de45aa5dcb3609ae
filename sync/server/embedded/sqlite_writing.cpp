#include "sync/server/embedded/sqlite_writing.h"

#include "core/base/planted_bug.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/referral.h"
#include "core/domain/version_line.h"
#include "sync/server/relationship_rows.h"
#include "sync/wire/body_codec.h"

#include <algorithm>
#include <set>

namespace frontsheet {

using sqlite::Blob;

Result<void> SqliteWriting::begin() {
    m_seqAtBegin = m_seq;
    m_journalAtBegin = m_journal.size();
    m_journalAnswers = false;
    return m_db.execute("SAVEPOINT work");
}

Result<void> SqliteWriting::keep() { return m_db.execute("RELEASE work"); }

Result<void> SqliteWriting::undo() {
    m_seq = m_seqAtBegin;
    m_journal.resize(m_journalAtBegin);
    return m_db.execute("ROLLBACK TO work; RELEASE work");
}

Result<void> SqliteWriting::finish(restoring::Journal* journal) {
    FS_TRY(m_seq ? m_db.run("UPDATE head SET feed_seq = ?", *m_seq) : ok());
    if (journal == nullptr || m_journal.empty()) {
        return ok();
    }
    // Before the commit: what is taken away must not be forgotten because of a crash between the two. An entry too many is of
    // something that somebody did want.
    std::uint64_t known = 0;
    FS_ASSIGN(const auto note, SqliteReading::note(restoring::kJournalNote));
    if (note) {
        FS_ASSIGN(const auto head, restoring::decodeJournalHead(*note));
        known = head.entries;
    }
    FS_ASSIGN(const auto head, journal->append(m_journal, known));
    return keepNote(restoring::kJournalNote, restoring::encode(head));
}

Result<void> SqliteWriting::noteSafe(std::uint64_t feedSeq) {
    return m_db.run("UPDATE head SET safe_seq = max(coalesce(safe_seq, 0), ?)", feedSeq);
}

Result<void> SqliteWriting::beginLine(const Epoch& epoch, std::uint64_t line) {
    FS_ASSIGN(const auto now, head());
    // What the backup has is safe in it; what comes from now on is not, until the next one.
    const auto from = std::max(now.feedSeq, floorOf(line));
    m_seq = from;
    return m_db.run("UPDATE head SET epoch = ?, line = ?, feed_seq = ?, safe_seq = ?, reconciling = 1", epoch, line,
                    from, from);
}

Result<void> SqliteWriting::setOpen() { return m_db.run("UPDATE head SET reconciling = 0"); }

Result<void> SqliteWriting::journal(const restoring::JournalEntry& entry) {
    m_journal.push_back(entry);
    return ok();
}

Result<LedgerHead> SqliteWriting::head() {
    FS_ASSIGN(auto head, SqliteReading::head());
    if (m_seq) {
        head.feedSeq = *m_seq;
        // 0: the first backup was begun and is not made yet, or nothing was written before this.
        head.safeSeq = head.backedUp || head.safeSeq == 0 ? head.safeSeq : *m_seq;
    }
    return head;
}

Result<void> SqliteWriting::append(std::span<const RecordWrite> transaction) {
    if (!m_seq) {
        FS_ASSIGN(const auto now, SqliteReading::head());
        m_seq = now.feedSeq;
    }
    // All of the transaction, or what its answers say was done would be there in part after a restore.
    m_journalAnswers = std::any_of(transaction.begin(), transaction.end(),
                                   [](const RecordWrite& write) { return restoring::isJournalled(write.record.type); });
    for (std::size_t i = 0; i < transaction.size(); ++i) {
        const auto& write = transaction[i];
        FS_TRY(appendOne(write, i + 1 == transaction.size()));
        if (m_journalAnswers) {
            Record header = write.record;
            header.fields = {};
            FS_TRY(journal({header.recordedAt, restoring::Written{std::move(header), write.body}}));
        }
    }
    return ok();
}

Result<void> SqliteWriting::appendOne(const RecordWrite& write, bool endsTransaction) {
    const Record& r = write.record;
    const Cell cell = cellOf(r);
    FS_ASSIGN(const bool newCell, r.person.isNull() ? Result<bool>{false} : isNewCell(cell));
    if (r.version.n <= 1) {
        FS_TRY(m_db.run("INSERT INTO record (id, type, person, version, category, author_agency, author, occurred_at, "
                        "recorded_at, body, audience, standing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        r.id, r.type, sqlite::orNull(r.person), r.version, r.category, r.authorAgency, r.author,
                        r.occurredAt, r.recordedAt, Blob{write.body}, static_cast<std::int64_t>(cell.audience.hash),
                        cell.standing));
    } else {
        FS_TRY(m_db.run(
            "INSERT INTO history (record, version, author_agency, author, occurred_at, recorded_at, body, category) "
            "SELECT id, version, author_agency, author, occurred_at, recorded_at, body, category FROM record "
            "WHERE id = ?",
            r.id));
        // The one before it, or the last of an earlier line.
        const auto line = lineOf(r.version.n);
        const HomeVersion least{line != 0 && r.version.n == floorOf(line) + 1 ? 1 : r.version.n - 1};
        FS_TRY(m_db.run(
            "UPDATE record SET version = ?, category = ?, author_agency = ?, author = ?, occurred_at = ?, "
            "recorded_at = ?, body = ?, audience = ?, standing = ? WHERE id = ? AND version BETWEEN ? AND ?",
            r.version, r.category, r.authorAgency, r.author, r.occurredAt, r.recordedAt, Blob{write.body},
            static_cast<std::int64_t>(cell.audience.hash), cell.standing, r.id, least, HomeVersion{r.version.n - 1}));
        if (m_db.changes() != 1) {
            return {ErrorCode::Internal, "a version that does not follow the last"};
        }
    }
    if (planted(PlantedBug::UnannouncedVersion) && r.version.n == 3) {
        return ok();
    }
    ++*m_seq;
    FS_TRY(m_db.run("INSERT INTO feed (seq, record, version, person, ends) VALUES (?, ?, ?, ?, ?)", *m_seq, r.id,
                    r.version, sqlite::orNull(r.person), endsTransaction ? 1 : 0));
    if (newCell) {
        FS_TRY(countGrantChangesAbout(r.person)); // those joined to the person are granted it now
    }
    FS_TRY(nameReaders(r));
    FS_TRY(registerWith(r));
    FS_TRY(placeInDirectory(r));
    FS_TRY(relate(r));
    FS_TRY(keepConcern(r));
    FS_ASSIGN(const bool concernsAll, m_statements.take(r, *m_seq));
    return concernsAll ? countGrantChange(kEverybodysCounter) : ok();
}

Result<bool> SqliteWriting::isNewCell(const Cell& cell) {
    FS_ASSIGN(const auto there,
              m_db.integer("SELECT EXISTS (SELECT 1 FROM record WHERE person = ? AND category = ? AND audience = ? AND "
                           "standing = ?)",
                           cell.person, cell.category, static_cast<std::int64_t>(cell.audience.hash), cell.standing));
    return there == 0;
}

// Of this cell alone: who has written and read for years is named on thousands of notes.
Result<bool> SqliteWriting::isNamedIn(const Cell& cell, const AgencyId& agency, const WorkerId& worker) {
    FS_ASSIGN(
        const auto there,
        m_db.integer("SELECT EXISTS (SELECT 1 FROM record r JOIN reader n ON n.record = r.id WHERE r.person = ? AND "
                     "r.category = ? AND r.audience = ? AND r.standing = ? AND n.agency = ? AND n.worker = ?)",
                     cell.person, cell.category, static_cast<std::int64_t>(cell.audience.hash), cell.standing, agency,
                     worker));
    return there != 0;
}

Result<void> SqliteWriting::place(const Record& record) {
    const Cell cell = cellOf(record);
    FS_TRY(m_db.run("UPDATE record SET audience = ?, standing = ? WHERE id = ?",
                    static_cast<std::int64_t>(cell.audience.hash), cell.standing, record.id));
    FS_TRY(nameReaders(record));
    FS_TRY(registerWith(record));
    return placeInDirectory(record);
}

Result<void> SqliteWriting::nameReaders(const Record& record) {
    const bool canBe = record.type == RecordType::ContactNote || readersFieldOf(record.type) != nullptr;
    if (!canBe) {
        return ok();
    }
    if (record.version.n > 1) {
        FS_TRY(m_db.run("DELETE FROM reader WHERE record = ?", record.id));
    }
    const Cell cell = cellOf(record);
    for (const auto& reader : readersBesides(record)) {
        FS_ASSIGN(const bool had, isNamedIn(cell, reader.agency, reader.worker));
        FS_TRY(m_db.run("INSERT OR IGNORE INTO reader (agency, worker, record) VALUES (?, ?, ?)", reader.agency,
                        reader.worker, record.id));
        if (!had) {
            FS_TRY(countGrantChange(reader.agency.str())); // others have had the cell before, they have not
        }
    }
    return ok();
}

Result<void> SqliteWriting::keepConcern(const Record& record) {
    if (record.type != RecordType::Referral) {
        return ok();
    }
    FS_ASSIGN(const auto kept, m_db.integer("SELECT EXISTS (SELECT 1 FROM concern WHERE record = ?)", record.id));
    const auto concern = concernIn(record); // from whom a referral is never changes
    if (concern.has_value() == (kept != 0)) {
        return ok();
    }
    FS_TRY(concern ? m_db.run("INSERT INTO concern (record, person, worker) VALUES (?, ?, ?)", concern->record,
                              concern->person, concern->worker)
                   : m_db.run("DELETE FROM concern WHERE record = ?", record.id));
    FS_TRY(countGrantChange(record.fields.get(referral::kToAgency).str())); // it opens by another clause now
    return countGrantChange(m_home.str());
}

Result<void> SqliteWriting::registerWith(const Record& record) {
    if (record.type != RecordType::Registration) {
        return ok();
    }
    const auto is = practiceIn(record);
    std::string was;
    if (record.version.n > 1) {
        FS_ASSIGN(auto statement, m_db.prepare("SELECT practice FROM registered WHERE record = ?"));
        statement.bind(record.id);
        FS_ASSIGN(const bool there, statement.next());
        was = there ? std::string{statement.text(0)} : std::string{};
    }
    if (is == was) {
        return ok();
    }
    FS_TRY(m_db.run("DELETE FROM registered WHERE record = ?", record.id));
    if (!is.empty()) {
        FS_TRY(m_db.run("INSERT INTO registered (record, person, practice) VALUES (?, ?, ?)", record.id, record.person,
                        is));
    }
    for (const auto& practice : {was, is}) {
        if (!practice.empty()) {
            FS_TRY(countGrantChange(std::string{kPracticeCounter} + practice));
        }
    }
    return countGrantChange(m_home.str());
}

Result<void> SqliteWriting::placeInDirectory(const Record& record) {
    if (record.type == RecordType::Worker) {
        FS_TRY(m_db.run("DELETE FROM covering WHERE record = ?", record.id));
        for (const auto& practice : practicesCoveredIn(record)) {
            FS_TRY(m_db.run("INSERT INTO covering (record, worker, practice) VALUES (?, ?, ?)", record.id,
                            record.fields.get(worker::kCode), practice));
        }
        return countGrantChange(m_home.str());
    }
    if (record.type == RecordType::Service) {
        return countGrantChange(record.home.str()); // its roles may be those on duty
    }
    if (record.type == RecordType::ContactPoint) {
        FS_TRY(m_db.run("DELETE FROM duty WHERE record = ?", record.id));
        if (const auto duty = dutyIn(record)) {
            FS_TRY(m_db.run("INSERT INTO duty (record, agency, worker, service) VALUES (?, ?, ?, ?)", record.id,
                            duty->agency, duty->worker, duty->service));
        }
        return countGrantChange(record.home.str());
    }
    return ok();
}

Result<void> SqliteWriting::countGrantChangesAbout(const PersonId& person) {
    std::set<std::string> keys{m_home.str()};
    FS_ASSIGN(const auto memberships, membershipsAbout(person));
    for (const auto& membership : memberships) {
        keys.insert(membership.agency.str());
    }
    FS_ASSIGN(const auto referrals, referralsAbout(person));
    for (const auto& referral : referrals) {
        keys.insert(referral.toAgency.str());
    }
    FS_ASSIGN(const auto practices, practicesOf(person));
    for (const auto& practice : practices) {
        keys.insert(std::string{kPracticeCounter} + practice);
    }
    {
        // Those that are over too: they are few, and when each ends the clock says, not a write.
        FS_ASSIGN(auto emergencies, m_db.prepare("SELECT agency FROM emergency WHERE person = ?"));
        emergencies.bind(person);
        for (;;) {
            FS_ASSIGN(const bool more, emergencies.next());
            if (!more) {
                break;
            }
            keys.emplace(emergencies.text(0));
        }
    }
    for (const auto& key : keys) {
        FS_TRY(countGrantChange(key));
    }
    return ok();
}

// Two tables of one shape: who is joined to whom, by being involved and by having opened an emergency.
struct WorkersTable {
    const char* select;
    const char* remove;
    const char* insert;
};

namespace {

constexpr WorkersTable kMembership{
    "SELECT agency FROM membership WHERE record = ?", "DELETE FROM membership WHERE record = ?",
    "INSERT INTO membership (record, person, agency, worker, until) VALUES (?, ?, ?, ?, ?)"};
constexpr WorkersTable kEmergency{
    "SELECT agency FROM emergency WHERE record = ?", "DELETE FROM emergency WHERE record = ?",
    "INSERT INTO emergency (record, person, agency, worker, until) VALUES (?, ?, ?, ?, ?)"};

} // namespace

Result<void> SqliteWriting::relate(const Record& record) {
    if (record.type == RecordType::CareTeamMembership) {
        return relateWorker(kMembership, record.id, membershipIn(record));
    }
    if (record.type == RecordType::EmergencyAccess) {
        return relateWorker(kEmergency, record.id, emergencyIn(record));
    }
    if (record.type == RecordType::Referral) {
        AddressedReferral was;
        {
            FS_ASSIGN(auto statement, m_db.prepare("SELECT to_agency, to_worker FROM addressed WHERE record = ?"));
            statement.bind(record.id);
            FS_ASSIGN(const bool there, statement.next());
            if (there) {
                was.toAgency = statement.code<AgencyId>(0);
                was.toWorker = statement.code<WorkerId>(1);
            }
        }
        const auto is = addressIn(record);
        if (is && is->toAgency == was.toAgency && is->toWorker == was.toWorker) {
            return ok(); // only its state moved: nobody's grant did
        }
        if (!was.toAgency.empty()) {
            FS_TRY(m_db.run("DELETE FROM addressed WHERE record = ?", record.id));
            FS_TRY(countGrantChange(was.toAgency.str()));
        }
        if (is) {
            FS_TRY(m_db.run("INSERT INTO addressed (record, person, to_agency, to_worker) VALUES (?, ?, ?, ?)",
                            is->record, is->person, is->toAgency, is->toWorker));
            FS_TRY(countGrantChange(is->toAgency.str()));
        }
    }
    return ok();
}

Result<void> SqliteWriting::relateWorker(const WorkersTable& table, const RecordId& record,
                                         const std::optional<Membership>& is) {
    AgencyId was;
    {
        FS_ASSIGN(auto statement, m_db.prepare(table.select));
        statement.bind(record);
        FS_ASSIGN(const bool there, statement.next());
        was = there ? statement.code<AgencyId>(0) : AgencyId{};
    }
    if (!was.empty()) {
        FS_TRY(m_db.run(table.remove, record));
        FS_TRY(countGrantChange(was.str()));
    }
    if (is) {
        FS_TRY(m_db.run(table.insert, is->record, is->person, is->agency, is->worker, is->until));
        FS_TRY(countGrantChange(is->agency.str()));
    }
    return ok();
}

Result<void> SqliteWriting::countGrantChange(std::string_view key) {
    return m_db.run("INSERT INTO grant_counter (agency, n) VALUES (?, 1) ON CONFLICT (agency) DO UPDATE SET n = n + 1",
                    key);
}

Result<void> SqliteWriting::remember(const DeviceId& device, const Operation& operation, WallTime now) {
    const auto& result = operation.result;
    FS_TRY(planted(PlantedBug::ForgottenAnswers)
               ? m_db.run("DELETE FROM operation WHERE device = ? AND op = ?", device, result.op)
               : ok());
    if (m_journalAnswers || result.outcome == IntentOutcome::Held) {
        FS_TRY(journal({now, restoring::Answered{device, operation}}));
    }
    return m_db.run(
        "INSERT INTO operation (device, op, hash, outcome, reason, version, at) VALUES (?, ?, ?, ?, ?, ?, ?)", device,
        result.op, Blob{operation.hash}, result.outcome, result.reason, result.version, now);
}

Result<std::size_t> SqliteWriting::forgetOperations(WallTime before, std::size_t limit) {
    // Operations are numbered as they came, so the old ones are the first.
    FS_TRY(m_db.run("DELETE FROM operation WHERE n IN (SELECT n FROM (SELECT n, at FROM operation ORDER BY n LIMIT ?) "
                    "WHERE at < ?)",
                    limit, before));
    return static_cast<std::size_t>(m_db.changes());
}

Result<void> SqliteWriting::revoke(const AgencyId& agency, const DeviceId& device, WallTime at) {
    // Above the line's floor: partners who have read further than a backup reaches miss none.
    FS_ASSIGN(const auto now, head());
    FS_TRY(
        m_db.run("INSERT INTO revocation (seq, agency, device, at) SELECT max(coalesce(max(seq), 0), ?) + 1, ?, ?, ? "
                 "FROM revocation WHERE true ON CONFLICT (device, agency) DO NOTHING",
                 floorOf(now.line), agency, device, at));
    return m_db.changes() == 0 ? ok() : journal({at, restoring::Revoked{agency, device, at}});
}

Result<void> SqliteWriting::keepInvitation(const Invitation& i) {
    FS_TRY(journal({i.usedAt.isKnown() ? i.usedAt : i.createdAt, i}));
    const auto requestHash = i.requestHash.empty() ? std::nullopt : std::optional{Blob{i.requestHash}};
    return m_db.run(
        "INSERT INTO invitation (code_hash, worker, role, created_at, expires_at, used_at, device, request_hash) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code_hash) DO UPDATE SET used_at = excluded.used_at, "
        "device = excluded.device, request_hash = excluded.request_hash",
        Blob{i.codeHash}, i.worker, i.role, i.createdAt, i.expiresAt, i.usedAt, sqlite::orNull(i.device), requestHash);
}

Result<void> SqliteWriting::keepDevice(const EnrolledDevice& d) {
    FS_TRY(journal({d.enrolledAt, d}));
    return m_db.run("INSERT INTO device (device, worker, role, enrolled_at, certified_until) VALUES (?, ?, ?, ?, ?) "
                    "ON CONFLICT (device) DO UPDATE SET worker = excluded.worker, role = excluded.role, "
                    "certified_until = excluded.certified_until",
                    d.device, d.worker, d.role, d.enrolledAt, d.certifiedUntil);
}

Result<void> SqliteWriting::keepPartnerRecord(const Record& r, BytesView body) {
    FS_TRY(m_db.run(
        "INSERT INTO partner_record (home, id, type, version, category, author_agency, author, occurred_at, "
        "recorded_at, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (home, id) DO UPDATE SET "
        "type = excluded.type, version = excluded.version, category = excluded.category, "
        "author_agency = excluded.author_agency, author = excluded.author, occurred_at = excluded.occurred_at, "
        "recorded_at = excluded.recorded_at, body = excluded.body WHERE excluded.version > version",
        r.home, r.id, r.type, r.version, r.category, r.authorAgency, r.author, r.occurredAt, r.recordedAt, Blob{body}));
    // An older word of a partner's, told again, puts nobody back on duty.
    const bool isNews = m_db.changes() != 0;
    if (isNews && (r.type == RecordType::ContactPoint || r.type == RecordType::Service)) {
        Record record = r;
        FS_ASSIGN(record.fields, wire::decodeBody(body));
        return placeInDirectory(record);
    }
    return ok();
}

Result<void> SqliteWriting::beginIdentities(const AgencyId& agency) {
    return m_db.run("DELETE FROM match_identity WHERE agency = ? AND gathering = 1", agency);
}

Result<void> SqliteWriting::addIdentity(const AgencyId& agency, const PersonId& person, BytesView identity) {
    return m_db.run("INSERT OR REPLACE INTO match_identity (gathering, agency, person, identity) VALUES (1, ?, ?, ?)",
                    agency, person, Blob{identity});
}

Result<void> SqliteWriting::replaceIdentities(const AgencyId& agency) {
    FS_TRY(m_db.run("DELETE FROM match_identity WHERE agency = ? AND gathering = 0", agency));
    return m_db.run("UPDATE match_identity SET gathering = 0 WHERE agency = ? AND gathering = 1", agency);
}

Result<void> SqliteWriting::keepNote(std::string_view key, BytesView value) {
    return m_db.run(
        "INSERT INTO note (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key,
        Blob{value});
}

} // namespace frontsheet
