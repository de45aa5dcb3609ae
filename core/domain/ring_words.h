// What the words of a question mean: needs, places, and what is left to be looked for as it stands. The table of needs is
// in the .cpp, declared so that a clinician can read and correct it. Called by who_to_ring and what looks things up in the directory.
#pragma once

#include "core/domain/who_to_ring.h"

#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

using FoldedWords = std::vector<std::string>;
[[nodiscard]] FoldedWords foldedWords(std::string_view text);
// Equal but for case, accents and hyphens; two empty places are not the same place.
[[nodiscard]] bool samePlace(std::string_view a, std::string_view b);

// A need as services speak of it: the best word first.
struct MeantNeed {
    std::string_view code; // as a referral keeps it: "nursing"
    std::string_view shown;
    FoldedWords answeredBy;
    enum class Haste : std::uint8_t { Ordinary, AtOnce } haste = Haste::Ordinary;
};

struct Understood {
    // The first is what it is about: whatever cannot wait, else what was typed first.
    std::vector<MeantNeed> needs;
    FoldedWords typed; // every word
    FoldedWords rest;  // what means no need: looked for as it stands in services, names and roles
    RingFor person;
    std::vector<Taken> taken;
    bool emergency = false;
    [[nodiscard]] bool asked() const { return !rest.empty() || !needs.empty(); }
};

// The needs that these words speak of, without places and names.
[[nodiscard]] std::vector<MeantNeed> meantNeeds(std::string_view words);
[[nodiscard]] Understood understand(const RingQuestion& question, const Directory& directory);

} // namespace frontsheet
