// One line of a mapping file cut into words and signs.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::extract {

enum class TokenKind : std::uint8_t {
    Word,    // letters, digits and . _ - / : a column, a field, a keyword
    Column,  // [Any Column Name]
    Literal, // "words of the mapping's own"; "" within stands for one "
    Arrow,   // <-
    Sign,    // one of + , = :
};

struct Token {
    TokenKind kind = TokenKind::Word;
    std::string text;
};

// Without what follows a '#'. Malformed for any other sign, or for a bracket or quote that is not closed.
[[nodiscard]] Result<std::vector<Token>> tokensOf(std::string_view line);

} // namespace frontsheet::extract
