// The matching index: finds registrations of one human across and within agencies. It is fed identity fields only, and
// returns pairs of ids with evidence, never the fields.
//
// Three answers for a pair:
//   link      certain; may be stated without a human (sharing.md, "One human, several ids")
//   question  a worker is asked, with what agrees and what differs
//   apart     not one human as far as is known; reported where the likeness is one that misleads (a shared NHS number,
//             one name and birth date at two addresses, father and son of one name at one address)
// What makes a pair certain is in README.md beside this file, with the measured figures.
//
// Pure: the same identities give the same result, in whatever order they were added. Memory is linear; time is linear
// but for blocks of people who share a key, which are bounded (match_tuning.h).
#pragma once

#include "core/base/id.h"
#include "core/domain/identity/person_name.h"
#include "core/domain/matching/evidence.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace frontsheet {

struct Record;

// What the index is told of one registration. All texts UTF-8; absent is empty.
struct MatchIdentity {
    AgencyId agency;
    PersonId person;       // that agency's own id; (agency, person) is unique in an index
    std::string nhsNumber; // as recorded, valid or not, with or without separators
    PersonName name;
    std::string born;    // ISO 8601, full or partial
    std::string address; // lines joined by ", ", without town and postcode
    std::string postcode;
    std::string phone;
};

// From a Registration record; an invalid NHS number is taken from what was given.
[[nodiscard]] MatchIdentity identityOf(const Record& registration);

struct MatchKey {
    AgencyId agency;
    PersonId person;
    friend auto operator<=>(const MatchKey&, const MatchKey&) = default;
};

// Of these two alone: what only the whole index can tell (numbers that are nobody's) counts for nothing here.
[[nodiscard]] Evidence evidenceOf(const MatchIdentity& a, const MatchIdentity& b);

using MatchPlace = std::uint32_t; // index into MatchResult::people

enum class LinkBasis : std::uint8_t {
    NhsNumber,    // same valid number, and birth date or name
    FullIdentity, // no number to compare: same full name, full birth date and place, and nobody else in the index like it
    ThroughOther, // both are certainly the same human as a third, and nothing speaks against it
};

struct MatchLink {
    MatchPlace a = 0; // a < b
    MatchPlace b = 0;
    LinkBasis basis = LinkBasis::NhsNumber;
    Evidence evidence;
};

struct MatchPair {
    MatchPlace a = 0;
    MatchPlace b = 0;
    Evidence evidence;
};

// One question to a worker: are these groups one human? Within a group all are already linked. Answered as a whole, or
// for some of the groups.
struct MatchQuestion {
    std::vector<std::vector<MatchPlace>> groups; // two or more, each ascending
    std::vector<MatchPair> grounds;              // the pairs that raised it, strongest first
};

enum class ApartReason : std::uint8_t {
    SharedNumber,      // one valid number, clearly different people: somebody's number is wrong
    PlaceholderNumber, // a number that many different people carry
    Namesakes,         // one name and birth date; numbers differ, and so does the place
    OneNameOneAddress, // one name at one address, other birth dates: father and son
};
[[nodiscard]] std::string_view codeOf(ApartReason reason);
[[nodiscard]] std::string_view wordsOf(ApartReason reason);
[[nodiscard]] std::string_view codeOf(LinkBasis basis);

struct MatchApart {
    MatchPlace a = 0;
    MatchPlace b = 0;
    ApartReason reason = ApartReason::SharedNumber;
    Evidence evidence;
};

struct MatchCounts {
    std::uint64_t identities = 0;
    std::uint64_t pairsCompared = 0;
    std::uint64_t oversizedBlocks = 0; // compared within a window only
    std::uint64_t placeholderNumbers = 0;
    std::uint64_t placeholderBirthDates = 0;
    std::uint64_t inconsistentGroups =
        0; // certain pairs that would have joined different people; turned into questions
};

struct MatchResult {
    std::vector<MatchKey> people;         // ascending
    std::vector<MatchLink> links;         // every pair within a linked group, ascending
    std::vector<MatchQuestion> questions; // in order of their first member
    std::vector<MatchApart> apart;        // ascending
    MatchCounts counts;
};

// One agency's part of a result: the pairs of which it holds one side. It is all that the agency is told.
struct MatchStatement {
    PersonId own;
    PersonId other;
    AgencyId otherAgency;   // may be the agency itself: a duplicate
    bool isCertain = false; // otherwise a question
    LinkBasis basis = LinkBasis::NhsNumber;
    std::uint32_t question = 0; // statements of one question have one number; 0 where certain
    Evidence evidence;
};
[[nodiscard]] std::vector<MatchStatement> statementsFor(const MatchResult& result, const AgencyId& agency);

// What is certain. The strict policy is for partnerships that let nothing but a number link without a human.
enum class CertainOn : std::uint8_t { NumberOrFullIdentity, NumberOnly };

// Not thread-safe; one index, one thread.
class MatchIndex {
public:
    explicit MatchIndex(CertainOn policy = CertainOn::NumberOrFullIdentity);
    ~MatchIndex();
    MatchIndex(MatchIndex&&) noexcept;
    MatchIndex& operator=(MatchIndex&&) noexcept;

    // Of several identities with one (agency, person) the last added counts.
    void add(const MatchIdentity& identity);
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] MatchResult match() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace frontsheet
