// Which pairs are worth comparing. Comparing everyone with everyone would take 500 thousand million comparisons for a
// million identities; instead, each identity is filed under a few keys, and only those under one key are compared.
#pragma once

#include "core/domain/matching/prepared_identity.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace frontsheet::matching {

struct BlockingCounts {
    std::uint64_t pairs = 0;
    std::uint64_t oversizedBlocks = 0;
};

// Calls `visit(a, b)`, a < b, for every pair that shares a key; a pair that shares several may be visited again.
// Keys: the number; the birth date (day and month in either order) with a word of the name or with the postcode; a word
// of the name with the postcode, with the phone, with the address. One kind of key at a time, so memory stays linear.
BlockingCounts visitCandidates(const std::vector<PreparedIdentity>& identities,
                               const std::function<void(std::uint32_t, std::uint32_t)>& visit);

// All identities that carry one valid number, each run ascending; `use` may clear the number.
void visitNumberBlocks(const std::vector<PreparedIdentity>& identities,
                       const std::function<void(const std::vector<std::uint32_t>&)>& use);

} // namespace frontsheet::matching
