#include "tests/sim/trouble.h"

#include "tests/sim/restored.h"

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
        {"a device is copied", 6, &Trouble::deviceIsCopied},
        {"a device is restored from an old copy", 5, &Trouble::deviceIsRestored},
        {"a device's clock is years off", 3, &Trouble::clockIsWrong},
        {"a home comes back under a new epoch", 2, &Trouble::homeTakesNewEpoch},
        {"a home is backed up", 6, &Trouble::homeIsBackedUp},
        {"a home is restored from its backup", 5, &Trouble::homeIsRestored},
        {"a home and a device are restored together", 5, &Trouble::homeIsRestoredWithADevice},
        {"a restored home is opened to partners", 3, &Trouble::homeIsLookedThrough},
        {"a device's store is damaged", 9, &Trouble::storeIsDamaged},
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
    // Most are passed all the time; these are not, and another is armed before they are.
    static const std::vector<std::string> kSeldomPassed{"store.index.before-commit", "store.close.before-commit",
                                                        "store.close.after-commit", "sync.closing.before-removal"};
    arm(m_chance.pick(m_chance.oneIn(4) ? kSeldomPassed : crashPoints()), m_chance.below(4));
    return true;
}

void Trouble::armWhileAHomeCloses() {
    static const std::vector<std::string> kWhileAHomeCloses{"store.close.before-commit", "store.close.after-commit",
                                                            "sync.closing.before-removal"};
    arm(m_chance.pick(kWhileAHomeCloses), 0);
}

void Trouble::arm(const std::string& point, std::size_t after) {
    m_world.m_armed = World::Armed{point, after, someCut()};
    m_world.say("world", "whoever next passes " + point + " loses power there");
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
    copy.damaged = memory.damaged;
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
    const auto count = m_world.m_devices.size();
    std::size_t index = m_chance.below(count);
    for (std::size_t tried = 0; !m_world.m_memory[index].copy || !m_world.m_devices[index]->shutOutBy.empty();
         ++tried) {
        if (tried == count) {
            return false;
        }
        index = (index + 1) % count;
    }
    auto& device = *m_world.m_devices[index];
    auto& memory = m_world.m_memory[index];
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
            // What its home lost, and the device may have had no more, the copy may not have either.
            const auto* home = m_world.home(account.intent.home);
            const bool wentWithItsHome =
                account.standing == Account::Standing::MayBeGone && home != nullptr && wasRestored(*home);
            account = was->second;
            if (wentWithItsHome) {
                account.standing = Account::Standing::MayBeGone;
                account.showable = false;
            }
        }
    }
    memory.tryAgain.clear();
    memory.cursors.clear();
    memory.epochs.clear();
    memory.copyWasRestored = true;
    memory.damaged = memory.copy->damaged;
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

bool Trouble::homeIsBackedUp() {
    auto& node = someHome();
    if (!node.isUp() || node.inDoubt || node.failed) {
        return false;
    }
    const auto tells = [&](std::uint64_t safe) {
        auto* before = std::exchange(m_world.m_serving, &node);
        const auto told =
            node.ledger().write(WriteKind::Other, [&](LedgerWrites& writes) { return writes.noteSafe(safe); });
        m_world.m_serving = before;
        return told.has_value();
    };
    const bool begun = tells(0); // before it is copied
    if (!begun || !node.isUp()) {
        return true;
    }
    node.stop();
    auto image = node.disk.image();
    m_world.startHome(node);
    if (m_world.isWrong() || !node.isUp()) {
        return true;
    }
    node.backup.emplace(HomeNode::Backup{std::move(image), node.model});
    m_world.say(node.agency.str(), "is backed up, feed " + std::to_string(node.model.feedHead()));
    (void)tells(node.model.feedHead()); // what is not noted is kept a little longer
    return true;
}

