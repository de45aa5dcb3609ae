// What people do at work, drawn by weight: notes, referrals, registrations, placements, care teams, what persons say, and the
// exchanges that carry it.
#pragma once

#include "core/usecases/ports/record_reader.h"
#include "sync/wire/emergency_codec.h"
#include "tests/sim/world.h"

#include <functional>

namespace frontsheet::sim {

class Work {
public:
    explicit Work(World& world) : m_world(world), m_chance(world.m_people) {}
    void happens(); // one of them, or an exchange

    struct Act {
        const char* name;
        unsigned weight;
        bool (Work::*act)(DeviceNode&); // false: there was nothing to do it to
    };
    [[nodiscard]] static const std::vector<Act>& acts();

private:
    // registrations, placements (work_records.cpp)
    bool registersPerson(DeviceNode& d);
    bool correctsName(DeviceNode& d);
    bool movesHouse(DeviceNode& d);
    bool writesAlert(DeviceNode& d);
    bool places(DeviceNode& d);
    bool endsPlacement(DeviceNode& d);
    bool joinsTeam(DeviceNode& d);
    bool leavesTeam(DeviceNode& d);
    bool persons_say(DeviceNode& d);
    bool takesBack(DeviceNode& d);
    bool hidesAddress(DeviceNode& d);
    bool plansVisit(DeviceNode& d);

    // notes (work_notes.cpp)
    bool beginsDraft(DeviceNode& d);
    bool autosaves(DeviceNode& d);
    bool signsNote(DeviceNode& d);
    bool writesNote(DeviceNode& d);
    bool addsAddendum(DeviceNode& d);
    bool entersInError(DeviceNode& d);
    bool namesReaders(DeviceNode& d);
    bool readsNote(DeviceNode& d);
    bool settlesVersions(DeviceNode& d);
    bool writesTransaction(DeviceNode& d);
    bool writesChain(DeviceNode& d);
    bool savesAgain(DeviceNode& d);
    bool replacesRefused(DeviceNode& d);
    bool letsGo(DeviceNode& d);

    // referrals (work_referrals.cpp)
    bool refers(DeviceNode& d);
    bool movesReferral(DeviceNode& d);
    bool messages(DeviceNode& d);
    bool rewordsReferral(DeviceNode& d);
    bool writeOverOneAnother(DeviceNode& d);
    bool readdresses(DeviceNode& d);
    bool seesReferral(DeviceNode& d);
    bool passesReferralOn(DeviceNode& d);
    bool opensReferralAgain(DeviceNode& d);
    bool meetsForTheFirstTime(DeviceNode& d);
    bool readsOutcome(DeviceNode& d);

    // what opens and closes doors (work_access.cpp)
    bool opensInEmergency(DeviceNode& d);
    bool endsEmergency(DeviceNode& d);
    bool goesOnOrOffDuty(DeviceNode& d);
    bool changesPractice(DeviceNode& d);
    bool asks(DeviceNode& d, HomeNode& home, const wire::EmergencyAsk& ask);

    // the rest (work.cpp)
    bool exchanges(DeviceNode& d);
    bool exchangesWithAll(DeviceNode& d);
    bool timePasses(DeviceNode& d);
    bool indexes(DeviceNode& d);
    bool tidies(DeviceNode& d);
    bool changesTerms(DeviceNode& d);
    bool changesRole(DeviceNode& d);
    bool certificateEnds(DeviceNode& d);
    bool isShutOut(DeviceNode& d);
    bool opensLocked(DeviceNode& d);

    using Match = std::function<bool(const Record&)>;
    [[nodiscard]] std::optional<Record> someRecord(DeviceNode& d, RecordType type, const Match& match);
    [[nodiscard]] PersonId somePerson();
    [[nodiscard]] bool worksAtHome(const DeviceNode& d) const; // its own agency has a home here
    [[nodiscard]] std::string words(std::size_t count);
    [[nodiscard]] std::string canary(const RecordId& note);
    [[nodiscard]] WallTime nowOf(const DeviceNode& d) const { return d.clock.now(); }

    // Drawn at the device: as a use case would, but for those few that a careless program would let through.
    [[nodiscard]] Intent creates(DeviceNode& d, RecordType type, const AgencyId& home, const PersonId& person,
                                 FieldSet fields, Category category);
    [[nodiscard]] std::optional<Intent> edits(DeviceNode& d, const Record& before,
                                              const std::function<void(Record&)>& change);
    bool saves(DeviceNode& d, std::vector<Intent> intents);
    bool savesEdit(DeviceNode& d, const Record& before, const std::function<void(Record&)>& change);
    bool addWords(DeviceNode& d, FieldSet& fields, const RecordId& note);

    World& m_world;
    Chance& m_chance;
};

} // namespace frontsheet::sim
