// What must be ready before somebody can go home, and who gets it ready: each item of the list makes a task for one worker. Pure.
#pragma once

#include "core/domain/directory.h"
#include "core/domain/principal.h"
#include "core/domain/record.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace frontsheet::care {

// As stored, in the order in which they are gone through.
inline constexpr std::array<std::string_view, 7> kWayHome{"heating",   "food",      "keys",       "equipment",
                                                          "transport", "medicines", "carer-ready"};

// How an item stands, read off it and the task that was made of it.
enum class ItemStands : std::uint8_t {
    Open,
    Asked,    // somebody was asked and has not said yes
    Taken,    // they do it
    Declined, // they cannot: somebody else is to be asked
    Reported, // they say that it is done; the reviewing officer says that it is ready
    Ready,
    NotNeeded,
};
// `task`: null where none was made, or it is not here.
[[nodiscard]] ItemStands standingOf(const Record& item, const Record* task);
[[nodiscard]] bool mayBeAsked(ItemStands standing);

// Who usually gets it ready, by their roles, the most fitting first: the escort officer for the journey, the therapist for the
// equipment, housing for heating and keys. Those of the asker's agency before others, then by name.
[[nodiscard]] std::vector<WorkerEntry> whoGetsReady(std::string_view item, const Directory& directory,
                                                    const AgencyId& asker, std::size_t most);

// Ready or not needed, of all that are on the list of this placement.
struct Readiness {
    int ready = 0;
    int of = 0;
};
[[nodiscard]] Readiness readinessOf(const RecordId& placement, std::span<const Record> parts);

} // namespace frontsheet::care
