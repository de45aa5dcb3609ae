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
    fileAlike();
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
        return compareBirthDates(m_identities[a].born, m_identities[b].born) == BirthDateAgreement::Differs;
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

void Locality::Alike::add(const PreparedIdentity& another) {
    if (isSet(another.number)) {
        hasSeveral = hasSeveral || (isSet(number) && number != another.number);
        number = another.number;
    }
    if (another.born.isFull() && !another.isBornWeak) {
        isBornApart =
            isBornApart || (born.isKnown() && compareBirthDates(born, another.born) == BirthDateAgreement::Differs);
        born = another.born;
    }
}

bool Locality::Alike::hasOtherThan(const NumberText& wanted) const {
    return hasSeveral || (isSet(number) && number != wanted);
}

void Locality::fileAlike() {
    std::map<std::pair<WordId, PartialDate>, std::uint32_t> byBirthDate;
    std::map<std::pair<WordId, std::uint64_t>, std::uint32_t> byPostcode;
    const auto place = [this](auto& places, const auto& key) {
        const auto [at, isNew] = places.try_emplace(key, static_cast<std::uint32_t>(m_alike.size()));
        if (isNew) {
            m_alike.emplace_back();
        }
        return at->second;
    };
    m_alike.emplace_back();
    m_namesakes.assign(m_identities.size(), 0);
    m_households.assign(m_identities.size(), 0);
    for (std::uint32_t at = 0; at < m_identities.size(); ++at) {
        const auto& identity = m_identities[at];
        if (identity.name.sorted == 0) {
            continue;
        }
        if (identity.born.isFull() && !identity.isBornWeak) {
            m_namesakes[at] = place(byBirthDate, std::pair{identity.name.sorted, identity.born});
            m_alike[m_namesakes[at]].add(identity);
        }
        if (identity.postcode != 0) {
            m_households[at] = place(byPostcode, std::pair{identity.name.sorted, identity.postcode});
            m_alike[m_households[at]].add(identity);
        }
    }
}

bool Locality::hasNamesakeAtHome(std::uint32_t at) const {
    const auto& household = m_alike[m_households[at]];
    return household.hasSeveral || household.isBornApart;
}

bool Locality::hasRival(std::uint32_t at, const Evidence& evidence) const {
    const auto& number = m_identities[at].number;
    // Where the birth date does not tell, father and son of one name at one address are rivals too.
    return m_alike[m_namesakes[at]].hasOtherThan(number) ||
           (evidence.born != BirthDateAgreement::Same && m_alike[m_households[at]].hasOtherThan(number));
}

bool Locality::isWorthComparing(std::uint32_t a, std::uint32_t b) const {
    const auto& x = m_identities[a];
    const auto& y = m_identities[b];
    if ((isSet(x.number) && x.number == y.number) || isSet(x.invalidNumber) || isSet(y.invalidNumber) ||
        (x.address != 0 && x.address == y.address)) {
        return true;
    }
    return compareBirthDates(x.born, y.born) != BirthDateAgreement::Differs;
}

JudgedPair Locality::judged(std::uint32_t a, std::uint32_t b) const {
    const auto& x = m_identities[a];
    const auto& y = m_identities[b];
    JudgedPair pair{a, b, compare(x, y, m_pool), {}};
    Surroundings around;
    around.policy = m_policy;
    around.isNumberContested = x.isNumberContested || y.isNumberContested;
    around.hasNamesakeAtHome = hasNamesakeAtHome(a) || hasNamesakeAtHome(b);
    around.hasRival =
        pair.evidence.number == NumberAgreement::Same && (hasRival(a, pair.evidence) || hasRival(b, pair.evidence));
    pair.judgement = judge(pair.evidence, around);
    return pair;
}

bool Locality::mayBeOne(std::uint32_t a, std::uint32_t b) const {
    const Evidence evidence = compare(m_identities[a], m_identities[b], m_pool);
    return evidence.number != NumberAgreement::Differs && !isClash(evidence.name) &&
           evidence.born != BirthDateAgreement::Differs;
}

} // namespace frontsheet::matching
