#include "sync/server/embedded/ledger_schema.h"

#include "core/sqlite/connection.h"
#include "core/sqlite/transaction.h"
#include "sync/server/embedded/sqlite_statements.h"
#include "sync/server/embedded/sqlite_writing.h"
#include "sync/wire/body_codec.h"

#include <functional>
#include <iterator>

namespace frontsheet {

namespace {

// Ids are time-ordered, so tables clustered by them grow at the end. A record's row holds its newest version; what it
// replaced moves to history, so that nothing is written twice and nothing is lost.
constexpr const char* kVersion1 = R"(
CREATE TABLE note (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), epoch BLOB NOT NULL, feed_seq INTEGER NOT NULL, agency TEXT NOT NULL);

CREATE TABLE record (
    id BLOB PRIMARY KEY, type INTEGER NOT NULL, person BLOB, version INTEGER NOT NULL, category INTEGER NOT NULL,
    author_agency TEXT NOT NULL, author TEXT NOT NULL, occurred_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
    body BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX record_by_person ON record (person) WHERE person IS NOT NULL;
CREATE INDEX record_in_directory ON record (id) WHERE person IS NULL;

CREATE TABLE history (
    record BLOB NOT NULL, version INTEGER NOT NULL, author_agency TEXT NOT NULL, author TEXT NOT NULL,
    occurred_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (record, version)) WITHOUT ROWID;

CREATE TABLE feed (
    seq INTEGER PRIMARY KEY, record BLOB NOT NULL, version INTEGER NOT NULL, person BLOB, ends INTEGER NOT NULL);

CREATE TABLE operation (
    n INTEGER PRIMARY KEY, device BLOB NOT NULL, op BLOB NOT NULL, hash BLOB NOT NULL, outcome INTEGER NOT NULL,
    reason INTEGER NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL);
CREATE UNIQUE INDEX operation_by_id ON operation (op, device);

CREATE TABLE conflict (
    n INTEGER PRIMARY KEY, record BLOB NOT NULL, op BLOB NOT NULL, device BLOB NOT NULL, author_agency TEXT NOT NULL,
    author TEXT NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL);
CREATE INDEX conflict_by_record ON conflict (record);

CREATE TABLE membership (
    record BLOB PRIMARY KEY, person BLOB NOT NULL, agency TEXT NOT NULL, worker TEXT NOT NULL, until INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE INDEX membership_by_worker ON membership (agency, worker);
CREATE INDEX membership_by_person ON membership (person);

CREATE TABLE addressed (
    record BLOB PRIMARY KEY, person BLOB NOT NULL, to_agency TEXT NOT NULL, to_worker TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX addressed_by_agency ON addressed (to_agency);
CREATE INDEX addressed_by_person ON addressed (person);

CREATE TABLE grant_counter (agency TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE revocation (seq INTEGER PRIMARY KEY, agency TEXT NOT NULL, device BLOB NOT NULL, at INTEGER NOT NULL);
CREATE UNIQUE INDEX revocation_of ON revocation (device, agency);
CREATE TABLE device (
    device BLOB PRIMARY KEY, worker TEXT NOT NULL, role TEXT NOT NULL, enrolled_at INTEGER NOT NULL,
    certified_until INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE invitation (
    code_hash BLOB PRIMARY KEY, worker TEXT NOT NULL, role TEXT NOT NULL, created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL, used_at INTEGER NOT NULL, device BLOB, request_hash BLOB) WITHOUT ROWID;
)";

// What the peer link brings: partners' directories, and, where this agency runs the matching index, identity fields.
constexpr const char* kVersion2 = R"(
CREATE TABLE partner_record (
    home TEXT NOT NULL, id BLOB NOT NULL, type INTEGER NOT NULL, version INTEGER NOT NULL, category INTEGER NOT NULL,
    author_agency TEXT NOT NULL, author TEXT NOT NULL, occurred_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
    body BLOB NOT NULL, PRIMARY KEY (home, id)) WITHOUT ROWID;
CREATE TABLE match_identity (
    gathering INTEGER NOT NULL, agency TEXT NOT NULL, person BLOB NOT NULL, identity BLOB NOT NULL,
    PRIMARY KEY (agency, gathering, person)) WITHOUT ROWID;
)";

// The disclosure log (sync/server/disclosure): the chain, and beside it what follows from it and is asked for often.
//  receipt: pages that devices have not said yet they have.  reading: what was taken, so that it is taken once.
//  referral_reached: whom of its receivers a referral has reached.
constexpr const char* kVersion3 = R"(
CREATE TABLE disclosure (
    number INTEGER PRIMARY KEY, segment INTEGER NOT NULL, hash BLOB NOT NULL, entry BLOB NOT NULL);
CREATE TABLE receipt (n INTEGER PRIMARY KEY, device BLOB NOT NULL, receipt INTEGER NOT NULL, at INTEGER NOT NULL);
CREATE INDEX receipt_of ON receipt (device, receipt);
CREATE TABLE reading (
    record BLOB NOT NULL, device BLOB NOT NULL, at INTEGER NOT NULL, how INTEGER NOT NULL, version INTEGER NOT NULL,
    PRIMARY KEY (record, device, at, how, version)) WITHOUT ROWID;
CREATE TABLE referral_reached (
    referral BLOB NOT NULL, device BLOB NOT NULL, agency TEXT NOT NULL, worker TEXT NOT NULL, receipt INTEGER NOT NULL,
    sent_at INTEGER NOT NULL, delivered_at INTEGER NOT NULL, seen_at INTEGER NOT NULL,
    PRIMARY KEY (referral, device)) WITHOUT ROWID;
CREATE INDEX referral_on_its_way ON referral_reached (device, receipt) WHERE delivered_at = 0;
)";

// What was taken from devices, and what came too late (sync/server/removal).
//  granted_once: what a device was ever granted about a person (null: about everybody), a bit a category.  removal: what it was last asked to remove.  held: the late inbox.
constexpr const char* kVersion4 = R"(
CREATE TABLE granted_once (
    device BLOB NOT NULL, person BLOB NOT NULL, agency TEXT NOT NULL, worker TEXT NOT NULL,
    categories INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (device, person)) WITHOUT ROWID;
CREATE INDEX granted_once_about ON granted_once (person);
CREATE TABLE removal (
    device BLOB NOT NULL, scope TEXT NOT NULL, person BLOB, agency TEXT NOT NULL, worker TEXT NOT NULL,
    number INTEGER NOT NULL, asked_at INTEGER NOT NULL, confirmed_at INTEGER NOT NULL, PRIMARY KEY (device, scope))
    WITHOUT ROWID;
CREATE INDEX removal_numbered ON removal (device, number) WHERE confirmed_at = 0;
CREATE INDEX removal_about ON removal (person) WHERE person IS NOT NULL;
CREATE TABLE held (
    n INTEGER PRIMARY KEY, op BLOB NOT NULL, device BLOB NOT NULL, agency TEXT NOT NULL, worker TEXT NOT NULL,
    role TEXT NOT NULL, record BLOB NOT NULL, type INTEGER NOT NULL, person BLOB, received_at INTEGER NOT NULL,
    reason INTEGER NOT NULL, state INTEGER NOT NULL, settled_at INTEGER NOT NULL, settled_by TEXT NOT NULL,
    words TEXT NOT NULL, intent BLOB NOT NULL);
CREATE UNIQUE INDEX held_op ON held (op, device);
CREATE INDEX held_waiting ON held (n) WHERE state = 1;
CREATE INDEX held_from ON held (device, record);
)";

// Scopes are of one category: records are found by it, about one person and about everybody.
constexpr const char* kVersion5 = R"(
DROP INDEX record_by_person;
CREATE INDEX record_about ON record (person, category, id) WHERE person IS NOT NULL;
CREATE INDEX record_of_category ON record (category, id) WHERE person IS NOT NULL;
)";

// Emergency accesses, as relationships that end by themselves.
constexpr const char* kVersion6 = R"(
CREATE TABLE emergency (
    record BLOB PRIMARY KEY, person BLOB NOT NULL, agency TEXT NOT NULL, worker TEXT NOT NULL, until INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE INDEX emergency_by_worker ON emergency (agency, worker);
)";

// What people said about sharing, and whom it concerns (sync/server/statements).
//  linked: links stated here and standing.  stated: statements and notices, as they stand since `seq` of the feed.
constexpr const char* kVersion7 = R"(
CREATE TABLE linked (record BLOB PRIMARY KEY, person BLOB NOT NULL, other BLOB NOT NULL, other_agency TEXT NOT NULL)
    WITHOUT ROWID;
CREATE INDEX linked_from ON linked (person);
CREATE INDEX linked_to ON linked (other);
CREATE TABLE stated (record BLOB PRIMARY KEY, person BLOB NOT NULL, type INTEGER NOT NULL, seq INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE INDEX stated_about ON stated (person);
CREATE INDEX stated_since ON stated (type, seq);
)";

// What grants are worked out from (sync/server/grants).
//  record.audience: hash of the named readers, 0 none.  record.standing: CellStanding.  reader: who is named on a restricted
//    record or wrote it, and who writes a draft.  registered: who is on which practice's list.  covering: which
//    practices the home's own workers cover.  duty: contact points for whoever is on duty.
//  history.category: 0 where it was kept before this: the record's own.
constexpr const char* kVersion8 = R"(
ALTER TABLE record ADD COLUMN audience INTEGER NOT NULL DEFAULT 0;
ALTER TABLE record ADD COLUMN standing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE history ADD COLUMN category INTEGER NOT NULL DEFAULT 0;
DROP INDEX record_about;
CREATE INDEX record_about ON record (person, category, id, audience, standing) WHERE person IS NOT NULL;
CREATE TABLE reader (
    agency TEXT NOT NULL, worker TEXT NOT NULL, record BLOB NOT NULL, PRIMARY KEY (agency, worker, record)) WITHOUT ROWID;
CREATE INDEX reader_of ON reader (record);
CREATE TABLE registered (record BLOB PRIMARY KEY, person BLOB NOT NULL, practice TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX registered_with ON registered (practice);
CREATE INDEX registered_person ON registered (person);
CREATE TABLE covering (record BLOB NOT NULL, worker TEXT NOT NULL, practice TEXT NOT NULL,
    PRIMARY KEY (worker, practice, record)) WITHOUT ROWID;
CREATE INDEX covering_of ON covering (record);
CREATE TABLE duty (record BLOB PRIMARY KEY, agency TEXT NOT NULL, worker TEXT NOT NULL, service TEXT NOT NULL)
    WITHOUT ROWID;
CREATE INDEX duty_of ON duty (agency);
)";

// What devices are to be told (sync/server/disclosure): referrals that have come further, held work that was settled; each in its
// latest place.  told: what a device has said that it keeps.
constexpr const char* kVersion9 = R"(
CREATE TABLE tiding (seq INTEGER PRIMARY KEY, referral BLOB, held INTEGER, device BLOB);
CREATE UNIQUE INDEX tiding_of ON tiding (referral) WHERE referral IS NOT NULL;
CREATE INDEX tiding_to ON tiding (device, seq) WHERE device IS NOT NULL;
CREATE TABLE told (device BLOB PRIMARY KEY, seq INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO tiding (referral) SELECT referral FROM referral_reached WHERE delivered_at <> 0 OR seen_at <> 0
    GROUP BY referral;
)";

// Safeguarding concerns, by who sent them: theirs to follow whatever else they may see.
constexpr const char* kVersion10 = R"(
CREATE TABLE concern (record BLOB PRIMARY KEY, person BLOB NOT NULL, worker TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX concern_by_worker ON concern (worker);
)";

// Which entries of the disclosure log are about whom (sync/server/disclosure/disclosure_index.h), and how far that reaches. A ledger
// made before it begins with none; it is filled from the chain while the server runs.
constexpr const char* kVersion11 = R"(
CREATE TABLE disclosure_about (subject INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (subject, entry))
    WITHOUT ROWID;
CREATE TABLE disclosure_indexed (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL, hash BLOB NOT NULL);
)";

