// Two ids of one human: what a statement about them does, and what a worker may state from a person's page. Statements are never merges:
// taken back, everything stands apart again under the id it was written for. Pure.
#pragma once

#include "core/domain/matching/evidence.h"
#include "core/domain/record.h"

#include <cstdint>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace frontsheet {

// What one agency's statement does to its two ids. A proposal does nothing yet. Who said no, or took it back, parts them on every device
// that knows of it, whoever else says they are one: a record under another's name does more harm than one that is missing.
enum class LinkWord : std::uint8_t { Nothing, Joins, Parts };
[[nodiscard]] LinkWord linkWordOf(const Record& link);

enum class JoinRefusal : std::uint8_t {
    None,
    JoinedAlready,
    NotOurs,          // this agency has registered neither
    NhsNumbersDiffer, // both valid: two people, or a number to be corrected first
};

// The ids that hang together with this one by what is stated and nobody denies; itself always. `links`: records of any type.
[[nodiscard]] std::set<PersonId> oneHuman(const PersonId& person, std::span<const Record> links);

// Whether a worker of `agency` may say that these registrations are of one human. What agrees and what differs is said in any case.
struct JoinLook {
    JoinRefusal refusal = JoinRefusal::None;
    Evidence evidence;             // of the two that stand beside one another
    const Record* left = nullptr;  // this agency's own where it has one
    const Record* right = nullptr; // of the other
    [[nodiscard]] bool mayJoin() const { return refusal == JoinRefusal::None && left != nullptr && right != nullptr; }
};
// `here`, `there`: every record held about the one and about the other.
[[nodiscard]] JoinLook lookAtJoining(std::span<const Record> here, std::span<const Record> there,
                                     const AgencyId& agency);

// The agency's own statements about two ids, whichever way round they were made: matching's and a worker's may stand beside each other.
[[nodiscard]] std::vector<const Record*> statementsOn(std::span<const Record> records, const AgencyId& agency,
                                                      const PersonId& a, const PersonId& b);

// What a worker of `agency` says when `other` is not the person after all: their agency's statements that join it are taken back, and
// where another agency alone says so they say no to it. What is said of two other agencies' ids is theirs to take back.
struct Parting {
    std::vector<const Record*> takeBack;
    std::vector<std::pair<PersonId, PersonId>> deny; // this agency's own id, and the other
    std::vector<AgencyId> stillSaidBy; // who keeps them together by statements between other ids; empty: they part
    WallTime joinedSince;              // the earliest of what is taken back
    [[nodiscard]] bool saysAnything() const { return !takeBack.empty() || !deny.empty(); }
};
// `records`: everything held about the human.
[[nodiscard]] Parting partingOf(std::span<const Record> records, const AgencyId& agency, const PersonId& person,
                                const PersonId& other);

// A worker's decision, on a statement that is there or on a new one about this agency's own id.
enum class LinkDecision : std::uint8_t { Same, Different };
[[nodiscard]] Record decidedLink(Record link, LinkDecision decision, const WorkerId& worker, WallTime now);

} // namespace frontsheet
