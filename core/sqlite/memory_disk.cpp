#include "core/sqlite/memory_disk.h"

#if !defined(FRONTSHEET_FAULTS)

namespace frontsheet::sqlite {
std::optional<std::int64_t> sizeOnMemoryDisk(const std::string&, const std::string&) { return std::nullopt; }
} // namespace frontsheet::sqlite

#else

#include "core/sqlite/memory_file.h"

#include <sqlite3.h>

#include <atomic>
#include <mutex>
#include <new>
#include <utility>

namespace frontsheet::sqlite {

struct MemoryDisk::State final : Misfortune {
    using Misfortune::Misfortune;

    sqlite3_vfs vfs{};
    std::string name;
    std::map<std::string, std::shared_ptr<MemoryFile>> files;

    void lose(PowerCut how) override;
    char randomByte() { return static_cast<char>(draw() & 0xFF); }
};

namespace {

struct Handle {
    sqlite3_file base;
    MemoryDisk::State* disk;
    std::shared_ptr<MemoryFile> file;
    std::uint64_t generation;
    MemoryFile::Hold hold;
};

Handle& of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
MemoryDisk::State& of(sqlite3_vfs* vfs) { return *static_cast<MemoryDisk::State*>(vfs->pAppData); }
bool isBroken(const Handle& h) { return h.disk->isOut() || h.generation != h.disk->generation(); }

int fileRead(sqlite3_file* file, void* out, int amount, sqlite3_int64 offset) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    if (isBroken(h)) {
        return SQLITE_IOERR_READ;
    }
    const auto wanted = static_cast<std::size_t>(amount);
    const auto had = h.file->read(static_cast<char*>(out), wanted, static_cast<std::size_t>(offset));
    return had < wanted ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
}

int fileWrite(sqlite3_file* file, const void* in, int amount, sqlite3_int64 offset) {
    Handle& h = of(file);
    MemoryDisk::State& disk = *h.disk;
    const std::lock_guard lock(disk.mutex);
    if (isBroken(h) || !disk.powered()) {
        return SQLITE_IOERR_WRITE;
    }
    const auto length = static_cast<std::size_t>(amount);
    const auto from = static_cast<std::size_t>(offset);
    if (!disk.takesRoom(h.file->growthOf(length, from))) {
        return SQLITE_FULL;
    }
    h.file->write(static_cast<const char*>(in), length, from);
    return SQLITE_OK;
}

int fileTruncate(sqlite3_file* file, sqlite3_int64 size) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    if (isBroken(h) || !h.disk->powered()) {
        return SQLITE_IOERR_TRUNCATE;
    }
    h.file->truncate(static_cast<std::size_t>(size));
    return SQLITE_OK;
}

int fileSync(sqlite3_file* file, int /*flags*/) {
    Handle& h = of(file);
    MemoryDisk::State& disk = *h.disk;
    const std::lock_guard lock(disk.mutex);
    if (isBroken(h) || !disk.powered()) {
        return SQLITE_IOERR_FSYNC;
    }
    if (disk.syncFails()) {
        return SQLITE_IOERR_FSYNC;
    }
    h.file->sync();
    return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    if (isBroken(h)) {
        return SQLITE_IOERR_FSTAT;
    }
    *size = static_cast<sqlite3_int64>(h.file->bytes().size());
    return SQLITE_OK;
}

int fileLock(sqlite3_file* file, int level) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    return isBroken(h) ? SQLITE_IOERR_LOCK : h.file->lock(h.hold, level);
}

int fileUnlock(sqlite3_file* file, int level) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    h.file->unlock(h.hold, level);
    return SQLITE_OK;
}

int fileCheckLock(sqlite3_file* file, int* held) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    *held = h.file->isReserved() ? 1 : 0;
    return SQLITE_OK;
}

int fileControl(sqlite3_file* /*file*/, int what, void* /*argument*/) {
    return what == SQLITE_FCNTL_SIZE_HINT || what == SQLITE_FCNTL_CHUNK_SIZE ? SQLITE_OK : SQLITE_NOTFOUND;
}

