#include "core/sqlite/fault_disk.h"

#if !defined(FRONTSHEET_FAULTS)

namespace frontsheet::sqlite {
std::string faultDiskFor(const std::string&) { return {}; }
} // namespace frontsheet::sqlite

#else

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <limits>
#include <map>
#include <mutex>
#include <random>
#include <string_view>
#include <unistd.h>

namespace frontsheet::sqlite {

namespace {

constexpr std::int64_t kBlock = 4096;
constexpr auto kNoLimit = std::numeric_limits<std::uint64_t>::max();

// What one file holds beyond what is synced.
struct Unsynced {
    std::map<std::int64_t, std::array<char, kBlock>> blocks; // by index; whole blocks, old bytes filled in
    std::int64_t size = 0;                                   // as SQLite sees it
    std::int64_t keptSize = 0;                               // bytes of the real file that still count
    bool truncated = false;
};

struct Entry {
    FaultDisk::State* disk = nullptr;
    std::string path;
    Unsynced unsynced;
    int opens = 0;
};

} // namespace

struct FaultDisk::State {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    std::string name;
    mutable std::mutex mutex;
    std::map<std::string, Entry> files;
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

struct FaultFile {
    sqlite3_file base;
    Entry* entry; // null: a temporary file, passed through
    std::uint64_t generation;
    sqlite3_file* real; // directly behind this struct
};

FaultFile& of(sqlite3_file* file) { return *reinterpret_cast<FaultFile*>(file); }
FaultDisk::State& of(sqlite3_vfs* vfs) { return *static_cast<FaultDisk::State*>(vfs->pAppData); }

// Bytes of the real file, zeros beyond what counts of it.
int readReal(FaultFile& f, char* out, std::int64_t amount, std::int64_t offset, std::int64_t keptSize) {
    std::memset(out, 0, static_cast<std::size_t>(amount));
    const std::int64_t have = std::min(amount, keptSize - offset);
    if (have <= 0) {
        return SQLITE_OK;
    }
    const int code = f.real->pMethods->xRead(f.real, out, static_cast<int>(have), offset);
    return code == SQLITE_IOERR_SHORT_READ ? SQLITE_OK : code;
}

bool isBroken(const FaultFile& f) { return f.entry->disk->out || f.generation != f.entry->disk->generation; }

int fileRead(sqlite3_file* file, void* out, int amount, sqlite3_int64 offset) {
    FaultFile& f = of(file);
    if (f.entry == nullptr) {
        return f.real->pMethods->xRead(f.real, out, amount, offset);
    }
    const std::lock_guard lock(f.entry->disk->mutex);
    if (isBroken(f)) {
        return SQLITE_IOERR_READ;
    }
    const Unsynced& u = f.entry->unsynced;
    auto* bytes = static_cast<char*>(out);
    if (const int code = readReal(f, bytes, amount, offset, u.keptSize); code != SQLITE_OK) {
        return code;
    }
    const std::int64_t end = offset + amount;
    for (auto at = u.blocks.lower_bound(offset / kBlock); at != u.blocks.end() && at->first * kBlock < end; ++at) {
        const std::int64_t from = std::max<std::int64_t>(offset, at->first * kBlock);
        const std::int64_t to = std::min<std::int64_t>(end, (at->first + 1) * kBlock);
        std::memcpy(bytes + (from - offset), at->second.data() + (from - at->first * kBlock),
                    static_cast<std::size_t>(to - from));
    }
    if (end > u.size) {
        const std::int64_t valid = std::max<std::int64_t>(0, u.size - offset);
        std::memset(bytes + valid, 0, static_cast<std::size_t>(amount - valid));
        return SQLITE_IOERR_SHORT_READ;
    }
    return SQLITE_OK;
}

int fileWrite(sqlite3_file* file, const void* in, int amount, sqlite3_int64 offset) {
    FaultFile& f = of(file);
    if (f.entry == nullptr) {
        return f.real->pMethods->xWrite(f.real, in, amount, offset);
    }
    FaultDisk::State& disk = *f.entry->disk;
    const std::lock_guard lock(disk.mutex);
    if (isBroken(f) || !disk.powered()) {
        return SQLITE_IOERR_WRITE;
    }
    Unsynced& u = f.entry->unsynced;
    const std::int64_t end = offset + amount;
    const auto growth = static_cast<std::uint64_t>(std::max<std::int64_t>(0, end - u.size));
    if (disk.room != kNoLimit) {
        if (growth > disk.room) {
            return SQLITE_FULL;
        }
        disk.room -= growth;
    }
    const auto* bytes = static_cast<const char*>(in);
    for (std::int64_t index = offset / kBlock; index * kBlock < end; ++index) {
        auto [at, fresh] = u.blocks.try_emplace(index);
        if (fresh) {
            if (const int code = readReal(f, at->second.data(), kBlock, index * kBlock, u.keptSize);
                code != SQLITE_OK) {
                u.blocks.erase(at);
                return code;
            }
        }
        const std::int64_t from = std::max<std::int64_t>(offset, index * kBlock);
        const std::int64_t to = std::min<std::int64_t>(end, (index + 1) * kBlock);
        std::memcpy(at->second.data() + (from - index * kBlock), bytes + (from - offset),
                    static_cast<std::size_t>(to - from));
    }
    u.size = std::max(u.size, end);
    return SQLITE_OK;
}

int fileTruncate(sqlite3_file* file, sqlite3_int64 size) {
    FaultFile& f = of(file);
    if (f.entry == nullptr) {
        return f.real->pMethods->xTruncate(f.real, size);
    }
    const std::lock_guard lock(f.entry->disk->mutex);
    if (isBroken(f) || !f.entry->disk->powered()) {
        return SQLITE_IOERR_TRUNCATE;
    }
    Unsynced& u = f.entry->unsynced;
    u.size = size;
    u.keptSize = std::min<std::int64_t>(u.keptSize, size);
    u.truncated = true;
    u.blocks.erase(u.blocks.lower_bound((size + kBlock - 1) / kBlock), u.blocks.end());
    if (auto last = u.blocks.find(size / kBlock); last != u.blocks.end()) {
        const auto keep = static_cast<std::size_t>(size % kBlock);
        std::fill(last->second.begin() + static_cast<std::ptrdiff_t>(keep), last->second.end(), '\0');
    }
    return SQLITE_OK;
}

int fileSync(sqlite3_file* file, int flags) {
    FaultFile& f = of(file);
    if (f.entry == nullptr) {
        return f.real->pMethods->xSync(f.real, flags);
    }
    FaultDisk::State& disk = *f.entry->disk;
    const std::lock_guard lock(disk.mutex);
    if (isBroken(f) || !disk.powered()) {
        return SQLITE_IOERR_FSYNC;
    }
    if (disk.syncsToFail > 0) {
        --disk.syncsToFail;
        return SQLITE_IOERR_FSYNC;
    }
    Unsynced& u = f.entry->unsynced;
    const auto* methods = f.real->pMethods;
    int code = u.truncated ? methods->xTruncate(f.real, u.keptSize) : SQLITE_OK;
    for (const auto& [index, block] : u.blocks) {
        const std::int64_t length = std::min(kBlock, u.size - index * kBlock);
        if (code == SQLITE_OK && length > 0) {
            code = methods->xWrite(f.real, block.data(), static_cast<int>(length), index * kBlock);
        }
    }
    if (code == SQLITE_OK && u.truncated) {
        code = methods->xTruncate(f.real, u.size);
    }
    // The machine under the test keeps its power, so the bytes are safe without waiting for its disk.
    if (code == SQLITE_OK) {
        u.blocks.clear();
        u.keptSize = u.size;
        u.truncated = false;
    }
    return code;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    FaultFile& f = of(file);
    if (f.entry == nullptr) {
        return f.real->pMethods->xFileSize(f.real, size);
    }
    const std::lock_guard lock(f.entry->disk->mutex);
    if (isBroken(f)) {
        return SQLITE_IOERR_FSTAT;
    }
    *size = f.entry->unsynced.size;
    return SQLITE_OK;
}

int fileClose(sqlite3_file* file) {
    FaultFile& f = of(file);
    if (f.entry != nullptr) {
        // What is not synced stays, as in a machine's cache: closing a file writes nothing.
        FaultDisk::State& disk = *f.entry->disk;
        const std::lock_guard lock(disk.mutex);
        const bool clean = f.entry->unsynced.blocks.empty() && !f.entry->unsynced.truncated;
        if (--f.entry->opens == 0 && clean) {
            disk.files.erase(disk.files.find(f.entry->path));
        }
    }
    return f.real->pMethods->xClose(f.real);
}

int fileControl(sqlite3_file* file, int what, void* argument) {
    if (what == SQLITE_FCNTL_SIZE_HINT || what == SQLITE_FCNTL_CHUNK_SIZE) {
        return SQLITE_OK; // would grow the real file behind our back
    }
    FaultFile& f = of(file);
    return f.real->pMethods->xFileControl(f.real, what, argument);
}

int fileLock(sqlite3_file* file, int level) { return of(file).real->pMethods->xLock(of(file).real, level); }
int fileUnlock(sqlite3_file* file, int level) { return of(file).real->pMethods->xUnlock(of(file).real, level); }
int fileCheckLock(sqlite3_file* file, int* held) {
    return of(file).real->pMethods->xCheckReservedLock(of(file).real, held);
}
int fileSector(sqlite3_file* file) { return of(file).real->pMethods->xSectorSize(of(file).real); }
int fileTraits(sqlite3_file* file) { return of(file).real->pMethods->xDeviceCharacteristics(of(file).real); }
int fileShmMap(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
    return of(file).real->pMethods->xShmMap(of(file).real, page, size, extend, out);
}
int fileShmLock(sqlite3_file* file, int offset, int count, int flags) {
    return of(file).real->pMethods->xShmLock(of(file).real, offset, count, flags);
}
void fileShmBarrier(sqlite3_file* file) { of(file).real->pMethods->xShmBarrier(of(file).real); }
int fileShmUnmap(sqlite3_file* file, int erase) { return of(file).real->pMethods->xShmUnmap(of(file).real, erase); }

// Version 2: shared memory, but no memory-mapped reads, which would go round the bytes held back.
const sqlite3_io_methods kMethods = {2,          fileClose,  fileRead,    fileWrite,      fileTruncate, fileSync,
                                     fileSize,   fileLock,   fileUnlock,  fileCheckLock,  fileControl,  fileSector,
                                     fileTraits, fileShmMap, fileShmLock, fileShmBarrier, fileShmUnmap, nullptr,
                                     nullptr};

int vfsOpen(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags) {
    FaultDisk::State& disk = of(vfs);
    FaultFile& f = of(file);
    f.base.pMethods = nullptr;
    f.entry = nullptr;
    f.real = reinterpret_cast<sqlite3_file*>(&f + 1);
    const bool kept =
        name != nullptr && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
    const std::lock_guard lock(disk.mutex);
    if (kept && disk.out) {
        return SQLITE_CANTOPEN;
    }
    const int code = disk.real->xOpen(disk.real, name, f.real, flags, outFlags);
    if (code != SQLITE_OK) {
        return code;
    }
    f.base.pMethods = &kMethods;
    if (kept) {
        auto [at, fresh] = disk.files.try_emplace(name);
        Entry& entry = at->second;
        if (fresh) {
            entry.disk = &disk;
            entry.path = name;
            sqlite3_int64 size = 0;
            (void)f.real->pMethods->xFileSize(f.real, &size);
            entry.unsynced.size = size;
            entry.unsynced.keptSize = size;
        }
        ++entry.opens;
        f.entry = &entry;
        f.generation = disk.generation;
    }
    return SQLITE_OK;
}

int vfsDelete(sqlite3_vfs* vfs, const char* name, int syncFolder) {
    FaultDisk::State& disk = of(vfs);
    const std::lock_guard lock(disk.mutex);
    if (disk.out || !disk.powered()) {
        return SQLITE_IOERR_DELETE;
    }
    if (const auto at = disk.files.find(name); at != disk.files.end()) {
        at->second.unsynced = {};
        if (at->second.opens == 0) {
            disk.files.erase(at);
        }
    }
    return disk.real->xDelete(disk.real, name, syncFolder);
}

int vfsAccess(sqlite3_vfs* vfs, const char* name, int flags, int* out) {
    return of(vfs).real->xAccess(of(vfs).real, name, flags, out);
}
int vfsFullPath(sqlite3_vfs* vfs, const char* name, int length, char* out) {
    return of(vfs).real->xFullPathname(of(vfs).real, name, length, out);
}
int vfsRandomness(sqlite3_vfs* vfs, int length, char* out) {
    return of(vfs).real->xRandomness(of(vfs).real, length, out);
}
int vfsSleep(sqlite3_vfs* vfs, int microseconds) { return of(vfs).real->xSleep(of(vfs).real, microseconds); }
int vfsTime(sqlite3_vfs* vfs, double* out) { return of(vfs).real->xCurrentTime(of(vfs).real, out); }
int vfsTime64(sqlite3_vfs* vfs, sqlite3_int64* out) { return of(vfs).real->xCurrentTimeInt64(of(vfs).real, out); }
int vfsLastError(sqlite3_vfs* vfs, int length, char* out) {
    return of(vfs).real->xGetLastError(of(vfs).real, length, out);
}

// What a random part of the unsynced blocks leaves on the real file.
void keepSome(const Entry& entry, std::mt19937_64& chance) {
    const Unsynced& u = entry.unsynced;
    const int file = ::open(entry.path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) {
        return;
    }
    bool good = true;
    if (u.truncated && chance() % 2 == 0) {
        good = ::ftruncate(file, u.keptSize) == 0;
    }
    for (const auto& [index, block] : u.blocks) {
        const auto draw = chance() % 4; // all, none, none, torn
        std::int64_t length = std::min(kBlock, u.size - index * kBlock);
        length = draw == 0 ? length : (draw == 3 ? length / 2 : 0);
        if (length > 0) {
            good = ::pwrite(file, block.data(), static_cast<std::size_t>(length), index * kBlock) == length && good;
        }
    }
    if (!good) {
        std::abort(); // the machine's own disk failed under the test
    }
    ::close(file);
}

std::string nextName() {
    static std::atomic<int> count{0};
    return "frontsheet-fault-" + std::to_string(++count);
}

} // namespace

void FaultDisk::State::cut(PowerCut how) {
    out = true;
    ++generation;
    cutAt = kNoLimit;
    for (auto& [path, entry] : files) {
        if (how == PowerCut::KeepSome) {
            keepSome(entry, chance);
        }
        entry.unsynced = {};
    }
}

bool FaultDisk::State::powered() {
    ++operations;
    if (operations >= cutAt) {
        cut(cutHow);
    }
    return !out;
}

FaultDisk::FaultDisk(std::uint64_t seed) : m_state(std::make_unique<State>()) {
    State& s = *m_state;
    s.chance.seed(seed);
    s.name = nextName();
    s.real = sqlite3_vfs_find(nullptr);
    s.vfs.iVersion = 2;
    s.vfs.szOsFile = static_cast<int>(sizeof(FaultFile)) + s.real->szOsFile;
    s.vfs.mxPathname = s.real->mxPathname;
    s.vfs.zName = s.name.c_str();
    s.vfs.pAppData = m_state.get();
    s.vfs.xOpen = vfsOpen;
    s.vfs.xDelete = vfsDelete;
    s.vfs.xAccess = vfsAccess;
    s.vfs.xFullPathname = vfsFullPath;
    s.vfs.xRandomness = vfsRandomness;
    s.vfs.xSleep = vfsSleep;
    s.vfs.xCurrentTime = vfsTime;
    s.vfs.xCurrentTimeInt64 = vfsTime64;
    s.vfs.xGetLastError = vfsLastError;
    sqlite3_vfs_register(&s.vfs, 0);
}

FaultDisk::~FaultDisk() { sqlite3_vfs_unregister(&m_state->vfs); }

const std::string& FaultDisk::vfs() const { return m_state->name; }

void FaultDisk::fillAfter(std::uint64_t bytes) {
    const std::lock_guard lock(m_state->mutex);
    m_state->room = bytes;
}

void FaultDisk::makeRoom() {
    const std::lock_guard lock(m_state->mutex);
    m_state->room = kNoLimit;
}

void FaultDisk::failSyncs(int count) {
    const std::lock_guard lock(m_state->mutex);
    m_state->syncsToFail = count;
}

void FaultDisk::cutPowerAt(std::uint64_t operation, PowerCut how) {
    const std::lock_guard lock(m_state->mutex);
    m_state->cutAt = m_state->operations + operation;
    m_state->cutHow = how;
}

void FaultDisk::cutPower(PowerCut how) {
    const std::lock_guard lock(m_state->mutex);
    m_state->cut(how);
}

bool FaultDisk::powerIsOut() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->out;
}

