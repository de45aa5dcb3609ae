#include "tests/sim/chance.h"

#include "core/domain/scope.h"

#include <bit>

namespace frontsheet::sim {

namespace {

std::uint64_t splitMix(std::uint64_t& state) {
    state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

} // namespace

Chance::Chance(std::uint64_t seed) : m_seed(seed) {
    std::uint64_t state = seed;
    for (auto& word : m_state) {
        word = splitMix(state);
    }
}

std::uint64_t Chance::next() {
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

std::size_t Chance::below(std::size_t bound) { return bound == 0 ? 0 : static_cast<std::size_t>(next() % bound); }

std::int64_t Chance::between(std::int64_t least, std::int64_t most) {
    return least + static_cast<std::int64_t>(next() % (static_cast<std::uint64_t>(most - least) + 1));
}

Chance Chance::split(std::string_view concern) const { return Chance{m_seed ^ shortHash(concern)}; }

} // namespace frontsheet::sim
