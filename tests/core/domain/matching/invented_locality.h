// A locality of invented people, from a seed: who they are, and how its agencies have written them down. The kinds of mess
// are those of the extracts in tests/data, and, where asked for, worse ones. All NHS numbers are in the 999 test range.
#pragma once

#include "core/domain/matching/match_index.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace frontsheet::matching {

enum class Mess : std::uint8_t {
    AsInTheExtracts, // missing and mistyped numbers, National Insurance numbers, short forms, lost accents and letters,
    // exchanged names, exchanged day and month, 1 January, moves, duplicates, namesakes, father and son
    Worse, // besides: valid numbers exchanged between people, twins, placeholder numbers and birthdays, moves to
           // another postcode, remarriage, transliteration, mistyped names, initials, middle names, a care home
};

struct InventedRegistration {
    MatchIdentity identity;
    std::uint32_t human = 0;
};

struct InventedLocality {
    std::vector<InventedRegistration> registrations;
};

[[nodiscard]] InventedLocality inventLocality(std::uint64_t seed, std::uint32_t humans, Mess mess);

// How a result compares with the truth.
struct Measure {
    std::uint64_t truePairs = 0;  // of registrations of one human, across and within agencies
    std::uint64_t linked = 0;     // of them
    std::uint64_t found = 0;      // linked, or in one question
    std::uint64_t wrongLinks = 0; // linked pairs of different humans
    std::uint64_t questions = 0;
    std::string firstWrong; // evidence of a wrong link, for the failure message

    [[nodiscard]] double linkedShare() const { return share(linked); }
    [[nodiscard]] double foundShare() const { return share(found); }

private:
    [[nodiscard]] double share(std::uint64_t part) const {
        return truePairs == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(truePairs);
    }
};

// `humanOf` says for each (agency, person) which human it is.
[[nodiscard]] Measure measure(const MatchResult& result, const std::map<MatchKey, std::uint32_t>& humanOf);
[[nodiscard]] Measure measure(const InventedLocality& locality, const MatchResult& result);

} // namespace frontsheet::matching
