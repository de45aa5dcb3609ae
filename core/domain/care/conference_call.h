// Calling a case conference about one person: who is asked, they themselves first, then who cares for them, then the workers of every
// agency involved; and what a call must say. Pure.
#pragma once

#include "core/base/result.h"
#include "core/domain/directory.h"
#include "core/domain/principal.h"
#include "core/domain/record.h"

#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::care {

// Somebody who may be asked to come.
struct Invitee {
    AgencyId agency; // empty with `worker`: no worker
    WorkerId worker;
    std::string name;     // as people say it
    std::string relation; // "daughter"; of a worker their role
    std::string comesAs;  // invitation::kComesAs
    friend bool operator==(const Invitee&, const Invitee&) = default;
};

// `called`: the person as people say it. `about`: everything held about the human. Nobody twice. The chair, who calls it, is not among them.
[[nodiscard]] std::vector<Invitee> whoMayBeInvited(std::string_view called, std::span<const Record> about,
                                                   const Directory& directory, const WorkerId& chair, WallTime now);
// A worker who is looked for by name.
[[nodiscard]] Invitee asInvitee(const WorkerEntry& worker, const Directory& directory);

// The invitation that asks them, onto a blank one about the same person.
void invite(Record& invitation, const Record& conference, const Invitee& who);
// What an invitation says of when, where and what about, as the conference says it now. Those who had answered are asked once more where
// the hour is another.
void tellAnew(Record& invitation, const Record& conference);

// No earlier than it is called and within a year of that: anything else is a slip of the keys.
[[nodiscard]] bool isHourForOne(WallTime startsAt, WallTime calledAt);
inline constexpr std::chrono::hours kFurthestAhead{366 * 24};
// A full date that has begun somewhere in the country.
[[nodiscard]] bool isDayPast(std::string_view date, WallTime now);

// Missing: nobody is asked, or the person is not and nothing says why. ImpossibleDate: not an hour for one. Duplicate: somebody is asked twice.
[[nodiscard]] Result<void> checkCall(const Record& conference, std::span<const Record> invitations, WallTime now);

} // namespace frontsheet::care
