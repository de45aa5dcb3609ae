// A referral that goes another way than it was sent: passed on to another desk of the receiver's agency, or opened again by its
// sender after it had ended. Both are counted by its home, never by who asks, and begin the answer anew. Pure.
//
// To another agency it is another referral: what a home releases to whom is its own decision, so the receiver declines and names the
// service, and the sender sends it there, carrying over where it has been.
#pragma once

#include "core/domain/record.h"

#include <string>
#include <vector>

namespace frontsheet {

// From so often on the sender's manager sees it: with the third desk that passes it on nobody seems to hold it for theirs.
inline constexpr std::int64_t kPassedOnTooOften = 3;

// A desk where it was: as precise as it was addressed.
struct ReferralStop {
    AgencyId agency;
    ServiceId service; // may be empty
    WorkerId worker;   // may be empty
    friend bool operator==(const ReferralStop&, const ReferralStop&) = default;
};

[[nodiscard]] ReferralStop stopOf(const Record& referral);
// Where it has been before it came where it is, in that order.
[[nodiscard]] std::vector<ReferralStop> stopsBefore(const FieldSet& referral);

// The service or worker becomes another.
[[nodiscard]] bool isPassedOn(const Record& before, const Record& after);
// It had ended, and is sent anew.
[[nodiscard]] bool isReopened(const Record& before, const Record& after);

// What of the answer goes when it is passed on or opened again; nobody has seen or said anything at the next desk yet.
[[nodiscard]] bool isOfTheLastAnswer(FieldTag tag);
// What the home alone sets, whatever an edit says.
[[nodiscard]] bool isCountedByHome(FieldTag tag);

// As one asks for it: sent, and without the answer of the desk before.
void sendAnew(Record& referral);
// How often it went another way, and where it was, as its home will count it.
void countPassing(const Record& before, Record& after);
// What its home makes of a change: counts, clears, and sets the time to answer where it begins anew. Of one that was being answered the
// clock goes on: passing on buys nobody time. It stands still while the sender is asked something.
void settlePassing(const Record& before, Record& after, WallTime now);
// One that follows another which was declined carries over where that has been, itself the last stop.
void followOn(Record& referral, const Record& declined);

} // namespace frontsheet
