// What the ledger answers about what people said on sharing. Kept in step with the records in their own transactions.
#pragma once

#include "core/domain/sharing/permission.h"

#include <cstdint>
#include <span>
#include <vector>

namespace frontsheet::statements {

// One agency's statement that two ids are one human, while it stands.
struct Link {
    RecordId record;
    PersonId person;
    PersonId other;
    AgencyId otherAgency;
};

// A statement or notice as it stands since `seq` of the feed; a link that comes or goes moves it too, since it may concern
// somebody else then.
struct Changed {
    std::uint64_t seq = 0;
    RecordId record;
    PersonId person;
};

class StatementReads {
public:
    virtual ~StatementReads() = default;

    // The id and all that links stated here join with it, ascending.
    [[nodiscard]] virtual Result<std::vector<PersonId>> sameHuman(const PersonId& person) = 0;
    // Everything the home goes by when it decides about this human's records: its own statements, and other agencies' notices as
    // far as they count here. Those that ended are among them: times are the decision's to judge.
    [[nodiscard]] virtual Result<std::vector<sharing::PermissionStatement>> statementsOf(const PersonId& person) = 0;
    // About whom statementsOf() has anything, ascending.
    [[nodiscard]] virtual Result<std::vector<PersonId>> spokenFor() = 0;
    // Records of one type that changed after `seq`, in that order: `limit`, and what changed together with the last of them.
    [[nodiscard]] virtual Result<std::vector<Changed>> changedSince(RecordType type, std::uint64_t seq,
                                                                    std::size_t limit) = 0;
    // Whether a link stated here says that the agency holds this human, too.
    [[nodiscard]] virtual Result<bool> isKnownAt(const PersonId& person, const AgencyId& agency) = 0;
};

} // namespace frontsheet::statements
