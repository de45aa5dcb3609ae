// One identity made ready for comparing, and the comparison itself: evidence without a judgement.
#pragma once

#include "core/domain/identity/partial_date.h"
#include "core/domain/matching/evidence.h"
#include "core/domain/matching/name_key.h"

#include <array>
#include <cstdint>

namespace frontsheet {
struct MatchIdentity;
}

namespace frontsheet::matching {

// Ten digits, or the first is NUL for "none".
using NumberText = std::array<char, 10>;
[[nodiscard]] inline bool isSet(const NumberText& number) { return number[0] != '\0'; }

struct PreparedIdentity {
    NumberText number{};        // valid and trusted
    NumberText invalidNumber{}; // ten digits that fail the check
    NameKey name;
    PartialDate born; // unknown where missing or a placeholder
    bool isBornWeak = false;
    bool isPhoneTelling = false;
    bool isNumberContested = false; // different people carry it: no ground for anything but itself
    std::uint64_t postcode = 0;
    std::uint64_t address = 0;
    std::uint64_t phone = 0;
};

[[nodiscard]] PreparedIdentity prepare(const MatchIdentity& identity, WordPool& pool);
[[nodiscard]] Evidence compare(const PreparedIdentity& a, const PreparedIdentity& b, const WordPool& pool);
[[nodiscard]] BirthDateAgreement compareBirthDates(const PartialDate& a, const PartialDate& b);

// Whether a place agrees, from its three marks. A telephone number is telling when it has enough digits that two people
// seldom share it by chance.
enum class PhoneWeight : std::uint8_t { Slight, Telling };
[[nodiscard]] PlaceAgreement placeOf(FieldAgreement postcode, FieldAgreement address, FieldAgreement phone,
                                     PhoneWeight weight);

// Names that belong to different people unless something explains it.
[[nodiscard]] inline bool isClash(NameAgreement name) {
    return name == NameAgreement::GivenDiffers || name == NameAgreement::Differs;
}

} // namespace frontsheet::matching
