// The end: everything counted from the canonical dumps, against rules stated here a second time and in other words than
// the programs' own; and the disks searched for what must not stand on them in the clear.

#include "app/demo/partnership.h"
#include "app/demo/story_notes.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <set>

namespace frontsheet::demo {

namespace {

using Dumps = std::map<std::string, Dump>;

const Persona& personaOf(const std::string& key) {
    static const auto all = storyWorkers();
    return *std::find_if(all.begin(), all.end(), [&](const Persona& p) { return p.key == key; });
}

// Of a place on a care team, or what was opened in an emergency: whether it is over, by the clock on the wall here.
bool hasEnded(const DumpedRecord& record) {
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
    const auto until = record.field("until");
    return !until.empty() && std::stoll(until) <= now.count();
}

// Whether the worker may have case content about the person from an agency that is not theirs: on the care team there, or
// named in a referral from there. Asked of that agency's own ledger.
bool mayHave(const Dump& home, const Persona& persona, const std::string& person) {
    return home.countWhere([&](const DumpedRecord& r) {
        if (r.person != person) {
            return false;
        }
        const bool member = r.type == "care-team-membership" && r.field("agency") == persona.agency &&
                            r.field("worker") == persona.worker && !hasEnded(r);
        const bool named = r.type == "referral" && r.field("to_agency") == persona.agency &&
                           (r.field("to_worker") == persona.worker || r.field("to_worker").empty());
        const bool emergency = r.type == "emergency-access" && r.field("worker") == persona.worker && !hasEnded(r);
        return member || named || emergency;
    }) > 0;
}

// On the list of the practice that the worker is of, or of one that a named assessor covers, by what the home's own
// registration says.
bool isOnTheirList(const Dump& home, const Persona& persona, const std::string& person) {
    std::string covers = "|";
    for (const auto& agency : agencies()) {
        if (agency.code == persona.agency && !agency.odsCode.empty()) {
            covers += std::string{agency.odsCode} + "|";
        }
    }
    std::string practice;
    for (const auto& record : home.records()) {
        if (record.type == "worker" && record.home == persona.agency && record.field("code") == persona.worker) {
            covers += record.field("covers") + "|";
        } else if (record.type == "registration" && record.person == person) {
            practice = record.field("practice");
        }
    }
    return !practice.empty() && covers.find("|" + practice + "|") != std::string::npos;
}

// Their own agency's, too, opens the work itself only to those joined to the person: the same, or by their practice's list.
bool isJoined(const Dump& home, const Persona& persona, const std::string& person) {
    return mayHave(home, persona, person) || isOnTheirList(home, persona, person);
}

// Reads everything of the agency that oversight needs, whoever the person is, and nothing that a carer said in confidence.
bool oversees(const Persona& persona) { return persona.role == "information governance lead"; }
bool maySupportCarers(const Persona& persona) {
    static const std::set<std::string_view> kRoles{"social work assessor", "reviewing officer", "key worker",
                                                   "carer support worker"};
    return kRoles.contains(persona.role);
}

// Of a person whom a worker of the agency has nothing to do with: who they are, where, who is involved, what to beware of and
// which referrals there are; not how they are and how they live.
bool isWhoIsWho(const DumpedRecord& record) {
    return record.person.empty() || (record.type != "contact-note" && record.type != "placement");
}
bool isOfTheWork(const std::string& field) {
    static const std::set<std::string> kFields{"language",     "frailty",       "access_note", "legal_status",
                                               "tenancy_type", "arrears_pence", "words"}; // of what the person said
    return kFields.contains(field);
}
// Of a registration or of what the person said, what a worker of the agency does not get.
bool isKeptFrom(const Persona& persona, bool isTheirs, const std::string& field) {
    return oversees(persona) ? field == "access_note" : !isTheirs && isOfTheWork(field);
}
// A record of the worker's own agency that belongs on their device.
bool isForThem(const Persona& persona, bool isTheirs, const DumpedRecord& record) {
    if (record.category == "carer-private") {
        return isTheirs && maySupportCarers(persona);
    }
    if (record.category == "safeguarding") { // whoever sent it follows it, involved or not
        return oversees(persona) || record.field("from_worker") == persona.worker ||
               (isTheirs && persona.role != "volunteer coordinator");
    }
    return oversees(persona) || isTheirs || isWhoIsWho(record);
}

// Who holds a record of the story besides its home's server. Of the dead spot: the nurse's agency what she wrote, and the
// practice's doctor, whose patients they all are; the assessor only what is about people whose care team she joined by
// accepting; nobody else anything. Of the stories of sharing each says itself who.
bool holds(const std::string& persona, const Written& written, const Cast& cast) {
    if (!written.holders.empty()) {
        return std::find(written.holders.begin(), written.holders.end(), persona) != written.holders.end();
    }
    return persona == "nurse" || persona == "gp" ||
           (persona == "assessor" && (written.person == cast.knownPerson || written.person == cast.newPerson));
}

// Every record of the type, or of whatever type, with the marker in a field.
long long withMarker(const Dump& dump, const std::string& type, const std::string& mark) {
    return type.empty() ? withWords(dump, mark) : dump.countWhere([&](const DumpedRecord& r) {
        return r.type == type && std::any_of(r.fields.begin(), r.fields.end(), [&](const auto& field) {
                   return field.second.find(mark) != std::string::npos;
               });
    });
}

void isWhole(Step& step, const Dump& dump, const Written& written, const std::string& where) {
    const auto* record = dump.find(written.record);
    if (!step.check(record != nullptr, written.marker + " is " + where + " under the id that was said")) {
        return;
    }
    step.check(record->type == written.type && record->home == written.home && record->person == written.person,
               written.marker + " " + where + " is of its kind, home and person");
    step.check(record->field(wordsOf(written.type)) == written.text, written.marker + " " + where + " word for word");
    step.check(written.author.empty() || record->author == written.author, written.marker + " " + where + " by whom");
    if (written.type == "contact-note") {
        step.check(record->field("state") == "signed", written.marker + " " + where + " is signed");
    }
}

// Once where it should be, nowhere else, and not a word of it inside any other record, but for the received copy that
// accepting a referral leaves with the council.
void countOne(Step& step, const Written& written, const Dumps& servers, const Dumps& devices, const Cast& cast) {
    const auto copies = [&](const std::string& agency) {
        return written.type == "referral" && agency == (written.acceptedBy.empty() ? "council" : written.acceptedBy)
                   ? 1
                   : 0;
    };
    for (const auto& [agency, dump] : servers) {
        const int own = agency == written.home ? 1 : 0;
        const auto where = "at the server of " + agency;
        step.equal(withMarker(dump, written.type, written.marker), own, written.marker + " " + where);
        step.equal(withMarker(dump, "", written.marker), own + copies(agency),
                   "words of " + written.marker + " " + where);
        if (own == 1) {
            isWhole(step, dump, written, where);
        }
    }
    for (const auto& [persona, dump] : devices) {
        const int own = holds(persona, written, cast) ? 1 : 0;
        const auto& to = written.copyHolders;
        const bool hasCopy = to.empty() || std::find(to.begin(), to.end(), persona) != to.end();
        const auto where = "on the device of the " + persona;
        step.equal(withMarker(dump, written.type, written.marker), own, written.marker + " " + where);
        step.equal(withMarker(dump, "", written.marker),
                   own + (hasCopy ? copies(std::string{personaOf(persona).agency}) : 0),
                   "words of " + written.marker + " " + where);
        if (own == 1) {
            isWhole(step, dump, written, where);
        }
    }
}

// No note or referral that the story did not write: a double under another id would be one.
void countTypes(Step& step, const Dumps& servers, const Cast& cast) {
    for (const char* type : {"contact-note", "referral", "referral-message"}) {
        for (const auto& [agency, dump] : servers) {
            const auto wanted = std::count_if(cast.written.begin(), cast.written.end(),
                                              [&](const Written& w) { return w.type == type && w.home == agency; });
            step.equal(dump.count(type), wanted, std::string{type} + " records in all at " + agency);
        }
    }
    for (const auto& [agency, dump] : servers) {
        const auto taken = std::count_if(cast.written.begin(), cast.written.end(), [&](const Written& w) {
            return w.type == "referral" && agency == (w.acceptedBy.empty() ? "council" : w.acceptedBy);
        });
        step.equal(dump.count("received-copy"), taken, "received copies at " + agency);
    }
}

// A device's mirror is what its home says, record for record, as far as the agreement lets it; nothing is on it that is not for
// this worker.
void compareDevice(Step& step, const std::string& key, const Dump& device, const Dumps& servers) {
    const Persona& persona = personaOf(key);
    const Dump& ownHome = servers.at(std::string{persona.agency});
    std::map<std::string, bool> joined;
    const auto isTheirs = [&](const std::string& person) {
        const auto [known, asked] = joined.try_emplace(person, false);
        if (asked) {
            known->second = person.empty() || isJoined(ownHome, persona, person);
        }
        return known->second;
    };
    long long tooMuch = 0;
    long long older = 0;
    long long unknown = 0;
    long long other = 0;
    long long notTheirs = 0;
    std::map<std::string, bool> allowed;
    for (const auto& record : device.records()) {
        const auto home = servers.find(record.home);
        const auto* original = home == servers.end() ? nullptr : home->second.find(record.id);
        if (original == nullptr) {
            ++unknown;
            continue;
        }
        older += original->version != record.version ? 1 : 0;
        const bool whole = record.home == persona.agency;
        const bool same = std::all_of(record.fields.begin(), record.fields.end(),
                                      [&](const auto& field) { return original->field(field.first) == field.second; });
        const auto due = std::count_if(original->fields.begin(), original->fields.end(), [&](const auto& field) {
            const bool inPart = record.type == "registration" || record.type == "permission-statement";
            return !inPart || !isKeptFrom(persona, isTheirs(record.person), field.first);
        });
        other += !same || (whole && static_cast<long long>(record.fields.size()) != due) ? 1 : 0;
        // What a tenant owes is for nobody but the landlord, short of the person's own word.
        tooMuch += !whole && !record.field("arrears_pence").empty() ? 1 : 0;
        if (!whole && !record.person.empty()) {
            const auto [known, asked] = allowed.try_emplace(record.home + record.person, false);
            if (asked) {
                known->second = isJoined(home->second, persona, record.person);
            }
            notTheirs += known->second ? 0 : 1;
        }
    }
    const auto on = " on the device of the " + key;
    step.equal(unknown, 0, "records that no home knows" + on);
    step.equal(older, 0, "records in another version than their home's" + on);
    step.equal(other, 0, "records that say something else than their home's" + on);
    step.equal(notTheirs, 0, "records of partners about people who are not this worker's" + on);
    step.equal(tooMuch, 0, "partners' records with what no agreement releases" + on);
    step.equal(device.countWhere([&](const DumpedRecord& r) { return r.home == persona.agency; }),
               ownHome.countWhere([&](const DumpedRecord& r) { return isForThem(persona, isTheirs(r.person), r); }),
               "records of their own agency" + on);
    step.count("records on the device of the " + key, static_cast<long long>(device.records().size()));
}

void countAnswers(Step& step, const Dumps& servers, const Cast& cast) {
    const Dump& trust = servers.at("community_trust");
    const Dump& council = servers.at("council");
    for (const auto& id : {cast.referralKnown, cast.referralNew}) {
        const auto because = [&](const Dump& dump) {
            return dump.countWhere([&](const DumpedRecord& r) {
                return r.type == "care-team-membership" && r.field("because_of") == id &&
                       r.field("worker") == cast.assessor.worker && r.field("agency") == cast.assessor.agency;
            });
        };
        step.equal(because(trust), 1, "accepting put the assessor on the care team once at the trust");
        step.equal(council.countWhere(
                       [&](const DumpedRecord& r) { return r.type == "received-copy" && r.field("referral") == id; }),
                   1, "the council has its received copy once");
        const auto* referral = trust.find(id);
        step.check(referral != nullptr && referral->field("to_worker") == cast.assessor.worker &&
                       referral->field("to_agency") == cast.assessor.agency &&
                       referral->field("accepted_by") == cast.assessor.worker,
                   "the referral went to the practice's named assessor, and she has it");
    }
    step.equal(council.countWhere([&](const DumpedRecord& r) {
        return r.type == "person-link" && r.field("other") == cast.newPerson && r.field("state") == "stated";
    }),
               1, "the person new to the council was registered and linked once");
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Files under the folder in which any of the words stand.
std::vector<std::string> filesWith(const std::filesystem::path& folder, const std::vector<std::string>& words,
                                   long long& looked) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        ++looked;
        const auto content = contentOf(entry.path());
        if (std::any_of(words.begin(), words.end(),
                        [&](const std::string& word) { return content.find(word) != std::string::npos; })) {
            found.push_back(entry.path().filename().string());
        }
    }
    return found;
}

} // namespace

