// Joins certain pairs into groups, each one human, and takes apart again what would join two different people.
#pragma once

#include "core/domain/matching/match_index.h"
#include "core/domain/matching/match_rules.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace frontsheet::matching {

struct JudgedPair {
    std::uint32_t a = 0; // a < b
    std::uint32_t b = 0;
    Evidence evidence;
    Judgement judgement;
};

struct Groups {
    std::vector<std::uint32_t> groupOf;              // per identity
    std::vector<std::vector<std::uint32_t>> members; // per group, ascending; groups in order of their first member
    std::uint64_t inconsistent = 0;
};

// `agree(a, b)` says whether two identities may be one human at all. In a group where some two may not, the least firm
// pairs (match_rules.h) are withdrawn until all may; never one at a time, since which of two contradicting pairs is
// the wrong one cannot be known. The result does not depend on the order of `certain`.
[[nodiscard]] Groups groupCertain(std::size_t identities, const std::vector<JudgedPair>& certain,
                                  const std::function<bool(std::uint32_t, std::uint32_t)>& agree);

// Plain connected components of the edges among `nodes` nodes, in order of their first member.
[[nodiscard]] std::vector<std::vector<std::uint32_t>>
connectedComponents(std::size_t nodes, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges);

} // namespace frontsheet::matching
