// Where each part of an agreement's text stands. Protobuf's own record of locations (ParseInfoTree) has one entry for a
// whole list; a mistake in one of a list's words is to be found at that word, so the text's tokens are walked once.
#pragma once

#include "core/domain/sharing/agreement_check.h"

#include <map>
#include <string>
#include <string_view>
#include <tuple>

namespace frontsheet::sharing {

struct Location {
    int line = 1;   // from 1
    int column = 1; // from 1, in bytes
};

class TextLocations {
public:
    // Of a text that the parser has accepted.
    explicit TextLocations(std::string_view text);

    // Of the field, of the value where it is one of a list; where the field is not in the text, of the part it belongs to.
    [[nodiscard]] Location of(const Place& place) const;

private:
    class Walk;
    // Part by its name in the text ("" for the agreement), its number, field ("" for the part itself), number of the value.
    using Key = std::tuple<std::string, std::size_t, std::string, std::size_t>;
    [[nodiscard]] const Location* find(const Key& key) const;

    std::map<Key, Location> m_at;
};

} // namespace frontsheet::sharing
