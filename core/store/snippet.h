// The part of a text that shows why it was found.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::store {

// Around the first word that begins (folded) with one of `words`: about `characters` of the text as written, line ends as
// blanks, each matched word between U+0002 and U+0003, an ellipsis where text is left out. Empty when nothing matches.
[[nodiscard]] std::string snippet(std::string_view text, const std::vector<std::string>& words, std::size_t characters);

} // namespace frontsheet::store
