#include "core/store/snippet.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace frontsheet::store {

namespace {

enum class Part : std::uint8_t {
    Word,     // belongs to the word it stands in: letters, digits, and what folding drops inside words
    Blank,    // ends a word
    WordAlone // a word of its own (CJK)
};

Part partByFolding(std::string_view character) {
    const std::string folded = foldForSearch("a" + std::string{character} + "a");
    const auto blank = folded.find(' ');
    if (blank == std::string::npos) {
        return Part::Word;
    }
    return folded.find(' ', blank + 1) == std::string::npos ? Part::Blank : Part::WordAlone;
}

// The same question is asked of every character of a note, and nearly all of them are ASCII.
Part partOf(std::string_view character) {
    static const std::array<Part, 128> ascii = [] {
        std::array<Part, 128> parts{};
        for (std::size_t c = 0; c < parts.size(); ++c) {
            const char one = static_cast<char>(c);
            parts[c] = partByFolding({&one, 1});
        }
        return parts;
    }();
    const auto first = static_cast<unsigned char>(character.front());
    return first < 128 ? ascii[first] : partByFolding(character);
}

struct Word {
    std::size_t begin = 0; // bytes
    std::size_t end = 0;
    bool matches = false;
};

bool matches(std::string_view word, const std::vector<std::string>& wanted) {
    const std::string folded = foldForSearch(word);
    return !folded.empty() &&
           std::any_of(wanted.begin(), wanted.end(), [&](const auto& prefix) { return folded.starts_with(prefix); });
}

std::vector<Word> wordsIn(std::string_view text, const std::vector<std::string>& wanted) {
    std::vector<Word> words;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        if (end > begin) {
            words.push_back({begin, end, matches(text.substr(begin, end - begin), wanted)});
        }
    };
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t start = at;
        (void)nextCodePoint(text, at);
        const Part part = partOf(text.substr(start, at - start));
        if (part == Part::Word) {
            continue;
        }
        close(start);
        if (part == Part::WordAlone) {
            begin = start;
            close(at);
        }
        begin = at;
    }
    close(text.size());
    return words;
}

void appendPlain(std::string& out, std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        out.push_back(byte < 0x20 ? ' ' : c);
    }
}

// Bytes back from `from` by about so many characters, to where a word begins.
std::size_t stepBack(std::string_view text, std::size_t from, std::size_t characters, const std::vector<Word>& words) {
    std::size_t at = from;
    while (at > 0 && characters > 0) {
        --at;
        characters -= (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 ? 1 : 0;
    }
    if (at == 0) {
        return 0;
    }
    const auto word =
        std::lower_bound(words.begin(), words.end(), at, [](const Word& w, std::size_t b) { return w.begin < b; });
    return word == words.end() ? from : std::min(word->begin, from);
}

} // namespace

std::string snippet(std::string_view text, const std::vector<std::string>& wanted, std::size_t characters) {
    const auto words = wordsIn(text, wanted);
    const auto first = std::find_if(words.begin(), words.end(), [](const Word& w) { return w.matches; });
    if (first == words.end()) {
        return {};
    }
    const std::size_t begin = stepBack(text, first->begin, characters / 4, words);
    std::string out = begin > 0 ? "…" : "";
    std::size_t at = begin;
    std::size_t left = characters;
    for (auto word = std::lower_bound(words.begin(), words.end(), begin,
                                      [](const Word&w, std::size_t b) { return w.begin < b; });
         word != words.end(); ++word) {
        const std::size_t length = lengthOf(text.substr(at, word->end - at));
        if (length > left && word > first) {
            return out + "…";
        }
        left -= std::min(left, length);
        appendPlain(out, text.substr(at, word->begin - at));
        out += word->matches ? "\x02" : "";
        appendPlain(out, text.substr(word->begin, word->end - word->begin));
        out += word->matches ? "\x03" : "";
        at = word->end;
    }
    appendPlain(out, text.substr(at));
    return out;
}

} // namespace frontsheet::store
