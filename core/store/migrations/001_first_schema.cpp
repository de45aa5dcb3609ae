#include "core/sqlite/connection.h"
#include "core/store/migrations/migrations.h"

namespace frontsheet::store {

namespace {

// Where this device stands with each server, and the scopes it holds there (complete, or still being fetched).
constexpr const char* kServers = R"(
CREATE TABLE server (
    agency TEXT PRIMARY KEY, epoch BLOB, feed_seq INTEGER NOT NULL DEFAULT 0,
    server_time INTEGER NOT NULL DEFAULT 0, last_answered INTEGER NOT NULL DEFAULT 0,
    last_tried INTEGER NOT NULL DEFAULT 0, last_error INTEGER NOT NULL DEFAULT 0, failing INTEGER NOT NULL DEFAULT 0,
    first_sync_done INTEGER NOT NULL DEFAULT 0,
    refetching INTEGER NOT NULL DEFAULT 0              -- 1: some records are from before a restore, see record.flags
) WITHOUT ROWID;
CREATE TABLE scope (
    agency TEXT NOT NULL, name TEXT NOT NULL, from_seq INTEGER NOT NULL, resume_key BLOB NOT NULL,
    complete INTEGER NOT NULL, PRIMARY KEY (agency, name)
) WITHOUT ROWID;
CREATE INDEX scope_partial ON scope (agency, name) WHERE complete = 0;
)";

// The mirror (header and body as they came) with the working view beside it where edits wait. `no` is small and stable,
// so that the projections and the search index need not carry 16-byte ids. Version 0: only on this device.
constexpr const char* kRecords = R"(
CREATE TABLE record (
    no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, home TEXT NOT NULL, type INTEGER NOT NULL, person BLOB,
    version INTEGER NOT NULL, category INTEGER NOT NULL, author_agency TEXT NOT NULL, author TEXT NOT NULL,
    occurred_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
    flags INTEGER NOT NULL,                            -- 1 edits wait, 2 leaves when they are settled, 4 of an older epoch
    working_version INTEGER, working_category INTEGER, working_occurred_at INTEGER,
    body BLOB, working_body BLOB                       -- last, so that a header is read without them
);
CREATE INDEX record_about ON record (person) WHERE person IS NOT NULL;
CREATE INDEX record_type ON record (type, id);
)";

constexpr const char* kOutbox = R"(
CREATE TABLE outbox (
    no INTEGER PRIMARY KEY AUTOINCREMENT, op BLOB NOT NULL UNIQUE, home TEXT NOT NULL, record BLOB NOT NULL,
    after_op BLOB, txn BLOB,
    state INTEGER NOT NULL,                            -- 1 queued, 2 applied at home, 3 needs attention, see OpState
    handed_out INTEGER NOT NULL DEFAULT 0, outcome INTEGER NOT NULL DEFAULT 0, reason INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 0,                -- of the record after it, once applied
    head_seq INTEGER NOT NULL DEFAULT 0,               -- feed position by which it stood, once applied
    saved_at INTEGER NOT NULL, intent BLOB NOT NULL
);
CREATE INDEX outbox_queue ON outbox (home, state, no);
CREATE INDEX outbox_record ON outbox (record, no);
CREATE INDEX outbox_after ON outbox (after_op) WHERE after_op IS NOT NULL;
CREATE INDEX outbox_txn ON outbox (txn, no) WHERE txn IS NOT NULL;
CREATE TABLE folded (op BLOB PRIMARY KEY, into_op BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX folded_into ON folded (into_op);
CREATE TABLE journal (
    no INTEGER PRIMARY KEY, op BLOB NOT NULL, home TEXT NOT NULL, record BLOB NOT NULL, person BLOB,
    outcome INTEGER NOT NULL, reason INTEGER NOT NULL, saved_at INTEGER NOT NULL, settled_at INTEGER NOT NULL, intent BLOB NOT NULL
);
CREATE INDEX journal_record ON journal (record);
)";

// Projections: kept in the transaction that changes the records they are read off.
//  human: which person ids are one human by the links stated here; `human` is a number of this device's.
//  caseload: one row per human with a registration; `registration` is the one whose spelling is shown.
constexpr const char* kPeople = R"(
CREATE TABLE registration (
    record INTEGER PRIMARY KEY, person BLOB NOT NULL, home TEXT NOT NULL, sort_key TEXT NOT NULL, family TEXT NOT NULL,
    given TEXT NOT NULL, title TEXT NOT NULL, born TEXT NOT NULL, nhs_number TEXT NOT NULL, town TEXT NOT NULL
);
CREATE INDEX registration_person ON registration (person);
CREATE TABLE link (record INTEGER PRIMARY KEY, a BLOB NOT NULL, b BLOB NOT NULL);
CREATE INDEX link_a ON link (a);
CREATE INDEX link_b ON link (b);
CREATE TABLE human (person BLOB PRIMARY KEY, human INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX human_members ON human (human, person);
CREATE TABLE caseload (
    human INTEGER PRIMARY KEY, sort_key TEXT NOT NULL, registration INTEGER NOT NULL, person BLOB NOT NULL,
    agencies TEXT NOT NULL                             -- codes, ascending, a space between
);
CREATE INDEX caseload_order ON caseload (sort_key, human);
CREATE TABLE membership (
    record INTEGER PRIMARY KEY, person BLOB NOT NULL, agency TEXT NOT NULL, worker TEXT NOT NULL, until INTEGER NOT NULL
);
CREATE INDEX membership_of ON membership (agency, worker, person);
CREATE TABLE worklist (
    list INTEGER NOT NULL, owner TEXT NOT NULL, at INTEGER NOT NULL, record INTEGER NOT NULL,
    PRIMARY KEY (list, owner, at, record)
) WITHOUT ROWID;
CREATE INDEX worklist_record ON worklist (record);
)";

// Search: for each word, the records that hold it, in blocks of 8192 record numbers (posting_lists.h). `kind`: 1 people,
// 2 notes and referrals. `fact` has the version of the word rules the index was built with.
constexpr const char* kSearch = R"(
CREATE TABLE to_index (record INTEGER PRIMARY KEY);
CREATE TABLE posting (
    kind INTEGER NOT NULL, block INTEGER NOT NULL, word TEXT NOT NULL, records BLOB NOT NULL,
    PRIMARY KEY (kind, block, word)
) WITHOUT ROWID;
CREATE TABLE fact (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
)";

} // namespace

Result<void> makeFirstSchema(sqlite::Connection& db) {
    for (const char* part : {kServers, kRecords, kOutbox, kPeople, kSearch}) {
        FS_TRY(db.execute(part));
    }
    return ok();
}

} // namespace frontsheet::store
