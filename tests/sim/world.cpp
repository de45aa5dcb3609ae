#include "tests/sim/world.h"

#include "core/base/crash_point.h"
#include "tests/sim/trouble.h"
#include "tests/sim/work.h"

#include <algorithm>

namespace frontsheet::sim {

World::World(const Options& options)
    : m_options(options), m_trace(options.trace), m_chance(Chance{options.seed}.split("world")),
      m_people(Chance{options.seed}.split("people")), m_weather(Chance{options.seed}.split("weather")),
      m_ids(options.seed * 2 + 1), m_serverIds(options.seed * 2 + 2) {
    m_time.pass(std::chrono::hours{m_chance.below(1000)});
    const std::size_t homes = 1 + m_chance.below(3);
    for (std::size_t i = 0; i < homes; ++i) {
        m_homes.push_back(
            std::make_unique<HomeNode>(AgencyId{kAgencies[i].code}, m_time, m_serverIds, m_chance.next()));
        startHome(*m_homes.back());
    }
    const std::size_t devices = 2 + m_chance.below(4);
    for (std::size_t i = 0; i < devices; ++i) {
        // Every agency that has a home has a worker first; then by chance, and workers of agencies whose homes are elsewhere.
        const std::size_t of = i < homes ? i : m_chance.below(3);
        const std::string role = m_chance.oneIn(8) ? kAuditor : kRoles[of];
        const bool colleagueDevice = i > homes && m_chance.oneIn(4); // a second device of one worker
        const WorkerId worker =
            colleagueDevice ? m_devices.back()->who.worker : WorkerId{"W00" + std::to_string(i + 1)};
        const AgencyId agency = colleagueDevice ? m_devices.back()->who.agency : AgencyId{kAgencies[of].code};
        Principal who{agency, worker, colleagueDevice ? m_devices.back()->who.role : role, m_ids.random<DeviceId>()};
        auto node = std::make_unique<DeviceNode>(
            agency.str() + "-" + std::to_string(i + 1), who, m_time, m_chance.next(),
            [this](DeviceNode& from, const AgencyId& to, std::string_view verb, BytesView body, std::size_t max) {
                return carry(from, to, verb, body, max);
            });
        node->network = m_chance.oneIn(2) ? Lane::Runs::AtOnce : Lane::Runs::WhenWaitedFor;
        node->certifiedUntil = m_time.now + std::chrono::hours{24 * 30};
        node->pageBytes = m_chance.oneIn(3) ? static_cast<std::uint32_t>(512 << m_chance.below(5)) : 0;
        m_devices.push_back(std::move(node));
        m_memory.emplace_back();
        startDevice(*m_devices.back());
    }
    static constexpr unsigned kTrouble[] = {0, 5, 15, 40};
    m_conditions.trouble = kTrouble[m_chance.below(4)];
    m_conditions.machines = kTrouble[m_chance.below(4)];
    m_steps = options.steps != 0 ? options.steps : 260 + m_chance.below(160);
    atCrashPoints([this](const char* name) { passPoint(name); });
    say("world", std::to_string(homes) + " homes, " + std::to_string(devices) + " devices, seed " +
                     std::to_string(options.seed));
}

World::~World() { atCrashPoints(nullptr); }

void World::fails(const std::string& what) {
    if (m_wrong.empty()) {
        m_wrong = what;
        say("WRONG", what);
    }
}

HomeNode* World::home(const AgencyId& agency) {
    const auto at = std::find_if(m_homes.begin(), m_homes.end(), [&](const auto& h) { return h->agency == agency; });
    return at == m_homes.end() ? nullptr : at->get();
}

HomeNode& World::homeOf(const AgencyId& agency) { return *home(agency); }

std::size_t World::indexOf(const DeviceNode& device) const {
    const auto at = std::find_if(m_devices.begin(), m_devices.end(), [&](const auto& d) { return d.get() == &device; });
    return static_cast<std::size_t>(at - m_devices.begin());
}

// The machine whose code passes the point loses its power there.
void World::passPoint(const char* name) {
    m_tally.count("crash point passed", name);
    if (!m_armed || m_armed->point != name || m_armed->after-- != 0) {
        return;
    }
    const bool atHome = std::string_view{name}.starts_with("server.");
    const auto how = m_armed->how;
    m_armed.reset();
    m_tally.count("crash point", name);
    if (atHome && m_serving != nullptr) {
        say(m_serving->agency.str(), "loses power at " + std::string{name});
        m_serving->disk.cutPower(how);
    } else if (!atHome && m_acting != nullptr) {
        say(m_acting->name, "loses power at " + std::string{name});
        m_acting->disk.cutPower(how);
    }
}

void World::startDevice(DeviceNode& device) {
    auto* before = std::exchange(m_acting, &device);
    for (int tries = 0; !device.start(); ++tries) {
        // The disk may still be full, or fail once more.
        device.disk.makeRoom();
        device.disk.failSyncs(0);
        if (tries == 3) {
            fails("the store of " + device.name + " does not open");
            break;
        }
    }
    m_acting = before;
    // Who was not told that it is saved tries again at once. Long after its home has it, a second save under the same name is
    // other words to the home (they stand on a version by then): a form does not outlive the program for that long.
    auto again = std::exchange(m_memory[indexOf(device)].tryAgain, {});
    for (const auto& intent : again) {
        if (!isWrong()) {
            (void)save(device, {intent});
        }
    }
}

void World::startHome(HomeNode& node) {
    auto* before = std::exchange(m_serving, &node);
    for (int tries = 0; !node.start(); ++tries) {
        node.disk.makeRoom();
        node.disk.failSyncs(0);
        if (tries == 3) {
            fails("the ledger of " + node.agency.str() + " does not open");
            m_serving = before;
            return;
        }
    }
    m_serving = before;
    // What the power took the answer to is there whole, or not at all.
    const auto failed = std::exchange(node.failed, std::nullopt);
    const auto cut = std::exchange(node.inDoubt, std::nullopt);
    const auto& inDoubt = cut ? cut : failed;
    observe(node, inDoubt ? &*inDoubt : nullptr, ModelHome::Others::MayWrite);
}

void World::open(HomeNode& node) {
    auto* before = std::exchange(m_serving, &node);
    const auto opened = node.ledger().write(WriteKind::Other, [&](LedgerWrites& writes) {
        return restoring::openToPartners(writes, {"administrator", {}}, m_time.now);
    });
    m_serving = before;
    const auto reads = node.isUp() ? node.ledger().read() : Result<std::unique_ptr<LedgerReads>>{ErrorCode::StoreBusy};
    const auto head = reads ? (*reads)->head() : Result<LedgerHead>{ErrorCode::StoreBusy};
    node.reconciling = !head || head->reconciling;
    say(node.agency.str(), opened ? "is opened to partners" : "is to be opened to partners");
}

void World::step(std::size_t number) {
    m_now = number;
    const Chance root = Chance{m_options.seed * 1'000'003 + number};
    m_people = root.split("people");
    m_weather = root.split("weather");
    m_time.pass(std::chrono::milliseconds{1 + m_people.below(90'000)});
    if (m_conditions.machines > 0 && m_people.below(1000) < m_conditions.machines * 4) {
        Trouble(*this).happens();
    } else {
        Work(*this).happens();
    }
}

void World::run() {
    const std::size_t half = m_steps / 2;
    for (std::size_t number = 0; number < m_steps && !isWrong(); ++number) {
        if (!m_options.leftOut.contains(number)) {
            step(number);
        }
        if (number == half && !isWrong()) {
            quiet();
        }
    }
    if (!isWrong()) {
        quiet();
    }
    m_tally.count("run", "operations", m_operations);
    m_tally.count("run", "seeds");
}

} // namespace frontsheet::sim
