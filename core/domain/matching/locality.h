// All identities of one matching run, with what only the whole can tell: numbers and birth dates that are nobody's,
// numbers that different people carry, and namesakes.
#pragma once

#include "core/domain/matching/grouping.h"
#include "core/domain/matching/match_index.h"
#include "core/domain/matching/prepared_identity.h"

#include <cstdint>
#include <vector>

namespace frontsheet::matching {

class Locality {
public:
    // `pool` must outlive it. Clears placeholder numbers and birth dates from the identities.
    Locality(std::vector<PreparedIdentity> identities, const WordPool& pool, CertainOn policy);

    [[nodiscard]] const std::vector<PreparedIdentity>& identities() const { return m_identities; }
    // False where the pair shares a key but can be neither one human nor worth reporting; cheap.
    [[nodiscard]] bool isWorthComparing(std::uint32_t a, std::uint32_t b) const;
    [[nodiscard]] JudgedPair judged(std::uint32_t a, std::uint32_t b) const;
    // Nothing says that they are two people: no two valid numbers, names or birth dates that exclude one another.
    [[nodiscard]] bool mayBeOne(std::uint32_t a, std::uint32_t b) const;

    [[nodiscard]] const std::vector<MatchApart>& placeholderNumberHolders() const { return m_placeholderHolders; }
    [[nodiscard]] const MatchCounts& counts() const { return m_counts; }

private:
    // People who are alike in something: of one name and birth date, or of one name and postcode.
    struct Alike {
        NumberText number{};
        PartialDate born;
        bool hasSeveral = false;
        bool isBornApart = false;
        void add(const PreparedIdentity& another);
        [[nodiscard]] bool hasOtherThan(const NumberText& number) const;
    };

    void clearPlaceholderBirthDates();
    void examineNumber(const std::vector<std::uint32_t>& holders);
    void fileAlike();
    [[nodiscard]] bool hasNamesakeAtHome(std::uint32_t at) const;
    [[nodiscard]] bool hasRival(std::uint32_t at, const Evidence& evidence) const;

    std::vector<PreparedIdentity> m_identities;
    const WordPool& m_pool;
    CertainOn m_policy;
    std::vector<Alike> m_alike;              // the first is nobody's
    std::vector<std::uint32_t> m_namesakes;  // per identity, into m_alike: one full name and full birth date
    std::vector<std::uint32_t> m_households; // per identity, into m_alike: one full name and postcode
    std::vector<MatchApart> m_placeholderHolders;
    MatchCounts m_counts;
};

} // namespace frontsheet::matching
