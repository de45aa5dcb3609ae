// What is on the device and not shown, since its home has not answered for too long (core/domain/lease.h). Any thread but the
// UI's.
#pragma once

#include "core/domain/lease.h"

#include <span>
#include <string>
#include <vector>

namespace frontsheet {

struct LockedHere {
    AgencyId home;
    LeaseState state = LeaseState::Hidden; // ReasonNeeded or Hidden
    WallTime lastContact;                  // by this device's clock
    friend bool operator==(const LockedHere&, const LockedHere&) = default;
};

class LeaseKeeper {
public:
    virtual ~LeaseKeeper() = default;
    // About these ids; by home, hidden first, each once.
    [[nodiscard]] virtual Result<std::vector<LockedHere>> lockedAbout(std::span<const PersonId> persons) = 0;
    // About anybody: what lists and search leave out. Costs nothing while every home answers.
    [[nodiscard]] virtual Result<std::vector<LockedHere>> lockedAnywhere() = 0;
    // Opens what needs a reason of what `home` shared about them, until the home answers, for kReasonLasts at the most or
    // until the device is locked. Each item is kept to be told to its home with the reason (ReadingHow::OpenedWithReason)
    // before this returns. Missing, TooLarge: leaseReason(). OutOfContact: past the hard limit, no reason opens it.
    [[nodiscard]] virtual Result<void> openWithReason(const AgencyId& home, std::span<const PersonId> persons,
                                                      const std::string& reason) = 0;
};

} // namespace frontsheet
