#include "core/base/id_source.h"

#include <cstdlib>
#include <cstring>
#include <sys/random.h>

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
    // Up to 256 bytes getrandom(2) gives whole or not at all, and once the system has started it always can. Without
    // randomness no id may be made: two records under one would be worse than stopping.
    if (::getrandom(out.data(), out.size(), 0) != static_cast<ssize_t>(out.size())) {
        std::abort();
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
