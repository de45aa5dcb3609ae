#include "app/agency_server/backup/agency_restore.h"

#include "app/agency_server/backup/journal_file.h"
#include "app/agency_server/files.h"
#include "app/agency_server/partnership_file.h"

#include <algorithm>

namespace frontsheet {

namespace fs = std::filesystem;

namespace {

// What can be said of the ledger that is in the place, if it opens at all.
struct Before {
    std::uint64_t feedSeq = 0;
    std::uint64_t logEnded = 0;
};

// Without its journal, which may be what is damaged.
Result<Before> whatIsThere(const fs::path& place, sqlite::RawKey key, const AgencyId& agency) {
    FS_ASSIGN(const auto ledger, EmbeddedLedger::open(place.string(), key, agency));
    FS_ASSIGN(const auto reads, ledger->read());
    FS_ASSIGN(const auto head, reads->head());
    FS_ASSIGN(const auto log, reads->disclosures().end());
    return Before{head.feedSeq, log.number};
}

struct ReadJournal {
    std::unique_ptr<restoring::JournalFile> file; // nullptr: there was none
    std::vector<restoring::JournalEntry> entries;
    bool isWhole = true;
};

Result<ReadJournal> readJournal(const ServerFolder& folder, const AgencyBackup& backup, sqlite::RawKey key,
                                const RestoreWish& wish) {
    const bool mayMiss = wish.journal == RestoreWish::Journal::MayMiss;
    ReadJournal read;
    const auto path = folder.journalFile(backup.agency);
    auto journal = restoring::JournalFile::existing(path, key, backup.agency);
    if (!journal) {
        const auto code = journal.error().code;
        if (mayMiss && (code == ErrorCode::StoreMissing || code == ErrorCode::StoreDamaged)) {
            read.isWhole = code == ErrorCode::StoreMissing;
            return read;
        }
        return code == ErrorCode::StoreMissing ? Error{code, path.string()} : journal.error();
    }
    read.file = std::move(*journal);
    const auto whole = read.file->read(
        [&](const restoring::JournalEntry& entry, const restoring::JournalHead&) -> Result<void> {
            read.entries.push_back(entry);
            return ok();
        },
        backup.journal);
    if (!whole && !(mayMiss && whole.error().code == ErrorCode::StoreDamaged)) {
        return whole.error();
    }
    FS_ASSIGN(const auto unreadable, read.file->unreadableBytes());
    read.isWhole = whole && unreadable == 0;
    if (!read.isWhole && !mayMiss) {
        return {ErrorCode::StoreDamaged, "the journal ends in " + std::to_string(unreadable) +
                                             " bytes that cannot be read; --without-journal goes on with what can"};
    }
    return read;
}

// Devices have let go of what a later backup has: with an earlier one that is lost for good.
Result<void> checkThatNoneIsLater(const std::vector<restoring::JournalEntry>& journal, const RestoreWish& wish,
                                  Restoration& done) {
    for (const auto& entry : journal) {
        const auto* made = std::get_if<restoring::BackedUp>(&entry.what);
        if (made == nullptr || made->feedSeq <= std::max(done.backup.feedSeq, done.last ? done.last->feedSeq : 0)) {
            continue;
        }
        done.last = *made;
    }
    if (!done.last || wish.older == RestoreWish::Older::MayBe) {
        return ok();
    }
    return {ErrorCode::WrongState, "a later backup was made, which reaches " +
                                       std::to_string(done.last->feedSeq - done.backup.feedSeq) +
                                       " entries further, and devices no longer keep what that one has; bring that one "
                                       "back, or, when it is lost, --older-backup"};
}

Result<void> checkThatItIsHostedHere(const ServerFolder& folder, const AgencyId& agency) {
    FS_ASSIGN(const auto partnership, readPartnership(folder.partnershipFile()));
    const auto* entry = partnership.find(agency);
    if (entry == nullptr || entry->hostedBy != folder.settings().host) {
        return {ErrorCode::WrongTenant, "the backup is of " + agency.str() + ", and this folder is the server of " +
                                            folder.settings().host.str() + ", which does not host it"};
    }
    return ok();
}

void removeDatabase(const fs::path& path) {
    std::error_code failed;
    for (const char* part : {"", "-wal", "-shm"}) {
        fs::remove(path.string() + part, failed);
    }
}

bool isAnyThere(const fs::path& database) {
    std::error_code failed;
    return fs::exists(database, failed) || fs::exists(database.string() + "-wal", failed);
}

// What the WAL has belongs to the file: cut off anywhere, the file never stands without it where it is looked for. So the file goes
// first from where it was, and comes last to where it is to be.
Result<void> movePieces(const fs::path& from, const fs::path& to, std::initializer_list<const char*> pieces) {
    for (const char* part : pieces) {
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
Result<void> setAside(const fs::path& from, const fs::path& to) { return movePieces(from, to, {"", "-wal", "-shm"}); }
Result<void> putInPlace(const fs::path& from, const fs::path& to) { return movePieces(from, to, {"-wal", "-shm", ""}); }

Result<void> prepare(const fs::path& making, sqlite::RawKey key, const ReadJournal& journal, std::uint64_t logEnded,
                     WallTime now, IdSource& ids, Restoration& done) {
    FS_ASSIGN(const auto ledger, EmbeddedLedger::open(making.string(), key, done.backup.agency));
    return ledger->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        FS_ASSIGN(done.replayed, restoring::beginAgain(writes, journal.entries, ids, logEnded, now));
        FS_ASSIGN(const auto head, writes.head());
        done.line = head.line;
        return ok();
    });
}

// The journal must know of the line before any server writes it, and the ledger how far the journal reaches.
Result<void> tellJournal(const fs::path& making, const ServerFolder& folder, sqlite::RawKey key,
                         const ReadJournal& journal, WallTime now, const Restoration& done) {
    const auto& agency = done.backup.agency;
    const auto path = folder.journalFile(agency);
    FS_TRY(makeFolder(path.parent_path(), Readable::ByOwner));
    if (!journal.isWhole) {
        FS_TRY(restoring::JournalFile::setAside(path, agency));
    }
    FS_ASSIGN(auto file, restoring::JournalFile::open(path, key, agency));
    FS_ASSIGN(const auto head, file->read([](const auto&, const auto&) { return ok(); }, 0));
    FS_ASSIGN(const auto ledger, EmbeddedLedger::open(making.string(), key, agency));
    ledger->keepJournal(std::move(file));
    return ledger->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        FS_TRY(writes.keepNote(restoring::kJournalNote, restoring::encode(head)));
        return writes.journal({now, restoring::Restored{done.backup.feedSeq, done.line}});
    });
}