int fileSector(sqlite3_file* /*file*/) { return static_cast<int>(MemoryFile::kBlock); }
int fileTraits(sqlite3_file* /*file*/) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; } // as the system's VFS says

int fileShmMap(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    *out = nullptr;
    if (isBroken(h)) {
        return SQLITE_IOERR_SHMMAP;
    }
    *out = h.file->map(h.hold, static_cast<std::size_t>(region), static_cast<std::size_t>(size), extend != 0);
    return SQLITE_OK;
}

int fileShmLock(sqlite3_file* file, int offset, int count, int flags) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    const auto first = static_cast<std::size_t>(offset);
    const std::size_t end = first + static_cast<std::size_t>(count);
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        h.file->unlockShm(h.hold, first, end);
        return SQLITE_OK;
    }
    return isBroken(h) ? SQLITE_IOERR_SHMLOCK
                       : h.file->lockShm(h.hold, first, end, (flags & SQLITE_SHM_EXCLUSIVE) != 0);
}

void fileShmBarrier(sqlite3_file* /*file*/) { std::atomic_thread_fence(std::memory_order_seq_cst); }

int fileShmUnmap(sqlite3_file* file, int /*erase*/) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    h.file->unmap(h.hold);
    return SQLITE_OK;
}

int fileClose(sqlite3_file* file) {
    (void)fileShmUnmap(file, 0);
    Handle& h = of(file);
    {
        const std::lock_guard lock(h.disk->mutex);
        h.file->unlock(h.hold, SQLITE_LOCK_NONE);
    }
    std::destroy_at(&h.file);
    return SQLITE_OK;
}

// Version 2: shared memory, but no memory-mapped reads.
const sqlite3_io_methods kMethods = {2,          fileClose,  fileRead,    fileWrite,      fileTruncate, fileSync,
                                     fileSize,   fileLock,   fileUnlock,  fileCheckLock,  fileControl,  fileSector,
                                     fileTraits, fileShmMap, fileShmLock, fileShmBarrier, fileShmUnmap, nullptr,
                                     nullptr};

int vfsOpen(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags) {
    MemoryDisk::State& disk = of(vfs);
    file->pMethods = nullptr;
    const std::lock_guard lock(disk.mutex);
    if (disk.isOut()) {
        return SQLITE_CANTOPEN;
    }
    std::shared_ptr<MemoryFile> found;
    if (name == nullptr) {
        found = std::make_shared<MemoryFile>(); // a temporary file of nobody else's
    } else if (const auto at = disk.files.find(name); at != disk.files.end()) {
        found = at->second;
    } else if ((flags & SQLITE_OPEN_CREATE) != 0) {
        found = disk.files.emplace(name, std::make_shared<MemoryFile>()).first->second;
    } else {
        return SQLITE_CANTOPEN;
    }
    Handle& h = of(file);
    std::construct_at(&h.file, std::move(found));
    h.disk = &disk;
    h.generation = disk.generation();
    h.hold = {};
    h.base.pMethods = &kMethods;
    if (outFlags != nullptr) {
        *outFlags = flags;
    }
    return SQLITE_OK;
}

int vfsDelete(sqlite3_vfs* vfs, const char* name, int /*syncFolder*/) {
    MemoryDisk::State& disk = of(vfs);
    const std::lock_guard lock(disk.mutex);
    if (!disk.powered()) {
        return SQLITE_IOERR_DELETE;
    }
    return disk.files.erase(name) != 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}

int vfsAccess(sqlite3_vfs* vfs, const char* name, int flags, int* out) {
    MemoryDisk::State& disk = of(vfs);
    const std::lock_guard lock(disk.mutex);
    const auto at = disk.files.find(name);
    // What is empty is as good as missing, as the system's VFS has it.
    *out = at != disk.files.end() && (flags != SQLITE_ACCESS_EXISTS || !at->second->bytes().empty()) ? 1 : 0;
    return SQLITE_OK;
}

