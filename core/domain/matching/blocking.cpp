#include "core/domain/matching/blocking.h"

#include "core/domain/matching/match_tuning.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace frontsheet::matching {

namespace {

using Filed = std::pair<std::uint64_t, std::uint32_t>; // key, identity
using Filing = std::vector<Filed>;

std::uint64_t keyOf(std::uint64_t a, std::uint64_t b) {
    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014): spreads both halves over the whole key.
    std::uint64_t x = a * 0x9e3779b97f4a7c15ULL + b;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

std::uint64_t numberKey(const PreparedIdentity& identity) {
    return fingerprint({identity.number.data(), identity.number.size()});
}

// Day and month exchanged give the same key.
std::uint64_t birthKey(const PartialDate& born) {
    const auto [least, most] = std::minmax(born.day, born.month);
    return static_cast<std::uint64_t>(born.year) * 10000 + least * 100ULL + most;
}

class Blocks {
public:
    Blocks(const std::vector<PreparedIdentity>& identities,
           const std::function<void(std::uint32_t, std::uint32_t)>& visit)
        : m_identities(identities), m_visit(visit) {}

    // `file(identity, add)` calls add(key) for each key of the kind.
    template <class File>
    void run(File&& file) {
        m_filing.clear();
        for (std::uint32_t at = 0; at < m_identities.size(); ++at) {
            file(m_identities[at], [&](std::uint64_t key) { m_filing.emplace_back(key, at); });
        }
        std::sort(m_filing.begin(), m_filing.end());
        m_filing.erase(std::unique(m_filing.begin(), m_filing.end()), m_filing.end());
        for (auto from = m_filing.begin(); from != m_filing.end();) {
            const auto to = std::find_if(from, m_filing.end(), [&](const Filed& f) { return f.first != from->first; });
            visitBlock(from, to);
            from = to;
        }
    }

    [[nodiscard]] const BlockingCounts& counts() const { return m_counts; }

private:
    void visitBlock(Filing::iterator from, Filing::iterator to) {
        const auto size = static_cast<std::size_t>(to - from);
        std::size_t window = size;
        if (size > kBlockLimit) {
            ++m_counts.oversizedBlocks;
            window = kBlockWindow;
            std::sort(from, to, [&](const Filed& a, const Filed& b) { return order(a.second) < order(b.second); });
        }
        for (auto a = from; a != to; ++a) {
            const auto reach = a + static_cast<std::ptrdiff_t>(std::min(window, static_cast<std::size_t>(to - a)));
            for (auto b = a + 1; b < reach; ++b) {
                ++m_counts.pairs;
                m_visit(std::min(a->second, b->second), std::max(a->second, b->second));
            }
        }
    }

    [[nodiscard]] std::tuple<std::uint64_t, PartialDate, std::uint32_t> order(std::uint32_t at) const {
        return {m_identities[at].name.sortedPrint, m_identities[at].born, at};
    }

    const std::vector<PreparedIdentity>& m_identities;
    const std::function<void(std::uint32_t, std::uint32_t)>& m_visit;
    Filing m_filing;
    BlockingCounts m_counts;
};

template <class Add>
void fileWords(const PreparedIdentity& identity, std::uint64_t with, Add&& add) {
    if (with != 0) {
        for (const auto word : identity.name.words) {
            add(keyOf(with, word));
        }
    }
}

} // namespace

BlockingCounts visitCandidates(const std::vector<PreparedIdentity>& identities,
                               const std::function<void(std::uint32_t, std::uint32_t)>& visit) {
    Blocks blocks{identities, visit};
    blocks.run([](const PreparedIdentity& identity, auto&& add) {
        if (isSet(identity.number)) {
            add(numberKey(identity));
        }
    });
    blocks.run([](const PreparedIdentity& identity, auto&& add) {
        if (identity.born.isKnown() && !identity.isBornWeak) {
            fileWords(identity, birthKey(identity.born), add);
        }
    });
    blocks.run([](const PreparedIdentity& identity, auto&& add) {
        if (identity.born.isKnown() && !identity.isBornWeak && identity.postcode != 0) {
            add(keyOf(identity.postcode, birthKey(identity.born)));
        }
    });
    blocks.run([](const PreparedIdentity& identity, auto&& add) { fileWords(identity, identity.postcode, add); });
    blocks.run([](const PreparedIdentity& identity, auto&& add) { fileWords(identity, identity.phone, add); });
    blocks.run([](const PreparedIdentity& identity, auto&& add) { fileWords(identity, identity.address, add); });
    return blocks.counts();
}

void visitNumberBlocks(const std::vector<PreparedIdentity>& identities,
                       const std::function<void(const std::vector<std::uint32_t>&)>& use) {
    std::vector<std::uint32_t> holders;
    for (std::uint32_t at = 0; at < identities.size(); ++at) {
        if (isSet(identities[at].number)) {
            holders.push_back(at);
        }
    }
    std::sort(holders.begin(), holders.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(identities[a].number, a) < std::tie(identities[b].number, b);
    });
    for (auto from = holders.begin(); from != holders.end();) {
        const NumberText number = identities[*from].number;
        const auto to =
            std::find_if(from, holders.end(), [&](std::uint32_t at) { return identities[at].number != number; });
        if (to - from > 1) {
            use({from, to});
        }
        from = to;
    }
}

} // namespace frontsheet::matching
