// What a pair of identities is to be taken for, from its evidence and from what else the index knows of each side.
// The table in README.md in words; each row is a branch here.
#pragma once

#include "core/domain/matching/evidence.h"
#include "core/domain/matching/match_index.h"

#include <cstdint>
#include <optional>

namespace frontsheet::matching {

enum class Verdict : std::uint8_t { Apart, Question, Certain };

// How firm a certain pair is. When a group turns out to hold different people, the weakest pairs give way first.
enum class Firmness : std::uint8_t {
    NumberNameAndBirthDate,
    NumberAndEither,
    FullIdentity,
};

struct Judgement {
    Verdict verdict = Verdict::Apart;
    Firmness firmness = Firmness::FullIdentity; // where certain
    std::optional<ApartReason> apart;           // where worth reporting
};

struct Surroundings {
    // Someone with one's full name and birth date carries another valid number; where the birth dates of the pair are not
    // the same, also someone with one's full name at one's postcode.
    bool hasRival = false;
    // Someone with one's full name at one's postcode carries another valid number or birth date.
    bool hasNamesakeAtHome = false;
    // Different people carry the number of one of the pair.
    bool isNumberContested = false;
    CertainOn policy = CertainOn::NumberOrFullIdentity;
};

[[nodiscard]] Judgement judge(const Evidence& evidence, const Surroundings& around);

} // namespace frontsheet::matching
