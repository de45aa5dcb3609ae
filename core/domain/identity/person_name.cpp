#include "core/domain/identity/person_name.h"

#include "core/base/utf8.h"
#include "core/domain/display_name.h"

#include <algorithm>
#include <array>
#include <vector>

namespace frontsheet {

namespace {

constexpr std::array<std::string_view, 24> kTitles{
    "mr",   "mrs",       "ms", "miss", "mx",   "dr",   "rev", "revd",  "sir", "dame", "lord",   "lady",
    "prof", "professor", "fr", "sr",   "cllr", "capt", "maj", "major", "col", "mstr", "master", "canon"};
constexpr std::array<std::string_view, 33> kParticles{
    "van", "von",   "der", "den", "de", "da",    "di", "del", "della", "dos", "das",
    "du",  "la",    "le",  "ap",  "ab", "ferch", "o",  "ni",  "nic",   "mac", "mc",
    "bin", "binti", "ibn", "al",  "el", "abu",   "st", "ter", "ten",   "ben", "bat"};

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t\r\n");
    return from == std::string_view::npos ? std::string_view{}
                                          : text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> words;
    while (!(text = trimmed(text)).empty()) {
        const auto end = text.find_first_of(" \t\r\n");
        words.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end);
    }
    return words;
}

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& list, std::string_view word) {
    const std::string folded = foldForSearch(word);
    return std::find(list.begin(), list.end(), folded) != list.end();
}

bool isTitle(std::string_view word) { return isOneOf(kTitles, word); }

// Two or more letters, none of them small.
bool isInCapitals(std::string_view word) {
    return lengthOf(word) >= 2 && upperCase(word) == word &&
           foldForSearch(word).find_first_of("0123456789") == std::string::npos;
}

bool isParticle(std::string_view word) { return isOneOf(kParticles, word); }

using Words = std::vector<std::string_view>;

std::string joined(Words::const_iterator from, Words::const_iterator to) {
    std::string text;
    for (auto at = from; at != to; ++at) {
        text += (text.empty() ? "" : " ") + std::string{*at};
    }
    return text;
}

// Takes a title off the front, or one in brackets off the end.
std::string takeTitle(Words& words) {
    std::string title;
    while (words.size() > 1 && isTitle(words.front())) {
        title += (title.empty() ? "" : " ") + std::string{words.front()};
        words.erase(words.begin());
    }
    if (title.empty() && words.size() > 1 && words.back().starts_with('(') && words.back().ends_with(')')) {
        const auto inside = words.back().substr(1, words.back().size() - 2);
        if (isTitle(inside)) {
            title = inside;
            words.pop_back();
        }
    }
    return title;
}

SplitName splitSpoken(std::string_view text) {
    Words words = wordsOf(text);
    SplitName split;
    split.name.title = takeTitle(words);
    if (words.size() < 2) {
        split.name.family = words.empty() ? std::string{} : std::string{words.front()};
        split.doubt = NameDoubt::OneWord;
        return split;
    }
    const auto begin = words.cbegin();
    const auto end = words.cend();
    const auto capitals = std::find_if(begin, end, isInCapitals);
    const auto afterCapitals = std::find_if_not(capitals, end, isInCapitals);
    const bool oneRun = capitals != end && std::none_of(afterCapitals, end, isInCapitals);
    if (oneRun && capitals == begin && afterCapitals != end) {
        split.name.family = joined(begin, afterCapitals);
        split.name.given = joined(afterCapitals, end);
        return split;
    }
    if (oneRun && capitals != begin && afterCapitals == end) {
        split.name.family = joined(capitals, end);
        split.name.given = joined(begin, capitals);
        return split;
    }
    if (words.size() > 2 && isParticle(words[0]) &&
        (upperCase(words[0]).front() != words[0].front() || isParticle(words[1]))) {
        const auto afterName = std::find_if_not(begin, end - 1, isParticle) + 1;
        if (afterName != end) {
            split.name.family = joined(begin, afterName);
            split.name.given = joined(afterName, end);
            split.doubt = NameDoubt::ManyWords;
            return split;
        }
    }
    const auto family = std::find_if(begin + 1, end - 1, isParticle);
    const bool particle = family != end - 1;
    split.name.family = joined(family, end);
    split.name.given = joined(begin, family);
    split.doubt = words.size() > 2 && !particle ? NameDoubt::ManyWords : NameDoubt::None;
    return split;
}

} // namespace

SplitName splitName(std::string_view text, NameForm form) {
    const auto comma = text.find(',');
    if (form == NameForm::TitleGivenFamily && comma == std::string_view::npos) {
        return splitSpoken(text);
    }
    if (comma == std::string_view::npos) {
        SplitName split = splitSpoken(text);
        split.doubt = split.doubt == NameDoubt::OneWord ? split.doubt : NameDoubt::NoComma;
        return split;
    }
    SplitName split;
    const auto family = wordsOf(text.substr(0, comma));
    auto given = wordsOf(text.substr(comma + 1));
    split.name.title = takeTitle(given);
    if (given.size() == 1 && isTitle(given.front())) { // "Smith, Mr"
        split.name.title = given.front();
        given.clear();
    }
    split.name.family = joined(family.begin(), family.end());
    split.name.given = joined(given.begin(), given.end());
    if (given.empty() || family.empty()) {
        split.doubt = NameDoubt::OneWord;
    } else if (text.find(',', comma + 1) != std::string_view::npos) {
        split.doubt = NameDoubt::SeveralCommas;
    }
    return split;
}

} // namespace frontsheet
