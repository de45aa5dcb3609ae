#include "tests/sim/work.h"

#include "core/domain/admit.h"
#include "core/domain/schema/record_schema.h"
#include "tests/sim/trouble.h"

#include <algorithm>

namespace frontsheet::sim {

namespace {

constexpr const char* kWords[] = {"kettle", "stairs",   "daughter", "Tuesday", "tablets",   "walked",
                                  "garden", "carer",    "visited",  "tired",   "breakfast", "keys",
                                  "phoned", "hospital", "better",   "worried"};

} // namespace

const std::vector<Work::Act>& Work::acts() {
    static const std::vector<Act> kActs{
        {"registers a person", 3, &Work::registersPerson},
        {"corrects a name or phone", 5, &Work::correctsName},
        {"moves house (a merge group)", 4, &Work::movesHouse},
        {"writes an alert (prose)", 6, &Work::writesAlert},
        {"places somebody", 2, &Work::places},
        {"ends a placement (a merge group)", 2, &Work::endsPlacement},
        {"joins a care team", 8, &Work::joinsTeam},
        {"leaves a care team", 3, &Work::leavesTeam},
        {"a person permits or objects", 3, &Work::persons_say},
        {"a person takes it back", 2, &Work::takesBack},
        {"an address is hidden", 3, &Work::hidesAddress},
        {"plans or cancels a visit (a set)", 8, &Work::plansVisit},
        {"begins a draft", 5, &Work::beginsDraft},
        {"autosaves a draft", 8, &Work::autosaves},
        {"signs a draft", 4, &Work::signsNote},
        {"writes a signed note", 7, &Work::writesNote},
        {"adds an addendum", 1, &Work::addsAddendum},
        {"enters a note in error", 2, &Work::entersInError},
        {"names readers", 2, &Work::namesReaders},
        {"reads a note", 4, &Work::readsNote},
        {"settles two versions of words", 12, &Work::settlesVersions},
        {"saves a transaction", 3, &Work::writesTransaction},
        {"saves a chain of edits", 4, &Work::writesChain},
        {"saves the same again", 2, &Work::savesAgain},
        {"corrects what was refused", 8, &Work::replacesRefused},
        {"lets go of what was refused", 2, &Work::letsGo},
        {"refers", 5, &Work::refers},
        {"moves a referral", 12, &Work::movesReferral},
        {"writes a message", 4, &Work::messages},
        {"rewords a referral (prose)", 3, &Work::rewordsReferral},
        {"two write over one another", 8, &Work::writeOverOneAnother},
        {"sends a referral to another worker", 2, &Work::readdresses},
        {"sees a referral", 2, &Work::seesReferral},
        {"passes a referral on", 2, &Work::passesReferralOn},
        {"opens a referral again", 1, &Work::opensReferralAgain},
        {"meets the person for the first time", 9, &Work::meetsForTheFirstTime},
        {"reads an outcome", 20, &Work::readsOutcome},
        {"opens in an emergency", 5, &Work::opensInEmergency},
        {"ends an emergency early", 4, &Work::endsEmergency},
        {"goes on or off duty", 3, &Work::goesOnOrOffDuty},
        {"registers with a practice", 2, &Work::changesPractice},
        {"exchanges with a home", 40, &Work::exchanges},
        {"exchanges with all homes", 8, &Work::exchangesWithAll},
        {"time passes", 6, &Work::timePasses},
        {"indexes", 6, &Work::indexes},
        {"homes tidy up", 1, &Work::tidies},
        {"a home changes its terms", 8, &Work::changesTerms},
        {"a worker's role changes", 1, &Work::changesRole},
        {"a certificate runs out", 1, &Work::certificateEnds},
        {"a device is shut out", 0, &Work::isShutOut},
        {"opens what is past its lease", 8, &Work::opensLocked},
    };
    return kActs;
}

void Work::happens() {
    DeviceNode& device = *m_world.m_devices[m_chance.below(m_world.m_devices.size())];
    if (!device.isUp()) {
        m_world.startDevice(device);
        if (m_world.isWrong()) {
            return;
        }
    }
    for (auto& home : m_world.m_homes) {
        if (!home->isUp() && m_chance.oneIn(2)) {
            m_world.say(home->agency.str(), "starts again");
            m_world.startHome(*home);
        }
    }
    if (m_chance.oneIn(10)) { // somebody clears away what fills the disks
        device.disk.makeRoom();
        m_world.m_homes[m_chance.below(m_world.m_homes.size())]->disk.makeRoom();
    }
    // A device is shut out rarely, and late, so that worlds do not end with nobody in them.
    if (m_world.m_now * 3 > m_world.m_steps && m_chance.below(400) == 0) {
        m_world.done("a device is shut out");
        (void)isShutOut(device);
        return;
    }
    unsigned all = 0;
    for (const auto& act : acts()) {
        all += act.weight;
    }
    for (int tries = 0; tries < 6 && device.isUp() && !m_world.isWrong(); ++tries) {
        auto drawn = static_cast<unsigned>(m_chance.below(all));
        for (const auto& act : acts()) {
            if (drawn < act.weight) {
                if ((this->*act.act)(device)) {
                    m_world.done(act.name);
                    return;
                }
                break;
            }
            drawn -= act.weight;
        }
    }
}

// Drawing

std::optional<Record> Work::someRecord(DeviceNode& d, RecordType type, const Match& match) {
    const auto found = d.store().ofType(type, 400);
    if (!found) {
        return std::nullopt; // the disk has failed, or what is there is locked
    }
    std::vector<const Record*> fit;
    for (const auto& working : *found) {
        const Record& record = working.record;
        if (!d.shutOutBy.contains(record.home) && match(record)) {
            fit.push_back(&record);
        }
    }
    return fit.empty() ? std::nullopt : std::optional{*fit[m_chance.below(fit.size())]};
}

PersonId Work::somePerson() { return m_world.m_persons.empty() ? PersonId{} : m_chance.pick(m_world.m_persons); }

bool Work::worksAtHome(const DeviceNode& d) const {
    return m_world.home(d.who.agency) != nullptr && !d.shutOutBy.contains(d.who.agency);
}

std::string Work::words(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += (out.empty() ? "" : " ") + std::string{kWords[m_chance.below(std::size(kWords))]};
    }
    return out;
}

