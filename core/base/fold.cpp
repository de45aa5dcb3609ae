#include "core/base/utf8.h"

namespace frontsheet {

namespace {

// U+00C0 to U+017F (Latin-1 Supplement letters and Latin Extended-A) without their marks, in lower case.
// "*" stands for a letter that becomes two: see twoLetters.
constexpr std::string_view kLatin = "aaaaaa*ceeeeiiii"  // C0 À..Ï
                                    "dnooooo ouuuuy**"  // D0 Ð..ß (D7 is the multiplication sign)
                                    "aaaaaa*ceeeeiiii"  // E0
                                    "dnooooo ouuuuy*y"  // F0
                                    "aaaaaaccccccccdd"  // 100
                                    "ddeeeeeeeeeegggg"  // 110
                                    "gggghhhhiiiiiiii"  // 120
                                    "ii**jjkkklllllll"  // 130
                                    "lllnnnnnnnnnoooo"  // 140
                                    "oo**rrrrrrssssss"  // 150
                                    "ssttttttuuuuuuuu"  // 160
                                    "uuuuwwyyyzzzzzzs"; // 170
static_assert(kLatin.size() == 0x180 - 0xC0);

std::string_view twoLetters(char32_t c) {
    switch (c) {
    case 0xC6:
    case 0xE6:
        return "ae";
    case 0xDE:
    case 0xFE:
        return "th";
    case 0xDF:
        return "ss";
    case 0x132:
    case 0x133:
        return "ij";
    case 0x152:
    case 0x153:
        return "oe";
    default:
        return "";
    }
}

bool isCombiningMark(char32_t c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
           (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F) ||
           (c >= 0x64B && c <= 0x65F) || // Arabic vowel marks
           (c >= 0x591 && c <= 0x5BD);   // Hebrew points
}

bool isInvisible(char32_t c) {
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xFEFF || c == 0xAD;
}

bool isCjk(char32_t c) {
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool joinsWord(char32_t c) {
    return c == '\'' || c == '-' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x2010 || c == 0x2011 ||
           c == '`' || c == 0xB4;
}

bool isOtherPunctuation(char32_t c) {
    return (c >= 0xA0 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 || c == 0xF7 ||
           (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F) ||
           c == 0x060C || c == 0x061B || c == 0x061F;
}

// Vietnamese and Welsh letters with two marks (U+1E00 to U+1EFF): the base letter, from the block's regular runs.
char32_t latinAdditionalBase(char32_t c) {
    struct Run {
        char32_t last;
        char base;
    };
    static constexpr Run kRuns[] = {
        {0x1E01, 'a'}, {0x1E07, 'b'}, {0x1E09, 'c'}, {0x1E13, 'd'}, {0x1E1D, 'e'}, {0x1E1F, 'f'},
        {0x1E21, 'g'}, {0x1E2B, 'h'}, {0x1E2F, 'i'}, {0x1E35, 'k'}, {0x1E3D, 'l'}, {0x1E43, 'm'},
        {0x1E4B, 'n'}, {0x1E53, 'o'}, {0x1E57, 'p'}, {0x1E5F, 'r'}, {0x1E69, 's'}, {0x1E71, 't'},
        {0x1E7B, 'u'}, {0x1E7F, 'v'}, {0x1E89, 'w'}, {0x1E8D, 'x'}, {0x1E8F, 'y'}, {0x1E95, 'z'},
        {0x1E96, 'h'}, {0x1E97, 't'}, {0x1E98, 'w'}, {0x1E99, 'y'}, {0x1E9F, 's'}, {0x1EB7, 'a'},
        {0x1EC7, 'e'}, {0x1ECB, 'i'}, {0x1EE3, 'o'}, {0x1EF1, 'u'}, {0x1EF9, 'y'}, {0x1EFF, 'y'}};
    for (const auto& run : kRuns) {
        if (c <= run.last) {
            return static_cast<char32_t>(run.base);
        }
    }
    return c;
}

} // namespace

std::string foldForSearch(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    const auto space = [&out] {
        if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    };
    std::size_t at = 0;
    while (at < text.size()) {
        char32_t c = nextCodePoint(text, at);
        if (c < 0x80) {
            const char a = static_cast<char>(c);
            if (a >= 'A' && a <= 'Z') {
                out.push_back(static_cast<char>(a + 32));
            } else if ((a >= 'a' && a <= 'z') || (a >= '0' && a <= '9')) {
                out.push_back(a);
            } else if (!joinsWord(c)) {
                space();
            }
        } else if (isCombiningMark(c) || isInvisible(c) || joinsWord(c)) {
            continue;
        } else if (isOtherPunctuation(c) || c == 0xFFFD) {
            space();
        } else if (c >= 0xC0 && c < 0x180) {
            const char base = kLatin[c - 0xC0];
            if (base == '*') {
                out += twoLetters(c);
            } else {
                out.push_back(base);
            }
        } else if (c >= 0x1E00 && c <= 0x1EFF) {
            appendUtf8(out, latinAdditionalBase(c));
        } else if (c >= 0x218 && c <= 0x21B) {
            out.push_back(c <= 0x219 ? 's' : 't');
        } else if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) {
            appendUtf8(out, c + 0x20); // Greek and Cyrillic capitals
        } else if (c >= 0x400 && c <= 0x40F) {
            appendUtf8(out, c + 0x50);
        } else if (isCjk(c)) {
            space();
            appendUtf8(out, c);
            space();
        } else {
            appendUtf8(out, c);
        }
    }
    while (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return out;
}

} // namespace frontsheet
