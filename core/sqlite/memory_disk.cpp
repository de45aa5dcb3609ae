#include "core/sqlite/memory_disk.h"

#if !defined(FRONTSHEET_FAULTS)

namespace frontsheet::sqlite {
std::optional<std::int64_t> sizeOnMemoryDisk(const std::string&, const std::string&) { return std::nullopt; }
} // namespace frontsheet::sqlite

#else

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <limits>
#include <mutex>
#include <new>
#include <random>
#include <utility>
#include <vector>

namespace frontsheet::sqlite {

namespace {

constexpr std::size_t kBlock = 4096;
constexpr auto kNoLimit = std::numeric_limits<std::uint64_t>::max();
constexpr std::size_t kShmSlots = SQLITE_SHM_NLOCK;

struct Handle;

// One file, with the locks on it.
struct File {
    std::string now;    // as SQLite sees it
    std::string synced; // as a cut would leave it
    std::vector<bool> dirty;
    std::vector<std::size_t> dirtyBlocks; // in the order in which they were first written

    int shared = 0;
    const Handle* reserved = nullptr;
    const Handle* pending = nullptr;
    const Handle* exclusive = nullptr;

    std::vector<std::unique_ptr<char[]>> regions;
    int mappers = 0;
    std::array<int, kShmSlots> shmShared{};
    std::array<const Handle*, kShmSlots> shmExclusive{};

    void touch(std::size_t block) {
        if (block >= dirty.size()) {
            dirty.resize(block + 1);
        }
        if (!dirty[block]) {
            dirty[block] = true;
            dirtyBlocks.push_back(block);
        }
    }
    void settle() {
        dirty.clear();
        dirtyBlocks.clear();
    }
};

} // namespace

struct MemoryDisk::State {
    sqlite3_vfs vfs{};
    std::string name;
    mutable std::mutex mutex;
    std::map<std::string, std::shared_ptr<File>> files;
    std::mt19937_64 chance;
    std::uint64_t room = kNoLimit;
    int syncsToFail = 0;
    std::uint64_t operations = 0;
    std::uint64_t cutAt = kNoLimit;
    PowerCut cutHow = PowerCut::DropUnsynced;
    bool out = false;
    std::uint64_t generation = 0; // of power; a file opened in an earlier one is broken

    void cut(PowerCut how);
    // False when the power is out, or goes now.
    bool powered();
};

namespace {

struct Handle {
    sqlite3_file base;
    MemoryDisk::State* disk;
    std::shared_ptr<File> file;
    std::uint64_t generation;
    int level;
    bool mapped;
    unsigned shmShared;
    unsigned shmExclusive;
};

Handle& of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
MemoryDisk::State& of(sqlite3_vfs* vfs) { return *static_cast<MemoryDisk::State*>(vfs->pAppData); }
bool isBroken(const Handle& h) { return h.disk->out || h.generation != h.disk->generation; }

int fileRead(sqlite3_file* file, void* out, int amount, sqlite3_int64 offset) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    if (isBroken(h)) {
        return SQLITE_IOERR_READ;
    }
    const auto wanted = static_cast<std::size_t>(amount);
    const auto from = static_cast<std::size_t>(offset);
    const std::string& bytes = h.file->now;
    const std::size_t have = from >= bytes.size() ? 0 : std::min(wanted, bytes.size() - from);
    std::memcpy(out, bytes.data() + std::min(from, bytes.size()), have);
    if (have < wanted) {
        std::memset(static_cast<char*>(out) + have, 0, wanted - have);
        return SQLITE_IOERR_SHORT_READ;
    }
    return SQLITE_OK;
}

int fileWrite(sqlite3_file* file, const void* in, int amount, sqlite3_int64 offset) {
    Handle& h = of(file);
    MemoryDisk::State& disk = *h.disk;
    const std::lock_guard lock(disk.mutex);
    if (isBroken(h) || !disk.powered()) {
        return SQLITE_IOERR_WRITE;
    }
    const auto from = static_cast<std::size_t>(offset);
    const std::size_t end = from + static_cast<std::size_t>(amount);
    std::string& bytes = h.file->now;
    const std::uint64_t growth = end > bytes.size() ? end - bytes.size() : 0;
    if (disk.room != kNoLimit) {
        if (growth > disk.room) {
            return SQLITE_FULL;
        }
        disk.room -= growth;
    }
    if (growth > 0) {
        bytes.resize(end, '\0');
    }
    std::memcpy(bytes.data() + from, in, static_cast<std::size_t>(amount));
    for (std::size_t block = from / kBlock; block * kBlock < end; ++block) {
        h.file->touch(block);
    }
    return SQLITE_OK;
}

int fileTruncate(sqlite3_file* file, sqlite3_int64 size) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    if (isBroken(h) || !h.disk->powered()) {
        return SQLITE_IOERR_TRUNCATE;
    }
    h.file->now.resize(static_cast<std::size_t>(size), '\0');
    return SQLITE_OK;
}

