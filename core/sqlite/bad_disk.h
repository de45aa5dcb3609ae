// What a disk can do to its owner, and when: shared by the bad disk over the system's files (fault_disk.h) and the one in memory
// (memory_disk.h). It fills up, refuses to sync, and loses power at a given write, dropping what was not synced or keeping a
// random part of it.
//
// Only in builds with FRONTSHEET_FAULTS.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <mutex>
#include <random>
#include <string>

namespace frontsheet::sqlite {

enum class PowerCut : std::uint8_t {
    DropUnsynced, // nothing that was not synced is there
    KeepSome,     // of each unsynced 4 KiB block by chance: all, none, or its first half (a torn write)
};

// What is about to go wrong. For the VFS behind a bad disk; every member under `mutex`.
class Misfortune {
public:
    explicit Misfortune(std::uint64_t seed) : m_chance(seed) {}
    virtual ~Misfortune() = default;
    Misfortune(const Misfortune&) = delete;
    Misfortune& operator=(const Misfortune&) = delete;

    std::mutex mutex;

    [[nodiscard]] bool isOut() const { return m_out; }
    // Of power: a file opened in an earlier one is broken for ever.
    [[nodiscard]] std::uint64_t generation() const { return m_generation; }
    // A write, truncation, deletion or sync begins. False when the power is out, or goes now.
    [[nodiscard]] bool powered();
    // False when the disk is full; else the room is taken.
    [[nodiscard]] bool takesRoom(std::uint64_t growth);
    [[nodiscard]] bool syncFails();

protected:
    // Of everything that was not synced: dropped, or kept in part.
    virtual void lose(PowerCut how) = 0;
    virtual void powerIsBack() {}

    [[nodiscard]] bool coin() { return m_chance() % 2 == 0; }
    // How much of an unsynced block of so many bytes a cut leaves: all, none, none, or half.
    [[nodiscard]] std::size_t leftOf(std::size_t length);
    [[nodiscard]] std::uint64_t draw() { return m_chance(); }

private:
    friend class BadDisk;
    static constexpr auto kNever = std::numeric_limits<std::uint64_t>::max();
    void cut(PowerCut how);

    std::mt19937_64 m_chance;
    std::uint64_t m_room = kNever;
    int m_syncsToFail = 0;
    std::uint64_t m_operations = 0;
    std::uint64_t m_cutAt = kNever;
    PowerCut m_cutHow = PowerCut::DropUnsynced;
    bool m_out = false;
    std::uint64_t m_generation = 0;
};

// What a test tells either disk. Any thread.
class BadDisk {
public:
    // Files may grow by so many bytes more in all; then SQLITE_FULL.
    void fillAfter(std::uint64_t bytes);
    void makeRoom();
    // The next `count` syncs fail, and sync nothing.
    void failSyncs(int count);
    // Power goes at the n-th write or sync from now, in place of it; from then on everything fails.
    void cutPowerAt(std::uint64_t operation, PowerCut how);
    void cutPower(PowerCut how);
    void keepPower(); // nothing of what cutPowerAt() announced
    [[nodiscard]] bool powerIsOut() const;
    // Connections open at the cut stay broken; new ones find what the disk kept.
    void restorePower();
    // Writes and syncs so far.
    [[nodiscard]] std::uint64_t operations() const;

protected:
    explicit BadDisk(Misfortune& fate) : m_fate(fate) {}
    ~BadDisk() = default;
    BadDisk(const BadDisk&) = delete;
    BadDisk& operator=(const BadDisk&) = delete;

private:
    Misfortune& m_fate;
};

} // namespace frontsheet::sqlite
