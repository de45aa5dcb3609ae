#include "core/sqlite/fault_disk.h"

#if !defined(FRONTSHEET_FAULTS)

namespace frontsheet::sqlite {
std::string faultDiskFor(const std::string&) { return {}; }
} // namespace frontsheet::sqlite

#else

#include "core/sqlite/unsynced_bytes.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string_view>

namespace frontsheet::sqlite {

namespace {

struct Entry {
    FaultDisk::State* disk = nullptr;
    std::string path;
    UnsyncedBytes unsynced;
    int opens = 0;
};

} // namespace

struct FaultDisk::State final : Misfortune {
    using Misfortune::Misfortune;

    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    std::string name;
    std::map<std::string, Entry> files;

    void lose(PowerCut how) override;
    // Files still open belong to the power before; those opened from now on start from what the disk has.
    void powerIsBack() override {
        std::erase_if(files, [](const auto& file) { return file.second.opens == 0; });
    }
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

bool isBroken(const FaultFile& f) { return f.entry->disk->isOut() || f.generation != f.entry->disk->generation(); }

int fileRead(sqlite3_file* file, void* out, int amount, sqlite3_int64 offset) {
    FaultFile& f = of(file);
    if (f.entry == nullptr) {
        return f.real->pMethods->xRead(f.real, out, amount, offset);
    }
    const std::lock_guard lock(f.entry->disk->mutex);
    if (isBroken(f)) {
        return SQLITE_IOERR_READ;
    }
    return f.entry->unsynced.read(f.real, static_cast<char*>(out), amount, offset);
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
    UnsyncedBytes& u = f.entry->unsynced;
    if (!disk.takesRoom(static_cast<std::uint64_t>(std::max<std::int64_t>(0, offset + amount - u.size())))) {
        return SQLITE_FULL;
    }
    return u.write(f.real, static_cast<const char*>(in), amount, offset);
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
    f.entry->unsynced.truncate(size);
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
    return disk.syncFails() ? SQLITE_IOERR_FSYNC : f.entry->unsynced.sync(f.real);
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
    *size = f.entry->unsynced.size();
    return SQLITE_OK;
}

int fileClose(sqlite3_file* file) {
    FaultFile& f = of(file);
    if (f.entry != nullptr) {
        // What is not synced stays, as in a machine's cache: closing a file writes nothing.
        FaultDisk::State& disk = *f.entry->disk;
        const std::lock_guard lock(disk.mutex);
        const bool clean = f.entry->unsynced.isClean();
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
    if (kept && disk.isOut()) {
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
            entry.unsynced = UnsyncedBytes(size);
        }
        ++entry.opens;
        f.entry = &entry;
        f.generation = disk.generation();
    }
    return SQLITE_OK;
}

int vfsDelete(sqlite3_vfs* vfs, const char* name, int syncFolder) {
    FaultDisk::State& disk = of(vfs);
    const std::lock_guard lock(disk.mutex);
    if (!disk.powered()) {
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

std::string nextName() {
    static std::atomic<int> count{0};
    return "frontsheet-fault-" + std::to_string(++count);
}

} // namespace

void FaultDisk::State::lose(PowerCut how) {
    const UnsyncedBytes::Chance chance{[this] { return coin(); },
                                       [this](std::size_t length) { return leftOf(length); }};
    for (auto& [path, entry] : files) {
        if (how == PowerCut::KeepSome) {
            entry.unsynced.leaveSome(path, chance);
        }
        entry.unsynced = {};
    }
}

FaultDisk::FaultDisk(std::unique_ptr<State> state) : BadDisk(*state), m_state(std::move(state)) {
    State& s = *m_state;
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

FaultDisk::FaultDisk(std::uint64_t seed) : FaultDisk(std::make_unique<State>(seed)) {}

FaultDisk::~FaultDisk() { sqlite3_vfs_unregister(&m_state->vfs); }

const std::string& FaultDisk::vfs() const { return m_state->name; }

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
