// How long something took, of many: the middle and the slow end, with those that it has not happened to yet kept in the reckoning.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace frontsheet::report {

class Spread {
public:
    void add(std::int32_t took) { m_took.push_back(took); }
    // It has not happened yet: longer than everything that has, so that what went quiet makes no figure better.
    void addNotYet() { ++m_notYet; }

    [[nodiscard]] std::size_t measured() const { return m_took.size(); }
    [[nodiscard]] std::size_t all() const { return m_took.size() + m_notYet; }
    // The least that at least `percent` in a hundred of all took no longer than (nearest rank; 1 to 100). nullopt: of nothing, or so
    // many have not got there yet that nobody can say.
    // Puts what was added in another order.
    [[nodiscard]] std::optional<std::int32_t> within(unsigned percent);

private:
    std::vector<std::int32_t> m_took;
    std::size_t m_notYet = 0;
};

} // namespace frontsheet::report
