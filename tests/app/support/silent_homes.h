// Homes that have not answered for a while, as the screens meet them: what a reason opens stays open.
#pragma once

#include "core/domain/record.h"
#include "core/usecases/ports/lease_keeper.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace frontsheet::testing {

class SilentHomes final : public LeaseKeeper {
public:
    std::vector<LockedHere> silent;
    std::vector<std::string> reasons; // as they were typed, tidied

    // For MemoryDevice::leaseOf.
    [[nodiscard]] LeaseState of(const Record& record) const {
        const auto found =
            std::find_if(silent.begin(), silent.end(), [&](const LockedHere& one) { return one.home == record.home; });
        return found == silent.end() ? LeaseState::Open : found->state;
    }
    std::function<void()> whenAsked; // off the UI thread; may be empty

    Result<std::vector<LockedHere>> lockedAbout(std::span<const PersonId> /*persons*/) override {
        if (whenAsked) {
            whenAsked();
        }
        return silent;
    }
    Result<std::vector<LockedHere>> lockedAnywhere() override { return silent; }
    Result<void> openWithReason(const AgencyId& home, std::span<const PersonId> /*persons*/,
                                const std::string& reason) override {
        FS_ASSIGN(auto words, leaseReason(reason));
        reasons.push_back(std::move(words));
        std::erase_if(silent,
                      [&](const LockedHere& one) { return one.home == home && one.state == LeaseState::ReasonNeeded; });
        return ok();
    }
};

} // namespace frontsheet::testing
