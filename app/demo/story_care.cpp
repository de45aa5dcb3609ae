#include "app/demo/story_care.h"

#include "app/demo/demo_clock.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <functional>

namespace frontsheet::demo {

namespace {

std::vector<Dump> dumps(World& world, Step& step) {
    std::vector<Dump> all;
    for (const auto* agency : {"council", "community_trust", "gp_Y99001"}) {
        auto dump = world.hostOf(agency).dump(agency);
        if (step.check(dump.has_value(), std::string{"dump of "} + agency)) {
            all.push_back(std::move(*dump));
        }
    }
    return all;
}

// Who is on whose team because of the same people found: what an agency runs every night.
void formTeams(World& world, Step& step) {
    for (const auto* agency : {"council", "community_trust", "gp_Y99001"}) {
        step.check(world.hostOf(agency).act({"care-team", "--agency", agency}).succeeded(),
                   std::string{"care teams of "} + agency);
    }
}

// The council's next extract: he went from hospital to a home, and nobody asked him; she went after her third stroke.
void discharge(World& world, Step& step, const CareCast& cast) {
    const auto file = world.folders().root / "new_discharges.csv";
    std::ofstream lines(file, std::ios::trunc);
    lines << "person_ref,from,discharged_on,pathway,placed_at,kind,funded_by,weekly_cost_gbp,reviewing_officer,"
             "first_review_due,outcome,outcome_on,own_wish\n";
    lines << cast.arthur.references.at("council") << ",Saltmarsh Royal," << DemoClock::isoToday(-40)
          << ",3,The Laurels,nursing,council,889,W004," << DemoClock::isoToday(14) << ",still placed,,\n";
    lines << cast.hilda.references.at("council") << ",Saltmarsh Royal," << DemoClock::isoToday(-20)
          << ",3,Marsh View,nursing,council,955,W004," << DemoClock::isoToday(9) << ",still placed,,\n";
    lines.flush();
    step.check(world.server("council")
                   .act({"import", "--agency", "council", "--mapping", "council-placements", "--file", file.string(),
                         "--report", (world.folders().root / "reports" / "new-discharges.txt").string()})
                   .succeeded(),
               "the council's new discharges");
}

bool castForCare(World& world, Report& report, const Cast& before, CareCast& cast) {
    Step step("Edith, Arthur, Hilda, and five people of the nurse's round");
    formTeams(world, step);
    auto humans = Humans::in(dumps(world, step));
    const auto isTaken = [&](const Human& human) {
        const auto isOf = [&](const Human& other) {
            return std::any_of(human.persons.begin(), human.persons.end(), [&](const auto& known) {
                const auto at = other.persons.find(known.first);
                return at != other.persons.end() && at->second == known.second;
            });
        };
        return isOf(before.peter) || isOf(before.mira) || isOf(before.served) || isOf(before.found);
    };
    const auto choose = [&](Human& into, const std::string& who, const std::function<bool(const Human&)>& fits) {
        const Human* human = humans.take([&](const Human& h) { return !isTaken(h) && fits(h); });
        if (step.check(human != nullptr, who)) {
            into = *human;
            step.note(who + ": " + human->givenName + " " + human->familyName);
        }
    };
    const auto isOfTheRound = [](const Human& h) { return h.livesAtHome() && h.hasOnTeam("community_trust", "W012"); };
    const auto isShared = [&](const Human& h) {
        return isOfTheRound(h) && h.hasOnTeam("council", "W001") && h.hasOnTeam("council", "W012") &&
               h.hasOnTeam("council", "W020") && h.knownTo("gp_Y99001");
    };
    choose(cast.arthur, "Arthur", [&](const Human& h) { return isShared(h) && !h.isFemale; });
    choose(cast.edith, "Edith", [&](const Human& h) { return isShared(h) && h.isFemale; });
    // Her husband is written down under her family name, as people write it: given name, then one word.
    choose(cast.hilda, "Hilda",
           [&](const Human& h) { return isShared(h) && h.isFemale && h.familyName.find(' ') == std::string::npos; });
    cast.round.resize(5);
    for (auto& human : cast.round) {
        choose(human, "on the nurse's round",
               [&](const Human& h) { return isOfTheRound(h) && h.knownTo("gp_Y99001"); });
    }
    if (step.ok()) {
        discharge(world, step, cast);
        formTeams(world, step);
    }
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace

bool fillIn(Screen& screen, const std::vector<Entry>& entries) {
    for (const auto& entry : entries) {
        const bool done = entry.by == Entry::By::Writing ? screen.write(entry.name, entry.words)
                                                         : screen.choose(entry.name, entry.words);
        if (!done) {
            return false;
        }
    }
    return screen.press("Save");
}

namespace {

// Of the type, or of whatever type, with the words in whatever field.
std::vector<const DumpedRecord*> having(const Dump& dump, const std::string& type, const std::string& words) {
    std::vector<const DumpedRecord*> found;
    for (const auto& record : dump.records()) {
        const bool has = std::any_of(record.fields.begin(), record.fields.end(),
                                     [&](const auto& field) { return field.second.find(words) != std::string::npos; });
        if (has && (type.empty() || record.type == type)) {
            found.push_back(&record);
        }
    }
    return found;
}

} // namespace

std::string findingOf(const Human& human, const std::string& agency) {
    const auto at = human.nhsNumbers.find(agency);
    return at == human.nhsNumbers.end() ? human.familyName + " " + human.givenName : at->second;
}

std::string nameOnLists(const Human& human) {
    std::string family = human.familyName; // of plain letters
    std::transform(family.begin(), family.end(), family.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return family + ", " + human.givenName;
}

Stores::Stores(Step& step, World& world, const std::vector<std::string>& workers) : m_step(step) {
    for (const auto& agency : agencies()) {
        const std::string code{agency.code};
        auto dump = world.hostOf(code).dump(code);
        step.check(dump.has_value(), "the ledger of " + code);
        m_ledgers.emplace(code, dump ? std::move(*dump) : Dump{});
    }
    for (const auto& worker : workers) {
        auto dump = world.device(worker).dump();
        step.check(dump.has_value(), "the store of the " + worker);
        m_devices.emplace(worker, dump ? std::move(*dump) : Dump{});
    }
}

const DumpedRecord* Stores::once(const std::string& home, const std::string& type, const std::string& words,
                                 const std::vector<std::string>& holders) {
    const DumpedRecord* original = nullptr;
    for (const auto& [agency, ledger] : m_ledgers) {
        const auto found = having(ledger, type, words);
        m_step.equal(static_cast<long long>(found.size()), agency == home ? 1 : 0,
                     type + " “" + words + "” in the ledger of " + agency);
        original = agency == home && !found.empty() ? found.front() : original;
    }
    for (const auto& [worker, store] : m_devices) {
        const auto on = type + " “" + words + "” on the device of the " + worker;
        const auto found = having(store, type, words);
        const bool holds = std::find(holders.begin(), holders.end(), worker) != holders.end();
        if (m_step.equal(static_cast<long long>(found.size()), holds ? 1 : 0, on) && holds && original != nullptr) {
            m_step.check(found.front()->id == original->id && found.front()->version == original->version,
                         on + " as at home");
        }
    }
    m_step.add("records found once");
    return original;
}

bool Stores::isOnTeam(const std::string& home, const Human& human, const std::string& worker) const {
    return m_ledgers.at(home).countWhere([&](const DumpedRecord& r) {
        return r.type == "care-team-membership" && r.person == human.persons.at(home) && r.field("worker") == worker;
    }) > 0;
}

void Stores::isNotOn(const std::string& worker, const std::string& words) {
    m_step.equal(static_cast<long long>(having(m_devices.at(worker), {}, words).size()), 0,
                 "“" + words + "” on the device of the " + worker);
}

void Stores::allIsSent() {
    for (const auto& [worker, store] : m_devices) {
        m_step.equal(store.countWhere([](const DumpedRecord& r) { return r.waiting; }), 0,
                     "waiting with the " + worker);
        m_step.equal(static_cast<long long>(store.attention()), 0, "in need of the " + worker);
    }
}

bool tellOfCare(World& world, Report& report, Cast& all) {
    CareCast cast;
    const bool found = castForCare(world, report, all, cast);
    all.arthur = cast.arthur;
    return found && tellOfEdith(world, report, cast) && tellOfArthur(world, report, cast) &&
           tellOfHarold(world, report, cast) && tellOfTheDeadSpot(world, report, cast);
}

} // namespace frontsheet::demo
