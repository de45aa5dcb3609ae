#include "tests/sim/trouble.h"

namespace frontsheet::sim {

const std::vector<Trouble::Act>& Trouble::acts() {
    static const std::vector<Act> kActs{
        {"a device loses power", 8, &Trouble::devicePowerGoes},
        {"a device loses power at some write", 16, &Trouble::devicePowerWillGo},
        {"a home loses power", 4, &Trouble::homePowerGoes},
        {"a home loses power at some write", 12, &Trouble::homePowerWillGo},
        {"a device's disk fills", 5, &Trouble::deviceDiskFills},
        {"a home's disk fills", 3, &Trouble::homeDiskFills},
        {"a device's disk fails to sync", 5, &Trouble::deviceSyncFails},
        {"a home's disk fails to sync", 3, &Trouble::homeSyncFails},
        {"a crash point is armed", 16, &Trouble::crashPointIsArmed},
        {"a device is copied", 5, &Trouble::deviceIsCopied},
        {"a device is restored from an old copy", 4, &Trouble::deviceIsRestored},
        {"a device's clock is years off", 3, &Trouble::clockIsWrong},
        {"a home comes back under a new epoch", 2, &Trouble::homeTakesNewEpoch},
        {"a home restarts", 3, &Trouble::homeRestarts},
        {"a device restarts", 4, &Trouble::deviceRestarts},
    };
    return kActs;
}

const std::vector<std::string>& Trouble::crashPoints() {
    static const std::vector<std::string> kPoints{
        "store.save.before-commit",  "store.save.after-commit",      "store.apply.before-commit",
        "store.apply.after-commit",  "store.index.before-commit",    "store.removal.before-done",
        "sync.before-send",          "sync.after-send-before-apply", "sync.after-apply",
        "server.push.before-commit", "server.push.after-commit",     "store.close.before-commit",
        "store.close.after-commit",  "sync.closing.before-removal"};
    return kPoints;
}

void Trouble::happens() {
    unsigned all = 0;
    for (const auto& act : acts()) {
        all += act.weight;
    }
    for (int tries = 0; tries < 6; ++tries) {
        auto drawn = static_cast<unsigned>(m_chance.below(all));
        for (const auto& act : acts()) {
            if (drawn < act.weight) {
                if ((this->*act.act)()) {
                    ++m_world.m_operations;
                    m_world.m_tally.count("trouble", act.name);
                    return;
                }
                break;
            }
            drawn -= act.weight;
        }
    }
}

bool Trouble::devicePowerGoes() {
    auto& device = someDevice();
    m_world.say(device.name, "loses power");
    device.disk.cutPower(someCut());
    return true;
}

bool Trouble::devicePowerWillGo() {
    auto& device = someDevice();
    const auto at = 1 + m_chance.below(60);
    m_world.say(device.name, "loses power at the " + std::to_string(at) + "th write or sync from now");
    device.disk.cutPowerAt(at, someCut());
    return true;
}

bool Trouble::homePowerGoes() {
    auto& home = someHome();
    m_world.say(home.agency.str(), "loses power");
    home.disk.cutPower(someCut());
    return true;
}

bool Trouble::homePowerWillGo() {
    auto& home = someHome();
    const auto at = 1 + m_chance.below(60);
    m_world.say(home.agency.str(), "loses power at the " + std::to_string(at) + "th write or sync from now");
    home.disk.cutPowerAt(at, someCut());
    return true;
}

bool Trouble::deviceDiskFills() {
    auto& device = someDevice();
    m_world.say(device.name, "has little room left");
    device.disk.fillAfter(m_chance.below(200'000));
    return true;
}

bool Trouble::homeDiskFills() {
    auto& home = someHome();
    m_world.say(home.agency.str(), "has little room left");
    home.disk.fillAfter(m_chance.below(200'000));
    return true;
}

bool Trouble::deviceSyncFails() {
    auto& device = someDevice();
    m_world.say(device.name, "has a disk that fails to sync");
    device.disk.failSyncs(1 + static_cast<int>(m_chance.below(3)));
    return true;
}

bool Trouble::homeSyncFails() {
    auto& home = someHome();
    m_world.say(home.agency.str(), "has a disk that fails to sync");
    home.disk.failSyncs(1 + static_cast<int>(m_chance.below(3)));
    return true;
}

bool Trouble::crashPointIsArmed() {
    m_world.m_armed = World::Armed{m_chance.pick(crashPoints()), m_chance.below(4), someCut()};
    m_world.say("world", "whoever next passes " + m_world.m_armed->point + " loses power there");
    return true;
}

bool Trouble::deviceIsCopied() {
    auto& device = someDevice();
    if (!device.isUp() || !device.shutOutBy.empty()) {
        return false;
    }
    auto& memory = m_world.m_memory[m_world.indexOf(device)];
    device.shutDown();
    World::DeviceMemory::Copy copy;
    copy.image = device.disk.image();
    copy.received = memory.received;
    for (const auto& [op, account] : m_world.m_accounts) {
        if (account.device == m_world.indexOf(device)) {
            copy.accounts.emplace(op, account);
        }
    }
    memory.copy = std::move(copy);
    m_world.say(device.name, "is copied");
    m_world.startDevice(device);
    return true;
}

bool Trouble::deviceIsRestored() {
    auto& device = someDevice();
    const auto index = m_world.indexOf(device);
    auto& memory = m_world.m_memory[index];
    if (!memory.copy || !device.shutOutBy.empty()) {
        return false;
    }
    device.shutDown();
    device.disk.restorePower();
    device.disk.makeRoom();
    device.disk.load(memory.copy->image);
    for (auto& [op, account] : m_world.m_accounts) {
        if (account.device != index) {
            continue;
        }
        const auto was = memory.copy->accounts.find(op);
        if (was == memory.copy->accounts.end()) {
            account.standing = Account::Standing::MayBeGone;
            account.showable = false;
        } else {
            account = was->second;
        }
    }
    memory.tryAgain.clear();
    memory.cursors.clear();
    memory.epochs.clear();
    memory.copyWasRestored = true;
    m_world.say(device.name, "is restored from its old copy");
    m_world.startDevice(device);
    return true;
}

bool Trouble::clockIsWrong() {
    auto& device = someDevice();
    const auto days = m_chance.oneIn(3) ? 0 : m_chance.between(-365 * 6, 365 * 6);
    device.clock.skew = std::chrono::hours{24 * days};
    m_world.say(device.name, "has a clock that is " + std::to_string(days) + " days off");
    return true;
}

bool Trouble::homeTakesNewEpoch() {
    auto& home = someHome();
    if (!home.isUp()) {
        return false;
    }
    home.stop();
    home.disk.makeRoom();
    home.disk.failSyncs(0);
    home.disk.keepPower();
    home.takeNewEpoch(m_world.m_serverIds.random<Epoch>());
    m_world.say(home.agency.str(), "comes back under a new epoch");
    m_world.startHome(home);
    return true;
}

bool Trouble::homeRestarts() {
    auto& home = someHome();
    m_world.say(home.agency.str(), "restarts");
    m_world.startHome(home);
    return true;
}

bool Trouble::deviceRestarts() {
    auto& device = someDevice();
    m_world.say(device.name, "restarts");
    m_world.startDevice(device);
    return true;
}

} // namespace frontsheet::sim
