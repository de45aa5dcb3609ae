// How often each thing happened: operations, faults, outcomes, states, crash points. A simulator that never does a thing proves
// nothing about it, so what is known must be hit, and how often is stated (thresholds.h).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace frontsheet::sim {

class Tally {
public:
    void count(std::string_view kind, std::string_view what, std::uint64_t times = 1);
    void add(const Tally& other);
    [[nodiscard]] std::uint64_t of(std::string_view kind, std::string_view what) const;
    [[nodiscard]] std::uint64_t ofKind(std::string_view kind) const;

    using Counts = std::map<std::string, std::map<std::string, std::uint64_t, std::less<>>, std::less<>>;
    [[nodiscard]] const Counts& counts() const { return m_counts; }
    // One line a count, "kind<tab>what<tab>n"; and back, for runs in several processes.
    [[nodiscard]] std::string inLines() const;
    static Tally ofLines(std::string_view lines);

private:
    Counts m_counts;
};

} // namespace frontsheet::sim
