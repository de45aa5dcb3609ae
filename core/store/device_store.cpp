#include "core/store/device_store.h"

#include "core/base/crash_point.h"
#include "core/sqlite/tuning.h"
#include "core/store/closed_profile.h"
#include "core/store/device_store_impl.h"
#include "core/store/migrations/migrations.h"
#include "core/store/record_rows.h"
#include "core/store/server_rows.h"

#include <filesystem>

namespace frontsheet {

namespace {

// The key file and an empty database, in the place where a store is made.
Result<void> make(const StoreFolder& folder, const StoreKey& key, std::string_view passphrase,
                  const DeviceStoreParts& parts) {
    FS_TRY(key_file::write(folder.keyFileInMaking(), key, passphrase, parts.cost));
    FS_ASSIGN(const auto db, sqlite::Connection::open(folder.databaseInMaking(), key.view(),
                                                      {sqlite::OpenMode::Create, 0, parts.vfs}));
    FS_TRY(store::migrate(*db));
    return db->checkpoint(sqlite::Checkpoint::Truncate);
}

} // namespace

void DeviceStore::Impl::reach(const char* crashPointName) {
    if (crashPointName != nullptr) {
        crashPoint(crashPointName);
    }
}

Result<void> DeviceStore::Impl::start() {
    FS_ASSIGN(writer, connect(sqlite::OpenMode::Existing));
    FS_TRY(store::migrate(*writer));
    {
        FS_ASSIGN(auto transaction, sqlite::Transaction::begin(*writer, sqlite::TransactionKind::Write));
        FS_TRY(store::SearchIndex(*writer, parts.codec).checkRules());
        FS_TRY(transaction.commit());
    }
    const auto read = readRecordsForFiles();
    FS_TRY(!read && read.error().code == ErrorCode::DiskFull ? ok()
                                                             : read); // on a full disk one can still read; another time
    const auto parted = readLinksForPartings();
    FS_TRY(!parted && parted.error().code == ErrorCode::DiskFull ? ok() : parted);
    FS_TRY(leases.start(*writer));
    FS_ASSIGN(const auto closing, writer->integer("SELECT EXISTS (SELECT 1 FROM fact WHERE key = 'closing.emptied')"));
    savesNothing.store(closing != 0, std::memory_order_release);
    if (leases.anySilent()) {
        // On a full disk one can still read; the machine's own count goes on meanwhile.
        (void)store::ServerRows(*writer).noteWall(parts.clock.now()).has_value();
    }
    // A purge may have been cut off between its commit and its checkpoint.
    auto emptied = writer->checkpoint(sqlite::Checkpoint::Truncate);
    if (emptied) {
        return finishRemovals();
    }
    // On a full disk one can still read, and unsent work can still be sent.
    owesEmptying.store(true, std::memory_order_release);
    return emptied.error().code == ErrorCode::DiskFull ? ok() : emptied;
}

// A store of an older schema may hold a link that was taken back, and took no notice of it beside another agency's.
Result<void> DeviceStore::Impl::readLinksForPartings() {
    FS_ASSIGN(const auto done, writer->integer("SELECT EXISTS (SELECT 1 FROM fact WHERE key = 'partings.read')"));
    if (done != 0) {
        return ok();
    }
    return commit(nullptr, nullptr, [&](store::RecordChanges& changes) -> Result<void> {
        std::vector<std::int64_t> links;
        {
            FS_ASSIGN(auto rows, writer->prepare("SELECT no FROM record WHERE type = ?"));
            rows.bind(RecordType::PersonLink);
            for (;;) {
                FS_ASSIGN(const bool more, rows.next());
                if (!more) {
                    break;
                }
                links.push_back(rows.integer(0));
            }
        }
        for (const auto no : links) {
            FS_ASSIGN(const auto working, store::RecordRows(*writer, parts.codec).working(no));
            FS_TRY(working ? changes.people().put(no, working->record) : ok());
        }
        return writer->run("INSERT OR REPLACE INTO fact VALUES ('partings.read', 1)");
    });
}

Result<void> DeviceStore::Impl::purge() {
    owesEmptying.store(true, std::memory_order_release);
    {
        const store::ReaderPool::Pause nobodyReads(readers, store::kReadersFinishWithin);
        if (!nobodyReads.isReached()) {
            return ok(); // owed
        }
        const auto emptied = writer->checkpoint(sqlite::Checkpoint::Truncate);
        if (!emptied) {
            return emptied.error().code == ErrorCode::StoreBusy ? ok() : emptied;
        }
    }
    owesEmptying.store(false, std::memory_order_release);
    return finishRemovals();
}

Result<void> DeviceStore::Impl::finishRemovals() {
    store::ServerRows servers(*writer);
    FS_ASSIGN(const bool any, servers.anyRemovalUnderWay());
    FS_TRY(any || owesSweep.load(std::memory_order_acquire) ? sweepFiles() : ok()); // before it is called done
    if (!any) {
        return ok();
    }
    reach("store.removal.before-done");
    readLately.clear(); // which has the names of records
    return servers.removalsAreDone();
}

Result<void> DeviceStore::Impl::setPace(std::size_t records) {
    const bool wanted = records >= store::kBulkRecords;
    if (wanted == bulk) {
        return ok();
    }
    bulk = wanted;
    FS_TRY(writer->setCacheKiB(bulk ? sqlite::kBulkCacheKiB : sqlite::kWriterCacheKiB));
    FS_TRY(writer->setCheckpointPages(bulk ? sqlite::kBulkCheckpointPages : sqlite::kEverydayCheckpointPages));
    if (bulk) {
        return ok();
    }
    writer->releaseMemory();
    return purge();
}

DeviceStore::DeviceStore(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
DeviceStore::~DeviceStore() = default;

bool DeviceStore::isIn(const std::string& folder) { return StoreFolder(folder).hasStore(); }

Result<std::unique_ptr<DeviceStore>> DeviceStore::create(const std::string& path, std::string_view passphrase,
                                                         const DeviceStoreParts& parts) {
    const StoreFolder folder(path);
    FS_ASSIGN(const auto closed, closed_profile::read(path));
    if (closed) {
        return {ErrorCode::ProfileClosed, "a profile was here"};
    }
    std::error_code failed;
    std::filesystem::create_directories(path, failed);
    if (failed) {
        return {ErrorCode::DiskFailed, "making the folder"};
    }
    FS_ASSIGN(auto lock, StoreLock::take(folder.lock()));
    if (folder.hasStore()) {
        return {ErrorCode::Duplicate, "a store is there already"};
    }
    FS_TRY(folder.beginMaking());
    StoreKey key = StoreKey::random();
    auto made = make(folder, key, passphrase, parts);
    if (made) {
        made = folder.finishMaking();
    }
    if (!made) {
        folder.abandonMaking();
        return std::move(made).error();
    }
    auto impl = std::make_unique<Impl>(folder, std::move(lock), std::move(key), parts);
    FS_TRY(impl->start());
    return std::unique_ptr<DeviceStore>(new DeviceStore(std::move(impl)));
}

Result<std::unique_ptr<DeviceStore>> DeviceStore::open(const std::string& path, std::string_view passphrase,
                                                       const DeviceStoreParts& parts) {
    const StoreFolder folder(path);
    FS_ASSIGN(const auto closed, closed_profile::read(path));
    if (closed) {
        FS_ASSIGN(const auto lock, StoreLock::take(folder.lock()));
        FS_TRY(closed_profile::finish(path)); // where it was cut off
        return {ErrorCode::ProfileClosed, "this profile is closed"};
    }
    FS_TRY(folder.checkComplete());
    FS_ASSIGN(auto lock, StoreLock::take(folder.lock()));
    FS_ASSIGN(auto key, key_file::unlock(folder.keyFile(), passphrase));
    auto impl = std::make_unique<Impl>(folder, std::move(lock), std::move(key), parts);
    FS_TRY(impl->start());
    return std::unique_ptr<DeviceStore>(new DeviceStore(std::move(impl)));
}

Result<std::unique_ptr<DeviceStore>> DeviceStore::createWith(StoreKey key, const std::string& path,
                                                             const DeviceStoreParts& parts) {
    {
        FS_ASSIGN(const auto db, sqlite::Connection::open(StoreFolder(path).database(), key.view(),
                                                          {sqlite::OpenMode::Create, 0, parts.vfs}));
        FS_TRY(store::migrate(*db));
        FS_TRY(db->checkpoint(sqlite::Checkpoint::Truncate));
    }
    return openWith(std::move(key), path, parts);
}

Result<std::unique_ptr<DeviceStore>> DeviceStore::openWith(StoreKey key, const std::string& path,
                                                           const DeviceStoreParts& parts) {
    auto impl = std::make_unique<Impl>(StoreFolder(path), StoreLock::none(), std::move(key), parts);
    FS_TRY(impl->start());
    return std::unique_ptr<DeviceStore>(new DeviceStore(std::move(impl)));
}

Result<void> DeviceStore::changePassphrase(const std::string& folder, std::string_view from, std::string_view to,
                                           const KdfCost& cost) {
    return key_file::changePassphrase(StoreFolder(folder).keyFile(), from, to, cost);
}

std::uint64_t DeviceStore::revision() const { return m_impl->revision.load(std::memory_order_acquire); }

} // namespace frontsheet
