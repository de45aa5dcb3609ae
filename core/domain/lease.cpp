#include "core/domain/lease.h"

namespace frontsheet {

std::chrono::milliseconds withoutContact(const Contact& contact, WallTime wall, std::chrono::milliseconds monotonic) {
    if (!contact.at.isKnown()) {
        return std::chrono::milliseconds::max();
    }
    const WallTime latest = std::max(wall, contact.greatestSince);
    const std::chrono::milliseconds byWall = latest - contact.at;
    const auto byMachine = contact.monotonic ? monotonic - *contact.monotonic : std::chrono::milliseconds{0};
    return std::max({byWall, byMachine, std::chrono::milliseconds{0}});
}

LeaseState leaseState(sharing::Lease lease, std::chrono::milliseconds without, Reach reach) {
    const auto past = [without](std::uint16_t hours) { return hours != 0 && without >= std::chrono::hours{hours}; };
    if (past(lease.hardHours)) {
        return LeaseState::Hidden;
    }
    return past(lease.softHours) && reach == Reach::Nobody ? LeaseState::ReasonNeeded : LeaseState::Open;
}

sharing::Lease moreGenerous(sharing::Lease a, sharing::Lease b) {
    const auto longer = [](std::uint16_t one, std::uint16_t other) {
        return one == 0 || other == 0 ? std::uint16_t{0} : std::max(one, other);
    };
    return {longer(a.softHours, b.softHours), longer(a.hardHours, b.hardHours)};
}

} // namespace frontsheet