// What a restore must know, and what devices are told of backups (sync/server/restoring).
//  head.line: which line of versions the ledger writes: 0 the first; a restore begins another (core/domain/version_line.h).
//  head.safe_seq: the feed up to there is in a verified backup; null: none was ever begun; 0: the first was begun.
//  head.reconciling: 1: restored, and not open to partners yet.
constexpr const char* kVersion12 = R"(
ALTER TABLE head ADD COLUMN line INTEGER NOT NULL DEFAULT 0;
ALTER TABLE head ADD COLUMN safe_seq INTEGER;
ALTER TABLE head ADD COLUMN reconciling INTEGER NOT NULL DEFAULT 0;
)";

// Who has opened an emergency about a person is asked whenever a category of theirs gets its first record.
constexpr const char* kVersion13 = R"(
CREATE INDEX emergency_about ON emergency (person);
)";

constexpr const char* kSteps[] = {kVersion1, kVersion2, kVersion3,  kVersion4,  kVersion5,  kVersion6, kVersion7,
                                  kVersion8, kVersion9, kVersion10, kVersion11, kVersion12, kVersion13};
static_assert(std::size(kSteps) == kLedgerSchema);
constexpr std::int64_t kStepWithLinks = 6; // the seventh
constexpr std::int64_t kStepWithCells = 7;
constexpr std::int64_t kStepWithConcerns = 9;

