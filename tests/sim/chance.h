// All chance of a simulated run: from one seed, split by concern, so that another draw for the network changes nothing of what
// people do. Never the standard library's distributions, whose results differ between libraries.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace frontsheet::sim {

// xoshiro256** (D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", 2018), seeded by splitmix64.
class Chance {
public:
    explicit Chance(std::uint64_t seed);

    [[nodiscard]] std::uint64_t next();
    [[nodiscard]] std::size_t below(std::size_t bound); // 0 for 0
    [[nodiscard]] std::int64_t between(std::int64_t least, std::int64_t most);
    [[nodiscard]] bool percent(unsigned of100) { return below(100) < of100; }
    [[nodiscard]] bool oneIn(std::size_t many) { return below(many) == 0; }
    template <class T>
    [[nodiscard]] const T& pick(const std::vector<T>& from) {
        return from[below(from.size())];
    }
    // Another stream, which depends on this one's seed and the name alone.
    [[nodiscard]] Chance split(std::string_view concern) const;

private:
    std::uint64_t m_seed;
    std::uint64_t m_state[4];
};

} // namespace frontsheet::sim
