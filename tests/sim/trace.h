// What happened in a run, step by step, in lines that people read; and one number of all of them, by which two runs are compared.
#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace frontsheet::sim {

class Trace {
public:
    enum class Shown : std::uint8_t { No, Yes };
    explicit Trace(Shown shown) : m_shown(shown) {}

    // `at`: of the world's clock.
    void line(WallTime at, std::string_view who, std::string_view what);
    [[nodiscard]] std::uint64_t hash() const { return m_hash; }
    [[nodiscard]] std::uint64_t lines() const { return m_lines; }

private:
    Shown m_shown;
    std::uint64_t m_hash = 0xCBF29CE484222325ULL; // FNV-1a
    std::uint64_t m_lines = 0;
};

} // namespace frontsheet::sim
