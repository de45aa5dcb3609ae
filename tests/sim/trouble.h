// What goes wrong with machines: power, disks, crashes at named points, old copies, clocks that are years off.
#pragma once

#include "tests/sim/world.h"

namespace frontsheet::sim {

class Trouble {
public:
    explicit Trouble(World& world) : m_world(world), m_chance(world.m_people) {}
    void happens();

    struct Act {
        const char* name;
        unsigned weight;
        bool (Trouble::*act)();
    };
    [[nodiscard]] static const std::vector<Act>& acts();
    // Those that a run can pass (product names).
    [[nodiscard]] static const std::vector<std::string>& crashPoints();
    // A device has its last words with a home once, and rarely: the power goes at some point of them.
    void armWhileAHomeCloses();

private:
    bool devicePowerGoes();
    bool devicePowerWillGo();
    bool homePowerGoes();
    bool homePowerWillGo();
    bool deviceDiskFills();
    bool homeDiskFills();
    bool deviceSyncFails();
    bool homeSyncFails();
    bool crashPointIsArmed();
    void arm(const std::string& point, std::size_t after);
    bool deviceIsCopied();
    bool deviceIsRestored();
    bool clockIsWrong();
    bool homeTakesNewEpoch();
    bool homeIsBackedUp();
    bool homeIsRestored();
    bool homeIsRestoredWithADevice();
    bool homeIsLookedThrough();
    bool storeIsDamaged();
    [[nodiscard]] bool restore(HomeNode& node);
    bool homeRestarts();
    bool deviceRestarts();

    [[nodiscard]] DeviceNode& someDevice() { return *m_world.m_devices[m_chance.below(m_world.m_devices.size())]; }
    [[nodiscard]] HomeNode& someHome() { return *m_world.m_homes[m_chance.below(m_world.m_homes.size())]; }
    [[nodiscard]] sqlite::PowerCut someCut() {
        return m_chance.oneIn(2) ? sqlite::PowerCut::DropUnsynced : sqlite::PowerCut::KeepSome;
    }

    World& m_world;
    Chance& m_chance;
};

} // namespace frontsheet::sim
