// What opens and closes doors besides care teams and referrals: emergencies, duty, practices' lists.
#include "core/domain/canonical.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/emergency_access.h"
#include "core/domain/schema/registration.h"
#include "sync/server/next_version.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/pack.h"
#include "tests/sim/work.h"

#include <array>

namespace frontsheet::sim {

namespace {

constexpr std::size_t kNewestRegistrations = 40;

} // namespace

// Over the network, with what it does to requests; sent again under the same name now and then, as after a lost answer.
bool Work::asks(DeviceNode& d, HomeNode& home, const wire::EmergencyAsk& ask) {
    const Bytes body = wire::pack(wire::encode(ask));
    for (int times = m_chance.oneIn(4) ? 2 : 1; times > 0 && !m_world.isWrong(); --times) {
        const auto answer = d.post(home.agency, "emergency", body, wire::kMaxEmergencyBytes);
        m_world.m_tally.count("emergency", answer ? "answered " + std::to_string(answer->status) : "no answer");
    }
    return true;
}

bool Work::opensInEmergency(DeviceNode& d) {
    HomeNode& home = *m_world.m_homes[m_chance.below(m_world.m_homes.size())];
    // Somebody at the door says who they are: as some registration at that home has it, or another one's birthday.
    std::vector<const Record*> known;
    for (const auto& [id, versions] : home.model.records()) {
        if (versions.back().type == RecordType::Registration && known.size() < kNewestRegistrations) {
            known.push_back(&versions.back());
        }
    }
    if (known.empty()) {
        return false;
    }
    const auto& fields = known[m_chance.below(known.size())]->fields;
    wire::EmergencyAsk ask;
    ask.agency = home.agency;
    ask.step = wire::EmergencyAskStep::Open;
    ask.request = m_world.m_ids.random<wire::EmergencyRequestId>();
    ask.wish.person.born = m_chance.oneIn(6) ? "1921-01-01" : fields.get(registration::kBorn);
    ask.wish.person.familyName = fields.get(registration::kFamilyName);
    ask.wish.person.givenName = fields.get(registration::kGivenName);
    ask.wish.reason = "found on the floor, nobody answers the telephone";
    ask.wish.duration = std::chrono::hours{m_chance.between(1, 12)};
    return asks(d, home, ask);
}

bool Work::endsEmergency(DeviceNode& d) {
    for (auto& home : m_world.m_homes) {
        for (const auto& [id, versions] : home->model.records()) {
            const auto& access = versions.back();
            if (access.type == RecordType::EmergencyAccess && access.author == d.who.worker &&
                !access.fields.get(emergency_access::kEndedAt).isKnown() && m_chance.oneIn(2)) {
                wire::EmergencyAsk ask;
                ask.agency = home->agency;
                ask.step = wire::EmergencyAskStep::End;
                ask.access = id;
                return asks(d, *home, ask);
            }
        }
    }
    return false;
}

// An administrator says who is on duty: one contact point a home, which names one worker or nobody.
bool Work::goesOnOrOffDuty(DeviceNode& d) {
    HomeNode* home = m_world.home(d.who.agency);
    if (home == nullptr || !home->isUp() || home->inDoubt || home->failed) {
        return false;
    }
    home->disk.makeRoom();
    home->disk.failSyncs(0);
    home->disk.keepPower();
    const bool off = home->model.isOnDuty(d.who);
    Record point;
    point.type = RecordType::ContactPoint;
    point.home = home->agency;
    point.category = Category::Directory;
    point.id.bytes[0] = 0x7D; // the home's one
    point.id.bytes[1] = static_cast<std::uint8_t>(home->agency.str().front());
    point.authorAgency = home->agency;
    point.author = d.who.worker;
    point.occurredAt = m_world.m_time.now;
    point.recordedAt = m_world.m_time.now;
    point.fields.put(contact_point::kName, std::string{"Duty desk"});
    point.fields.put(contact_point::kPurpose, std::string{"duty"});
    point.fields.put(contact_point::kAgency, home->agency);
    point.fields.put(contact_point::kWorker, off ? WorkerId{"W999"} : d.who.worker);
    const Record* last = home->model.current(point.id);
    auto* before = std::exchange(m_world.m_serving, home);
    const auto written = home->ledger().write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        FS_ASSIGN(point.version, nextVersion(writes, last == nullptr ? HomeVersion{} : last->version));
        const std::array<RecordWrite, 1> write{RecordWrite{point, wire::encodeBody(point.fields)}};
        return writes.append(write);
    });
    m_world.m_serving = before;
    if (!written) {
        return false;
    }
    m_world.say(home->agency.str(), std::string{"has "} + (off ? "nobody" : d.who.worker.str()) + " on duty");
    m_world.m_tally.count("duty", off ? "off" : "on");
    m_world.observe(*home, nullptr, ModelHome::Others::MayWrite);
    return true;
}

bool Work::changesPractice(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::Registration, [](const Record&) { return true; });
    return before && savesEdit(d, *before, [&](Record& after) {
               after.fields.put(registration::kPractice, m_chance.oneIn(3) ? std::string{} : m_chance.pick(kPractices));
           });
}

} // namespace frontsheet::sim
