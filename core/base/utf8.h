// UTF-8 (RFC 3629), and the folding that search and matching use.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace frontsheet {

// True for well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF. NUL is refused too: no
// text a person types holds one, and C interfaces would cut the text there.
[[nodiscard]] bool isText(std::string_view bytes);

// Decodes the code point at `at` (which moves on); U+FFFD for a malformed byte.
[[nodiscard]] char32_t nextCodePoint(std::string_view text, std::size_t& at);
void appendUtf8(std::string& out, char32_t codePoint);
// Code points, not bytes.
[[nodiscard]] std::size_t lengthOf(std::string_view text);
// The first `count` code points, never cut inside one.
[[nodiscard]] std::string_view firstCodePoints(std::string_view text, std::size_t count);
// Windows-1252 to UTF-8; the five undefined bytes become U+FFFD.
[[nodiscard]] std::string fromWindows1252(std::string_view bytes);

// For finding, not for showing: lower case, Latin letters without their marks (Ł to l, ß to ss, Ø to o, é to e, ơ to o,
// combining marks and invisible marks dropped), apostrophes inside a word dropped (O'Neill, ONeill and O’Neill meet), hyphens
// and other punctuation to single spaces (Smith-Jones is found by Jones), wide forms to plain ones, Greek and Cyrillic to
// small letters, and each CJK character a word of its own so that any part of a name finds it. Other scripts are kept as they
// are. Folding what is folded changes nothing. Never longer than three times the text.
[[nodiscard]] std::string foldForSearch(std::string_view text);

// What an index should hold so that foldForSearch() of what people type finds it: the folded text, then the other ways to
// write its words with hyphens (Ann-Marie: annmarie) and apostrophes (O'Neill: o neill).
[[nodiscard]] std::string foldForIndex(std::string_view text);

} // namespace frontsheet
