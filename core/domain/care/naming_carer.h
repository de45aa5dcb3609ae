// Naming a carer. A carer is somebody in their own right: with an id, a registration and a care team at the agency that names them, made
// with the record that says who cares, or not at all. Nothing of the cared-for person is copied onto it: where two people live may be
// hidden for the sake of one of them. Pure.
#pragma once

#include "core/domain/principal.h"
#include "core/domain/record.h"

namespace frontsheet::care {

// A new carer record that names somebody and says nobody's id.
[[nodiscard]] bool namesSomebodyNew(const Record& carer);

// `blank`: a registration of the carer's new id at the agency that names them. The name is taken apart as it was typed.
[[nodiscard]] Record registrationOfCarer(Record blank, const Record& carer);
// `blank`: a membership on the same id. Whoever names a carer is the first who is involved with them.
[[nodiscard]] Record membershipOfWhoNames(Record blank, const Principal& author);

// Who asked, who assessed and who saw a paper is who says so now, where what was said has changed and nobody is named with it. `before`: nullptr of a
// new record.
void sayWhoAsked(const Record* before, Record& after, const Principal& author);

} // namespace frontsheet::care
