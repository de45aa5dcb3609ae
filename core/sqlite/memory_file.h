// One file of a memory disk: its bytes as written and as synced, and SQLite's two kinds of locks on it (sqlite.org/lockingv3.html;
// the WAL's shared memory, sqlite.org/walformat.html 2.3). For memory_disk.cpp, which holds the disk's mutex at every call.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace frontsheet::sqlite {

class MemoryFile {
public:
    static constexpr std::size_t kBlock = 4096; // bytes; torn in the middle at the worst
    static constexpr std::size_t kShmSlots = 8; // SQLITE_SHM_NLOCK

    // One connection's hold on the file. Codes are SQLite's, levels SQLITE_LOCK_*.
    struct Hold {
        int level = 0;
        bool mapped = false;
        unsigned shmShared = 0; // a bit a slot
        unsigned shmExclusive = 0;
    };

    MemoryFile() = default;
    explicit MemoryFile(std::string bytes) : m_now(bytes), m_synced(std::move(bytes)) {}

    [[nodiscard]] const std::string& bytes() const { return m_now; }
    [[nodiscard]] std::size_t read(char* out, std::size_t amount, std::size_t offset) const; // how much there was
    [[nodiscard]] std::size_t growthOf(std::size_t amount, std::size_t offset) const;
    void write(const char* in, std::size_t amount, std::size_t offset);
    void truncate(std::size_t size) { m_now.resize(size, '\0'); }
    void sync();

    struct Chance {
        std::function<bool()> coin;
        std::function<std::size_t(std::size_t)> leftOf; // of a block of so many bytes
    };
    // What a cut leaves: another file in its place, since what is still open holds on to this one, with its locks. Without
    // `chance`, what was synced alone.
    [[nodiscard]] std::shared_ptr<MemoryFile> afterCut(const Chance* chance);

    [[nodiscard]] int lock(Hold& hold, int level);
    void unlock(Hold& hold, int level);
    [[nodiscard]] bool isReserved() const;

    // nullptr where the region is not there and `extend` is 0.
    [[nodiscard]] char* map(Hold& hold, std::size_t region, std::size_t size, bool extend);
    [[nodiscard]] int lockShm(Hold& hold, std::size_t first, std::size_t end, bool exclusive);
    void unlockShm(Hold& hold, std::size_t first, std::size_t end);
    void unmap(Hold& hold);

private:
    void touch(std::size_t block);

    std::string m_now;    // as SQLite sees it
    std::string m_synced; // as a cut would leave it
    std::vector<bool> m_dirty;
    std::vector<std::size_t> m_dirtyBlocks; // in the order in which they were first written

    int m_shared = 0;
    const Hold* m_reserved = nullptr;
    const Hold* m_pending = nullptr;
    const Hold* m_exclusive = nullptr;

    std::vector<std::unique_ptr<char[]>> m_regions;
    int m_mappers = 0;
    std::array<int, kShmSlots> m_shmShared{};
    std::array<const Hold*, kShmSlots> m_shmExclusive{};
};

} // namespace frontsheet::sqlite
