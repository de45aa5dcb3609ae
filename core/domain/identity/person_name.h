// A person's name in the three parts that registers keep, and how it is taken out of one field. How it is shown is in
// core/domain/display_name.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace frontsheet {

struct PersonName {
    std::string title; // "Mrs", as written
    std::string given; // first and middle names
    std::string family;

    friend bool operator==(const PersonName&, const PersonName&) = default;
};

// How an extract writes a whole name in one field.
enum class NameForm : std::uint8_t {
    FamilyCommaGiven, // "Smith, John", "Smith, John (Mr)"
    TitleGivenFamily, // "Mr John Smith", "John van der Berg", "John SMITH", "SMITH John"
};

// Why a split may be wrong. The split is made all the same, and the doubt is reported.
enum class NameDoubt : std::uint8_t {
    None,
    OneWord,       // taken as the family name
    NoComma,       // a comma was promised: split as TitleGivenFamily
    SeveralCommas, // split at the first
    ManyWords,     // three or more words: where the family name begins is a guess
};

struct SplitName {
    PersonName name;
    NameDoubt doubt = NameDoubt::None;
};

// Particles ("van der", "ap", "Ó", "St") begin the family name, at the very front too where they are not capitalised or
// stand in pairs ("van der Berg Anna"). A single run of words in capitals is the family name wherever it stands, as long
// as other words are not in capitals.
[[nodiscard]] SplitName splitName(std::string_view text, NameForm form);

} // namespace frontsheet