std::string Work::canary(const RecordId& note) {
    std::string word = "zorquel" + std::to_string(++m_world.m_counter) + "x";
    m_world.m_canaries.emplace_back(note, word);
    return word;
}

Intent Work::creates(DeviceNode& d, RecordType type, const AgencyId& home, const PersonId& person, FieldSet fields,
                     Category category) {
    Intent intent;
    intent.op = m_world.m_ids.random<OpId>();
    intent.record = m_world.m_ids.timeOrdered<RecordId>(nowOf(d));
    intent.type = type;
    intent.home = home;
    intent.person = person;
    intent.category = category;
    intent.occurredAt = nowOf(d);
    intent.edits = editsOf(type, {}, fields);
    return intent;
}

std::optional<Intent> Work::edits(DeviceNode& d, const Record& before, const std::function<void(Record&)>& change) {
    Record after = before;
    change(after);
    Intent intent;
    intent.op = m_world.m_ids.random<OpId>();
    intent.record = before.id;
    intent.type = before.type;
    intent.home = before.home;
    intent.person = before.person;
    intent.category = after.category;
    intent.base = before.version;
    intent.edits = editsOf(before.type, before.fields, after.fields);
    intent.occurredAt = after.occurredAt;
    if (intent.edits.empty() && after.category == before.category) {
        return std::nullopt;
    }
    if (before.version.n == 0) {
        stateAsSeen(before.type, before.fields, intent.edits);
    }
    // Judged as the app does before it says "saved"; now and then by a program that does not.
    const auto judged = admit(d.who, before, intent, Relationships{true, true}, nowOf(d));
    if (!judged && !m_chance.oneIn(6)) {
        m_world.m_tally.count("not offered", name(judged.error().code));
        return std::nullopt;
    }
    return intent;
}

bool Work::saves(DeviceNode& d, std::vector<Intent> intents) {
    (void)m_world.save(d, intents);
    return true;
}

bool Work::savesEdit(DeviceNode& d, const Record& before, const std::function<void(Record&)>& change) {
    auto intent = edits(d, before, change);
    return intent && saves(d, {std::move(*intent)});
}

// Exchanging

bool Work::exchanges(DeviceNode& d) {
    HomeNode& home = *m_world.m_homes[m_chance.below(m_world.m_homes.size())];
    const auto report = m_world.exchange(d, home.agency);
    // Right after an exchange that went through, the device is what the oracle says, with its own edits on top; a damaged one only
    // when everything has been compared once (quiet.cpp).
    if (!report.failure && !report.more && d.isUp() && home.isUp() && m_chance.oneIn(6) && !m_world.isWrong() &&
        !m_world.m_memory[m_world.indexOf(d)].damaged) {
        const auto position = d.store().position(home.agency);
        if (position && position->partial.empty() && position->feedSeq == home.model.feedHead() &&
            m_world.outboxOf(d).empty()) {
            m_world.checkHeld(d, home);
        }
    }
    return true;
}

