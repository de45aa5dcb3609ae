// How a record of the care work begins: who writes it is who asks, takes or records it; today is its day; and it lies at the agency whose
// plan it belongs to. What can be known is filled in, so that a worker types what only they know. Pure.
#pragma once

#include "core/domain/principal.h"
#include "core/domain/record.h"

#include <span>
#include <string_view>

namespace frontsheet::care {

// `blank`: id, type, person and times; its home is its author's. `about`: everything held about the human. `today`: ISO date.
[[nodiscard]] Record begun(Record blank, const Principal& author, std::span<const Record> about,
                           std::string_view today);

// What follows from what was chosen: an action of another's is offered to them, a measure's category is its instrument's. Of a new
// record, before it is saved.
void follow(Record& record, const Principal& author);

// The open plan that parts are added to: the author's agency's, else the newest of another; nullptr: nobody leads one.
[[nodiscard]] const Record* planToAddTo(std::span<const Record> about, const AgencyId& agency);

// The plan that a new one goes on from: the last to be closed, where nobody leads one; nullptr: it is the first, or one of two leads.
[[nodiscard]] const Record* planBefore(std::span<const Record> about);
// The plan in which that one goes on when it is closed: the only other open one; nullptr: there is none, or more than one.
[[nodiscard]] const Record* planAfter(std::span<const Record> about, const RecordId& closing);

} // namespace frontsheet::care
