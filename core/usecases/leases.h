// What is on the device and not shown, since its home has not answered for too long, and opening it with a reason. Not for the
// UI thread.
#pragma once

#include "core/usecases/ports/lease_keeper.h"
#include "core/usecases/workplace.h"

#include <string>
#include <vector>

namespace frontsheet {

// What one home shared; in full where the directory says whom to ask.
struct LockedShare {
    AgencyEntry home;
    LeaseState state = LeaseState::Hidden;
    WallTime lastContact;
    friend bool operator==(const LockedShare& a, const LockedShare& b) {
        return a.home.code == b.home.code && a.state == b.state && a.lastContact == b.lastContact;
    }
};

class Leases {
public:
    explicit Leases(Workplace workplace) : m_work(workplace) {}

    [[nodiscard]] Result<std::vector<LockedShare>> about(const PersonId& person);
    [[nodiscard]] Result<std::vector<LockedShare>> anywhere();
    // As LeaseKeeper::openWithReason, of every id of the human.
    [[nodiscard]] Result<void> open(const AgencyId& home, const PersonId& person, const std::string& reason);

private:
    [[nodiscard]] Result<std::vector<LockedShare>> named(const std::vector<LockedHere>& locked);
    Workplace m_work;
};

} // namespace frontsheet
