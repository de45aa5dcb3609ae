// What happened before the demo opens: a fortnight of visits, calls and referrals about people of the extracts, so that
// every worker's Today has work of today on it.
#pragma once

#include "app/demo/chronicle.h"

namespace frontsheet::demo {

// Whom the days are about, found by who looks after them.
struct People {
    const Human* edith = nullptr;           // known to four agencies, three of the workers on her teams
    std::vector<const Human*> round;        // the nurse's, of Harbour Surgery, known to the council
    std::vector<const Human*> placed;       // in homes, reviewed by the reviewing officer
    std::vector<const Human*> tenants;      // of the housing officer
    std::vector<const Human*> mentalHealth; // of the key worker, known to the council
    std::vector<const Human*> ofFennick;    // where volunteers call; the assessor's
    const Human* found = nullptr;           // in the street one night; by somebody who has nothing to do with them
};

// Some are null or the lists short where the extracts hold nobody who fits: the step says so.
[[nodiscard]] People castTheDays(Humans& humans, Step& step);
void liveTheDays(Chronicle& days, const People& people);

} // namespace frontsheet::demo
