#include "core/domain/matching/name_key.h"

#include "core/base/utf8.h"
#include "core/domain/identity/given_names.h"

#include <algorithm>
#include <utility>

namespace frontsheet::matching {

namespace {

constexpr char32_t kLostLetter = 0xE000; // private use: passes through folding as a letter

enum class Part : std::uint8_t { Same, Spelling, MaybeSpelling, Contained, Initial, OneLetterOff, Different };

using Words = std::vector<std::string_view>;

Words wordsOf(std::string_view text) {
    Words words;
    while (!text.empty()) {
        const auto end = text.find(' ');
        words.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return words;
}

std::string withoutSpaces(std::string_view text) {
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c != ' '; });
    return out;
}

// "Ll?r" against "llyr": the same but for letters lost on one side, with three letters left to tell by.
bool sameButLostLetters(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) {
        return false;
    }
    std::size_t told = 0;
    bool lost = false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == '?' || b[i] == '?') {
            lost = true;
        } else if (a[i] != b[i]) {
            return false;
        } else {
            told += a[i] != ' ' ? 1 : 0;
        }
    }
    return lost && told >= 3;
}

// The same words in some order but for lost letters, which upset the alphabetical order and so the plain comparison.
bool sameWordsButLostLetters(std::string_view a, std::string_view b) {
    if (a.size() != b.size() || (a.find('?') == std::string_view::npos && b.find('?') == std::string_view::npos)) {
        return false;
    }
    Words left = wordsOf(b);
    Words unmatched;
    for (const auto word : wordsOf(a)) {
        const auto at = std::find(left.begin(), left.end(), word);
        if (at == left.end()) {
            unmatched.push_back(word);
        } else {
            left.erase(at);
        }
    }
    for (const auto word : unmatched) {
        const auto at =
            std::find_if(left.begin(), left.end(), [&](std::string_view w) { return sameButLostLetters(word, w); });
        if (at == left.end()) {
            return false;
        }
        left.erase(at);
    }
    return left.empty();
}

// German and Scandinavian names are written with or without the second vowel: Müller, Mueller, Muller.
std::string plainVowels(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        out.push_back(text[i]);
        if (i + 1 < text.size() && text[i + 1] == 'e' && (text[i] == 'a' || text[i] == 'o' || text[i] == 'u')) {
            ++i;
        }
    }
    return out;
}

bool isWithin(const Words& few, const Words& many) {
    return std::all_of(
               few.begin(), few.end(),
               [&](std::string_view word) { return std::find(many.begin(), many.end(), word) != many.end(); }) &&
           std::any_of(few.begin(), few.end(), [](std::string_view word) { return word.size() >= 3; });
}

Part compareFamily(std::string_view a, std::string_view b) {
    if (a == b || sameButLostLetters(a, b)) {
        return Part::Same;
    }
    const std::string bareA = withoutSpaces(a);
    const std::string bareB = withoutSpaces(b);
    if (bareA == bareB) {
        return Part::Same;
    }
    if (plainVowels(bareA) == plainVowels(bareB)) {
        return Part::Spelling;
    }
    const Words wordsA = wordsOf(a);
    const Words wordsB = wordsOf(b);
    if (isWithin(wordsA, wordsB) || isWithin(wordsB, wordsA)) {
        return Part::Contained;
    }
    return std::min(bareA.size(), bareB.size()) >= 4 && atMostOneLetterOff(bareA, bareB) ? Part::OneLetterOff
                                                                                         : Part::Different;
}

Part compareGiven(std::string_view a, std::string_view b) {
    if (a == b || sameButLostLetters(a, b) || withoutSpaces(a) == withoutSpaces(b)) {
        return Part::Same;
    }
    const Words wordsA = wordsOf(a);
    const Words wordsB = wordsOf(b);
    if (wordsA.empty() || wordsB.empty()) {
        return Part::Different;
    }
    if (isWithin(wordsA, wordsB) || isWithin(wordsB, wordsA)) {
        // Known by the middle name, perhaps; or a twin called what the other has as second name.
        return wordsA.front() == wordsB.front() ? Part::Contained : Part::Initial;
    }
    if (plainVowels(a) == plainVowels(b)) {
        return Part::Spelling;
    }
    switch (compareGivenNames(wordsA.front(), wordsB.front())) {
    case GivenNames::Same:
        return Part::Initial; // Mei Ling and Mei Lan: the first alone is not enough
    case GivenNames::ShortForm:
        return Part::Spelling;
    case GivenNames::UsedForOneAnother:
        return Part::MaybeSpelling;
    case GivenNames::Initial:
        return Part::Initial;
    case GivenNames::OneLetterOff:
        return Part::OneLetterOff;
    case GivenNames::Different:
        break;
    }
    return Part::Different;
}