void FaultDisk::restorePower() {
    const std::lock_guard lock(m_state->mutex);
    m_state->out = false;
    m_state->cutAt = kNoLimit;
    // Files still open belong to the power before; those opened from now on start from what the disk has.
    std::erase_if(m_state->files, [](const auto& file) { return file.second.opens == 0; });
}

std::uint64_t FaultDisk::operations() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->operations;
}

std::string faultDiskFor(const std::string& path) {
    struct Asked {
        std::string folder;
        std::unique_ptr<FaultDisk> disk;
    };
    // Never destroyed: connections may outlive every static.
    static const Asked& asked = *[] {
        auto* made = new Asked;
        const char* raw = std::getenv("FRONTSHEET_FAULT_VFS"); // NOLINT(concurrency-mt-unsafe): read once, at first use
        const std::string_view text{raw != nullptr ? raw : ""};
        const auto colon = text.find(':');
        const auto verb = text.substr(0, colon);
        std::uint64_t room = 0;
        constexpr std::string_view kFull = "full-after-";
        const bool full =
            verb.starts_with(kFull) &&
            std::from_chars(verb.data() + kFull.size(), verb.data() + verb.size(), room).ec == std::errc{};
        if (colon != std::string_view::npos && (full || verb == "forget-unsynced")) {
            made->folder = std::filesystem::weakly_canonical(std::string{text.substr(colon + 1)}).string();
            made->disk = std::make_unique<FaultDisk>();
            if (full) {
                made->disk->fillAfter(room);
            }
        }
        return made;
    }();
    if (asked.disk == nullptr) {
        return {};
    }
    const std::string full = std::filesystem::weakly_canonical(path).string();
    const bool under = full.starts_with(asked.folder + "/");
    return under ? asked.disk->vfs() : std::string{};
}

} // namespace frontsheet::sqlite

#endif