int fileSync(sqlite3_file* file, int /*flags*/) {
    Handle& h = of(file);
    MemoryDisk::State& disk = *h.disk;
    const std::lock_guard lock(disk.mutex);
    if (isBroken(h) || !disk.powered()) {
        return SQLITE_IOERR_FSYNC;
    }
    if (disk.syncsToFail > 0) {
        --disk.syncsToFail;
        return SQLITE_IOERR_FSYNC;
    }
    File& f = *h.file;
    f.synced.resize(f.now.size(), '\0');
    for (const std::size_t block : f.dirtyBlocks) {
        const std::size_t from = block * kBlock;
        if (from < f.now.size()) {
            std::memcpy(f.synced.data() + from, f.now.data() + from, std::min(kBlock, f.now.size() - from));
        }
    }
    f.settle();
    return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    if (isBroken(h)) {
        return SQLITE_IOERR_FSTAT;
    }
    *size = static_cast<sqlite3_int64>(h.file->now.size());
    return SQLITE_OK;
}

void release(Handle& h, int level) {
    File& f = *h.file;
    for (const Handle** held : {&f.reserved, &f.pending, &f.exclusive}) {
        if (*held == &h) {
            *held = nullptr;
        }
    }
    if (level == SQLITE_LOCK_NONE && h.level > SQLITE_LOCK_NONE) {
        --f.shared;
    }
    h.level = std::min(h.level, level);
}

int fileLock(sqlite3_file* file, int level) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    if (isBroken(h)) {
        return SQLITE_IOERR_LOCK;
    }
    File& f = *h.file;
    const auto byAnother = [&h](const Handle* holder) { return holder != nullptr && holder != &h; };
    if (h.level >= level) {
        return SQLITE_OK;
    }
    if (level == SQLITE_LOCK_SHARED) {
        if (byAnother(f.pending) || byAnother(f.exclusive)) {
            return SQLITE_BUSY;
        }
        ++f.shared;
        h.level = level;
        return SQLITE_OK;
    }
    if (byAnother(f.reserved) || byAnother(f.pending) || byAnother(f.exclusive)) {
        return SQLITE_BUSY;
    }
    if (level == SQLITE_LOCK_RESERVED) {
        f.reserved = &h;
        h.level = level;
        return SQLITE_OK;
    }
    f.pending = &h;
    if (f.shared > 1) {
        h.level = SQLITE_LOCK_PENDING;
        return SQLITE_BUSY;
    }
    f.exclusive = &h;
    h.level = level;
    return SQLITE_OK;
}

int fileUnlock(sqlite3_file* file, int level) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    release(h, level);
    return SQLITE_OK;
}

int fileCheckLock(sqlite3_file* file, int* held) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    const File& f = *h.file;
    *held = f.reserved != nullptr || f.pending != nullptr || f.exclusive != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int fileControl(sqlite3_file* /*file*/, int what, void* /*argument*/) {
    return what == SQLITE_FCNTL_SIZE_HINT || what == SQLITE_FCNTL_CHUNK_SIZE ? SQLITE_OK : SQLITE_NOTFOUND;
}

int fileSector(sqlite3_file* /*file*/) { return static_cast<int>(kBlock); }
int fileTraits(sqlite3_file* /*file*/) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; } // as the system's VFS says

int fileShmMap(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    *out = nullptr;
    if (isBroken(h)) {
        return SQLITE_IOERR_SHMMAP;
    }
    File& f = *h.file;
    if (!h.mapped) {
        h.mapped = true;
        ++f.mappers;
    }
    const auto wanted = static_cast<std::size_t>(region);
    if (wanted >= f.regions.size() && extend == 0) {
        return SQLITE_OK;
    }
    while (f.regions.size() <= wanted) {
        f.regions.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
    }
    *out = f.regions[wanted].get();
    return SQLITE_OK;
}

