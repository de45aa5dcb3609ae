#include "core/domain/matching/grouping.h"

#include "core/domain/matching/match_tuning.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace frontsheet::matching {

namespace {

using Members = std::vector<std::uint32_t>;
using Agree = std::function<bool(std::uint32_t, std::uint32_t)>;

class DisjointSets {
public:
    explicit DisjointSets(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0U); }

    std::uint32_t rootOf(std::uint32_t at) {
        while (m_parent[at] != at) {
            m_parent[at] = m_parent[m_parent[at]];
            at = m_parent[at];
        }
        return at;
    }
    // The lesser root stays, so that a root is its set's first member.
    void join(std::uint32_t a, std::uint32_t b) {
        a = rootOf(a);
        b = rootOf(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::uint32_t> m_parent;
};

bool isConsistent(const Members& members, const Agree& agree) {
    if (members.size() > kGroupLimit) {
        return false;
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t j = i + 1; j < members.size(); ++j) {
            if (!agree(members[i], members[j])) {
                return false;
            }
        }
    }
    return true;
}

// Splits `members` by the pairs of at least the given firmness; goes on to firmer pairs where that is not enough.
void settle(const Members& members, const std::vector<const JudgedPair*>& pairs, Firmness weakest, const Agree& agree,
            std::vector<Members>& out, std::uint64_t& inconsistent) {
    if (isConsistent(members, agree)) {
        out.push_back(members);
        return;
    }
    ++inconsistent;
    const auto placeOf = [&](std::uint32_t at) {
        return static_cast<std::uint32_t>(std::lower_bound(members.begin(), members.end(), at) - members.begin());
    };
    std::vector<const JudgedPair*> firmer;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (const auto* pair : pairs) {
        if (pair->judgement.firmness < weakest) {
            firmer.push_back(pair);
            edges.emplace_back(placeOf(pair->a), placeOf(pair->b));
        }
    }
    for (const auto& part : connectedComponents(members.size(), edges)) {
        Members named;
        for (const auto at : part) {
            named.push_back(members[at]);
        }
        std::vector<const JudgedPair*> inside;
        std::copy_if(firmer.begin(), firmer.end(), std::back_inserter(inside),
                     [&](const JudgedPair* pair) { return std::binary_search(named.begin(), named.end(), pair->a); });
        settle(named, inside, static_cast<Firmness>(static_cast<int>(weakest) - (inside.empty() ? 0 : 1)), agree, out,
               inconsistent);
    }
}

} // namespace

std::vector<std::vector<std::uint32_t>>
connectedComponents(std::size_t nodes, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges) {
    DisjointSets sets{nodes};
    for (const auto& [a, b] : edges) {
        sets.join(a, b);
    }
    constexpr auto kNone = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> componentOf(nodes, kNone);
    std::vector<Members> components;
    for (std::uint32_t at = 0; at < nodes; ++at) {
        const auto root = sets.rootOf(at);
        if (componentOf[root] == kNone) {
            componentOf[root] = static_cast<std::uint32_t>(components.size());
            components.emplace_back();
        }
        components[componentOf[root]].push_back(at);
    }
    return components;
}

Groups groupCertain(std::size_t identities, const std::vector<JudgedPair>& certain, const Agree& agree) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    edges.reserve(certain.size());
    for (const auto& pair : certain) {
        edges.emplace_back(pair.a, pair.b);
    }
    const auto components = connectedComponents(identities, edges);
    std::vector<std::uint32_t> componentOf(identities);
    for (std::uint32_t at = 0; at < components.size(); ++at) {
        for (const auto member : components[at]) {
            componentOf[member] = at;
        }
    }
    std::vector<std::vector<const JudgedPair*>> inside(components.size());
    for (const auto& pair : certain) {
        inside[componentOf[pair.a]].push_back(&pair);
    }
    Groups groups;
    for (std::size_t at = 0; at < components.size(); ++at) {
        settle(components[at], inside[at], Firmness::FullIdentity, agree, groups.members, groups.inconsistent);
    }
    std::sort(groups.members.begin(), groups.members.end());
    groups.groupOf.resize(identities);
    for (std::uint32_t at = 0; at < groups.members.size(); ++at) {
        for (const auto member : groups.members[at]) {
            groups.groupOf[member] = at;
        }
    }
    return groups;
}

} // namespace frontsheet::matching
