// Which given names are used for one another: short forms (Peggy for Margaret) and spellings (Mohammed, Muhammad).
// A small table of our own, of names usual among older people in Britain; a pair that it does not know is "different",
// which costs a proposal, never makes a wrong link.
#pragma once

#include <cstdint>
#include <string_view>

namespace frontsheet {

enum class GivenNames : std::uint8_t {
    Same,
    ShortForm,         // one is a short form or another spelling of the other, and of no other name in the table
    UsedForOneAnother, // of one row, but ambiguous: Pat is Patricia or Patrick, Mary and Marie are two names as well
    Initial,           // one is the other's first letter
    OneLetterOff,      // one letter added, lost or changed, or two exchanged; at least four letters
    Different,
};

// Folded names (foldForSearch), one word each. Symmetric.
[[nodiscard]] GivenNames compareGivenNames(std::string_view a, std::string_view b);

// Optimal string alignment distance of at most one. Symmetric.
[[nodiscard]] bool atMostOneLetterOff(std::string_view a, std::string_view b);

} // namespace frontsheet
