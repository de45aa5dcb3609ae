#include "core/sqlite/bad_disk.h"

#if defined(FRONTSHEET_FAULTS)

namespace frontsheet::sqlite {

bool Misfortune::powered() {
    ++m_operations;
    if (m_operations >= m_cutAt) {
        cut(m_cutHow);
    }
    return !m_out;
}

bool Misfortune::takesRoom(std::uint64_t growth) {
    if (m_room == kNever) {
        return true;
    }
    if (growth > m_room) {
        return false;
    }
    m_room -= growth;
    return true;
}

bool Misfortune::syncFails() {
    if (m_syncsToFail == 0) {
        return false;
    }
    --m_syncsToFail;
    return true;
}

std::size_t Misfortune::leftOf(std::size_t length) {
    const auto draw = m_chance() % 4;
    return draw == 0 ? length : (draw == 3 ? length / 2 : 0);
}

void Misfortune::cut(PowerCut how) {
    m_cutAt = kNever;
    if (!m_out) {
        m_out = true;
        ++m_generation;
        lose(how);
    }
}

void BadDisk::fillAfter(std::uint64_t bytes) {
    const std::lock_guard lock(m_fate.mutex);
    m_fate.m_room = bytes;
}

void BadDisk::makeRoom() {
    const std::lock_guard lock(m_fate.mutex);
    m_fate.m_room = Misfortune::kNever;
}

void BadDisk::failSyncs(int count) {
    const std::lock_guard lock(m_fate.mutex);
    m_fate.m_syncsToFail = count;
}

void BadDisk::cutPowerAt(std::uint64_t operation, PowerCut how) {
    const std::lock_guard lock(m_fate.mutex);
    m_fate.m_cutAt = m_fate.m_operations + operation;
    m_fate.m_cutHow = how;
}

void BadDisk::cutPower(PowerCut how) {
    const std::lock_guard lock(m_fate.mutex);
    m_fate.cut(how);
}

void BadDisk::keepPower() {
    const std::lock_guard lock(m_fate.mutex);
    m_fate.m_cutAt = Misfortune::kNever;
}

bool BadDisk::powerIsOut() const {
    const std::lock_guard lock(m_fate.mutex);
    return m_fate.m_out;
}

void BadDisk::restorePower() {
    const std::lock_guard lock(m_fate.mutex);
    m_fate.m_out = false;
    m_fate.m_cutAt = Misfortune::kNever;
    m_fate.powerIsBack();
}

std::uint64_t BadDisk::operations() const {
    const std::lock_guard lock(m_fate.mutex);
    return m_fate.m_operations;
}

} // namespace frontsheet::sqlite

#endif
