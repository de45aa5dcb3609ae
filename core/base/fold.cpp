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

// U+0180 to U+024F (Latin Extended-B: Vietnamese ơ and ư, Romanian, Pinyin, African letters); ' ' where no plain letter
// stands for it.
constexpr std::string_view kLatinB = "bbbb   cc ddd   "  // 180
                                     " ffg   ikkl  nno"  // 190
                                     "oo  pp     ttttu"  // 1A0
                                     "u vyyzz         "  // 1B0
                                     "     d  l  n aai"  // 1C0
                                     "ioouuuuuuuuuu aa"  // 1D0
                                     "aa  ggggkkoooo  "  // 1E0
                                     "j d gg  nnaa  oo"  // 1F0
                                     "aaaaeeeeiiiioooo"  // 200
                                     "rrrruuuusstt  hh"  // 210
                                     "nd  zzaaeeoooooo"  // 220
                                     "ooyylnt   acclts"  // 230
                                     "z  b  eejj qrryy"; // 240
static_assert(kLatinB.size() == 0x250 - 0x180);

std::string_view twoLetters(char32_t c) {
    switch (c) {
    case 0xC6:
    case 0xE6:
        return "ae";
    case 0xDE:
    case 0xFE:
        return "th";
    case 0xDF:
    case 0x1E9E:
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
           (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F) || (c >= 0x483 && c <= 0x487) ||
           (c >= 0x64B && c <= 0x65F) || c == 0x670 ||
           c == 0x640 || // Arabic vowel marks, and the stroke that stretches
           (c >= 0x591 && c <= 0x5BD) || c == 0x5BF || c == 0x5C1 || c == 0x5C2 || c == 0x5C4 || c == 0x5C5 ||
           c == 0x5C7; // Hebrew points
}

// Marks that no one sees: zero width, direction, soft hyphen, variation selectors.
bool isInvisible(char32_t c) {
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE01EF) || c == 0xFEFF || c == 0xAD || c == 0x61C ||
           c == 0x180E;
}

bool isCjk(char32_t c) {
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool isApostrophe(char32_t c) {
    return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x02BB || c == 0x2032 || c == '`' ||
           c == 0xB4;
}

bool isHyphen(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

bool isOtherPunctuation(char32_t c) {
    return (c >= 0xA0 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 || c == 0xF7 ||
           (c >= 0x2000 && c <= 0x206F) || c == 0x2212 || (c >= 0x3000 && c <= 0x303F) || c == 0x30FB || c == 0x060C ||
           c == 0x061B || c == 0x061F;
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

// Greek and Cyrillic to small letters without stress marks.
char32_t greekOrCyrillic(char32_t c) {
    switch (c) {
    case 0x386:
    case 0x3AC:
        return 0x3B1;
    case 0x388:
    case 0x3AD:
        return 0x3B5;
    case 0x389:
    case 0x3AE:
        return 0x3B7;
    case 0x38A:
    case 0x3AF:
    case 0x390:
    case 0x3AA:
    case 0x3CA:
        return 0x3B9;
    case 0x38C:
    case 0x3CC:
        return 0x3BF;
    case 0x38E:
    case 0x3CD:
    case 0x3AB:
    case 0x3CB:
    case 0x3B0:
        return 0x3C5;
    case 0x38F:
    case 0x3CE:
        return 0x3C9;
    case 0x3C2:
        return 0x3C3;
    case 0x401:
    case 0x451:
        return 0x435; // yo is written ye as often as not
    default:
        break;
    }
    if ((c >= 0x391 && c <= 0x3A9 && c != 0x3A2) || (c >= 0x410 && c <= 0x42F)) {
        return c + 0x20;
    }
    if ((c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F)) {
        return c | char32_t{1}; // Ukrainian Ґ and the letters of other languages, in pairs, capital first
    }
    if (c >= 0x4C1 && c <= 0x4CE) {
        return c + c % 2;
    }
    return c >= 0x400 && c <= 0x40F ? c + 0x50 : c;
}

// One code point's letters, without spaces; nothing for what is no letter or digit.
void appendLetter(std::string& out, char32_t c) {
    if (c >= 'A' && c <= 'Z') {
        out.push_back(static_cast<char>(c + 32));
    } else if (c < 0x80) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            out.push_back(static_cast<char>(c));
        }
    } else if (const auto two = twoLetters(c); !two.empty()) {
        out += two;
    } else if (c >= 0xC0 && c < 0x180) {
        out.push_back(kLatin[c - 0xC0]);
    } else if (c >= 0x180 && c < 0x250 && kLatinB[c - 0x180] != ' ') {
        out.push_back(kLatinB[c - 0x180]);
    } else if (c >= 0x1E00 && c <= 0x1EFF) {
        appendUtf8(out, latinAdditionalBase(c));
    } else {
        appendUtf8(out, greekOrCyrillic(c));
    }
}

// Letters and digits of full width, as East Asian keyboards type them.
char32_t narrow(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

bool isSpaceOrPunctuation(char32_t c) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return c < 0x80 ? !plain : isOtherPunctuation(c) || c == 0xFFFD;
}

void appendSpace(std::string& out) {
    if (!out.empty() && out.back() != ' ') {
        out.push_back(' ');
    }
}

// Sets of words with a hyphen or an apostrophe inside, and how else they are written.
struct OtherSpellings {
    std::string word;         // so far, joined
    std::string split;        // so far, each part a word
    bool joinedMeans = false; // a hyphen: folding splits it, so the joined form is the other one
    bool splitMeans = false;  // an apostrophe: folding joins it
    std::string out;

    void letter(char32_t c) {
        appendLetter(word, c);
        appendLetter(split, c);
    }
    void part(bool hyphen) {
        if (!word.empty()) {
            (hyphen ? joinedMeans : splitMeans) = true;
            appendSpace(split);
        }
    }
    void end() {
        if (joinedMeans) {
            out += " " + word;
        }
        if (splitMeans && !split.empty() && split.back() != ' ') {
            out += " " + split;
        }
        word.clear();
        split.clear();
        joinedMeans = splitMeans = false;
    }
};

} // namespace

std::string foldForSearch(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = narrow(nextCodePoint(text, at));
        if (isCombiningMark(c) || isInvisible(c) || isApostrophe(c)) {
            continue;
        }
        if (isSpaceOrPunctuation(c)) {
            appendSpace(out);
        } else if (isCjk(c)) {
            appendSpace(out);
            appendUtf8(out, c);
            out.push_back(' ');
        } else {
            appendLetter(out, c);
        }
    }
    while (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return out;
}

std::string foldForIndex(std::string_view text) {
    std::string out = foldForSearch(text);
    OtherSpellings others;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = narrow(nextCodePoint(text, at));
        if (isCombiningMark(c) || isInvisible(c)) {
            continue;
        }
        if (isHyphen(c) || isApostrophe(c)) {
            others.part(isHyphen(c));
        } else if (isSpaceOrPunctuation(c) || isCjk(c)) {
            others.end();
        } else {
            others.letter(c);
        }
    }
    others.end();
    return out + others.out;
}

} // namespace frontsheet
