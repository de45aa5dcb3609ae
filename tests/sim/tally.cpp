#include "tests/sim/tally.h"

#include <cstdlib>

namespace frontsheet::sim {

void Tally::count(std::string_view kind, std::string_view what, std::uint64_t times) {
    auto of = m_counts.find(kind);
    if (of == m_counts.end()) {
        of = m_counts.emplace(std::string{kind}, Counts::mapped_type{}).first;
    }
    auto at = of->second.find(what);
    if (at == of->second.end()) {
        at = of->second.emplace(std::string{what}, 0).first;
    }
    at->second += times;
}

void Tally::add(const Tally& other) {
    for (const auto& [kind, whats] : other.m_counts) {
        for (const auto& [what, times] : whats) {
            count(kind, what, times);
        }
    }
}

std::uint64_t Tally::of(std::string_view kind, std::string_view what) const {
    const auto found = m_counts.find(kind);
    if (found == m_counts.end()) {
        return 0;
    }
    const auto at = found->second.find(what);
    return at == found->second.end() ? 0 : at->second;
}

std::uint64_t Tally::ofKind(std::string_view kind) const {
    std::uint64_t all = 0;
    if (const auto found = m_counts.find(kind); found != m_counts.end()) {
        for (const auto& [what, times] : found->second) {
            all += times;
        }
    }
    return all;
}

std::string Tally::inLines() const {
    std::string out;
    for (const auto& [kind, whats] : m_counts) {
        for (const auto& [what, times] : whats) {
            out += kind + '\t' + what + '\t' + std::to_string(times) + '\n';
        }
    }
    return out;
}

Tally Tally::ofLines(std::string_view lines) {
    Tally tally;
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        const auto line = lines.substr(0, end);
        lines = end == std::string_view::npos ? std::string_view{} : lines.substr(end + 1);
        const auto first = line.find('\t');
        const auto second = line.find('\t', first + 1);
        if (first != std::string_view::npos && second != std::string_view::npos) {
            tally.count(line.substr(0, first), line.substr(first + 1, second - first - 1),
                        std::strtoull(std::string{line.substr(second + 1)}.c_str(), nullptr, 10));
        }
    }
    return tally;
}

} // namespace frontsheet::sim
