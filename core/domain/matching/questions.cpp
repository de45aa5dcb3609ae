#include "core/domain/matching/questions.h"

#include "core/domain/matching/match_tuning.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace frontsheet::matching {

namespace {

using GroupPair = std::pair<std::uint32_t, std::uint32_t>;

// Greater is stronger. Only orders the grounds of a question for the reader.
int strength(const Evidence& e) {
    static constexpr int kNumber[] = {0, 8, 4, -4};
    static constexpr int kName[] = {0, 6, 5, 4, 4, 3, 2, 1, -2, -6};
    static constexpr int kBorn[] = {0, 6, 3, 2, 4, 2, -4};
    static constexpr int kPlace[] = {0, 3, -1};
    return kNumber[static_cast<int>(e.number)] + kName[static_cast<int>(e.name)] + kBorn[static_cast<int>(e.born)] +
           kPlace[static_cast<int>(e.place)];
}

enum class NumbersMayDiffer : std::uint8_t { No, Yes };

class Asking {
public:
    Asking(const std::vector<JudgedPair>& pairs, const Groups& groups, const Locality& locality)
        : m_groups(groups), m_locality(locality) {
        for (const auto& pair : pairs) {
            const auto [x, y] = std::minmax(groups.groupOf[pair.a], groups.groupOf[pair.b]);
            if (x != y) {
                m_grounds[{x, y}].push_back({pair.a, pair.b, pair.evidence});
            }
        }
    }

    std::vector<MatchQuestion> ask() {
        std::vector<GroupPair> edges;
        for (auto at = m_grounds.begin(); at != m_grounds.end();) {
            if (excludeOneAnother(at->first, numbersMayDiffer(at->second))) {
                at = m_grounds.erase(at);
            } else {
                edges.push_back(at->first);
                ++at;
            }
        }
        // Number the groups that are asked about densely, or a million groups would be walked for a hundred edges.
        std::vector<std::uint32_t> named;
        for (const auto& [x, y] : edges) {
            named.push_back(x);
            named.push_back(y);
        }
        std::sort(named.begin(), named.end());
        named.erase(std::unique(named.begin(), named.end()), named.end());
        const auto placeOf = [&](std::uint32_t group) {
            return static_cast<std::uint32_t>(std::lower_bound(named.begin(), named.end(), group) - named.begin());
        };
        std::vector<GroupPair> placed;
        for (const auto& [x, y] : edges) {
            placed.emplace_back(placeOf(x), placeOf(y));
        }
        std::vector<MatchQuestion> questions;
        for (const auto& component : connectedComponents(named.size(), placed)) {
            std::vector<std::uint32_t> asked;
            for (const auto at : component) {
                asked.push_back(named[at]);
            }
            askComponent(asked, questions);
        }
        std::sort(questions.begin(), questions.end(),
                  [](const MatchQuestion& x, const MatchQuestion& y) { return x.groups < y.groups; });
        return questions;
    }

private:
    static NumbersMayDiffer numbersMayDiffer(const std::vector<MatchPair>& grounds) {
        return std::any_of(grounds.begin(), grounds.end(),
                           [](const MatchPair& g) { return g.evidence.number == NumberAgreement::Differs; })
                   ? NumbersMayDiffer::Yes
                   : NumbersMayDiffer::No;
    }

    // Some member of one group cannot be the human of the other.
    [[nodiscard]] bool excludeOneAnother(const GroupPair& pair, NumbersMayDiffer numbers) const {
        for (const auto a : m_groups.members[pair.first]) {
            for (const auto b : m_groups.members[pair.second]) {
                const JudgedPair judged = m_locality.judged(std::min(a, b), std::max(a, b));
                if (judged.judgement.verdict != Verdict::Apart) {
                    continue;
                }
                if (isClash(judged.evidence.name) || judged.evidence.born == BirthDateAgreement::Differs ||
                    (judged.evidence.number == NumberAgreement::Differs && numbers == NumbersMayDiffer::No)) {
                    return true;
                }
            }
        }
        return false;
    }

    void askComponent(const std::vector<std::uint32_t>& groups, std::vector<MatchQuestion>& questions) const {
        MatchQuestion whole;
        bool together = groups.size() <= kQuestionGroups;
        for (const auto group : groups) {
            whole.groups.push_back(m_groups.members[group]);
        }
        for (std::size_t i = 0; i < groups.size(); ++i) {
            for (std::size_t j = i + 1; j < groups.size(); ++j) {
                const auto at = m_grounds.find({groups[i], groups[j]});
                if (at == m_grounds.end()) {
                    together = together && !excludeOneAnother({groups[i], groups[j]}, NumbersMayDiffer::No);
                    continue;
                }
                whole.grounds.insert(whole.grounds.end(), at->second.begin(), at->second.end());
            }
        }
        if (together) {
            questions.push_back(withGroundsInOrder(std::move(whole)));
            return;
        }
        for (std::size_t i = 0; i < groups.size(); ++i) {
            for (std::size_t j = i + 1; j < groups.size(); ++j) {
                if (const auto at = m_grounds.find({groups[i], groups[j]}); at != m_grounds.end()) {
                    questions.push_back(
                        withGroundsInOrder({{m_groups.members[groups[i]], m_groups.members[groups[j]]}, at->second}));
                }
            }
        }
    }

    static MatchQuestion withGroundsInOrder(MatchQuestion question) {
        std::sort(question.groups.begin(), question.groups.end());
        std::stable_sort(question.grounds.begin(), question.grounds.end(), [](const MatchPair& x, const MatchPair& y) {
            return std::tuple{-strength(x.evidence), x.a, x.b} < std::tuple{-strength(y.evidence), y.a, y.b};
        });
        return question;
    }

    const Groups& m_groups;
    const Locality& m_locality;
    std::map<GroupPair, std::vector<MatchPair>> m_grounds;
};

} // namespace

std::vector<MatchQuestion> askAbout(const std::vector<JudgedPair>& pairs, const Groups& groups,
                                    const Locality& locality) {
    return Asking{pairs, groups, locality}.ask();
}

} // namespace frontsheet::matching
