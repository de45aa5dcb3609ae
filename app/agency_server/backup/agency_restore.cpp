#include "app/agency_server/backup/agency_restore.h"

#include "app/agency_server/backup/journal_file.h"
#include "app/agency_server/files.h"

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace frontsheet {

namespace fs = std::filesystem;

namespace {

// What can be said of the ledger that is in the place, if it opens at all.
struct Before {
    std::uint64_t feedSeq = 0;
    std::uint64_t logEnded = 0;
};

Result<Before> whatIsThere(const ServerFolder& folder, const AgencyId& agency) {
    FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
    FS_ASSIGN(const auto reads, ledger->read());
    FS_ASSIGN(const auto head, reads->head());
    FS_ASSIGN(const auto log, reads->disclosures().end());
    return Before{head.feedSeq, log.number};
}

Result<std::vector<restoring::JournalEntry>> readJournal(const ServerFolder& folder, const AgencyBackup& backup,
                                                         sqlite::RawKey key, const RestoreWish& wish,
                                                         Restoration& done) {
    std::vector<restoring::JournalEntry> entries;
    auto journal = restoring::JournalFile::existing(folder.journalFile(backup.agency), key, backup.agency);
    if (!journal && journal.error().code == ErrorCode::StoreMissing && wish.journal == RestoreWish::Journal::MayMiss) {
        return entries;
    }
    FS_TRY(journal ? ok() : Result<void>{journal.error()});
    FS_TRY((*journal)->read(
        [&](const restoring::JournalEntry& entry, const restoring::JournalHead&) -> Result<void> {
            entries.push_back(entry);
            return ok();
        },
        backup.journal));
    FS_ASSIGN(done.unreadableJournal, (*journal)->unreadableBytes());
    if (done.unreadableJournal != 0 && wish.journal == RestoreWish::Journal::MustBe) {
        return {ErrorCode::StoreDamaged, "the journal ends in " + std::to_string(done.unreadableJournal) +
                                             " bytes that cannot be read; --without-journal goes on with what can"};
    }
    done.hadJournal = true;
    return entries;
}

void removeDatabase(const fs::path& path) {
    std::error_code failed;
    for (const char* part : {"", "-wal", "-shm"}) {
        fs::remove(path.string() + part, failed);
    }
}

Result<void> moveDatabase(const fs::path& from, const fs::path& to) {
    // What the WAL has belongs to the file: all or nothing of it goes along.
    for (const char* part : {"-wal", "-shm", ""}) {
        std::error_code failed;
        const fs::path piece{from.string() + part};
        if (fs::exists(piece, failed)) {
            fs::rename(piece, to.string() + part, failed);
        }
        if (failed) {
            return {ErrorCode::DiskFailed, piece.string()};
        }
    }
    return ok();
}

Result<void> syncFolder(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    if (fd >= 0) {
        ::close(fd);
    }
    return synced ? ok() : Result<void>{ErrorCode::DiskFailed, path.string()};
}

} // namespace

Result<Restoration> restoreAgency(const ServerFolder& folder, const AgencyBackup& backup, const RestoreWish& wish,
                                  WallTime now, IdSource& ids) {
    Restoration done;
    done.backup = backup;
    const auto& agency = backup.agency;
    FS_ASSIGN(const auto key, folder.keyOf(agency));
    const auto place = folder.ledgerFile(agency);
    FS_TRY(makeFolder(place.parent_path(), Readable::ByOwner));
    FS_TRY(bringBackBeside(backup, place.parent_path()));

    // First of all: opening a ledger makes a journal where there is none.
    FS_ASSIGN(const auto journal, readJournal(folder, backup, key, wish, done));
    std::error_code failed;
    std::uint64_t logEnded = 0;
    const bool anyThere = fs::exists(place, failed);
    if (const auto before = anyThere ? whatIsThere(folder, agency) : Result<Before>{ErrorCode::StoreMissing}) {
        done.feedSeqBefore = before->feedSeq;
        logEnded = before->logEnded;
        if (before->feedSeq > backup.feedSeq && wish.newer == RestoreWish::Newer::IsKept) {
            return {ErrorCode::WrongState, "the ledger that is here reaches further than the backup, by " +
                                               std::to_string(before->feedSeq - backup.feedSeq) +
                                               " entries; --replace-newer sets it aside all the same"};
        }
    }

    const fs::path making{place.string() + ".restoring"};
    removeDatabase(making);
    FS_TRY(bringBack(backup, making, key));
    const auto prepared = [&]() -> Result<void> {
        FS_ASSIGN(const auto ledger, EmbeddedLedger::open(making.string(), key, agency));
        return ledger->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
            FS_ASSIGN(done.replayed, restoring::beginAgain(writes, journal, ids, logEnded, now));
            FS_ASSIGN(const auto head, writes.head());
            done.line = head.line;
            return ok();
        });
    }();
    if (!prepared) {
        removeDatabase(making);
        return prepared.error();
    }
    // The journal must know of the line before any server writes it.
    FS_ASSIGN(const auto file, restoring::JournalFile::open(folder.journalFile(agency), key, agency));
    const restoring::JournalEntry restored{now, restoring::Restored{backup.feedSeq, done.line}};
    FS_TRY(file->append({&restored, 1}, 0));
    if (anyThere) {
        done.setAside = place.parent_path() / ("ledger-before-restore-" + std::to_string(now.ms) + ".db");
        FS_TRY(moveDatabase(place, done.setAside));
    }
    FS_TRY(moveDatabase(making, place));
    FS_TRY(syncFolder(place.parent_path()));
    return done;
}

} // namespace frontsheet
