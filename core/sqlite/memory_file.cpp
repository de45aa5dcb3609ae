#include "core/sqlite/memory_file.h"

#if defined(FRONTSHEET_FAULTS)

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace frontsheet::sqlite {

static_assert(MemoryFile::kShmSlots == SQLITE_SHM_NLOCK);

std::size_t MemoryFile::read(char* out, std::size_t amount, std::size_t offset) const {
    const std::size_t have = offset >= m_now.size() ? 0 : std::min(amount, m_now.size() - offset);
    std::memcpy(out, m_now.data() + std::min(offset, m_now.size()), have);
    std::memset(out + have, 0, amount - have);
    return have;
}

std::size_t MemoryFile::growthOf(std::size_t amount, std::size_t offset) const {
    return offset + amount > m_now.size() ? offset + amount - m_now.size() : 0;
}

void MemoryFile::write(const char* in, std::size_t amount, std::size_t offset) {
    const std::size_t end = offset + amount;
    if (end > m_now.size()) {
        m_now.resize(end, '\0');
    }
    std::memcpy(m_now.data() + offset, in, amount);
    for (std::size_t block = offset / kBlock; block * kBlock < end; ++block) {
        touch(block);
    }
}

void MemoryFile::touch(std::size_t block) {
    if (block >= m_dirty.size()) {
        m_dirty.resize(block + 1);
    }
    if (!m_dirty[block]) {
        m_dirty[block] = true;
        m_dirtyBlocks.push_back(block);
    }
}

void MemoryFile::sync() {
    m_synced.resize(m_now.size(), '\0');
    for (const std::size_t block : m_dirtyBlocks) {
        const std::size_t from = block * kBlock;
        if (from < m_now.size()) {
            std::memcpy(m_synced.data() + from, m_now.data() + from, std::min(kBlock, m_now.size() - from));
        }
    }
    m_dirty.clear();
    m_dirtyBlocks.clear();
}

std::shared_ptr<MemoryFile> MemoryFile::afterCut(const Chance* chance) {
    std::string kept = std::move(m_synced);
    const std::size_t syncedSize = kept.size();
    for (std::size_t i = 0; chance != nullptr && i < m_dirtyBlocks.size(); ++i) {
        const std::size_t from = m_dirtyBlocks[i] * kBlock;
        const std::size_t length = chance->leftOf(from < m_now.size() ? std::min(kBlock, m_now.size() - from) : 0);
        if (length > 0) {
            kept.resize(std::max(kept.size(), from + length), '\0');
            std::memcpy(kept.data() + from, m_now.data() + from, length);
        }
    }
    if (chance != nullptr && m_now.size() < syncedSize && chance->coin()) {
        kept.resize(std::min(kept.size(), m_now.size())); // the truncation alone
    }
    return std::make_shared<MemoryFile>(std::move(kept));
}

int MemoryFile::lock(Hold& hold, int level) {
    const auto byAnother = [&hold](const Hold* holder) { return holder != nullptr && holder != &hold; };
    if (hold.level >= level) {
        return SQLITE_OK;
    }
    if (level == SQLITE_LOCK_SHARED) {
        if (byAnother(m_pending) || byAnother(m_exclusive)) {
            return SQLITE_BUSY;
        }
        ++m_shared;
        hold.level = level;
        return SQLITE_OK;
    }
    if (byAnother(m_reserved) || byAnother(m_pending) || byAnother(m_exclusive)) {
        return SQLITE_BUSY;
    }
    if (level == SQLITE_LOCK_RESERVED) {
        m_reserved = &hold;
        hold.level = level;
        return SQLITE_OK;
    }
    m_pending = &hold;
    if (m_shared > 1) {
        hold.level = SQLITE_LOCK_PENDING;
        return SQLITE_BUSY;
    }
    m_exclusive = &hold;
    hold.level = level;
    return SQLITE_OK;
}

void MemoryFile::unlock(Hold& hold, int level) {
    for (const Hold** held : {&m_reserved, &m_pending, &m_exclusive}) {
        if (*held == &hold) {
            *held = nullptr;
        }
    }
    if (level == SQLITE_LOCK_NONE && hold.level > SQLITE_LOCK_NONE) {
        --m_shared;
    }
    hold.level = std::min(hold.level, level);
}

bool MemoryFile::isReserved() const { return m_reserved != nullptr || m_pending != nullptr || m_exclusive != nullptr; }

char* MemoryFile::map(Hold& hold, std::size_t region, std::size_t size, bool extend) {
    if (!hold.mapped) {
        hold.mapped = true;
        ++m_mappers;
    }
    if (region >= m_regions.size() && !extend) {
        return nullptr;
    }
    while (m_regions.size() <= region) {
        m_regions.push_back(std::make_unique<char[]>(size));
    }
    return m_regions[region].get();
}

int MemoryFile::lockShm(Hold& hold, std::size_t first, std::size_t end, bool exclusive) {
    for (std::size_t slot = first; slot < end; ++slot) {
        const Hold* holder = m_shmExclusive[slot];
        const int others = m_shmShared[slot] - ((hold.shmShared >> slot) & 1U ? 1 : 0);
        if ((holder != nullptr && holder != &hold) || (exclusive && others > 0)) {
            return SQLITE_BUSY;
        }
    }
    for (std::size_t slot = first; slot < end; ++slot) {
        const unsigned bit = 1U << slot;
        if (exclusive) {
            m_shmExclusive[slot] = &hold;
            hold.shmExclusive |= bit;
        } else if ((hold.shmShared & bit) == 0) {
            ++m_shmShared[slot];
            hold.shmShared |= bit;
        }
    }
    return SQLITE_OK;
}

void MemoryFile::unlockShm(Hold& hold, std::size_t first, std::size_t end) {
    for (std::size_t slot = first; slot < end; ++slot) {
        const unsigned bit = 1U << slot;
        if ((hold.shmShared & bit) != 0) {
            --m_shmShared[slot];
        }
        if ((hold.shmExclusive & bit) != 0) {
            m_shmExclusive[slot] = nullptr;
        }
        hold.shmShared &= ~bit;
        hold.shmExclusive &= ~bit;
    }
}

void MemoryFile::unmap(Hold& hold) {
    unlockShm(hold, 0, kShmSlots);
    if (hold.mapped) {
        hold.mapped = false;
        if (--m_mappers == 0) {
            m_regions.clear(); // the first to come rebuilds it from the WAL
        }
    }
}

} // namespace frontsheet::sqlite

#endif