bool Work::exchangesWithAll(DeviceNode& d) {
    for (auto& home : m_world.m_homes) {
        if (d.isUp()) {
            (void)m_world.exchange(d, home->agency);
        }
    }
    return true;
}

bool Work::timePasses(DeviceNode&) {
    const auto hours = m_chance.oneIn(4) ? m_chance.between(24, 24 * 9) : m_chance.between(1, 20);
    m_world.m_time.pass(std::chrono::hours{hours});
    for (auto& device : m_world.m_devices) {
        // Good devices renew in time; one whose certificate has run out is a story of its own.
        if (device->certifiedUntil > m_world.m_time.now || m_chance.oneIn(2)) {
            device->certifiedUntil = std::max(device->certifiedUntil, m_world.m_time.now + std::chrono::hours{24 * 10});
        }
    }
    m_world.say("world", std::to_string(hours) + " hours pass");
    return true;
}

bool Work::indexes(DeviceNode& d) {
    auto* before = std::exchange(m_world.m_acting, &d);
    (void)d.store().indexSome(1 + m_chance.below(20)).has_value();
    m_world.m_acting = before;
    return true;
}

bool Work::tidies(DeviceNode&) {
    for (auto& home : m_world.m_homes) {
        if (home->isUp()) {
            auto* before = std::exchange(m_world.m_serving, home.get());
            (void)home->server().tidy().has_value();
            m_world.m_serving = before;
        }
    }
    return true;
}

bool Work::changesTerms(DeviceNode&) {
    HomeNode& home = *m_world.m_homes[m_chance.below(m_world.m_homes.size())];
    const auto what = home.terms.change(m_chance, m_world.m_time.now);
    m_world.say(home.agency.str(), what);
    m_world.m_tally.count("terms", what.substr(0, what.find(' ')));
    if (home.isUp()) {
        home.decideAnew();
    }
    return true;
}

bool Work::changesRole(DeviceNode& d) {
    Principal who = d.who;
    who.role = m_chance.oneIn(4) ? kAuditor : m_chance.pick(kRoles);
    if (who.role == d.who.role) {
        return false;
    }
    m_world.say(d.name, "is now " + who.role);
    d.becomes(who);
    return true;
}

bool Work::certificateEnds(DeviceNode& d) {
    d.certifiedUntil = m_world.m_time.now + -std::chrono::hours{1};
    m_world.say(d.name, "has a certificate that ran out");
    return true;
}

bool Work::isShutOut(DeviceNode& d) {
    HomeNode& home = *m_world.m_homes[m_chance.below(m_world.m_homes.size())];
    if (!home.isUp() || d.shutOutBy.contains(home.agency)) {
        return false;
    }
    home.disk.makeRoom(); // an administrator sees to it that it is written
    home.disk.failSyncs(0);
    home.disk.keepPower();
    auto* before = std::exchange(m_world.m_serving, &home);
    const auto written = home.ledger().write(WriteKind::Other, [&](LedgerWrites& writes) {
        return writes.revoke(d.who.agency, d.who.device, m_world.m_time.now);
    });
    m_world.m_serving = before;
    if (!written) {
        return false;
    }
    d.shutOutBy.insert(home.agency);
    if (const auto items = d.store().outbox()) {
        for (const auto& item : *items) {
            if (item.intent.home == home.agency && item.state != OutboxState::NeedsAttention) {
                m_world.m_memory[m_world.indexOf(d)].handsIn.insert(item.intent.op);
            }
        }
    }
    m_world.say(home.agency.str(), "shuts out " + d.name);
    if (m_world.m_conditions.machines > 0 && m_chance.oneIn(2)) {
        Trouble(m_world).armWhileAHomeCloses();
    }
    return true;
}

bool Work::opensLocked(DeviceNode& d) {
    const auto person = somePerson();
    if (person.isNull()) {
        return false;
    }
    const PersonId persons[] = {person};
    const auto locked = d.store().lockedAbout(persons);
    if (!locked || locked->empty()) {
        return false;
    }
    m_world.m_tally.count("lease", "locked");
    return d.store().openWithReason(locked->front().home, persons, "at the door, no signal").has_value();
}

} // namespace frontsheet::sim
