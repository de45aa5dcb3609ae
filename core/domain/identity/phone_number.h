// Telephone numbers, for comparing only: what was written is what is kept and shown, since extracts hold numbers that
// are cut short, run together or carry a note ("after 6pm").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace frontsheet {

struct PhoneNumber {
    std::string digits; // national form: "+44 7700 900173" and "0044 (0)7700 900173" give "07700900173"

    // Ten or eleven digits from 0 (Ofcom, National Telephone Numbering Plan).
    [[nodiscard]] bool isWhole() const;
    // Enough digits that two people seldom share them by chance; whole numbers and overlong ones.
    [[nodiscard]] bool isTelling() const { return digits.size() >= 10; }

    [[nodiscard]] static PhoneNumber of(std::string_view text);
};

} // namespace frontsheet
