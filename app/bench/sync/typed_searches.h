// What a worker types, letter by letter: names and words of notes that are on this device.
#pragma once

#include "app/device/device_session.h"
#include "core/base/result.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace frontsheet::bench {

class TypedSearches {
public:
    [[nodiscard]] static Result<TypedSearches> on(device::DeviceSession& session, std::uint64_t seed);
    // The next state of the search field: a letter more, or the first letter of the next thing.
    [[nodiscard]] std::string next();

private:
    TypedSearches(std::vector<std::string> wanted, std::uint64_t seed) : m_wanted(std::move(wanted)), m_chance(seed) {}

    std::vector<std::string> m_wanted;
    std::mt19937_64 m_chance;
    std::string m_word;
    std::size_t m_typed = 0; // bytes of it
};

} // namespace frontsheet::bench
