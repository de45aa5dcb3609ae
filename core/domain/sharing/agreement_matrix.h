// An agreement as its readers know it: roles by categories, in plain words. For people and for their screens.
#pragma once

#include "core/domain/sharing/agreement.h"

#include <string>
#include <vector>

namespace frontsheet::sharing {

// What one clause gives a role of one category.
struct MatrixEntry {
    const Clause* clause = nullptr; // of the agreement
    Category category = Category::Identity;
};

struct MatrixRow {
    const RoleTerms* role = nullptr;  // of the agreement
    std::vector<MatrixEntry> entries; // by category, then purpose
};

// Every declared role, in the agreement's order. Borrows from the agreement.
[[nodiscard]] std::vector<MatrixRow> matrixOf(const Agreement& agreement);

// "reads (care team or on duty), unless the person objects; kept 72 to 168 hours without contact"
[[nodiscard]] std::string inWords(const Clause& clause);

// All of it as text for a terminal: who, why, a grid of roles by categories, then each role in words.
[[nodiscard]] std::string describe(const Agreement& agreement);

} // namespace frontsheet::sharing
