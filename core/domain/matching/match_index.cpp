#include "core/domain/matching/match_index.h"

#include "core/domain/matching/blocking.h"
#include "core/domain/matching/grouping.h"
#include "core/domain/matching/locality.h"
#include "core/domain/matching/questions.h"
#include "core/domain/record.h"
#include "core/domain/schema/registration.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace frontsheet {

using namespace matching;

namespace {

// Sorted by pair, each pair once.
void order(std::vector<JudgedPair>& pairs) {
    const auto key = [](const JudgedPair& pair) { return std::pair{pair.a, pair.b}; };
    std::sort(pairs.begin(), pairs.end(), [&](const auto& x, const auto& y) { return key(x) < key(y); });
    pairs.erase(std::unique(pairs.begin(), pairs.end(), [&](const auto& x, const auto& y) { return key(x) == key(y); }),
                pairs.end());
}

LinkBasis basisOf(Firmness firmness) {
    return firmness == Firmness::FullIdentity ? LinkBasis::FullIdentity : LinkBasis::NhsNumber;
}

std::vector<MatchLink> linksWithin(const Groups& groups, const Locality& locality) {
    std::vector<MatchLink> links;
    for (const auto& members : groups.members) {
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (std::size_t j = i + 1; j < members.size(); ++j) {
                const JudgedPair pair = locality.judged(members[i], members[j]);
                const bool direct = pair.judgement.verdict == Verdict::Certain;
                links.push_back({members[i], members[j],
                                 direct ? basisOf(pair.judgement.firmness) : LinkBasis::ThroughOther, pair.evidence});
            }
        }
    }
    std::sort(links.begin(), links.end(), [](const MatchLink& x, const MatchLink& y) {
        return std::pair{x.a, x.b} < std::pair{y.a, y.b};
    });
    return links;
}

} // namespace

class MatchIndex::Impl {
public:
    explicit Impl(CertainOn policy) : m_policy(policy) {}

    void add(const MatchIdentity& identity) {
        m_keys.push_back({identity.agency, identity.person});
        m_identities.push_back(prepare(identity, m_pool));
    }
    [[nodiscard]] std::size_t size() const { return m_keys.size(); }

    [[nodiscard]] MatchResult match() const {
        MatchResult result;
        Locality locality{ordered(result.people), m_pool, m_policy};
        result.apart = locality.placeholderNumberHolders();

        std::vector<JudgedPair> certain;
        std::vector<JudgedPair> questions;
        std::vector<JudgedPair> apart;
        const auto counts = visitCandidates(locality.identities(), [&](std::uint32_t a, std::uint32_t b) {
            if (!locality.isWorthComparing(a, b)) {
                return;
            }
            JudgedPair pair = locality.judged(a, b);
            if (pair.judgement.verdict == Verdict::Certain) {
                certain.push_back(std::move(pair));
            } else if (pair.judgement.verdict == Verdict::Question) {
                questions.push_back(std::move(pair));
            } else if (pair.judgement.apart) {
                apart.push_back(std::move(pair));
            }
        });
        order(certain);
        order(questions);
        order(apart);

        const Groups groups = groupCertain(result.people.size(), certain,
                                           [&](std::uint32_t a, std::uint32_t b) { return locality.mayBeOne(a, b); });
        result.links = linksWithin(groups, locality);
        // Certain pairs that were withdrawn from a group are for a worker to settle.
        questions.insert(questions.end(), certain.begin(), certain.end());
        result.questions = askAbout(questions, groups, locality);
        for (const auto& pair : apart) {
            if (groups.groupOf[pair.a] != groups.groupOf[pair.b]) {
                result.apart.push_back({pair.a, pair.b, *pair.judgement.apart, pair.evidence});
            }
        }
        std::stable_sort(result.apart.begin(), result.apart.end(), [](const MatchApart& x, const MatchApart& y) {
            return std::pair{x.a, x.b} < std::pair{y.a, y.b};
        });

        result.counts = locality.counts();
        result.counts.identities = result.people.size();
        result.counts.pairsCompared = counts.pairs;
        result.counts.oversizedBlocks = counts.oversizedBlocks;
        result.counts.inconsistentGroups = groups.inconsistent;
        return result;
    }

private:
    // By key, the last of equal keys.
    [[nodiscard]] std::vector<PreparedIdentity> ordered(std::vector<MatchKey>& keys) const {
        std::vector<std::uint32_t> places(m_keys.size());
        std::iota(places.begin(), places.end(), 0U);
        std::stable_sort(places.begin(), places.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return m_keys[a] < m_keys[b]; });
        std::vector<PreparedIdentity> identities;
        identities.reserve(places.size());
        for (const auto place : places) {
            if (!keys.empty() && keys.back() == m_keys[place]) {
                identities.back() = m_identities[place];
            } else {
                keys.push_back(m_keys[place]);
                identities.push_back(m_identities[place]);
            }
        }
        return identities;
    }

    CertainOn m_policy;
    WordPool m_pool;
    std::vector<MatchKey> m_keys;
    std::vector<PreparedIdentity> m_identities;
};