void unlockShm(Handle& h, std::size_t slot) {
    const unsigned bit = 1U << slot;
    if ((h.shmShared & bit) != 0) {
        --h.file->shmShared[slot];
    }
    if ((h.shmExclusive & bit) != 0) {
        h.file->shmExclusive[slot] = nullptr;
    }
    h.shmShared &= ~bit;
    h.shmExclusive &= ~bit;
}

int fileShmLock(sqlite3_file* file, int offset, int count, int flags) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    const auto first = static_cast<std::size_t>(offset);
    const std::size_t end = first + static_cast<std::size_t>(count);
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        for (std::size_t slot = first; slot < end; ++slot) {
            unlockShm(h, slot);
        }
        return SQLITE_OK;
    }
    if (isBroken(h)) {
        return SQLITE_IOERR_SHMLOCK;
    }
    File& f = *h.file;
    const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    for (std::size_t slot = first; slot < end; ++slot) {
        const Handle* holder = f.shmExclusive[slot];
        const int others = f.shmShared[slot] - ((h.shmShared >> slot) & 1U ? 1 : 0);
        if ((holder != nullptr && holder != &h) || (exclusive && others > 0)) {
            return SQLITE_BUSY;
        }
    }
    for (std::size_t slot = first; slot < end; ++slot) {
        const unsigned bit = 1U << slot;
        if (exclusive) {
            f.shmExclusive[slot] = &h;
            h.shmExclusive |= bit;
        } else if ((h.shmShared & bit) == 0) {
            ++f.shmShared[slot];
            h.shmShared |= bit;
        }
    }
    return SQLITE_OK;
}

void fileShmBarrier(sqlite3_file* /*file*/) { std::atomic_thread_fence(std::memory_order_seq_cst); }

int fileShmUnmap(sqlite3_file* file, int /*erase*/) {
    Handle& h = of(file);
    const std::lock_guard lock(h.disk->mutex);
    for (std::size_t slot = 0; slot < kShmSlots; ++slot) {
        unlockShm(h, slot);
    }
    if (h.mapped) {
        h.mapped = false;
        if (--h.file->mappers == 0) {
            h.file->regions.clear(); // the first to come rebuilds it from the WAL
        }
    }
    return SQLITE_OK;
}

int fileClose(sqlite3_file* file) {
    (void)fileShmUnmap(file, 0);
    Handle& h = of(file);
    {
        const std::lock_guard lock(h.disk->mutex);
        release(h, SQLITE_LOCK_NONE);
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
    if (disk.out) {
        return SQLITE_CANTOPEN;
    }
    std::shared_ptr<File> found;
    if (name == nullptr) {
        found = std::make_shared<File>(); // a temporary file of nobody else's
    } else if (const auto at = disk.files.find(name); at != disk.files.end()) {
        found = at->second;
    } else if ((flags & SQLITE_OPEN_CREATE) != 0) {
        found = disk.files.emplace(name, std::make_shared<File>()).first->second;
    } else {
        return SQLITE_CANTOPEN;
    }
    Handle& h = of(file);
    std::construct_at(&h.file, std::move(found));
    h.disk = &disk;
    h.generation = disk.generation;
    h.level = SQLITE_LOCK_NONE;
    h.mapped = false;
    h.shmShared = 0;
    h.shmExclusive = 0;
    h.base.pMethods = &kMethods;
    if (outFlags != nullptr) {
        *outFlags = flags;
    }
    return SQLITE_OK;
}

int vfsDelete(sqlite3_vfs* vfs, const char* name, int /*syncFolder*/) {
    MemoryDisk::State& disk = of(vfs);
    const std::lock_guard lock(disk.mutex);
    if (disk.out || !disk.powered()) {
        return SQLITE_IOERR_DELETE;
    }
    return disk.files.erase(name) != 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}

int vfsAccess(sqlite3_vfs* vfs, const char* name, int flags, int* out) {
    MemoryDisk::State& disk = of(vfs);
    const std::lock_guard lock(disk.mutex);
    const auto at = disk.files.find(name);
    // What is empty is as good as missing, as the system's VFS has it.
    *out = at != disk.files.end() && (flags != SQLITE_ACCESS_EXISTS || !at->second->now.empty()) ? 1 : 0;
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
        out[i] = static_cast<char>(disk.chance() & 0xFF);
    }
    return length;
}

int vfsSleep(sqlite3_vfs* /*vfs*/, int microseconds) { return microseconds; } // nobody else would move meanwhile
int vfsTime64(sqlite3_vfs* /*vfs*/, sqlite3_int64* out) {
    *out = sqlite3_int64{2461000} * 86'400'000;
    return SQLITE_OK;
}

