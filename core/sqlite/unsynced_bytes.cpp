#include "core/sqlite/unsynced_bytes.h"

#if defined(FRONTSHEET_FAULTS)

#include <sqlite3.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace frontsheet::sqlite {

// Bytes of the real file, zeros beyond what counts of it.
int UnsyncedBytes::readKept(sqlite3_file* real, char* out, std::int64_t amount, std::int64_t offset) const {
    std::memset(out, 0, static_cast<std::size_t>(amount));
    const std::int64_t have = std::min(amount, m_keptSize - offset);
    if (have <= 0) {
        return SQLITE_OK;
    }
    const int code = real->pMethods->xRead(real, out, static_cast<int>(have), offset);
    return code == SQLITE_IOERR_SHORT_READ ? SQLITE_OK : code;
}

int UnsyncedBytes::read(sqlite3_file* real, char* out, std::int64_t amount, std::int64_t offset) const {
    if (const int code = readKept(real, out, amount, offset); code != SQLITE_OK) {
        return code;
    }
    const std::int64_t end = offset + amount;
    auto at = m_blocks.lower_bound(offset / kDiskBlock);
    for (; at != m_blocks.end() && at->first * kDiskBlock < end; ++at) {
        const std::int64_t from = std::max(offset, at->first * kDiskBlock);
        const std::int64_t to = std::min(end, (at->first + 1) * kDiskBlock);
        std::memcpy(out + (from - offset), at->second.data() + (from - at->first * kDiskBlock),
                    static_cast<std::size_t>(to - from));
    }
    if (end > m_size) {
        const std::int64_t valid = std::max<std::int64_t>(0, m_size - offset);
        std::memset(out + valid, 0, static_cast<std::size_t>(amount - valid));
        return SQLITE_IOERR_SHORT_READ;
    }
    return SQLITE_OK;
}

int UnsyncedBytes::write(sqlite3_file* real, const char* in, std::int64_t amount, std::int64_t offset) {
    const std::int64_t end = offset + amount;
    for (std::int64_t index = offset / kDiskBlock; index * kDiskBlock < end; ++index) {
        auto [at, fresh] = m_blocks.try_emplace(index);
        if (fresh) {
            const int code = readKept(real, at->second.data(), kDiskBlock, index * kDiskBlock);
            if (code != SQLITE_OK) {
                m_blocks.erase(at);
                return code;
            }
        }
        const std::int64_t from = std::max(offset, index * kDiskBlock);
        const std::int64_t to = std::min(end, (index + 1) * kDiskBlock);
        std::memcpy(at->second.data() + (from - index * kDiskBlock), in + (from - offset),
                    static_cast<std::size_t>(to - from));
    }
    m_size = std::max(m_size, end);
    return SQLITE_OK;
}

void UnsyncedBytes::truncate(std::int64_t size) {
    m_size = size;
    m_keptSize = std::min(m_keptSize, size);
    m_truncated = true;
    m_blocks.erase(m_blocks.lower_bound((size + kDiskBlock - 1) / kDiskBlock), m_blocks.end());
    if (auto last = m_blocks.find(size / kDiskBlock); last != m_blocks.end()) {
        std::fill(last->second.begin() + static_cast<std::ptrdiff_t>(size % kDiskBlock), last->second.end(), '\0');
    }
}

int UnsyncedBytes::sync(sqlite3_file* real) {
    const auto* methods = real->pMethods;
    int code = m_truncated ? methods->xTruncate(real, m_keptSize) : SQLITE_OK;
    for (const auto& [index, block] : m_blocks) {
        const std::int64_t length = std::min(kDiskBlock, m_size - index * kDiskBlock);
        if (code == SQLITE_OK && length > 0) {
            code = methods->xWrite(real, block.data(), static_cast<int>(length), index * kDiskBlock);
        }
    }
    if (code == SQLITE_OK && m_truncated) {
        code = methods->xTruncate(real, m_size);
    }
    if (code == SQLITE_OK) {
        *this = UnsyncedBytes(m_size);
    }
    return code;
}

void UnsyncedBytes::leaveSome(const std::string& path, const Chance& chance) const {
    const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0) {
        return;
    }
    bool good = true;
    if (m_truncated && chance.coin()) {
        good = ::ftruncate(file, m_keptSize) == 0;
    }
    for (const auto& [index, block] : m_blocks) {
        const auto whole =
            static_cast<std::size_t>(std::max<std::int64_t>(0, std::min(kDiskBlock, m_size - index * kDiskBlock)));
        const std::size_t length = chance.leftOf(whole);
        good = ::pwrite(file, block.data(), length, index * kDiskBlock) == static_cast<ssize_t>(length) && good;
    }
    if (!good) {
        std::abort(); // the machine's own disk failed under the test
    }
    ::close(file);
}

} // namespace frontsheet::sqlite

#endif
