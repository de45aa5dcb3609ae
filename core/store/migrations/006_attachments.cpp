#include "core/sqlite/connection.h"
#include "core/store/migrations/migrations.h"

namespace frontsheet::store {

namespace {

//  attachment: which files the records of the working view speak of, read off them; their keys stay on the records alone.
//    by_worker: who added it ("agency/worker"): their device sends it. sent: 1: its home has all of it.
//  fact 'attachments.read': the records that were here before this step have been read for files.
constexpr const char* kAttachments = R"(
CREATE TABLE attachment (
    record INTEGER NOT NULL, address BLOB NOT NULL, id BLOB NOT NULL, home TEXT NOT NULL, size INTEGER NOT NULL,
    by_worker TEXT NOT NULL, sent INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (record, address)) WITHOUT ROWID;
CREATE INDEX attachment_home ON attachment (home);
CREATE INDEX attachment_address ON attachment (address);
)";

} // namespace

Result<void> attachedFiles(sqlite::Connection& db) { return db.execute(kAttachments); }

} // namespace frontsheet::store
