// The numbers of the matching index, each with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

namespace frontsheet::matching {

// A number held by this many clearly different people is no evidence at all (a test number, a form's example).
inline constexpr std::size_t kPeopleOfAPlaceholderNumber = 3;

// A full birth date is taken for a placeholder when more identities carry it than chance allows: a floor that a small
// locality with twins and five registrations each stays under, and a multiple of the mean that a large one does.
inline constexpr std::size_t kBirthDateFloor = 40;
inline constexpr std::size_t kBirthDateTimesMean = 6;

// Identities that share a blocking key are compared each with each up to this many (20,000 pairs); a larger block (a
// common name in a care home's postcode, a placeholder) is sorted by name and birth date and compared within a window.
inline constexpr std::size_t kBlockLimit = 200;
inline constexpr std::size_t kBlockWindow = 24;

// More registrations than this are not one human without a person looking: five agencies with a few duplicates each.
inline constexpr std::size_t kGroupLimit = 24;

// One question to a worker shows at most this many groups; beyond, the pairs are asked one by one.
inline constexpr std::size_t kQuestionGroups = 6;

} // namespace frontsheet::matching
