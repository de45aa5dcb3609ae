// The device that the screens are measured on: an enrolled profile of a worker whose list is the whole district, 10,000 people,
// with six hundred colleagues in the directory of five agencies; Edith, of whom five agencies have written for five years; and
// Harold, about whom there are 2,000 notes.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace frontsheet::bench {

inline constexpr const char* kDistrictPassphrase = "benchmark passphrase";
inline constexpr std::size_t kYears = 5;
inline constexpr std::size_t kManyNotes = 2'000;

struct District {
    std::size_t people = 10'000;
    std::uint64_t seed = 1;
};

// Makes the profile in `folder`, its search index included, as if the last exchange with every home had just ended.
[[nodiscard]] Result<void> settle(const District& district, const std::filesystem::path& folder);
// What a worker types to find somebody there; the n-th.
[[nodiscard]] std::string typedFor(const District& district, std::size_t n);

[[nodiscard]] PersonId edith();
[[nodiscard]] PersonId harold();
// Anybody else, for going from one to another.
[[nodiscard]] PersonId neighbour(const District& district, std::size_t n);

} // namespace frontsheet::bench
