// What DeviceStore's methods stand on. Private to core/store.
#pragma once

#include "core/attachments/file_folder.h"
#include "core/sqlite/connection.h"
#include "core/sqlite/transaction.h"
#include "core/store/attachment_rows.h"
#include "core/store/device_store.h"
#include "core/store/lease_watch.h"
#include "core/store/people_queries.h"
#include "core/store/reader_pool.h"
#include "core/store/record_changes.h"
#include "core/store/store_folder.h"
#include "core/store/store_key.h"
#include "core/store/visible_people.h"

#include <map>
#include <mutex>
#include <optional>
#include <set>

namespace frontsheet {

struct DeviceStore::Impl {
    Impl(StoreFolder place, StoreLock held, StoreKey opened, const DeviceStoreParts& given)
        : folder(std::move(place)), lock(std::move(held)), key(std::move(opened)), parts(given), files(folder.files()),
          aside(folder.filesAside()), leases(given.clock),
          readers([this] { return connect(sqlite::OpenMode::ReadOnly); }) {}

    [[nodiscard]] Result<std::unique_ptr<sqlite::Connection>> connect(sqlite::OpenMode mode) const {
        return sqlite::Connection::open(folder.database(), key.view(), {mode, 0, parts.vfs});
    }
    // The writer, brought to the present schema and its WAL emptied.
    [[nodiscard]] Result<void> start();

    // One write transaction. `before` and `after` are the crash points around its commit. The mutex is the caller's.
    template <class Work>
    [[nodiscard]] Result<void> commit(const char* before, const char* after, Work work) {
        FS_ASSIGN(auto transaction, sqlite::Transaction::begin(*writer, sqlite::TransactionKind::Write));
        const auto touched = writer->totalChanges();
        store::RecordChanges changes(*writer, parts.codec);
        FS_TRY(work(changes));
        FS_TRY(changes.finish());
        if (changes.losesFilesFromOutside()) {
            // Where the disk will not, what its home takes away comes first.
            (void)setAsideWhatGoes().has_value();
        }
        reach(before);
        FS_TRY(transaction.commit());
        reach(after);
        if (writer->totalChanges() != touched) {
            revision.fetch_add(1, std::memory_order_release);
        }
        if (changes.lostFiles()) {
            owesSweep.store(true, std::memory_order_release);
        }
        return changes.erasedAny() || changes.lostFiles() ? purge() : ok();
    }
    static void reach(const char* crashPointName);
    [[nodiscard]] Result<std::vector<WorkingRecord>> readOfType(RecordType type, std::size_t limit);
    // The same of what the directory is made of, read once until something is written.
    [[nodiscard]] Result<std::vector<WorkingRecord>> ofDirectory(RecordType type, std::size_t limit);

    // `work(connection, locked)` on one snapshot; `locked` is null while everything may be shown.
    using Locked = std::shared_ptr<const LockedScopes>;
    template <class Work>
    auto readShown(Work work) -> decltype(work(std::declval<sqlite::Connection&>(), std::declval<const Locked&>())) {
        return readers.read([&](sqlite::Connection& db) -> decltype(work(db, std::declval<const Locked&>())) {
            FS_ASSIGN(const Locked locked, leases.locked(db));
            return work(db, locked);
        });
    }
    // `work(queries)`: who is who, and the lists of people, as they may be shown now.
    template <class Work>
    auto readPeople(Work work) -> decltype(work(std::declval<store::PeopleQueries&>())) {
        const auto at = revision.load(std::memory_order_acquire); // before the snapshot, which is then no older
        return readShown(
            [&](sqlite::Connection& db, const Locked& locked) -> decltype(work(std::declval<store::PeopleQueries&>())) {
                FS_ASSIGN(const auto shown, people(db, locked));
                FS_ASSIGN(const auto hides, hiding(db, at));
                store::PeopleQueries queries(db, parts.codec, shown.get(), hides.get());
                return work(queries);
            });
    }
    // Whom a worker has on their list, read once until something is written or somebody leaves it by time.
    [[nodiscard]] Result<RecordReader::CaseloadPage> caseOf(const AgencyId& agency, const WorkerId& worker,
                                                            std::size_t offset, std::size_t limit);
    // Those whose address is kept hidden, by a snapshot no older than that revision; null: nobody.
    [[nodiscard]] Result<std::shared_ptr<const store::HiddenPeople>> hiding(sqlite::Connection& db, std::uint64_t at);
    // The lists' people while something is locked; null for null.
    [[nodiscard]] Result<std::shared_ptr<const store::VisiblePeople>> people(sqlite::Connection& db,
                                                                             const Locked& locked);

