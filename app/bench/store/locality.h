// A locality for the store's benchmark: people, registrations at two agencies, links, care teams, referrals and notes, made
// from a seed as they are asked for, so that the making takes no memory of what is measured.
#pragma once

#include "core/domain/record.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace frontsheet::bench {

class Locality {
public:
    Locality(std::uint64_t seed, std::size_t people);

    // The n-th record of the trust's snapshot: by person, so that a person's records stand together in time. About 700
    // bytes with its header. `at(n)` is the same whenever asked.
    [[nodiscard]] Record at(std::size_t n);
    [[nodiscard]] std::size_t people() const { return m_people; }
    [[nodiscard]] PersonId person(std::size_t n) const;
    // Something a worker begins to type: a name, a number, words of a note.
    [[nodiscard]] std::string wanted(std::mt19937_64& chance) const;

    [[nodiscard]] std::string words(std::mt19937_64& chance, std::size_t bytes) const;

private:
    [[nodiscard]] const std::string& word(std::mt19937_64& chance) const;

    std::uint64_t m_seed;
    std::size_t m_people;
    std::vector<std::string> m_vocabulary;
};

[[nodiscard]] std::string familyName(std::uint64_t draw);
[[nodiscard]] std::string givenName(std::uint64_t draw);

} // namespace frontsheet::bench