bool Trouble::restore(HomeNode& node) {
    node.stop();
    node.disk.makeRoom();
    node.disk.failSyncs(0);
    node.disk.keepPower();
    node.inDoubt.reset();
    node.failed.reset();
    const ModelHome lost = node.model;
    const auto line = node.restore(node.backup->image, m_world.m_serverIds, m_world.m_time.now);
    node.model.goBackTo(node.backup->model, line);
    for (const auto& entry : node.journal) {
        const auto* answered = std::get_if<restoring::Answered>(&entry.what);
        const auto op = answered == nullptr ? OpId{} : answered->operation.result.op;
        if (answered == nullptr || node.backup->model.answered(answered->device, op) != nullptr) {
            continue;
        }
        // Answers of a commit that the disk refused, and that nobody heard, stand too.
        const auto* sent = m_world.sent(op, answered->operation.hash);
        if (sent == nullptr) {
            m_world.fails("the journal has an answer to what nobody sent");
            return true;
        }
        node.model.noteAnswered(answered->device, {*sent, answered->operation.result});
    }
    for (std::size_t i = 0; i < m_world.m_devices.size(); ++i) {
        auto& memory = m_world.m_memory[i];
        memory.received.erase(node.agency); // by a log that is gone
        if (memory.copy) {
            memory.copy->received.erase(node.agency);
        }
    }
    for (auto& [op, account] : m_world.m_accounts) {
        auto& device = *m_world.m_devices[account.device];
        const auto& memory = m_world.m_memory[account.device];
        const OpId& named = account.foldedInto.isNull() ? op : account.foldedInto;
        const bool isLost = account.intent.home == node.agency && lost.answered(device.who.device, named) != nullptr &&
                            node.model.answered(device.who.device, named) == nullptr;
        const auto removals = memory.removals.find(node.agency);
        // What was taken from the device went with it; what was shut out or set back may not have it any more.
        const bool mayBeGone = device.shutOutBy.contains(node.agency) || memory.copyWasRestored ||
                               (removals != memory.removals.end() && !removals->second.empty());
        if (isLost && mayBeGone && account.standing == Account::Standing::Saved) {
            account.standing = Account::Standing::MayBeGone;
            account.showable = false;
        }
        m_world.m_tally.count("restore",
                              isLost ? (mayBeGone ? "lost, and perhaps for good" : "lost, to be sent again") : "kept");
    }
    m_world.say(node.agency.str(), "is restored from its backup, line " + std::to_string(line));
    m_world.startHome(node);
    return true;
}

bool Trouble::homeIsRestored() {
    auto& node = someHome();
    return node.backup && restore(node);
}

bool Trouble::homeIsRestoredWithADevice() {
    const auto start = m_chance.below(m_world.m_homes.size());
    for (std::size_t i = 0; i < m_world.m_homes.size(); ++i) {
        auto& node = *m_world.m_homes[(start + i) % m_world.m_homes.size()];
        if (node.backup) {
            return deviceIsRestored() && restore(node);
        }
    }
    return false;
}

bool Trouble::homeIsLookedThrough() {
    for (auto& node : m_world.m_homes) {
        if (node->reconciling && node->isUp()) {
            m_world.open(*node);
            return true;
        }
    }
    return false;
}

// One row of the mirror, of a kind on which nothing else hangs.
bool Trouble::storeIsDamaged() {
    static const std::vector<std::string> kHow{"UPDATE record SET body = (SELECT body FROM record WHERE type = 7 AND "
                                               "version > 0 ORDER BY id DESC LIMIT 1) WHERE ",
                                               "UPDATE record SET version = version + 3 WHERE ",
                                               "UPDATE record SET occurred_at = occurred_at - 1 WHERE ",
                                               "UPDATE record SET author = 'W999' WHERE ", "DELETE FROM record WHERE "};
    static const std::string kPlainNotes = "type = 7 AND version > 0 AND flags = 0 AND working_version IS NULL";
    auto& device = someDevice();
    if (!device.isUp() || !device.shutOutBy.empty()) {
        return false;
    }
    // One after the other: a compiler may draw the operands of one expression in any order.
    const auto& how = m_chance.pick(kHow);
    const auto which = std::to_string(m_chance.below(4));
    if (m_chance.oneIn(2)) { // or most of its words still wait to be indexed
        auto* before = std::exchange(m_world.m_acting, &device);
        (void)device.store().indexSome(1000).has_value();
        m_world.m_acting = before;
    }
    const bool damaged =
        device.damage(how + "no = (SELECT no FROM record WHERE " + kPlainNotes + " ORDER BY id LIMIT 1 OFFSET " +
                      which + " % max(1, (SELECT count(*) FROM record WHERE " + kPlainNotes + ")))");
    if (damaged) {
        m_world.m_memory[m_world.indexOf(device)].damaged = true;
        m_world.m_bodiesSwapped = m_world.m_bodiesSwapped || how == kHow.front();
        m_world.say(device.name, "has a store that is damaged: " + how + "row " + which);
    }
    m_world.startDevice(device);
    return damaged;
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
