// A disk that behaves as badly as real ones, for tests and the demo: an SQLite VFS over the system's.
//
// What is written stays in this process's memory until the database syncs the file, as it would in the caches of a real
// machine; so when the process is killed, or cutPower() is called, the files hold only what was synced. It also fills up,
// refuses to sync, and loses power at a given write, dropping the unsynced bytes or keeping a random part of them.
//
// The WAL's shared memory (the wal-index) is the system VFS's own, in the -shm file: it is not data, and the first
// connection after a crash rebuilds it from the WAL whatever it holds (sqlite.org/walformat.html, 2.2). One process at a
// time may use the files, since another would not see the bytes held back here; the store's lock file sees to that.
//
// Only in builds with FRONTSHEET_FAULTS. From outside a process: FRONTSHEET_FAULT_VFS=forget-unsynced:<folder> puts every
// database under that folder on such a disk, so that kill -9 takes what a pulled battery would;
// FRONTSHEET_FAULT_VFS=full-after-<bytes>:<folder> on one whose files may grow by so many bytes more.
#pragma once

#include "core/sqlite/bad_disk.h"

#include <cstdint>
#include <memory>
#include <string>

namespace frontsheet::sqlite {

// The VFS that the environment asks for at `path`; empty: the system's (always, without FRONTSHEET_FAULTS).
[[nodiscard]] std::string faultDiskFor(const std::string& path);

#if defined(FRONTSHEET_FAULTS)

class FaultDisk : public BadDisk {
public:
    struct State;

    // Registers its VFS under a name of its own. The seed rules PowerCut::KeepSome.
    explicit FaultDisk(std::uint64_t seed = 1);
    ~FaultDisk(); // every connection on it must be closed
    FaultDisk(const FaultDisk&) = delete;
    FaultDisk& operator=(const FaultDisk&) = delete;

    [[nodiscard]] const std::string& vfs() const;

private:
    explicit FaultDisk(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

#endif

} // namespace frontsheet::sqlite
