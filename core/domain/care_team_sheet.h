// Who is involved with one human and who was, as each home agency says it: since when, and how they came to be. Pure. Nothing is chosen
// between agencies: two that say it of one worker are two statements.
#pragma once

#include "core/domain/directory.h"
#include "core/domain/principal.h"
#include "core/domain/record.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

// care_team::kSource.
enum class JoinedBy : std::uint8_t {
    NotSaid,
    Referral, // they accepted it
    Asked,    // for something by name
    Offer,    // of work to take over
    Worker,   // somebody put them there, or they did
    Extract,  // the agency's own system says so
};

// One membership.
struct TeamStatement {
    RecordId record;
    AgencyEntry home;
    WallTime since;
    WallTime until; // not known: still involved
    JoinedBy how = JoinedBy::NotSaid;
    WorkerId by; // who brought it about; empty: nobody by name
    AgencyId byAgency;
    std::optional<RecordType> because; // of the record it follows from, where that is held
    std::string what;                  // that record in a line; may be empty
    bool waiting = false;              // still on this device
};

struct TeamMember {
    WorkerEntry worker;
    AgencyEntry agency;
    std::string role;                 // as the first statement gives it, else the directory's
    std::vector<TeamStatement> said;  // the viewer's agency first, then the newest
    std::optional<AbsenceEntry> away; // today
    bool gone = false;                // their agency's directory is here, and does not have them any more
};

struct CareTeamSheet {
    std::vector<TeamMember> now;    // the viewer's agency first, then by agency and name
    std::vector<TeamMember> before; // of whom nothing stands any more; who left last in front
};

struct CareTeamInput {
    std::span<const Record> records;   // everything held about the human
    std::span<const RecordId> waiting; // those with edits on the way, ascending
    const Principal& me;               // who looks
    std::string_view today;            // ISO date
    WallTime now;
};

[[nodiscard]] CareTeamSheet careTeamSheet(const CareTeamInput& input, const Directory& directory);

} // namespace frontsheet