    // What was erased leaves the WAL too, and with it the disk; then the removals it was erased for are done. Where readers do
    // not finish in time that is owed, and tried again at the next exchange, indexing or purge.
    [[nodiscard]] Result<void> purge();
    [[nodiscard]] Result<void> finishRemovals();
    // Attached files (device_store_files.cpp).
    [[nodiscard]] Result<void> sweepFiles();
    // Before the present transaction is committed: what this device's worker added to records that it takes from here, and their home has
    // not. In whatever way they go: with a scope, alone, or by a version that shows no files any more.
    [[nodiscard]] Result<void> setAsideWhatGoes();
    void areOnRecords(const std::vector<Intent>& intents); // of which some may be files added just now
    [[nodiscard]] Result<void> readRecordsForFiles();
    [[nodiscard]] Result<void> readLinksForPartings(); // device_store.cpp
    [[nodiscard]] Result<void> addAside(const AgencyId& home, std::vector<FileOnRecord>& to) const;
    [[nodiscard]] Result<void> checkRoomForFile(std::uint64_t bytes) const;
    [[nodiscard]] Result<std::vector<FileOnRecord>> shown(const std::vector<store::AttachmentRows::Row>& rows) const;
    // Caches and checkpoints for so many records at once: everyday work, or a first fetch. Bulk's stay until the next small
    // exchange, which comes as soon as nothing more is to be fetched.
    [[nodiscard]] Result<void> setPace(std::size_t records);
    // All of one home in the transaction of `changes`.
    [[nodiscard]] Result<void> dropHome(store::RecordChanges& changes, const AgencyId& home,
                                        SyncStore::HomeClosing how);
    // The own agency's, under which it is told from the one it has now; 0: none is kept.
    [[nodiscard]] static Result<std::uint64_t> rescueMark(sqlite::Connection& db);
    [[nodiscard]] Result<void> keepRescueKey(const Bytes& raw);
    // The next block of the search index, if its turn has come; what it says wrongly is put right.
    [[nodiscard]] Result<void> checkIndexInTurn();
    // What a closing profile seals.
    [[nodiscard]] Result<std::vector<store::OutboxRow>> unsentAlone();
    [[nodiscard]] Result<void> index(const std::vector<std::int64_t>& records);

    StoreFolder folder;
    StoreLock lock;
    StoreKey key;
    DeviceStoreParts parts;
    FileFolder files;
    FileFolder aside;                 // of records that have gone, until their homes have them
    std::mutex filesMutex;            // of what comes into the folder and goes; taken after the writer's, never before
    std::set<FileAddress> freshFiles; // kept since the program was started, and on no record yet
    std::atomic<bool> owesSweep{true};
    mutable std::mutex progressMutex;
    struct OnItsWay {
        std::uint32_t chunksSent = 0; // at its home
        std::optional<ErrorCode> trouble;
    };
    std::map<FileAddress, OnItsWay> progress;
    std::mutex mutex; // of the writer
    std::unique_ptr<sqlite::Connection> writer;
    bool bulk = false;
    std::map<AgencyId, store::AwaitedPages> awaited; // of each home, since the program was started
    std::atomic<bool> owesEmptying{false};
    std::atomic<bool> savesNothing{false}; // the profile is closing, and has been emptied
    Principal me;                          // under the mutex
    store::LeaseWatch leases;
    std::mutex visibleMutex; // of the two below
    std::shared_ptr<const store::VisiblePeople> visible;
    std::uint64_t visibleAt = 0; // revision
    std::mutex hiddenMutex;      // of the two below
    std::shared_ptr<const store::HiddenPeople> hidden;
    std::optional<std::uint64_t> hiddenAt; // revision
    struct KeptRecords {
        std::vector<WorkingRecord> records;
        std::optional<std::uint64_t> at; // revision
        std::shared_ptr<const LockedScopes> locked;
        std::size_t limit = 0;
    };
    std::mutex caseListMutex; // of the two below
    std::map<std::pair<AgencyId, WorkerId>, store::CaseList> caseLists;
    std::uint64_t caseListsAt = 0; // revision
    std::mutex directoryMutex;     // of the next
    std::map<RecordType, KeptRecords> directory;
    store::ReaderPool readers;
    std::atomic<std::uint64_t> revision{0};
    std::map<std::pair<RecordId, std::pair<HomeVersion, ReadingHow>>, WallTime> readLately;
};

} // namespace frontsheet