// What a random part of the unsynced blocks leaves.
void keepSome(File& f, std::mt19937_64& chance) {
    std::string kept = f.synced;
    for (const std::size_t block : f.dirtyBlocks) {
        const std::size_t from = block * kBlock;
        const auto draw = chance() % 4; // all, none, none, torn
        std::size_t length = from < f.now.size() ? std::min(kBlock, f.now.size() - from) : 0;
        length = draw == 0 ? length : (draw == 3 ? length / 2 : 0);
        if (length > 0) {
            kept.resize(std::max(kept.size(), from + length), '\0');
            std::memcpy(kept.data() + from, f.now.data() + from, length);
        }
    }
    if (f.now.size() < f.synced.size() && chance() % 2 == 0) {
        kept.resize(std::min(kept.size(), f.now.size())); // the truncation alone
    }
    f.now = std::move(kept);
}

class Locked {
public:
    explicit Locked(MemoryDisk::State& state) : m_state(state), m_lock(state.mutex) {}
    MemoryDisk::State* operator->() const { return &m_state; }

private:
    MemoryDisk::State& m_state;
    std::lock_guard<std::mutex> m_lock;
};

std::mutex& registryMutex() {
    static std::mutex mutex;
    return mutex;
}
std::map<std::string, const MemoryDisk::State*>& registry() {
    static std::map<std::string, const MemoryDisk::State*> disks;
    return disks;
}

} // namespace

void MemoryDisk::State::cut(PowerCut how) {
    out = true;
    ++generation;
    cutAt = kNoLimit;
    for (auto& [path, file] : files) {
        // Another file in its place: what is still open holds on to the one before, with its locks.
        auto left = std::make_shared<File>();
        left->now = std::move(file->now);
        left->synced = std::move(file->synced);
        left->dirtyBlocks = std::move(file->dirtyBlocks);
        if (how == PowerCut::KeepSome) {
            keepSome(*left, chance);
        } else {
            left->now = left->synced;
        }
        left->synced = left->now;
        left->settle();
        file = std::move(left);
    }
}

bool MemoryDisk::State::powered() {
    ++operations;
    if (operations >= cutAt) {
        cut(cutHow);
    }
    return !out;
}

MemoryDisk::MemoryDisk(std::uint64_t seed) : m_state(std::make_unique<State>()) {
    static std::atomic<int> count{0};
    State& s = *m_state;
    s.chance.seed(seed);
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
        image.emplace(path, file->now);
    }
    return image;
}

void MemoryDisk::load(Image image) {
    const std::lock_guard lock(m_state->mutex);
    m_state->files.clear();
    for (auto& [path, bytes] : image) {
        auto file = std::make_shared<File>();
        file->synced = bytes;
        file->now = std::move(bytes);
        m_state->files.emplace(path, std::move(file));
    }
}

void MemoryDisk::fillAfter(std::uint64_t bytes) { Locked(*m_state)->room = bytes; }
void MemoryDisk::makeRoom() { Locked(*m_state)->room = kNoLimit; }
void MemoryDisk::failSyncs(int count) { Locked(*m_state)->syncsToFail = count; }
void MemoryDisk::keepPower() { Locked(*m_state)->cutAt = kNoLimit; }
bool MemoryDisk::powerIsOut() const { return Locked(*m_state)->out; }
std::uint64_t MemoryDisk::operations() const { return Locked(*m_state)->operations; }

void MemoryDisk::cutPowerAt(std::uint64_t operation, PowerCut how) {
    const Locked state(*m_state);
    state->cutAt = state->operations + operation;
    state->cutHow = how;
}

void MemoryDisk::cutPower(PowerCut how) {
    const Locked state(*m_state);
    if (!state->out) {
        state->cut(how);
    }
}

void MemoryDisk::restorePower() {
    const Locked state(*m_state);
    state->out = false;
    state->cutAt = kNoLimit;
}

std::optional<std::int64_t> sizeOnMemoryDisk(const std::string& vfs, const std::string& path) {
    const std::lock_guard lock(registryMutex());
    const auto disk = registry().find(vfs);
    if (disk == registry().end()) {
        return std::nullopt;
    }
    const std::lock_guard diskLock(disk->second->mutex);
    const auto file = disk->second->files.find(path);
    return file == disk->second->files.end() ? -1 : static_cast<std::int64_t>(file->second->now.size());
}

} // namespace frontsheet::sqlite

#endif
