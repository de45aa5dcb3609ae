#include "app/agency_server/agreement/involvement.h"
#include "app/agency_server/care_team/care_team_rules.h"
#include "app/agency_server/care_team/care_team_run.h"
#include "app/agency_server/files.h"
#include "app/agency_server/import/derived_ids.h"
#include "app/agency_server/import/ledger_upsert.h"
#include "app/agency_server/peer/ledger_peer_store.h"
#include "app/agency_server/peer/link_statements.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/registration.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/peer_codec.h"
#include "tests/app/agency_server/extract_world.h"
#include "tests/support/source_folder.h"

#include <set>
#include <sstream>

namespace frontsheet::test {

namespace {

constexpr const char* kWithPeople[] = {"council",   "community_trust", "mental_health_trust", "housing", "gp_Y99001",
                                       "gp_Y99002", "gp_Y99003"};

using PersonPair = std::pair<PersonId, PersonId>;
PersonPair ordered(const PersonId& a, const PersonId& b) { return a < b ? PersonPair{a, b} : PersonPair{b, a}; }

// Which ids are one human, by the file that only measures.
std::set<PersonPair> truePairs() {
    const auto text = readFile(sourceFolder() / "tests/data/extracts/who_is_who.csv");
    EXPECT_TRUE(text);
    std::istringstream lines{*text};
    std::string line;
    std::getline(lines, line);
    std::map<std::string, std::vector<PersonId>> humans;
    while (std::getline(lines, line)) {
        while (!line.empty() && line.back() == '\r') {
            line.pop_back();
        }
        const auto first = line.find(',');
        const auto last = line.rfind(',');
        humans[line.substr(last + 1)].push_back(
            derivedPersonId(AgencyId{line.substr(0, first)}, line.substr(first + 1, last - first - 1)));
    }
    std::set<PersonPair> pairs;
    for (const auto& [human, people] : humans) {
        for (std::size_t i = 0; i < people.size(); ++i) {
            for (std::size_t k = i + 1; k < people.size(); ++k) {
                pairs.insert(ordered(people[i], people[k]));
            }
        }
    }
    return pairs;
}

std::map<PersonPair, std::set<std::string>> linksEverywhere(ExtractWorld& world) {
    std::map<PersonPair, std::set<std::string>> links;
    for (const char* agency : kWithPeople) {
        for (const auto& [id, record] : world.records(agency, RecordType::PersonLink)) {
            links[ordered(record.person, record.fields.get(person_link::kOther))].insert(
                record.fields.get(person_link::kState));
        }
    }
    return links;
}

} // namespace

TEST(PartnershipStory, LinksOverThePeerLinkAreRightCompleteAndSaidByBothSides) {
    ExtractWorld world;
    world.importAll();
    world.matchAll();
    const auto truth = truePairs();
    const auto links = linksEverywhere(world);
    std::size_t wrong = 0;
    std::size_t statedRight = 0;
    std::size_t found = 0;
    std::size_t proposals = 0;
    for (const auto& [pair, states] : links) {
        EXPECT_EQ(states.size(), 1U) << "the two sides do not say the same";
        const bool stated = states.contains("stated");
        const bool right = truth.contains(pair);
        wrong += stated && !right ? 1 : 0;
        statedRight += stated && right ? 1 : 0;
        found += right ? 1 : 0;
        proposals += stated ? 0 : 1;
    }
    EXPECT_EQ(wrong, 0U);
    EXPECT_GE(static_cast<double>(statedRight), 0.92 * static_cast<double>(truth.size()));
    EXPECT_GE(static_cast<double>(found), 0.99 * static_cast<double>(truth.size()));
    EXPECT_LE(proposals, 150U);
    RecordProperty("stated", static_cast<int>(statedRight));
    RecordProperty("proposals", static_cast<int>(proposals));

    // Done again, nothing changes; and what a worker decided stands.
    auto council = world.records("council", RecordType::PersonLink);
    const auto proposed = std::find_if(council.begin(), council.end(), [](const auto& entry) {
        return entry.second.fields.text(person_link::kState) == "proposed";
    });
    ASSERT_NE(proposed, council.end());
    Record refused = proposed->second;
    refused.fields.put(person_link::kState, std::string{"refused"});
    LedgerUpsert upsert{world.ledger("council"), world.clock};
    ASSERT_TRUE(upsert.add(refused));
    ASSERT_TRUE(upsert.flush());
    council = world.records("council", RecordType::PersonLink);
    world.matchAll();
    EXPECT_TRUE(world.records("council", RecordType::PersonLink) == council);
}

TEST(PartnershipStory, TheIndexTellsAnAgencyItsOwnPairsAndNobodyElses) {
    ExtractWorld world;
    world.importAll();
    world.matchAll();
    std::set<PersonId> tenants;
    for (const auto& [id, record] : world.records("housing", RecordType::Registration)) {
        tenants.insert(record.person);
    }
    auto line = world.transport("housing");
    PeerLink housing{line, AgencyId{"housing"}};
    const auto told = housing.ask(AgencyId{"council"});
    ASSERT_TRUE(told);
    EXPECT_FALSE(told->pairs.empty());
    for (const auto& pair : told->pairs) {
        EXPECT_TRUE(tenants.contains(pair.person));
    }
    // Evidence says which fields agree and never what is in them.
    for (const auto& pair : told->pairs) {
        EXPECT_EQ(pair.evidence.find_first_of("0123456789"), std::string::npos) << pair.evidence;
    }
    // Asking or feeding in another's name, or where there is no index.
    PeerLink pretender{line, AgencyId{"council"}};
    const auto asked = pretender.ask(AgencyId{"council"});
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code, ErrorCode::WrongTenant);
    const auto fed = pretender.feed(AgencyId{"council"}, {});
    ASSERT_FALSE(fed);
    EXPECT_EQ(fed.error().code, ErrorCode::WrongTenant);
    const auto nowhere = housing.ask(AgencyId{"community_trust"});
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, ErrorCode::NotFound);
}

