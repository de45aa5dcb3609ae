// Plans in Kitley: Edith's, written by five agencies, and one with more on it than anybody should have.
#pragma once

#include "tests/app/support/kitley.h"

namespace frontsheet::testing {

struct PlannedInKitley {
    RecordId plan;       // the council's, of Ruth Okafor
    RecordId ownWish;    // Edith's
    RecordId unmet;      // somebody in the house at night
    RecordId toNurse;    // asked of Bronwen Price, who has not answered
    RecordId nurses;     // hers, accepted
    RecordId toAssessor; // Ruth Okafor asked Sam Whitlock, who declined
    RecordId package;    // help to wash and dress: less was given than agreed
    RecordId crisis;     // Estuary's
};

// Everything as it came from the homes.
[[nodiscard]] PlannedInKitley planEdith(Kitley& kitley);
// Ivy's: forty actions of everybody, long names, a package of a dozen lines; a second agency leads one too.
void planIvyInFull(Kitley& kitley);

} // namespace frontsheet::testing