// Nobody else may have it open: what they wrote would go to a ledger that nobody reads any more.
Result<void> close(const fs::path& place, sqlite::RawKey key) {
    FS_ASSIGN(const auto database, sqlite::Connection::open(place.string(), key, {sqlite::OpenMode::Existing, 0, {}}));
    return database->becomeOneFile();
}

} // namespace

Result<ServerFolder> bringBackHost(const fs::path& path, const AgencyBackup& backup) {
    std::error_code failed;
    const auto host = backup.path / "host";
    const bool isNew = !fs::exists(path / "server.conf", failed);
    FS_ASSIGN(const auto folder, ServerFolder::open(path, isNew ? host / "server.conf" : path / "server.conf"));
    if (!isNew && fs::exists(folder.partnershipFile(), failed)) {
        return folder;
    }
    FS_ASSIGN(const auto key, folder.keyOf(backup.agency));
    FS_TRY(verifyBeside(backup, key)); // whom to trust comes from it
    FS_ASSIGN(const auto partnership, readPartnership(host / "partnership.conf"));
    FS_TRY(makeFolder(path / "agencies", Readable::ByOwner));
    FS_TRY(fs::exists(folder.partnershipFile(), failed) ? ok()
                                                        : writePartnership(partnership, folder.partnershipFile()));
    if (isNew) {
        FS_ASSIGN(const auto settings, readFile(host / "server.conf"));
        FS_TRY(writeFile(path / "server.conf", settings, Readable::ByOwner));
    }
    return folder;
}

Result<Restoration> restoreAgency(const ServerFolder& folder, const AgencyBackup& backup, const RestoreWish& wish,
                                  WallTime now, IdSource& ids) {
    Restoration done;
    done.backup = backup;
    const auto& agency = backup.agency;
    FS_ASSIGN(const auto key, folder.keyOf(agency));
    FS_ASSIGN(const auto beside, verifyBeside(backup, key));
    FS_TRY(checkThatItIsHostedHere(folder, agency));
    FS_ASSIGN(const auto journal, readJournal(folder, backup, key, wish));
    done.hadJournal = journal.file != nullptr;
    done.journalSetAside = !journal.isWhole;
    FS_TRY(checkThatNoneIsLater(journal.entries, wish, done));

    const auto place = folder.ledgerFile(agency);
    std::uint64_t logEnded = 0;
    const auto before = isAnyThere(place) ? whatIsThere(place, key, agency) : Error{ErrorCode::StoreMissing, {}};
    if (before) {
        done.feedSeqBefore = before->feedSeq;
        logEnded = before->logEnded;
        if (before->feedSeq > backup.feedSeq && wish.newer == RestoreWish::Newer::IsKept) {
            return {ErrorCode::WrongState, "the ledger that is here reaches further than the backup, by " +
                                               std::to_string(before->feedSeq - backup.feedSeq) +
                                               " entries; --replace-newer sets it aside all the same"};
        }
    } else if (before.error().code == ErrorCode::StoreBusy || before.error().code == ErrorCode::StoreNewer ||
               before.error().code == ErrorCode::WrongTenant) {
        return before.error(); // a ledger that lives
    }

    FS_TRY(makeFolder(place.parent_path(), Readable::ByOwner));
    const fs::path making{place.string() + ".restoring"};
    removeDatabase(making);
    const auto prepared = [&]() -> Result<void> {
        FS_TRY(bringBack(backup, making, key));
        FS_TRY(prepare(making, key, journal, logEnded, now, ids, done));
        FS_TRY(before ? close(place, key) : ok());
        FS_TRY(bringBackBeside(backup, beside, place.parent_path()));
        return tellJournal(making, folder, key, journal, now, done);
    }();
    if (!prepared) {
        removeDatabase(making);
        return prepared.error();
    }
    if (isAnyThere(place)) {
        done.setAside = place.parent_path() / ("ledger-before-restore-" + std::to_string(now.ms) + ".db");
        FS_TRY(setAside(place, done.setAside));
    }
    FS_TRY(putInPlace(making, place));
    FS_TRY(syncPath(place.parent_path()));
    return done;
}

} // namespace frontsheet
