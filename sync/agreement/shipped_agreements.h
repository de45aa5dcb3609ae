// The agreements that ship with the program, to begin from: texts in templates/.
#pragma once

#include <span>
#include <string_view>

namespace frontsheet::sharing {

struct ShippedAgreement {
    std::string_view name; // "locality-partnership"
    std::string_view text;
};

[[nodiscard]] std::span<const ShippedAgreement> shippedAgreements();
// Empty when there is none of the name.
[[nodiscard]] std::string_view shippedAgreement(std::string_view name);

} // namespace frontsheet::sharing
