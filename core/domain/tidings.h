// What a home tells devices besides records: how far what they sent has come by its disclosure log, and what became of work
// that was held. Told by number, and again until the device has said that it keeps what came before.
#pragma once

#include "core/base/clock.h"
#include "core/domain/record.h"

#include <cstdint>
#include <string>
#include <vector>

namespace frontsheet {

// How far a referral (or concern) of this home has come at its receiver's, by what devices there have said. The home's clock.
struct ReferralReach {
    RecordId referral;
    WallTime sentAt;      // the first page that carried it there
    WallTime deliveredAt; // a device there has it on its disk; unknown: none has said so
    WallTime seenAt;      // somebody there had it open; unknown: nobody has said so
    AgencyId seenAgency;
    WorkerId seenBy;
    friend bool operator==(const ReferralReach&, const ReferralReach&) = default;
};

// Numbers travel and are kept; never reused.
enum class Settlement : std::uint8_t {
    TakenIn = 1, // into the record, as its author's
    Closed = 2   // with words; its author's words stay with the author's agency
};

// What became of an intent that the home held for a person to look at.
struct SettledWork {
    OpId op;
    Settlement how = Settlement::TakenIn;
    WallTime at;    // the home's clock
    std::string by; // who at the home, as they put it
    std::string words;
    friend bool operator==(const SettledWork&, const SettledWork&) = default;
};

struct Tidings {
    std::uint64_t upTo = 0; // what the device says it has next; 0: nothing new
    std::vector<ReferralReach> reached;
    std::vector<SettledWork> settled;
    [[nodiscard]] bool isNothing() const { return upTo == 0 && reached.empty() && settled.empty(); }
    friend bool operator==(const Tidings&, const Tidings&) = default;
};

} // namespace frontsheet
