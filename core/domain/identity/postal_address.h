// Addresses as people write them: split from one line, and brought to a form in which two spellings of one door meet.
#pragma once

#include <string>
#include <string_view>

namespace frontsheet {

struct PostalAddress {
    std::string lines; // joined by ", "
    std::string town;
    std::string postcode; // "ZZ1 2DP", or empty where none was recognised

    friend bool operator==(const PostalAddress&, const PostalAddress&) = default;
};

// "12 Mill Hill, Kitley, ZZ2 2WD": the last part is the postcode where it has the shape of one, the part before it
// the town. A text of one part is all lines. Nothing is lost: what is not recognised stays in the lines.
[[nodiscard]] PostalAddress splitAddress(std::string_view oneLine);

// For comparing: folded, "Rd" as "road", "Flat 2" kept, the words in order. Empty where no house number or name is given.
[[nodiscard]] std::string addressKey(std::string_view lines);

} // namespace frontsheet
