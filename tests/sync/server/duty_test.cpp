// Standing in for colleagues: who is on duty is what their agency's directory says, for as long as it says so, and it reaches those
// people alone with whom a colleague has to do.
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/referral.h"
#include "sync/server/joined.h"
#include "sync/wire/body_codec.h"
#include "tests/sync/server/agency_world.h"

#include <span>

namespace frontsheet::test {
namespace {

const AgencyId kTrust{"trust"};
const AgencyId kCouncil{"council"};

class Duty : public AgencyWorld {
public:
    void SetUp() override {
        sharing = openSharingBut([](sharing::Agreement& agreement) {
            auto clause = agreement.clauses.front();
            clause.id = "on-duty";
            clause.roles = {"duty officer"};
            clause.receiverKind = sharing::AgencyKind::Council;
            clause.categories = {Category::ContactNote};
            clause.relationships = sharing::Relationship::Duty;
            clause.access = sharing::Access::Read;
            // The clauses that were there stay for everybody else.
            for (auto& other : agreement.clauses) {
                std::erase(other.roles, "duty officer");
            }
            agreement.clauses.push_back(clause);
            clause.id = "on-duty-referrals";
            clause.categories = {Category::Referral};
            clause.access = sharing::Access::Contribute;
            agreement.clauses.push_back(std::move(clause));
        });
        AgencyWorld::SetUp();
        person = newPerson();
        Device nurse = device("trust", "W012", "trust", "community nurse");
        note = nurse.writesNote(person, "lives alone, unsteady");
        assessor = device("council", "W001", "trust", "social work assessor").who;
        nurse.sync({nurse.registers(person, "Wood"), note});
        officer = std::make_unique<Device>(device("council", "W005", "trust", "duty officer"));
    }
    void colleagueJoins(WallTime until = {}) {
        Device nurse = device("trust", "W012", "trust", "community nurse");
        nurse.sync();
        auto membership = nurse.joins(person, assessor);
        if (until.isKnown()) {
            membership.edits.push_back({care_team::kUntil.tag, std::nullopt, Value{std::int64_t{until.ms}}});
        }
        nurse.sync({membership});
    }
    // What the council's server tells of its directory; a later version in place of the earlier one.
    void councilSays(const RecordId& id, const char* purpose, const char* hours, const WorkerId& worker) {
        says(++m_said, id, purpose, hours, worker);
    }
    void says(std::uint64_t version, const RecordId& id, const char* purpose, const char* hours,
              const WorkerId& worker) {
        Record point;
        point.id = id;
        point.type = RecordType::ContactPoint;
        point.home = point.authorAgency = kCouncil;
        point.author = WorkerId{"M001"};
        point.category = Category::Directory;
        point.version.n = version;
        point.recordedAt = clock.now();
        point.fields.put(contact_point::kName, std::string{"Duty desk"});
        point.fields.put(contact_point::kAgency, kCouncil);
        point.fields.put(contact_point::kPurpose, std::string{purpose});
        point.fields.put(contact_point::kHours, std::string{hours});
        point.fields.put(contact_point::kWorker, worker);
        tells(point);
    }
    void tells(const Record& entry) {
        ASSERT_TRUE(server->ledgerOf(kTrust)->write(WriteKind::Other, [&](LedgerWrites& writes) {
            return writes.keepPartnerRecord(entry, wire::encodeBody(entry.fields));
        }));
    }
    // An entry of some partner's directory.
    Record entryOf(const AgencyId& agency, RecordType type) {
        Record entry;
        entry.id = ids.random<RecordId>();
        entry.type = type;
        entry.home = entry.authorAgency = agency;
        entry.author = WorkerId{"M001"};
        entry.category = Category::Directory;
        entry.version.n = 1;
        entry.recordedAt = clock.now();
        return entry;
    }
    Record serviceOf(const AgencyId& agency) {
        Record entry = entryOf(agency, RecordType::Service);
        entry.fields.put(service::kCode, ServiceId{"out-of-hours"});
        entry.fields.put(service::kRoles, std::vector<std::string>{"duty officer"});
        return entry;
    }
    bool readsIt() {
        officer->sync();
        officer->sync();
        return officer->holds(note.record);
    }

