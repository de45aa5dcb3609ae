// "Who will see this", by role and by name: what readershipOf says a role could be shown, and who of the directory would
// be shown it now. The same decision that the home makes, on what this device knows at a date.
#pragma once

#include "core/domain/directory.h"
#include "core/domain/sharing/readership.h"

#include <span>
#include <string>
#include <vector>

namespace frontsheet::sharing {

// One role of one agency.
struct SeeingRole {
    AgencyEntry agency;
    std::string role;
    Extent extent = Extent::Nothing;  // the most that anybody of the role will see now
    std::vector<WorkerEntry> workers; // who will, and is joined to the person or wrote it
    std::size_t others = 0;           // further workers of the role who will, by their role alone
    RelationshipSet by;               // what would join somebody of the role to it; empty: nothing would
    Reason reason = Reason::NotAParty;

    [[nodiscard]] std::size_t count() const { return workers.size() + others; }
};

// `draft`: the record as it would be saved; a draft of a note is taken as signed. `about`: every record this device holds of
// the person. Own agency first, then whom it reaches, then whom not. Whoever is involved and missing from the directory is
// listed by code: the list never names fewer than will read.
[[nodiscard]] std::vector<SeeingRole> whoWillSee(const Record& draft, std::span<const Record> about,
                                                 const Directory& directory, const AgreementsInForce& agreements,
                                                 std::span<const PermissionStatement> permissions, WallTime now);

// Who gains and who loses when `before` becomes `after`: workers by name or, where it is by role, the role with its count.
struct SeeingChange {
    AgencyEntry agency;
    std::string role;
    std::vector<WorkerEntry> workers;
    std::size_t others = 0;
    bool gains = false; // else loses
};
[[nodiscard]] std::vector<SeeingChange> changeOf(std::span<const SeeingRole> before, std::span<const SeeingRole> after);

} // namespace frontsheet::sharing