int vfsFullPath(sqlite3_vfs* /*vfs*/, const char* name, int length, char* out) {
    sqlite3_snprintf(length, out, "%s", name);
    return SQLITE_OK;
}

int vfsRandomness(sqlite3_vfs* vfs, int length, char* out) {
    MemoryDisk::State& disk = of(vfs);
    const std::lock_guard lock(disk.mutex);
    for (int i = 0; i < length; ++i) {
        out[i] = disk.randomByte();
    }
    return length;
}

int vfsSleep(sqlite3_vfs* /*vfs*/, int microseconds) { return microseconds; } // nobody else would move meanwhile
int vfsTime64(sqlite3_vfs* /*vfs*/, sqlite3_int64* out) {
    *out = sqlite3_int64{2461000} * 86'400'000;
    return SQLITE_OK;
}

std::mutex& registryMutex() {
    static std::mutex mutex;
    return mutex;
}
std::map<std::string, MemoryDisk::State*>& registry() {
    static std::map<std::string, MemoryDisk::State*> disks;
    return disks;
}

} // namespace

void MemoryDisk::State::lose(PowerCut how) {
    const MemoryFile::Chance chance{[this] { return coin(); }, [this](std::size_t length) { return leftOf(length); }};
    for (auto& [path, file] : files) {
        file = file->afterCut(how == PowerCut::KeepSome ? &chance : nullptr);
    }
}

MemoryDisk::MemoryDisk(std::unique_ptr<State> state) : BadDisk(*state), m_state(std::move(state)) {
    static std::atomic<int> count{0};
    State& s = *m_state;
    s.name = "frontsheet-memory-" + std::to_string(++count);
    s.vfs.iVersion = 2;
    s.vfs.szOsFile = static_cast<int>(sizeof(Handle));
    s.vfs.mxPathname = 512;
    s.vfs.zName = s.name.c_str();
    s.vfs.pAppData = m_state.get();
    s.vfs.xOpen = vfsOpen;
    s.vfs.xDelete = vfsDelete;
    s.vfs.xAccess = vfsAccess;
    s.vfs.xFullPathname = vfsFullPath;
    s.vfs.xRandomness = vfsRandomness;
    s.vfs.xSleep = vfsSleep;
    s.vfs.xCurrentTimeInt64 = vfsTime64;
    sqlite3_vfs_register(&s.vfs, 0);
    const std::lock_guard lock(registryMutex());
    registry()[s.name] = &s;
}

MemoryDisk::MemoryDisk(std::uint64_t seed) : MemoryDisk(std::make_unique<State>(seed)) {}

MemoryDisk::~MemoryDisk() {
    sqlite3_vfs_unregister(&m_state->vfs);
    const std::lock_guard lock(registryMutex());
    registry().erase(m_state->name);
}

const std::string& MemoryDisk::vfs() const { return m_state->name; }

MemoryDisk::Image MemoryDisk::image() const {
    const std::lock_guard lock(m_state->mutex);
    Image image;
    for (const auto& [path, file] : m_state->files) {
        image.emplace(path, file->bytes());
    }
    return image;
}

void MemoryDisk::load(Image image) {
    const std::lock_guard lock(m_state->mutex);
    m_state->files.clear();
    for (auto& [path, bytes] : image) {
        m_state->files.emplace(path, std::make_shared<MemoryFile>(std::move(bytes)));
    }
}

std::optional<std::int64_t> sizeOnMemoryDisk(const std::string& vfs, const std::string& path) {
    const std::lock_guard lock(registryMutex());
    const auto disk = registry().find(vfs);
    if (disk == registry().end()) {
        return std::nullopt;
    }
    const std::lock_guard diskLock(disk->second->mutex);
    const auto file = disk->second->files.find(path);
    return file == disk->second->files.end() ? -1 : static_cast<std::int64_t>(file->second->bytes().size());
}

} // namespace frontsheet::sqlite

#endif