    PersonId person;
    Intent note;
    Principal assessor;
    std::unique_ptr<Device> officer;

private:
    std::uint64_t m_said = 0;
};

TEST_F(Duty, LastsAsLongAsTheDirectorySaysSo) {
    colleagueJoins();
    EXPECT_FALSE(readsIt()) << "the role alone opens nothing";
    const auto desk = ids.random<RecordId>();
    councilSays(desk, "duty", "Mon-Fri 09:00-17:00", officer->who.worker);
    EXPECT_TRUE(readsIt());
    councilSays(desk, "duty", "Mon-Fri 09:00-17:00", WorkerId{"W006"});
    EXPECT_FALSE(readsIt()) << "a colleague has taken over: it is gone from this device";
    councilSays(desk, "duty", "Mon-Fri 09:00-17:00", officer->who.worker);
    EXPECT_TRUE(readsIt());
    councilSays(desk, "switchboard", "Mon-Fri 09:00-17:00", officer->who.worker);
    EXPECT_FALSE(readsIt()) << "a number to ring is no duty";
}

// For who writes, too: joined to those with whom a colleague has to do, and to nobody else.
TEST_F(Duty, JoinsToNobodyOfWhomNoColleagueKnows) {
    Posts posts;
    posts.onDuty = true;
    const auto joined = [&] {
        const auto reads = server->ledgerOf(kTrust)->read();
        return joinedTo(**reads, officer->who, posts, person, clock.now()).value().all;
    };
    EXPECT_TRUE(joined().empty());
    colleagueJoins();
    EXPECT_EQ(joined(), sharing::RelationshipSet{sharing::Relationship::Duty});
}

TEST_F(Duty, WhoHasNothingToDoWithAPersonAnyMoreIsNoColleagueOfTheirs) {
    colleagueJoins(clock.now() + std::chrono::hours{24});
    Posts posts;
    posts.onDuty = true;
    const auto joined = [&] {
        const auto reads = server->ledgerOf(kTrust)->read();
        return joinedTo(**reads, officer->who, posts, person, clock.now()).value().all;
    };
    EXPECT_FALSE(joined().empty());
    clock.advance(std::chrono::hours{24});
    EXPECT_TRUE(joined().empty());
}

// A desk that a service answers: whoever has a role of that service, of that agency's own.
TEST_F(Duty, OfAServiceIsForTheRolesOfTheAgencysOwnService) {
    colleagueJoins();
    Record desk = entryOf(kCouncil, RecordType::ContactPoint);
    desk.fields.put(contact_point::kName, std::string{"Duty desk"});
    desk.fields.put(contact_point::kAgency, kCouncil);
    desk.fields.put(contact_point::kPurpose, std::string{"duty"});
    desk.fields.put(contact_point::kService, ServiceId{"out-of-hours"});
    tells(serviceOf(AgencyId{"housing"}));
    tells(desk);
    EXPECT_FALSE(readsIt()) << "a service of the same name elsewhere";
    tells(serviceOf(kCouncil));
    EXPECT_TRUE(readsIt());
}

TEST_F(Duty, AnOlderWordOfTheDirectoryPutsNobodyBack) {
    colleagueJoins();
    const auto desk = ids.random<RecordId>();
    says(3, desk, "duty", "always", officer->who.worker);
    says(4, desk, "duty", "always", WorkerId{"W006"});
    says(3, desk, "duty", "always", officer->who.worker);
    EXPECT_FALSE(readsIt());
}

// Hours say when somebody answers the telephone. A night's work is read up on before it and written up after it, and words such as
// "bank holidays excepted" open and shut nothing.
TEST_F(Duty, DoesNotEndWithTheHoursOfTheTelephone) {
    colleagueJoins();
    councilSays(ids.random<RecordId>(), "duty", "Mon-Fri 09:00-17:00", officer->who.worker);
    for (int hour = 0; hour < 24 * 7; hour += 6) {
        clock.advance(std::chrono::hours{6});
        ASSERT_TRUE(readsIt()) << hour;
    }
}

TEST_F(Duty, ReachesNobodyWithWhomNoColleagueHasToDo) {
    councilSays(ids.random<RecordId>(), "duty", "always", officer->who.worker);
    EXPECT_FALSE(readsIt());
    colleagueJoins();
    EXPECT_TRUE(readsIt());
}

TEST_F(Duty, IsAnAgencysOwnToGive) {
    colleagueJoins();
    Device housing = device("housing", "H001", "trust", "duty officer");
    councilSays(ids.random<RecordId>(), "duty", "always", housing.who.worker);
    housing.sync();
    housing.sync();
    EXPECT_FALSE(housing.holds(note.record)) << "a point of the council's names nobody of the housing association";
    Record point = entryOf(AgencyId{"housing"}, RecordType::ContactPoint);
    point.fields.put(contact_point::kName, std::string{"Duty desk"});
    point.fields.put(contact_point::kAgency, kCouncil);
    point.fields.put(contact_point::kPurpose, std::string{"duty"});
    point.fields.put(contact_point::kWorker, officer->who.worker);
    tells(point);
    EXPECT_FALSE(readsIt()) << "nor does the housing association's of the council's";
}

// Sent to Ruth by name, and Ruth does not answer: over the wire, with the home's clock.
TEST_F(Duty, AnswersForWhomNobodyCouldReachInTime) {
    Device nurse = device("trust", "W012", "trust", "community nurse");
    nurse.sync();
    auto asked = nurse.refers(person, kCouncil, assessor.worker);
    asked.edits.push_back({referral::kRespondWithin.tag, std::nullopt, Value{std::string{"4 hours"}}});
    nurse.sync({asked});
    councilSays(ids.random<RecordId>(), "duty", "always", officer->who.worker);
    officer->sync();
    officer->sync();
    ASSERT_TRUE(officer->holds(asked.record)) << "read before, so that it can be answered without signal";
    const auto early = officer->sync({officer->accepts(asked.record)});
    ASSERT_EQ(early.size(), 1U);
    EXPECT_EQ(early[0].reason, ErrorCode::NotPermitted) << "until then it is Ruth's";
    clock.advance(std::chrono::hours{5});
    const auto late = officer->sync({officer->accepts(asked.record)});
    ASSERT_EQ(late.size(), 1U);
    EXPECT_EQ(late[0].outcome, IntentOutcome::Applied) << static_cast<int>(late[0].reason);
    nurse.sync();
    EXPECT_EQ(nurse.fieldsOf(asked.record).get(referral::kAcceptedBy), officer->who.worker) << "the sender sees who";
}

} // namespace
} // namespace frontsheet::test
