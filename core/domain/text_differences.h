// Where two texts differ, for showing them side by side: by words, each difference numbered, and a gap where one says nothing of
// what the other says. White space alone is no difference. For looking at only: nothing is ever merged by it. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

struct Passage {
    enum class Kind : unsigned char {
        Same,
        OnlyHere,     // the other says something else here, or nothing
        NotMentioned, // the other says something here; `text` is empty
    };
    Kind kind = Kind::Same;
    int number = 0; // of the difference, from 1, the same on both sides; 0: none
    std::string text;
    friend bool operator==(const Passage&, const Passage&) = default;
};

struct TextDifferences {
    std::vector<Passage> first;
    std::vector<Passage> second;
    int count = 0;
};

// The passages of each side, put together, are its text byte for byte. UTF-8. Texts that have little in common, or are beyond
// kMaxComparedWords words apart, are one difference each from where they part to where they meet again.
[[nodiscard]] TextDifferences differencesOf(std::string_view first, std::string_view second);

inline constexpr std::size_t kMaxComparedWords = 3000; // of each text, beginning and end in common not counted

} // namespace frontsheet
