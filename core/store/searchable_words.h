// The words by which a record is found: what its schema declares searchable, folded (core/base/utf8.h), and for people the
// forms in which their numbers are typed.
#pragma once

#include "core/domain/record.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::store {

// Goes up when the words of any record would come out differently; the index is then built anew (search_index.h).
inline constexpr std::int64_t kWordRules = 1;

// Longer words are cut here, in the index and in what is typed alike.
inline constexpr std::size_t kMaxWordBytes = 64;

enum class WordKind : std::uint8_t {
    People = 1, // registrations
    Notes = 2,  // every other record about a person with something searchable in it
};

[[nodiscard]] bool isSearchable(RecordType type);
[[nodiscard]] WordKind wordKindOf(RecordType type);

// Ascending, each once.
[[nodiscard]] std::vector<std::string> wordsOf(const Record& record);
// What is typed, as words in the order typed.
[[nodiscard]] std::vector<std::string> typedWords(std::string_view typed);

} // namespace frontsheet::store
