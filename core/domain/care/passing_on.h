// Work that passes from one worker to another: what may be offered by whom, and what a record becomes when it is offered, taken over,
// refused or taken back. Nobody gets anything unasked: until the other says yes it stays whose it is, and an action or a referral that
// somebody let go of is the team's. Pure; the rules of each type judge the change afterwards.
#pragma once

#include "core/domain/principal.h"
#include "core/domain/record.h"

#include <string>

namespace frontsheet::care {

// What a worker may do about whose a record is.
enum class PassingOn : std::uint8_t {
    Offer,      // ask a colleague to take it over
    AsksAnew,   // the same, of a referral: it waits for the colleague's answer with the clock it has
    OwnerOnly,  // at another agency, which knows nobody but who has it: they offer it themselves
    SenderOnly, // it was sent in its sender's name; somebody else of the agency answers and reads for them
    NotPassed,  // a message, what is known of one visit: somebody looks at it
};
// As the record stands. Work of this worker's agency alone.
[[nodiscard]] PassingOn passingOn(const Record& record, const Principal& who);

struct Offer {
    WorkerId to;       // of the offering worker's agency
    std::string words; // what the next one should know first; of a referral its sender reads them
};
// The record with the offer on it. Of one that passingOn() calls Offer or AsksAnew.
[[nodiscard]] Record offered(Record record, const Offer& offer, const Principal& by, WallTime now);

// The worker is asked to take it over and has not answered.
[[nodiscard]] bool isOfferedTo(const Record& record, const Principal& who);
[[nodiscard]] Record takenOver(Record record, const Principal& by, WallTime now);
// Nobody is asked any more. An action needs `words`: it is declined.
[[nodiscard]] Record refused(Record record, const std::string& words, WallTime now);
// By who offered it, or who has it. False for an action and a referral: they are offered to somebody else instead.
[[nodiscard]] bool mayTakeBack(const Record& record, const Principal& who);
[[nodiscard]] Record takenBack(Record record);
// Who is told why somebody said no; empty: nobody by name.
[[nodiscard]] WorkerId offeredBy(const Record& record);

} // namespace frontsheet::care
