#include "core/domain/text_differences.h"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <utility>

namespace frontsheet {

namespace {

using Words = std::vector<std::string>;

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Each word with the white space after it.
Words wordsOf(std::string_view text) {
    Words words;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = at;
        while (end < text.size() && !isSpace(text[end])) {
            ++end;
        }
        while (end < text.size() && isSpace(text[end])) {
            ++end;
        }
        words.emplace_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

std::string bare(const std::string& word) {
    const auto end = word.find_last_not_of(" \n\t\r");
    return end == std::string::npos ? std::string{} : word.substr(0, end + 1);
}

bool sameWord(const std::string& a, const std::string& b) { return bare(a) == bare(b); }

Words bareWords(const Words& words) {
    Words out;
    out.reserve(words.size());
    std::transform(words.begin(), words.end(), std::back_inserter(out), bare);
    return out;
}

// A stretch that both have, or that one or both have their own of.
struct Stretch {
    bool same = false;
    Words first;
    Words second;
};

void add(std::vector<Stretch>& stretches, bool same, const std::string* first, const std::string* second) {
    if (stretches.empty() || stretches.back().same != same) {
        stretches.push_back({same, {}, {}});
    }
    if (first != nullptr) {
        stretches.back().first.push_back(*first);
    }
    if (second != nullptr) {
        stretches.back().second.push_back(*second);
    }
}

void compareMiddle(const Words& first, const Words& second, std::vector<Stretch>& stretches) {
    if (first.size() > kMaxComparedWords || second.size() > kMaxComparedWords) {
        for (const auto& word : first) {
            add(stretches, false, &word, nullptr);
        }
        for (const auto& word : second) {
            add(stretches, false, nullptr, &word);
        }
        return;
    }
    dtl::Diff<std::string, Words> diff(bareWords(first), bareWords(second));
    diff.compose();
    for (const auto& [word, what] : diff.getSes().getSequence()) {
        const auto place = [](long long at) { return static_cast<std::size_t>(at - 1); }; // dtl counts from 1
        add(stretches, what.type == dtl::SES_COMMON,
            what.type == dtl::SES_ADD ? nullptr : &first[place(what.beforeIdx)],
            what.type == dtl::SES_DELETE ? nullptr : &second[place(what.afterIdx)]);
    }
}

// A single short word between two differences is chance, and would cut one passage in three.
bool isChance(const Stretch& stretch) {
    return stretch.same && stretch.first.size() == 1 && stretch.first.front().size() <= 4;
}

std::vector<Stretch> withoutChance(std::vector<Stretch> all) {
    std::vector<Stretch> out;
    for (std::size_t at = 0; at < all.size(); ++at) {
        const bool between = at > 0 && at + 1 < all.size() && isChance(all[at]);
        if (between) {
            all[at].same = false;
        }
        if (!out.empty() && !out.back().same && !all[at].same) {
            std::move(all[at].first.begin(), all[at].first.end(), std::back_inserter(out.back().first));
            std::move(all[at].second.begin(), all[at].second.end(), std::back_inserter(out.back().second));
        } else {
            out.push_back(std::move(all[at]));
        }
    }
    return out;
}

std::string joined(const Words& words) {
    std::string out;
    for (const auto& word : words) {
        out += word;
    }
    return out;
}

} // namespace

TextDifferences differencesOf(std::string_view first, std::string_view second) {
    const Words a = wordsOf(first);
    const Words b = wordsOf(second);
    std::size_t head = 0;
    while (head < a.size() && head < b.size() && sameWord(a[head], b[head])) {
        ++head;
    }
    std::size_t tail = 0;
    while (tail < a.size() - head && tail < b.size() - head &&
           sameWord(a[a.size() - 1 - tail], b[b.size() - 1 - tail])) {
        ++tail;
    }
    const auto middle = [&](const Words& words) {
        return Words(words.begin() + static_cast<std::ptrdiff_t>(head),
                     words.end() - static_cast<std::ptrdiff_t>(tail));
    };
    std::vector<Stretch> stretches;
    for (std::size_t at = 0; at < head; ++at) {
        add(stretches, true, &a[at], &b[at]);
    }
    compareMiddle(middle(a), middle(b), stretches);
    for (std::size_t left = tail; left > 0; --left) {
        add(stretches, true, &a[a.size() - left], &b[b.size() - left]);
    }
    TextDifferences out;
    for (const auto& stretch : withoutChance(std::move(stretches))) {
        if (stretch.same) {
            out.first.push_back({Passage::Kind::Same, 0, joined(stretch.first)});
            out.second.push_back({Passage::Kind::Same, 0, joined(stretch.second)});
            continue;
        }
        ++out.count;
        const auto side = [&](const Words& words) {
            return words.empty() ? Passage{Passage::Kind::NotMentioned, out.count, {}}
                                 : Passage{Passage::Kind::OnlyHere, out.count, joined(words)};
        };
        out.first.push_back(side(stretch.first));
        out.second.push_back(side(stretch.second));
    }
    return out;
}

} // namespace frontsheet
