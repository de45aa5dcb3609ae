// Who answers today: the named worker, or while they are away their deputy, else whoever the rota has on duty. Pure.
#pragma once

#include "core/domain/directory.h"
#include "core/domain/opening_hours.h"

#include <optional>

namespace frontsheet {

struct Principal;

struct OnDutyNow {
    WorkerEntry worker;
    std::string phone; // of the rota, else the worker's
    std::string hours; // of the rota; empty: the service's
};

// By the rota. Of a turn by night that begins in the evening, the early hours are still its own: until the working day starts.
// nullopt: the rota says nothing, or names somebody who is away.
[[nodiscard]] std::optional<OnDutyNow> onDutyFor(const ServiceEntry& service, const Directory& directory,
                                                 const LocalMoment& now);
[[nodiscard]] std::optional<OnDutyNow> outOfHoursFor(const ServiceEntry& service, const Directory& directory,
                                                     const LocalMoment& now);

[[nodiscard]] bool isAway(const WorkerId& worker, const Directory& directory, std::string_view date);

// Whom the absent name to stand in for them, and whom those name where they are away too; nullopt: nobody who is there.
[[nodiscard]] std::optional<WorkerEntry> deputyOf(const WorkerId& worker, const Directory& directory,
                                                  std::string_view date);

// True when the directory of the worker's agency has them on duty: a contact point of that purpose names them, or one that names nobody
// is of a service that their role answers. Hours and turns are not looked at: whoever stands in tomorrow has read it today.
[[nodiscard]] bool isAtDutyDesk(const Principal& worker, const Directory& directory);

} // namespace frontsheet