// Referrals filed under safeguarding.
constexpr const char* kConcerns = "SELECT id FROM record WHERE type = 4 AND category = 12";

// Each record that `select` names by id, as it stands.
Result<void> revisit(sqlite::Connection& db, const char* select,
                     const std::function<Result<void>(SqliteWriting&, const Record&)>& visit) {
    std::vector<RecordId> all;
    AgencyId home;
    {
        FS_ASSIGN(auto head, db.prepare("SELECT agency FROM head"));
        FS_ASSIGN(const bool there, head.next());
        home = there ? head.code<AgencyId>(0) : AgencyId{};
        FS_ASSIGN(auto rows, db.prepare(select));
        for (;;) {
            FS_ASSIGN(const bool more, rows.next());
            if (!more) {
                break;
            }
            all.push_back(rows.id<RecordId>(0));
        }
    }
    SqliteWriting writes{db, home};
    for (const auto& id : all) {
        FS_ASSIGN(auto found, writes.record(id));
        if (!found) {
            return {ErrorCode::StoreDamaged, "a record that was there"};
        }
        Record record = std::move(found->header);
        FS_ASSIGN(record.fields, wire::decodeBody(found->body));
        FS_TRY(visit(writes, record));
    }
    return ok();
}

} // namespace

Result<void> migrateLedger(sqlite::Connection& db, std::int64_t to) {
    FS_ASSIGN(const auto version, db.userVersion());
    if (version > kLedgerSchema) {
        return {ErrorCode::StoreNewer, "ledger"};
    }
    for (std::int64_t step = version; step < to; ++step) {
        FS_ASSIGN(auto transaction, sqlite::Transaction::begin(db, sqlite::TransactionKind::Write));
        FS_TRY(db.execute(kSteps[step]));
        if (step == kStepWithLinks) {
            FS_TRY(fillLinks(db));
        } else if (step == kStepWithCells) {
            // What the tables of this step and the next say stands in bodies, which SQL cannot read.
            FS_TRY(revisit(db, "SELECT id FROM record",
                           [](SqliteWriting& writes, const Record& record) { return writes.place(record); }));
        } else if (step == kStepWithConcerns) {
            FS_TRY(revisit(db, kConcerns,
                           [](SqliteWriting& writes, const Record& record) { return writes.keepConcern(record); }));
        }
        FS_TRY(db.setUserVersion(step + 1));
        FS_TRY(transaction.commit());
    }
    return ok();
}

} // namespace frontsheet
