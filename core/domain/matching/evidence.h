// What two identities agree and differ in, as codes with plain words: never the values themselves, so that evidence may
// be stored, sent and logged where identities may not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

enum class NumberAgreement : std::uint8_t {
    Unknown, // one has none, or none that can be trusted
    Same,
    OneSlip, // one fails its check and differs from the other as a slip of the keyboard does
    Differs, // both valid
};

enum class NameAgreement : std::uint8_t {
    Unknown,        // one has no family or no given name
    Same,           // the same words, whatever their order, accents, capitals, hyphens; a letter lost to "?" agrees
    ShortForm,      // same family name, one given name a short form of the other; or other spellings (Müller, Mueller)
    MaybeShortForm, // same family name, given names that may be used for one another (Pat, Patricia)
    Partial,        // middle names or half of a double name missing
    OneLetterOff,
    Initial,       // given names agree only in an initial, or in the first of several
    FamilyDiffers, // the given names go together, the family names do not: married, or another person
    GivenDiffers,  // a relative, or another person
    Differs,
};

enum class BirthDateAgreement : std::uint8_t {
    Unknown, // one has none, or a placeholder
    Same,
    SameButWeak, // the same, but 1 January or without a day: what is given where none is known
    Consistent,  // one is weak and its year is the other's
    DayMonthSwapped,
    OnePartOff, // two of year, month and day agree
    Differs,
};

enum class PlaceAgreement : std::uint8_t {
    Unknown, // nothing to compare
    Agrees,  // postcode, unless both address and phone differ; or a telling phone number; or the address
    Differs,
};

enum class FieldAgreement : std::uint8_t { Unknown, Same, Differs };

struct Evidence {
    NumberAgreement number = NumberAgreement::Unknown;
    NameAgreement name = NameAgreement::Unknown;
    BirthDateAgreement born = BirthDateAgreement::Unknown;
    PlaceAgreement place = PlaceAgreement::Unknown;
    FieldAgreement postcode = FieldAgreement::Unknown;
    FieldAgreement address = FieldAgreement::Unknown;
    FieldAgreement phone = FieldAgreement::Unknown;

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

// "number-same name-short-form born-same postcode-same phone-differs": for machines, stable.
[[nodiscard]] std::string codesOf(const Evidence& evidence);
// "NHS number the same; given name a short form of the other's; birth date the same; ...": for English-language reports;
// screens make their own words from the codes.
[[nodiscard]] std::string wordsOf(const Evidence& evidence);

} // namespace frontsheet