TEST(PartnershipStory, AFeedThatBreaksOffLeavesTheLastOneStanding) {
    ExtractWorld world;
    world.import("council", "council-people", "council_people.csv");
    world.import("community_trust", "community-trust-patients", "community_trust_patients.csv");
    world.matchAll();
    auto line = world.transport("community_trust");
    PeerLink trust{line, AgencyId{"community_trust"}};
    const auto before = trust.ask(AgencyId{"council"});
    ASSERT_TRUE(before);
    ASSERT_FALSE(before->pairs.empty());
    wire::MatchFeed begun;
    begun.agency = AgencyId{"community_trust"};
    begun.first = true;
    begun.identities.push_back({world.newPerson(), "", "", "Nobody", "Known", "", "", "", "", "", ""});
    // The connection breaks here; the rest never comes.
    const auto part = line.post(AgencyId{"council"}, "peer/match/feed", wire::pack(wire::encode(begun)), 1'000'000);
    ASSERT_TRUE(part);
    EXPECT_EQ(part->status, 200);
    const auto after = trust.ask(AgencyId{"council"});
    ASSERT_TRUE(after);
    EXPECT_EQ(after->pairs, before->pairs);
    // The next feed begins anew and is whole: nothing of the broken one is in it.
    world.matchAll();
    const auto whole = trust.ask(AgencyId{"council"});
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->pairs, before->pairs);
}

TEST(PartnershipStory, ARevokedDeviceIsSoonKnownToEveryPartner) {
    ExtractWorld world;
    const auto lost = world.ids.random<DeviceId>();
    ASSERT_TRUE(world.ledger("community_trust").write(WriteKind::Other, [&](LedgerWrites& writes) {
        return writes.revoke(AgencyId{"community_trust"}, lost, world.clock.now());
    }));
    world.pullAll();
    world.pullAll(); // again: nothing is doubled
    for (const char* partner : {"council", "housing", "gp_Y99001"}) {
        const auto reads = world.ledger(partner).read();
        EXPECT_TRUE(*(*reads)->isRevoked(AgencyId{"community_trust"}, lost)) << partner;
        EXPECT_FALSE(*(*reads)->isRevoked(AgencyId{partner}, lost));
        EXPECT_TRUE((*reads)->revocationsAfter(0, 10)->empty()); // not passed on as one's own
    }
}

