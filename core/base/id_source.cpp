#include "core/base/id_source.h"

#include <cstring>

namespace frontsheet {

void IdSource::stamp(std::span<std::uint8_t, 16> bytes, WallTime now) {
    const auto ms = static_cast<std::uint64_t>(now.ms < 0 ? 0 : now.ms);
    for (std::size_t i = 0; i < 6; ++i) {
        bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
    }
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x70);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
}

void SystemIdSource::random16(std::span<std::uint8_t, 16> out) {
    // One device per call keeps this free of shared state; getrandom costs well under a microsecond.
    std::random_device device;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::uint32_t word = device();
        std::memcpy(out.data() + 4 * i, &word, 4);
    }
}

void SeededIdSource::random16(std::span<std::uint8_t, 16> out) {
    const std::lock_guard lock(m_mutex);
    for (std::size_t i = 0; i < 2; ++i) {
        const std::uint64_t word = m_engine();
        std::memcpy(out.data() + 8 * i, &word, 8);
    }
}

} // namespace frontsheet
