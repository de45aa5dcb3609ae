#include "core/domain/display_name.h"

#include "core/base/utf8.h"
#include "core/domain/calendar.h"

#include <array>

namespace frontsheet {

namespace {

// Letters that stand in pairs, capital first. Where the capital's code is even in one run it is odd in another.
bool isPairedFromEven(char32_t c) {
    return (c >= 0x100 && c <= 0x137 && c != 0x130 && c != 0x131) || (c >= 0x14A && c <= 0x177) ||
           (c >= 0x1A0 && c <= 0x1A5) || (c >= 0x1DE && c <= 0x1EF) || (c >= 0x1F8 && c <= 0x21F) ||
           (c >= 0x222 && c <= 0x233) || (c >= 0x246 && c <= 0x24F) || (c >= 0x460 && c <= 0x481) ||
           (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F) || (c >= 0x1E00 && c <= 0x1E95) ||
           (c >= 0x1EA0 && c <= 0x1EFF);
}

bool isPairedFromOdd(char32_t c) {
    return (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x1AF && c <= 0x1B0) ||
           (c >= 0x1B3 && c <= 0x1B6) || (c >= 0x1CD && c <= 0x1DC) || (c >= 0x4C1 && c <= 0x4CE);
}

struct Pair {
    char32_t capital;
    char32_t small;
};
// The rest that names need: ÿ, dotless i, stressed Greek letters and the sigma of a word's end.
constexpr Pair kOthers[] = {{0x178, 0xFF},  {'I', 0x131},   {0x386, 0x3AC}, {0x388, 0x3AD}, {0x389, 0x3AE},
                            {0x38A, 0x3AF}, {0x38C, 0x3CC}, {0x38E, 0x3CD}, {0x38F, 0x3CE}, {0x3A3, 0x3C2}};

char32_t upper(char32_t c) {
    if ((c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7) || (c >= 0x430 && c <= 0x44F) ||
        (c >= 0x3B1 && c <= 0x3CB && c != 0x3C2)) {
        return c - 32;
    }
    if (isPairedFromEven(c)) {
        return c & ~char32_t{1};
    }
    if (isPairedFromOdd(c)) {
        return c % 2 == 0 ? c - 1 : c;
    }
    if (c >= 0x450 && c <= 0x45F) {
        return c - 80;
    }
    for (const auto& pair : kOthers) {
        if (pair.small == c) {
            return pair.capital;
        }
    }
    return c;
}

char32_t lower(char32_t c) {
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x410 && c <= 0x42F) ||
        (c >= 0x391 && c <= 0x3AB && c != 0x3A2)) {
        return c + 32;
    }
    if (isPairedFromEven(c)) {
        return c | char32_t{1};
    }
    if (isPairedFromOdd(c)) {
        return c % 2 == 1 ? c + 1 : c;
    }
    if (c >= 0x400 && c <= 0x40F) {
        return c + 80;
    }
    for (const auto& pair : kOthers) {
        if (pair.capital == c && c != 'I' && c != 0x3A3) {
            return pair.small;
        }
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

bool endsPart(char32_t c) { return c == ' ' || c == '-' || c == '(' || c == '\'' || c == 0x2019 || c == 0x2010; }

// "D'SOUZA" to "D'Souza", "MCDONALD" to "McDonald": a capital after the start, a space, a hyphen, an apostrophe, or "Mc". What
// has a small letter already stands as its owner writes it. MACKIE or MacKie cannot be told, so "Mac" is left alone.
std::string eased(std::string_view text) {
    if (hasSmallLetter(text)) {
        return std::string{text};
    }
    std::string out;
    std::size_t inPart = 0; // letters since the part began
    bool afterM = false;
    bool afterMc = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        if (endsPart(c)) {
            appendUtf8(out, c);
            inPart = 0;
            afterM = afterMc = false;
            continue;
        }
        const bool capital = inPart == 0 || (afterMc && inPart == 2);
        appendUtf8(out, capital ? c : lower(c));
        afterMc = afterM && inPart == 1 && c == 'C' && text.size() - at >= 2;
        afterM = inPart == 0 && c == 'M';
        ++inPart;
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
    // "JB" are initials; from three letters on it is a name in capitals.
    std::string out = lengthOf(given) > 2 ? eased(given) : std::string{given};
    if (!family.empty()) {
        out += (out.empty() ? "" : " ") + eased(family);
    }
    return out;
}

std::string spacedNhsNumber(std::string_view digits) {
    if (digits.size() != 10 || digits.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::string{digits};
    }
    return std::string{digits.substr(0, 3)} + " " + std::string{digits.substr(3, 3)} + " " +
           std::string{digits.substr(6)};
}

std::string dateInWords(std::string_view iso) {
    static constexpr std::array kMonths{"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
    const auto date = fullDate(iso);
    if (!date) {
        return std::string{iso};
    }
    return std::to_string(static_cast<unsigned>(date->day())) + " " +
           kMonths[static_cast<unsigned>(date->month()) - 1] + " " + std::to_string(static_cast<int>(date->year()));
}

} // namespace frontsheet
