// "Removed from 3 of 4 devices; printed once": what became of what devices were granted about a person.
#pragma once

#include "sync/server/ledger.h"

#include <functional>
#include <span>

namespace frontsheet::removal {

enum class DeviceState : std::uint8_t {
    Holds = 1,    // granted, and still theirs
    NotAsked = 2, // no longer theirs; it has not been in contact since
    Asked = 3,    // told to remove it, and has not said yet that it has
    Removed = 4
};

struct DeviceLine {
    DeviceId device;
    AgencyId agency;
    WorkerId worker;
    DeviceState state = DeviceState::Holds;
    WallTime grantedAt;
    WallTime askedAt;          // the first time it was asked for what it has not confirmed, else the last
    WallTime confirmedAt;      // the last
    Categories categories = 0; // ever granted about the person
    std::size_t printed = 0;   // on paper or into a file
};

struct RemovalCount {
    std::size_t devices = 0; // that were to remove something
    std::size_t removed = 0; // and have
    std::size_t printed = 0; // times, by anybody's device
};

// Of which categories the device may hold something about the person now; kEveryCategory where that is not looked at so finely.
// `who.role` is what it was last released something under.
using NowGranted = std::function<Result<Categories>(const Principal& who, const PersonId& person)>;

// Every device that was ever granted something about one of these ids (one human's).
[[nodiscard]] Result<std::vector<DeviceLine>> devicesOf(LedgerReads& ledger, std::span<const PersonId> person,
                                                        const NowGranted& granted);
[[nodiscard]] RemovalCount counted(std::span<const DeviceLine> lines);

} // namespace frontsheet::removal