MatchIndex::MatchIndex(CertainOn policy) : m_impl(std::make_unique<Impl>(policy)) {}
MatchIndex::~MatchIndex() = default;
MatchIndex::MatchIndex(MatchIndex&&) noexcept = default;
MatchIndex& MatchIndex::operator=(MatchIndex&&) noexcept = default;

void MatchIndex::add(const MatchIdentity& identity) { m_impl->add(identity); }
std::size_t MatchIndex::size() const { return m_impl->size(); }
MatchResult MatchIndex::match() const { return m_impl->match(); }

MatchIdentity identityOf(const Record& record) {
    using namespace registration;
    const auto& fields = record.fields;
    MatchIdentity identity;
    identity.agency = record.home;
    identity.person = record.person;
    identity.nhsNumber = fields.get(kNhsNumber);
    if (identity.nhsNumber.empty()) {
        identity.nhsNumber = fields.get(kNhsNumberAsGiven);
    }
    identity.name = {fields.get(kTitle), fields.get(kGivenName), fields.get(kFamilyName)};
    identity.born = fields.get(kBorn);
    identity.address = fields.get(kAddress);
    identity.postcode = fields.get(kPostcode);
    identity.phone = fields.get(kPhone);
    return identity;
}

Evidence evidenceOf(const MatchIdentity& a, const MatchIdentity& b) {
    matching::WordPool pool;
    const auto left = matching::prepare(a, pool);
    const auto right = matching::prepare(b, pool);
    return matching::compare(left, right, pool);
}

std::string_view codeOf(ApartReason reason) {
    switch (reason) {
    case ApartReason::SharedNumber:
        return "shared-number";
    case ApartReason::PlaceholderNumber:
        return "placeholder-number";
    case ApartReason::Namesakes:
        return "namesakes";
    case ApartReason::OneNameOneAddress:
        return "one-name-one-address";
    }
    return "unknown";
}

std::string_view wordsOf(ApartReason reason) {
    switch (reason) {
    case ApartReason::SharedNumber:
        return "two people carry one NHS number; one of the registrations has the wrong one";
    case ApartReason::PlaceholderNumber:
        return "many people carry this NHS number; it is not used";
    case ApartReason::Namesakes:
        return "one name and birth date, but other NHS numbers and places: taken for two people";
    case ApartReason::OneNameOneAddress:
        return "one name at one address, but other birth dates: taken for two people";
    }
    return "unknown";
}

std::string_view codeOf(LinkBasis basis) {
    switch (basis) {
    case LinkBasis::NhsNumber:
        return "nhs-number";
    case LinkBasis::FullIdentity:
        return "full-identity";
    case LinkBasis::ThroughOther:
        return "through-other";
    }
    return "unknown";
}

std::vector<MatchStatement> statementsFor(const MatchResult& result, const AgencyId& agency) {
    std::vector<MatchStatement> statements;
    const auto isOwn = [&](MatchPlace at) { return result.people[at].agency == agency; };
    const auto state = [&](MatchPlace a, MatchPlace b, MatchStatement statement) {
        if (!isOwn(a) && !isOwn(b)) {
            return;
        }
        const auto& own = result.people[isOwn(a) ? a : b];
        const auto& other = result.people[isOwn(a) ? b : a];
        statement.own = own.person;
        statement.other = other.person;
        statement.otherAgency = other.agency;
        statements.push_back(std::move(statement));
    };
    for (const auto& link : result.links) {
        state(link.a, link.b, {{}, {}, {}, true, link.basis, 0, link.evidence});
    }
    std::uint32_t number = 0;
    for (const auto& question : result.questions) {
        ++number;
        for (const auto& ground : question.grounds) {
            state(ground.a, ground.b, {{}, {}, {}, false, LinkBasis::NhsNumber, number, ground.evidence});
        }
    }
    return statements;
}

} // namespace frontsheet
