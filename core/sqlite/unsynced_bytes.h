// What one file of a bad disk holds beyond what its real file has: whole blocks, old bytes filled in, until they are synced.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

struct sqlite3_file;

namespace frontsheet::sqlite {

inline constexpr std::int64_t kDiskBlock = 4096; // bytes; what a disk writes whole or not at all

// `real`: the file below, of the system's VFS. Codes are SQLite's.
class UnsyncedBytes {
public:
    UnsyncedBytes() = default;
    explicit UnsyncedBytes(std::int64_t size) : m_size(size), m_keptSize(size) {}

    [[nodiscard]] std::int64_t size() const { return m_size; } // as SQLite sees it
    [[nodiscard]] bool isClean() const { return m_blocks.empty() && !m_truncated; }

    // SQLITE_IOERR_SHORT_READ beyond the end, the rest zeros.
    [[nodiscard]] int read(sqlite3_file* real, char* out, std::int64_t amount, std::int64_t offset) const;
    [[nodiscard]] int write(sqlite3_file* real, const char* in, std::int64_t amount, std::int64_t offset);
    void truncate(std::int64_t size);
    // To the real file. The machine under the test keeps its power, so the bytes are safe without waiting for its disk.
    [[nodiscard]] int sync(sqlite3_file* real);

    struct Chance {
        std::function<bool()> coin;
        std::function<std::size_t(std::size_t)> leftOf; // of a block of so many bytes
    };
    // A cut that leaves a random part of it on the real file at `path`.
    void leaveSome(const std::string& path, const Chance& chance) const;

private:
    [[nodiscard]] int readKept(sqlite3_file* real, char* out, std::int64_t amount, std::int64_t offset) const;

    std::map<std::int64_t, std::array<char, kDiskBlock>> m_blocks; // by index
    std::int64_t m_size = 0;
    std::int64_t m_keptSize = 0; // bytes of the real file that still count
    bool m_truncated = false;
};

} // namespace frontsheet::sqlite
