// A name made ready for many comparisons: folded, cut into words, the words kept once for the whole index.
#pragma once

#include "core/domain/identity/person_name.h"
#include "core/domain/matching/evidence.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace frontsheet::matching {

using WordId = std::uint32_t; // 0 is the empty text

// Each different text once. Names repeat, so this stays small where identities are many.
class WordPool {
public:
    WordPool() { idOf(""); }
    WordId idOf(std::string_view text);
    [[nodiscard]] const std::string& text(WordId id) const { return *m_texts[id]; }

private:
    std::unordered_map<std::string, WordId> m_ids;
    std::vector<const std::string*> m_texts; // keys of m_ids, which stay where they are
};

// Equal texts have equal fingerprints; 0 stands for the empty text. FNV-1a: the same on every machine and in every run.
[[nodiscard]] std::uint64_t fingerprint(std::string_view text);

struct NameKey {
    WordId family = 0; // folded words with single spaces
    WordId given = 0;
    WordId sorted = 0;             // all words in alphabetical order: equal whatever the order of the parts
    std::uint64_t sortedPrint = 0; // of `sorted`: the same whatever else is in the pool, for ordering
    WordId familyFirst = 0;        // all words without spaces: "obrien mary ann" and "o brien maryann" meet
    WordId givenFirst = 0;
    std::vector<WordId> words; // of two letters or more, none with a lost letter; for blocking
};

// Folds as search does, but keeps words joined by a hyphen apart and keeps "?" (a letter that an export's encoding could
// not hold) as a letter of its own.
[[nodiscard]] std::string foldName(std::string_view name);

[[nodiscard]] NameKey nameKey(const PersonName& name, WordPool& pool);
[[nodiscard]] NameAgreement compareNames(const NameKey& a, const NameKey& b, const WordPool& pool);

} // namespace frontsheet::matching
