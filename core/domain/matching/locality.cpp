#include "core/domain/matching/locality.h"

#include "core/domain/matching/blocking.h"
#include "core/domain/matching/match_rules.h"
#include "core/domain/matching/match_tuning.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace frontsheet::matching {

Locality::Locality(std::vector<PreparedIdentity> identities, const WordPool& pool, CertainOn policy)
    : m_identities(std::move(identities)), m_pool(pool), m_policy(policy) {
    clearPlaceholderBirthDates();
    visitNumberBlocks(m_identities, [this](const std::vector<std::uint32_t>& holders) { examineNumber(holders); });
    fileNamesakes();
}

void Locality::clearPlaceholderBirthDates() {
    std::map<PartialDate, std::size_t> holders;
    std::size_t full = 0;
    for (const auto& identity : m_identities) {
        if (identity.born.isFull()) {
            ++holders[identity.born];
            ++full;
        }
    }
    if (holders.empty()) {
        return;
    }
    const std::size_t limit = kBirthDateFloor + kBirthDateTimesMean * full / holders.size();
    for (auto& identity : m_identities) {
        const auto at = identity.born.isFull() ? holders.find(identity.born) : holders.end();
        if (at != holders.end() && at->second > limit) {
            identity.born = {};
            identity.isBornWeak = false;
        }
    }
    m_counts.placeholderBirthDates = static_cast<std::uint64_t>(
        std::count_if(holders.begin(), holders.end(), [&](const auto& each) { return each.second > limit; }));
}

void Locality::examineNumber(const std::vector<std::uint32_t>& holders) {
    const auto different = [&](std::uint32_t a, std::uint32_t b) {
        return isClash(compareNames(m_identities[a].name, m_identities[b].name, m_pool));
    };
    const auto bornApart = [&](std::uint32_t a, std::uint32_t b) {
        return compareBirthDates(m_identities[a], m_identities[b]) == BirthDateAgreement::Differs;
    };
    // One holder of each clearly different person. A number held by hundreds needs no closer look.
    std::vector<std::uint32_t> people;
    for (const auto holder : holders) {
        if (people.size() < kPeopleOfAPlaceholderNumber &&
            std::all_of(people.begin(), people.end(),
                        [&](std::uint32_t other) { return different(holder, other) && bornApart(holder, other); })) {
            people.push_back(holder);
        }
    }
    if (people.size() >= kPeopleOfAPlaceholderNumber || holders.size() > kBlockLimit) {
        ++m_counts.placeholderNumbers;
        for (std::size_t i = 1; i < holders.size(); ++i) {
            m_placeholderHolders.push_back({holders.front(), holders[i], ApartReason::PlaceholderNumber,
                                            compare(m_identities[holders.front()], m_identities[holders[i]], m_pool)});
        }
        for (const auto holder : holders) {
            m_identities[holder].number = {};
        }
        return;
    }
    bool contested = false;
    for (std::size_t i = 0; i < holders.size() && !contested; ++i) {
        for (std::size_t j = i + 1; j < holders.size() && !contested; ++j) {
            contested = different(holders[i], holders[j]) || bornApart(holders[i], holders[j]);
        }
    }
    for (const auto holder : holders) {
        m_identities[holder].isNumberContested = contested;
    }
}

void Locality::fileNamesakes() {
    std::map<std::pair<WordId, PartialDate>, std::uint32_t> places;
    m_namesakes.emplace_back(); // of those without a full, telling birth date: nobody
    m_namesakesOf.assign(m_identities.size(), 0);
    for (std::uint32_t at = 0; at < m_identities.size(); ++at) {
        const auto& identity = m_identities[at];
        if (!identity.born.isFull() || identity.isBornWeak || identity.name.sorted == 0) {
            continue;
        }
        const auto [place, isNew] =
            places.try_emplace({identity.name.sorted, identity.born}, static_cast<std::uint32_t>(m_namesakes.size()));
        if (isNew) {
            m_namesakes.emplace_back();
        }
        m_namesakesOf[at] = place->second;
        auto& namesakes = m_namesakes[place->second];
        if (isSet(identity.number)) {
            namesakes.hasSeveralNumbers =
                namesakes.hasSeveralNumbers || (isSet(namesakes.number) && namesakes.number != identity.number);
            namesakes.number = identity.number;
        }
    }
}

bool Locality::hasOtherNumber(std::uint32_t at, const NumberText& number) const {
    const auto& namesakes = m_namesakes[m_namesakesOf[at]];
    return namesakes.hasSeveralNumbers || (isSet(namesakes.number) && namesakes.number != number);
}

bool Locality::isWorthComparing(std::uint32_t a, std::uint32_t b) const {
    const auto& x = m_identities[a];
    const auto& y = m_identities[b];
    if ((isSet(x.number) && x.number == y.number) || isSet(x.invalidNumber) || isSet(y.invalidNumber) ||
        (x.address != 0 && x.address == y.address)) {
        return true;
    }
    return compareBirthDates(x, y) != BirthDateAgreement::Differs;
}

JudgedPair Locality::judged(std::uint32_t a, std::uint32_t b) const {
    const auto& x = m_identities[a];
    const auto& y = m_identities[b];
    JudgedPair pair{a, b, compare(x, y, m_pool), {}};
    Surroundings around;
    around.policy = m_policy;
    around.isNumberContested = x.isNumberContested || y.isNumberContested;
    around.hasRival =
        pair.evidence.number == NumberAgreement::Same && (hasOtherNumber(a, x.number) || hasOtherNumber(b, x.number));
    pair.judgement = judge(pair.evidence, around);
    return pair;
}

bool Locality::mayBeOne(std::uint32_t a, std::uint32_t b) const {
    const Evidence evidence = compare(m_identities[a], m_identities[b], m_pool);
    return evidence.number != NumberAgreement::Differs && !isClash(evidence.name) &&
           evidence.born != BirthDateAgreement::Differs;
}

} // namespace frontsheet::matching
