// Who may decide for somebody who cannot, by what is written down about it. Pure.
// Mental Capacity Act 2005: a lasting power of attorney has no force until it is registered (section 9(2)(b) and schedule 1). A deputy has
// theirs from the court's order (section 16); that orders are registered too (section 58(1)(b)) adds nothing to it.
#pragma once

#include "core/domain/record.h"

#include <cstdint>

namespace frontsheet::care {

enum class Power : std::uint8_t {
    NotSaid, // an attorney, and nobody wrote down whether that is registered; a deputy, of whom only the order tells
    InForce,
    NotRegistered, // no force yet
};

// Of an AdvancePlan: it names an attorney or a deputy. Of any other record false.
[[nodiscard]] bool namesDecisionMaker(const Record& record);

// Of one that does.
[[nodiscard]] Power powerOf(const Record& plan);

} // namespace frontsheet::care
