// How much was asked of databases in this process so far, by all threads: what a test compares that must not compare times. Only in
// builds with FRONTSHEET_FAULTS.
#pragma once

#include <cstdint>

namespace frontsheet::sqlite {

#if defined(FRONTSHEET_FAULTS)

struct WorkCount {
    std::uint64_t statements = 0; // begun
    std::uint64_t rows = 0;       // they came up with
    friend bool operator==(const WorkCount&, const WorkCount&) = default;
};
[[nodiscard]] WorkCount workSoFar();

#endif

} // namespace frontsheet::sqlite