NameAgreement together(Part family, Part given) {
    if (given == Part::Different) {
        return family == Part::Different ? NameAgreement::Differs : NameAgreement::GivenDiffers;
    }
    if (family == Part::Different) {
        return given == Part::Same || given == Part::Spelling || given == Part::MaybeSpelling ||
                       given == Part::Contained
                   ? NameAgreement::FamilyDiffers
                   : NameAgreement::Differs;
    }
    if (given == Part::Initial) {
        return NameAgreement::Initial;
    }
    if (family == Part::OneLetterOff || given == Part::OneLetterOff) {
        // One letter in each of both names is two letters.
        return family == given ? NameAgreement::Differs : NameAgreement::OneLetterOff;
    }
    if (family == Part::Same && given == Part::Same) {
        return NameAgreement::Same;
    }
    if (family == Part::Contained || given == Part::Contained) {
        return NameAgreement::Partial;
    }
    return given == Part::MaybeSpelling ? NameAgreement::MaybeShortForm : NameAgreement::ShortForm;
}

// How much an agreement is worth, for choosing between the two orders of the parts.
int rank(NameAgreement agreement) {
    switch (agreement) {
    case NameAgreement::Same:
        return 7;
    case NameAgreement::ShortForm:
        return 6;
    case NameAgreement::MaybeShortForm:
        return 5;
    case NameAgreement::Partial:
        return 4;
    case NameAgreement::OneLetterOff:
        return 3;
    case NameAgreement::Initial:
        return 2;
    case NameAgreement::FamilyDiffers:
        return 1;
    case NameAgreement::Unknown:
    case NameAgreement::GivenDiffers:
    case NameAgreement::Differs:
        break;
    }
    return 0;
}

} // namespace

WordId WordPool::idOf(std::string_view text) {
    const auto [at, isNew] = m_ids.try_emplace(std::string{text}, static_cast<WordId>(m_texts.size()));
    if (isNew) {
        m_texts.push_back(&at->first);
    }
    return at->second;
}

std::uint64_t fingerprint(std::string_view text) {
    if (text.empty()) {
        return 0;
    }
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }
    return hash == 0 ? 1 : hash;
}

std::string foldName(std::string_view name) {
    std::string marked;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t c = nextCodePoint(name, at);
        const bool isHyphen = c == '-' || (c >= 0x2010 && c <= 0x2015);
        appendUtf8(marked, c == '?' || c == 0xFFFD ? kLostLetter : isHyphen ? U' ' : c);
    }
    const std::string folded = foldForSearch(marked);
    std::string out;
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t c = nextCodePoint(folded, at);
        if (c == kLostLetter) {
            out.push_back('?');
        } else {
            appendUtf8(out, c);
        }
    }
    return out;
}

NameKey nameKey(const PersonName& name, WordPool& pool) {
    const std::string family = foldName(name.family);
    const std::string given = foldName(name.given);
    Words words = wordsOf(family);
    for (const auto word : wordsOf(given)) {
        words.push_back(word);
    }
    std::sort(words.begin(), words.end());
    std::string sorted;
    for (const auto word : words) {
        sorted += (sorted.empty() ? "" : " ") + std::string{word};
    }
    NameKey key;
    key.family = pool.idOf(family);
    key.given = pool.idOf(given);
    key.sorted = pool.idOf(sorted);
    key.sortedPrint = fingerprint(sorted);
    key.familyFirst = pool.idOf(withoutSpaces(family + given));
    key.givenFirst = pool.idOf(withoutSpaces(given + family));
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const auto word : words) {
        if (word.size() >= 2 && word.find('?') == std::string_view::npos) {
            key.words.push_back(pool.idOf(word));
        }
    }
    return key;
}

NameAgreement compareNames(const NameKey& a, const NameKey& b, const WordPool& pool) {
    const auto missing = [](const NameKey& key) { return key.family == 0 || key.given == 0; };
    if (missing(a) || missing(b)) {
        return NameAgreement::Unknown;
    }
    const auto& familyA = pool.text(a.family);
    const auto& familyB = pool.text(b.family);
    const auto& givenA = pool.text(a.given);
    const auto& givenB = pool.text(b.given);
    // "J Smith" and "J Smith" may be John and James.
    const bool initials = std::min({familyA.size(), familyB.size(), givenA.size(), givenB.size()}) < 2;
    if (!initials && (a.sorted == b.sorted || a.familyFirst == b.familyFirst || a.familyFirst == b.givenFirst ||
                      sameWordsButLostLetters(pool.text(a.sorted), pool.text(b.sorted)))) {
        return NameAgreement::Same;
    }
    NameAgreement asWritten = together(compareFamily(familyA, familyB), compareGiven(givenA, givenB));
    if (asWritten == NameAgreement::Same && initials) {
        asWritten = NameAgreement::Initial;
    }
    if (asWritten == NameAgreement::Same) {
        return asWritten;
    }
    // Family and given name may have changed places, on either side. Less than both names going together proves nothing.
    NameAgreement best = asWritten;
    for (const auto& [family, given] : {std::pair{compareFamily(familyA, givenB), compareGiven(givenA, familyB)},
                                        std::pair{compareFamily(familyB, givenA), compareGiven(givenB, familyA)}}) {
        if (!initials && family != Part::Different && given != Part::Different) {
            const NameAgreement exchanged = together(family, given);
            best = rank(exchanged) > rank(best) ? exchanged : best;
        }
    }
    return best;
}

} // namespace frontsheet::matching
