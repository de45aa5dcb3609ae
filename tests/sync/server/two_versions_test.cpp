// Two versions of the same words at the home: they are the record's own, so that who may see them, who wrote what stands, and who
// may put one away are decided as for the record.
#include "core/domain/schema/registration.h"
#include "core/sqlite/connection.h"
#include "sync/wire/body_codec.h"
#include "tests/sync/server/agency_world.h"

#include <algorithm>

namespace frontsheet::test {
namespace {

using namespace sharing;

const AgencyId kTrust{"trust"};

// The council's care team is not shown alerts; the trust's receptionists are not either, though they may write to a registration.
std::shared_ptr<const SharingInForce> alertsForNursesAlone() {
    auto out = std::make_shared<SharingInForce>();
    std::vector<CompiledAgreement> all;
    const auto open = openSharingBut([](Agreement& agreement) {
        for (auto& clause : agreement.clauses) {
            std::erase(clause.categories, Category::Alerts);
        }
    });
    for (const auto& compiled : open->agreements.all()) {
        Agreement agreement = compiled.agreement();
        AgreementStanding standing;
        if (compiled.isPolicy()) {
            agreement.roles.push_back(
                {"receptionist", AgencyKind::Council, ConfidentialityDuty::Professional, AuditRole::No});
            Clause desk = agreement.clauses.front();
            desk.id = "DESK";
            desk.roles = {"receptionist"};
            desk.categories = {Category::Identity, Category::ContactDetails};
            agreement.clauses.push_back(desk);
        }
        for (const auto& party : agreement.parties) {
            standing.bound.push_back(party.agency);
        }
        all.push_back(CompiledAgreement::of(std::move(agreement), std::move(standing)).value());
    }
    out->agreements = AgreementsInForce::of(std::move(all)).value();
    return out;
}

class TwoVersionsAtHome : public AgencyWorld {
public:
    void SetUp() override {
        sharing = alertsForNursesAlone();
        AgencyWorld::SetUp();
        person = newPerson();
        nurse.emplace(device("trust", "W012", "trust", "community nurse"));
        colleague.emplace(device("trust", "W013", "trust", "community nurse"));
        manager.emplace(device("trust", "W014", "trust", "worker"));
        receptionist.emplace(device("trust", "W015", "trust", "receptionist"));
        assessor.emplace(device("council", "W001", "trust", "social work assessor"));
        auto registration = nurse->registers(person, "Wood");
        add(registration, {registration::kAlert.tag, std::nullopt, textValue("dog in the yard")});
        id = registration.record;
        nurse->sync({registration, nurse->joins(person, assessor->who)});
        for (auto* one : {&*colleague, &*manager, &*assessor, &*receptionist}) {
            one->sync();
        }
    }

protected:
    static void add(Intent& intent, FieldEdit edit) {
        const auto at = std::find_if(intent.edits.begin(), intent.edits.end(),
                                     [&](const FieldEdit& e) { return edit.field < e.field; });
        intent.edits.insert(at, std::move(edit));
    }
    [[nodiscard]] Intent alert(Device& by, const std::optional<std::string>& text) {
        const auto value = text ? std::optional<Value>{textValue(*text)} : std::nullopt;
        return by.edits(id, {{registration::kAlert.tag, textValue("dog in the yard"), value}});
    }
    [[nodiscard]] Record held() { return ledgerOf(kTrust).at(id); }
    [[nodiscard]] static IntentOutcome pushed(Device& by, const Intent& intent) { return by.sync({intent})[0].outcome; }

