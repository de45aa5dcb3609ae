#include "core/domain/display_name.h"

#include "core/base/utf8.h"

namespace frontsheet {

namespace {

char32_t upper(char32_t c) {
    if (c >= 'a' && c <= 'z') {
        return c - 32;
    }
    if ((c >= 0xE0 && c <= 0xFE && c != 0xF7) || (c >= 0x430 && c <= 0x44F)) {
        return c - 32;
    }
    if (c == 0xFF) {
        return 0x178;
    }
    // Latin Extended-A pairs capital and small letters, even-odd or odd-even by run.
    if (c >= 0x100 && c <= 0x137 && c != 0x131) {
        return c & ~char32_t{1};
    }
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) {
        return (c % 2 == 0) ? c - 1 : c;
    }
    if (c >= 0x14A && c <= 0x177) {
        return c & ~char32_t{1};
    }
    if (c >= 0x218 && c <= 0x21B) {
        return c & ~char32_t{1};
    }
    if (c >= 0x1E00 && c <= 0x1EFF && !(c >= 0x1E96 && c <= 0x1E9F)) {
        return c & ~char32_t{1};
    }
    if (c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2) {
        return c - 32;
    }
    if (c >= 0x450 && c <= 0x45F) {
        return c - 80;
    }
    return c;
}

char32_t lower(char32_t c) {
    if (c >= 'A' && c <= 'Z') {
        return c + 32;
    }
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) {
        return c + 32;
    }
    if (c >= 0x100 && c <= 0x17E && upper(c + 1) == c) {
        return c + 1;
    }
    return c;
}

bool hasSmallLetter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        if (upper(c) != c) {
            return true;
        }
    }
    return false;
}

// "D'SOUZA" to "D'Souza": a capital after the start, a space, a hyphen or an apostrophe.
std::string eased(std::string_view text) {
    if (hasSmallLetter(text)) {
        return std::string{text};
    }
    std::string out;
    bool start = true;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        appendUtf8(out, start ? c : lower(c));
        start = c == ' ' || c == '-' || c == '\'' || c == 0x2019;
    }
    return out;
}

} // namespace

std::string upperCase(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        if (c == 0xDF) {
            out += "SS";
        } else {
            appendUtf8(out, upper(c));
        }
    }
    return out;
}

std::string bannerName(std::string_view family, std::string_view given, std::string_view title) {
    std::string out = upperCase(family);
    if (!given.empty()) {
        out += (out.empty() ? "" : ", ") + std::string{given};
    }
    if (!title.empty() && !out.empty()) {
        out += " (" + std::string{title} + ")";
    }
    return out;
}

std::string spokenName(std::string_view family, std::string_view given) {
    std::string out{given};
    if (!family.empty()) {
        out += (out.empty() ? "" : " ") + eased(family);
    }
    return out;
}

std::string spacedNhsNumber(std::string_view digits) {
    if (digits.size() != 10) {
        return std::string{digits};
    }
    return std::string{digits.substr(0, 3)} + " " + std::string{digits.substr(3, 3)} + " " +
           std::string{digits.substr(6)};
}

} // namespace frontsheet