bool countEverything(World& world, Report& report, const Cast& cast) {
    Step step("every note and referral exactly once everywhere it should be, and nowhere else");
    Dumps devices;
    const auto hasLeft = [&](const std::string& persona) {
        return std::find(cast.left.begin(), cast.left.end(), persona) != cast.left.end();
    };
    // What servers tell one another on visits of their own is told first, so that nothing changes under the counting.
    for (int round = 0; round < 2; ++round) {
        for (auto& [host, server] : world.servers()) {
            step.check(server.act({"pull"}).succeeded(), host + " hears from its partners");
        }
    }
    for (const auto& [persona, device] : world.devices()) {
        if (!hasLeft(persona)) {
            step.check(device.sync().succeeded(), "the " + persona + " syncs");
        }
    }
    for (const auto& [persona, device] : world.devices()) {
        if (hasLeft(persona)) {
            continue;
        }
        auto dump = device.dump();
        if (step.check(dump.has_value(), "dump of the " + persona + "'s device")) {
            step.equal(static_cast<long long>(dump->repeated().size()), 0,
                       "no record twice on the " + persona + "'s device");
            step.equal(countWaiting(*dump), 0, "nothing waits there");
            step.equal(static_cast<long long>(dump->attention()),
                       std::count(cast.held.begin(), cast.held.end(), persona),
                       "needs attention on the " + persona + "'s device");
            devices.emplace(persona, std::move(dump).value());
        }
        step.check(device.act({"check"}).succeeded(), "every page of the " + persona + "'s database is whole");
    }
    Dumps servers;
    for (const auto& agency : agencies()) {
        const std::string code{agency.code};
        auto dump = world.hostOf(code).dump(code);
        if (step.check(dump.has_value(), "dump of " + code)) {
            step.equal(static_cast<long long>(dump->repeated().size()), 0, "no record twice at " + code);
            step.equal(dump->countWhere([&](const DumpedRecord& r) { return r.home != code; }), 0,
                       "only its own at " + code);
            step.count("records at " + code, static_cast<long long>(dump->records().size()));
            servers.emplace(code, std::move(dump).value());
        }
    }
    if (!step.ok()) {
        report.take(std::move(step));
        return false;
    }
    for (const auto& written : cast.written) {
        countOne(step, written, servers, devices, cast);
    }
    countTypes(step, servers, cast);
    countAnswers(step, servers, cast);
    for (const auto& [persona, dump] : devices) {
        compareDevice(step, persona, dump, servers);
    }
    step.count("written in the story", static_cast<long long>(cast.written.size()));
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

bool searchTheDisks(World& world, Report& report, const Cast& cast) {
    Step step("nothing of it stands in the clear on a disk, and nothing personal in a log");
    std::vector<std::string> words{"marker-"};
    const auto dump = world.device("nurse").dump();
    if (step.check(dump.has_value(), "the nurse's dump")) {
        for (const auto& record : dump->records()) {
            const bool met = std::find(cast.visited.begin(), cast.visited.end(), record.person) != cast.visited.end();
            if (record.type == "registration" && met) {
                for (const char* field : {"nhs_number", "address", "local_id"}) {
                    if (record.field(field).size() >= 6) {
                        words.push_back(record.field(field));
                    }
                }
            }
        }
    }
    step.check(words.size() > 5, "there is something to look for");
    const auto& root = world.folders().root;
    const auto search = [&](const std::filesystem::path& folder, const std::string& what) {
        long long looked = 0;
        const auto found = filesWith(folder, words, looked);
        step.check(looked > 0, "there are files of " + what);
        step.check(found.empty(), "in the clear in " + what + ": " + (found.empty() ? "nothing" : found.front()));
        step.add("files searched", looked);
    };
    search(root / "servers", "the servers");
    for (const auto& [persona, device] : world.devices()) {
        search(device.profile(), "the device of the " + persona);
    }
    search(root / "logs", "the logs");
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
