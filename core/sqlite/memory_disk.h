// The bad disk of fault_disk.h once more, without any disk: files, locks and the WAL's shared memory are this process's alone,
// so that a simulated machine costs no system call, is copied in a millisecond, and tears exactly where its seed says.
//
// What is written counts as kept once the database syncs the file; cutPower() takes back the rest, or leaves a random part
// of it. Making, deleting and truncating a file take effect at once, as fault_disk.h has it.
//
// Only in builds with FRONTSHEET_FAULTS. Any thread, but for image() and load(): while no file is open.
#pragma once

#include "core/sqlite/bad_disk.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace frontsheet::sqlite {

// The size of a file on the memory disk whose VFS has that name; -1: it has no such file. nullopt: no memory disk has it.
[[nodiscard]] std::optional<std::int64_t> sizeOnMemoryDisk(const std::string& vfs, const std::string& path);

#if defined(FRONTSHEET_FAULTS)

class MemoryDisk : public BadDisk {
public:
    struct State;

    // Registers its VFS under a name of its own. The seed rules PowerCut::KeepSome.
    explicit MemoryDisk(std::uint64_t seed = 1);
    ~MemoryDisk(); // every connection on it must be closed
    MemoryDisk(const MemoryDisk&) = delete;
    MemoryDisk& operator=(const MemoryDisk&) = delete;

    [[nodiscard]] const std::string& vfs() const;

    // Every file by its path, as synced and as written since.
    using Image = std::map<std::string, std::string>;
    [[nodiscard]] Image image() const;
    void load(Image image); // in place of everything

private:
    explicit MemoryDisk(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

#endif

} // namespace frontsheet::sqlite