    PersonId person;
    RecordId id;
    std::optional<Device> nurse, colleague, manager, assessor, receptionist;
};

TEST_F(TwoVersionsAtHome, EverybodyWhoSeesTheWordsSeesBothAndNobodyElse) {
    EXPECT_EQ(pushed(*nurse, alert(*nurse, "dog in the house")), IntentOutcome::Applied);
    EXPECT_EQ(pushed(*colleague, alert(*colleague, "no dog any more")), IntentOutcome::Conflict);
    nurse->sync();
    assessor->sync();
    ASSERT_EQ(nurse->fieldsOf(id).others().size(), 1U);
    EXPECT_EQ(colleague->fieldsOf(id), nurse->fieldsOf(id));
    EXPECT_TRUE(assessor->holds(id));
    EXPECT_TRUE(assessor->fieldsOf(id).others().empty());
    EXPECT_EQ(assessor->mirror.at(id).body.find("no dog"), Bytes::npos) << "nor anywhere in the bytes";
}

TEST_F(TwoVersionsAtHome, WhereNothingStandsTheOtherIsWithheldAllTheSame) {
    EXPECT_EQ(pushed(*nurse, alert(*nurse, std::nullopt)), IntentOutcome::Applied);
    EXPECT_EQ(pushed(*colleague, alert(*colleague, "no dog any more")), IntentOutcome::Conflict);
    assessor->sync();
    ASSERT_EQ(held().fields.find(registration::kAlert.tag), nullptr) << "the record alone shows nothing to withhold";
    EXPECT_EQ(assessor->mirror.at(id).body.find("no dog"), Bytes::npos);
}

TEST_F(TwoVersionsAtHome, WhatStandsIsUnderTheNameOfWhoeverWroteIt) {
    clock.advance(std::chrono::hours{1});
    EXPECT_EQ(pushed(*nurse, alert(*nurse, "dog in the house")), IntentOutcome::Applied);
    const auto written = clock.now();
    clock.advance(std::chrono::hours{1});
    manager->sync();
    EXPECT_EQ(
        pushed(*manager, manager->edits(id, {{registration::kPhone.tag, std::nullopt, textValue("01632 960 555")}})),
        IntentOutcome::Applied);
    EXPECT_EQ(pushed(*colleague, alert(*colleague, "no dog any more")), IntentOutcome::Conflict);
    const auto other = held().fields.others().front();
    EXPECT_EQ(other.standingAuthor, WorkerId{"W012"}) << "not whoever changed the telephone number last";
    EXPECT_EQ(other.standingSince, written);
    EXPECT_EQ(other.author, WorkerId{"W013"});
    EXPECT_EQ(held().author, WorkerId{"W014"}) << "the newest version is the manager's still";
}

TEST_F(TwoVersionsAtHome, NobodyPutsAwayWhatTheyAreNotShown) {
    EXPECT_EQ(pushed(*nurse, alert(*nurse, "dog in the house")), IntentOutcome::Applied);
    const auto second = alert(*colleague, "no dog any more");
    EXPECT_EQ(pushed(*colleague, second), IntentOutcome::Conflict);
    receptionist->sync();
    ASSERT_TRUE(receptionist->holds(id));
    EXPECT_TRUE(receptionist->fieldsOf(id).others().empty());
    auto blind = receptionist->edits(id, {{registration::kPhone.tag, std::nullopt, textValue("01632 960 555")}});
    blind.settles = {second.op};
    EXPECT_EQ(pushed(*receptionist, blind), IntentOutcome::Refused);
    EXPECT_EQ(held().fields.others().size(), 1U);

    nurse->sync();
    auto seen = nurse->edits(id, {});
    seen.settles = {second.op};
    EXPECT_EQ(pushed(*nurse, seen), IntentOutcome::Applied);
    EXPECT_TRUE(held().fields.others().empty());
    colleague->sync();
    EXPECT_TRUE(colleague->fieldsOf(id).others().empty());
    EXPECT_EQ(pushed(*nurse, seen), IntentOutcome::Applied)
        << "once more under the same name: answered from what is remembered";
}

// Ledgers kept them in a table of their own at first.
TEST_F(TwoVersionsAtHome, WhatAnEarlierProgramKeptApartComesOntoItsRecord) {
    server.reset();
    const auto path = folder.file("trust.db");
    const auto theirs = [&] {
        FieldSet fields;
        fields.put(registration::kFamilyName, std::string{"Wood"});
        fields.put(registration::kAlert, std::string{"no dog any more"});
        return wire::encodeBody(fields);
    }();
    const auto op = ids.random<OpId>();
    {
        constexpr std::array<std::uint8_t, 32> kKey{1, 2, 3, 4};
        auto db = sqlite::Connection::open(path, kKey, {sqlite::OpenMode::Existing, 0, {}});
        ASSERT_TRUE(db) << describe(db.error());
        ASSERT_TRUE((*db)->run("INSERT INTO conflict (record, op, device, author_agency, author, at, body) "
                               "VALUES (?, ?, ?, 'trust', 'W013', 1795000000000, ?)",
                               id, op, colleague->who.device, sqlite::Blob{theirs}));
    }
    restart();
    const auto others = held().fields.others();
    ASSERT_EQ(others.size(), 1U);
    EXPECT_EQ(others.front().op, op);
    EXPECT_EQ(others.front().author, WorkerId{"W013"});
    EXPECT_EQ(others.front().says.front().value, textValue("no dog any more"));
    nurse->sync();
    EXPECT_EQ(nurse->fieldsOf(id).others().size(), 1U) << "it is in the feed like any change";
    restart();
    EXPECT_EQ(held().fields.others().size(), 1U) << "once";
}

} // namespace
} // namespace frontsheet::test