TEST(PartnershipStory, PartnersDirectoriesComeOnceAndOnlyWhatIsNewAfterwards) {
    ExtractWorld world;
    world.importAll();
    auto line = world.transport("housing");
    PeerLink link{line, AgencyId{"housing"}};
    LedgerPeerStore store{world.ledger("housing"), world.clock};
    const auto first = link.pull(AgencyId{"council"}, store);
    ASSERT_TRUE(first) << describe(first.error());
    EXPECT_EQ(first->directory, 10U); // the council's workers; its 646 people are not in it
    const auto again = link.pull(AgencyId{"council"}, store);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->directory, 0U);
    std::size_t kept = 0;
    const auto reads = world.ledger("housing").read();
    EXPECT_TRUE((*reads)->partnerRecords([&](const KeptRecord& record) -> Result<Walk> {
        EXPECT_EQ(record.header.home.str(), "council");
        ++kept;
        return Walk::On;
    }));
    EXPECT_EQ(kept, 10U);
}

TEST(PartnershipStory, CareTeamsFollowTheRulesAndTheirChanges) {
    ExtractWorld world;
    world.importAll();
    world.pullAll();
    world.matchAll();
    const auto rules = parseCareTeamRules(shippedCareTeamRules());
    ASSERT_TRUE(rules) << describe(rules.error());
    const auto run = [&](const char* agency) {
        auto counts = applyCareTeamRules(*rules, world.partnership, world.ledger(agency), world.clock);
        EXPECT_TRUE(counts);
        return *counts;
    };
    const auto trust = run("community_trust");
    EXPECT_EQ(trust.people, 652U);
    EXPECT_EQ(trust.byRule.at("community nurse"), 652U); // everybody has a town, every town has nurses
    const auto again = run("community_trust");
    EXPECT_EQ(again.created, 0U);
    EXPECT_EQ(again.ended, 0U);
    EXPECT_EQ(again.kept, trust.created);

    std::map<PersonId, FieldSet> patients;
    for (const auto& [id, record] : world.records("community_trust", RecordType::Registration)) {
        patients[record.person] = record.fields;
    }
    std::size_t jos = 0;
    PersonId moving;
    for (const auto& [id, record] : world.records("community_trust", RecordType::CareTeamMembership)) {
        if (record.fields.get(care_team::kWorker).str() == "W012") {
            EXPECT_EQ(patients[record.person].text(registration::kTown), "Saltmarsh");
            moving = record.person;
            ++jos;
        }
    }
    EXPECT_GT(jos, 20U);

    // Whom a change of an agreement would concern: each person once, whoever of the role it is.
    const auto involvement =
        Involvement::in(world.ledger("community_trust"), AgencyId{"community_trust"}, world.partnership);
    ASSERT_TRUE(involvement) << describe(involvement.error());
    std::set<PersonId> ofGps;
    for (const auto& [id, record] : world.records("community_trust", RecordType::CareTeamMembership)) {
        if (record.fields.get(care_team::kAgency).str() == "gp_Y99001") {
            ofGps.insert(record.person);
        }
    }
    ASSERT_GT(ofGps.size(), 5U);
    const auto concerned = [&](const char* home, const char* role, sharing::RelationshipSet by) {
        return involvement->people(AgencyId{home}, AgencyId{"gp_Y99001"}, role, by);
    };
    EXPECT_EQ(concerned("community_trust", "GP", sharing::Relationship::CareTeam), ofGps.size());
    EXPECT_EQ(concerned("community_trust", "GP", sharing::Relationship::Duty), 0U);
    EXPECT_EQ(concerned("community_trust", "practice manager", sharing::Relationship::CareTeam), 0U);
    EXPECT_EQ(concerned("council", "GP", sharing::Relationship::CareTeam), std::nullopt);
    std::set<PersonId> registered;
    std::set<PersonId> listed;
    for (const auto& [id, record] : world.records("community_trust", RecordType::Registration)) {
        registered.insert(record.person);
        if (record.fields.text(registration::kPractice) == "Y99001") {
            listed.insert(record.person);
        }
    }
    ASSERT_GT(listed.size(), 5U);
    EXPECT_EQ(concerned("community_trust", "practice manager", sharing::Relationship::PracticeList), listed.size());
    EXPECT_EQ(concerned("community_trust", "practice manager", sharing::Relationship::NoneNeeded), registered.size());
    EXPECT_GE(involvement->roles().size(), 15U); // the partners' too

    // One of them moves away: Jo's membership ends, it is not deleted; somebody in Kitley takes over.
    Record moved;
    for (const auto& [id, record] : world.records("community_trust", RecordType::Registration)) {
        if (record.person == moving) {
            moved = record;
        }
    }
    moved.fields.put(registration::kTown, std::string{"Kitley"});
    LedgerUpsert upsert{world.ledger("community_trust"), world.clock};
    ASSERT_TRUE(upsert.add(moved));
    ASSERT_TRUE(upsert.flush());
    const auto after = run("community_trust");
    EXPECT_EQ(after.ended, 1U);
    EXPECT_EQ(after.created, 1U);

    // Whom a worker takes off stays off, whatever the rule says of them.
    Record off;
    for (const auto& [id, record] : world.records("community_trust", RecordType::CareTeamMembership)) {
        if (record.fields.get(care_team::kRole) == "community nurse" &&
            !record.fields.get(care_team::kUntil).isKnown()) {
            off = record;
        }
    }
    off.author = WorkerId{"W012"};
    off.version.n += 1;
    off.fields.put(care_team::kUntil, world.clock.now());
    ASSERT_TRUE(world.ledger("community_trust").write(WriteKind::Other, [&](LedgerWrites& writes) {
        const RecordWrite write{off, wire::encodeBody(off.fields)};
        return writes.append(std::span{&write, 1});
    }));
    const auto since = run("community_trust");
    EXPECT_EQ(since.created, 0U);
    EXPECT_EQ(since.ended, 0U);
    EXPECT_TRUE(world.records("community_trust", RecordType::CareTeamMembership)
                    .at(off.id)
                    .fields.get(care_team::kUntil)
                    .isKnown());

    // "P. Donnelly" is Pat Donnelly, "unallocated" is nobody.
    run("mental_health_trust");
    std::map<PersonId, std::string> spelt;
    for (const auto& [id, record] : world.records("mental_health_trust", RecordType::Registration)) {
        spelt[record.person] = record.fields.get(registration::kKeyWorkerName);
    }
    std::size_t donnellys = 0;
    for (const auto& [id, record] : world.records("mental_health_trust", RecordType::CareTeamMembership)) {
        if (record.fields.get(care_team::kRole) == "key worker") {
            EXPECT_NE(spelt[record.person], "unallocated");
            donnellys += record.fields.get(care_team::kWorker).str() == "W027" ? 1 : 0;
        }
    }
    EXPECT_GT(donnellys, 10U);
}

TEST(PartnershipStory, AnImportAgainIsADifferenceAndKeepsWhatWorkersWrote) {
    ExtractWorld world;
    world.import("council", "council-people", "council_people.csv");
    const auto people = world.records("council", RecordType::Registration);
    ASSERT_EQ(people.size(), 646U);
    Record noted = people.begin()->second;
    noted.fields.put(registration::kAccessNote, std::string{"key with the neighbour"});
    LedgerUpsert upsert{world.ledger("council"), world.clock};
    ASSERT_TRUE(upsert.add(noted));
    ASSERT_TRUE(upsert.flush());
    world.import("council", "council-people", "council_people.csv");
    const auto again = world.records("council", RecordType::Registration);
    EXPECT_EQ(again.size(), people.size());
    EXPECT_EQ(again.at(noted.id).fields.get(registration::kAccessNote), "key with the neighbour");
    EXPECT_EQ(again.at(noted.id).version.n, 2U);
    for (const auto& [id, record] : again) {
        if (id != noted.id) {
            EXPECT_EQ(record.version.n, 1U);
        }
    }
}

} // namespace frontsheet::test
