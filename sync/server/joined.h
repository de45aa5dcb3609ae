// What joins a worker to a person, as the home's ledger has it. A partner's word is never enough: memberships and referrals
// are the home's records, practice lists its registrations, and whose list a partner has its own partnership file says.
#pragma once

#include "core/domain/decision.h"
#include "sync/server/ledger.h"
#include "sync/server/sharing_in_force.h"

#include <set>
#include <unordered_map>

namespace frontsheet {

struct Joined {
    Relationships direct; // care team and addressed referral
    sharing::RelationshipSet all;
};

// What is the worker's own, whoever the person is: which practices' lists, and for which services they are on duty.
struct Posts {
    std::set<std::string> practices;
    bool onDuty =
        false; // by a duty contact point that names the worker, or names a service that workers of their role answer
    static Result<Posts> of(LedgerReads& reads, const Principal& viewer, const SharingInForce& sharing);
};

// On duty a worker stands in for colleagues: joined to whoever is on the care team of one, or referred to their agency.
// Everybody that the viewer is joined to at `now`, and until when that holds if the ledger stays as it is (unknown: for ever).
struct EverybodyJoined {
    std::unordered_map<PersonId, Joined> people;
    struct Referral {
        RecordId id;
        Category category{};
    };
    std::unordered_map<PersonId, std::vector<Referral>> referrals; // addressed to the viewer and open
    WallTime until;
};
[[nodiscard]] Result<EverybodyJoined> everybodyJoinedTo(LedgerReads& reads, const Principal& viewer, const Posts& posts,
                                                        WallTime now);
// As isCurrentMember() of the record that the row is of.
[[nodiscard]] bool isCurrentMember(const Principal& viewer, const Membership& row, WallTime now);
// To one person.
[[nodiscard]] Result<Joined> joinedTo(LedgerReads& reads, const Principal& viewer, const Posts& posts,
                                      const PersonId& person, WallTime now);

} // namespace frontsheet
