// What the voluntary sector and the mental health trust have to do: calls that volunteers make and what they tell of them, a carer who is
// rung, a plan for a crisis and a conference to come to; so that each of them has a day's work too.
#pragma once

#include "app/demo/days_before.h"

namespace frontsheet::demo {

struct PartnersWork {
    Asked company;  // somebody to call in, in Fennick
    Asked shopping; // done, and its outcome not read yet
    Asked carer;    // asked after for their own sake
};

// Each is told at its time, between the other days.
[[nodiscard]] PartnersWork askThePartners(Chronicle& days, const People& people);
void partnersTakeIt(Chronicle& days, const PartnersWork& work);
void partnersCall(Chronicle& days, const People& people, const PartnersWork& work);
void planForACrisis(Chronicle& days, const People& people);
void callATenancyReview(Chronicle& days, const People& people);
// This morning.
void askForALift(Chronicle& days, const People& people);

} // namespace frontsheet::demo
