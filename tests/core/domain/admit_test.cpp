// How edits meet at their home: merging, repeats, forgeries. What each record type allows is in its own test.
#include "core/domain/schema/directory.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/sharing_agreement.h"
#include "tests/core/domain/rules_fixture.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;

class AdmitTest : public RulesFixture {
protected:
    Record registration = sampleRegistration(ids, "community_trust", edith);

    // The record as a colleague changed it meanwhile.
    template <class Change>
    [[nodiscard]] Record meanwhile(const Record& record, Change change) {
        return taken(colleague, record, edited(record, change));
    }
};

TEST_F(AdmitTest, AnEditOnWhatIsThereIsAppliedAndSignedByItsAuthor) {
    const auto intent = edited(registration, [](FieldSet& f) { f.put(registration::kPhone, "01632 960555"s); });
    const auto admission = ask(nurse, registration, intent);
    ASSERT_TRUE(admission);
    EXPECT_EQ(admission->outcome, IntentOutcome::Applied);
    EXPECT_TRUE(admission->changed);
    EXPECT_EQ(admission->record.fields.get(registration::kPhone), "01632 960555");
    EXPECT_EQ(admission->record.fields.get(registration::kFamilyName), "Marlowe");
    EXPECT_EQ(admission->record.author, nurse.worker);
    EXPECT_EQ(admission->record.authorAgency, nurse.agency);
    EXPECT_EQ(admission->record.id, registration.id);
}

TEST_F(AdmitTest, TwoEditsOfDifferentFieldsBothStand) {
    const auto mine = edited(registration, [](FieldSet& f) { f.put(registration::kPhone, "01632 960555"s); });
    const auto current = meanwhile(registration, [](FieldSet& f) { f.put(registration::kPreferredName, "Edie"s); });
    const auto admission = ask(nurse, current, mine);
    ASSERT_TRUE(admission);
    EXPECT_EQ(admission->outcome, IntentOutcome::Merged);
    EXPECT_EQ(admission->record.fields.get(registration::kPhone), "01632 960555");
    EXPECT_EQ(admission->record.fields.get(registration::kPreferredName), "Edie");
}

TEST_F(AdmitTest, TheSameAuthorityFieldIsAConflictAndTheHomesValueStands) {
    const auto mine = edited(registration, [](FieldSet& f) { f.put(registration::kBorn, "1939-11-02"s); });
    const auto current = meanwhile(registration, [](FieldSet& f) { f.put(registration::kBorn, "1938-02-11"s); });
    EXPECT_EQ(refusal(nurse, current, mine), ErrorCode::Conflict);
}

TEST_F(AdmitTest, WhatTwoPeopleWriteAlikeIsNoConflict) {
    const auto mine = edited(registration, [](FieldSet& f) { f.put(registration::kBorn, "1938-02-11"s); });
    const auto current = meanwhile(registration, [](FieldSet& f) { f.put(registration::kBorn, "1938-02-11"s); });
    const auto admission = ask(nurse, current, mine);
    ASSERT_TRUE(admission);
    EXPECT_EQ(admission->outcome, IntentOutcome::Applied);
    EXPECT_FALSE(admission->changed);
    EXPECT_EQ(admission->record.author, colleague.worker) << "who brought it about stays named";
}

// 12 Fore Street, Saltmarsh with Kitley's postcode would be nobody's address.
TEST_F(AdmitTest, FieldsOfOneGroupAreTakenTogetherOrNotAtAll) {
    const auto mine = edited(registration, [](FieldSet& f) { f.put(registration::kPostcode, "ZZ2 2WD"s); });
    const auto moved = meanwhile(registration, [](FieldSet& f) {
        f.put(registration::kAddress, "3 Mill Hill"s);
        f.put(registration::kTown, "Kitley"s);
    });
    EXPECT_EQ(refusal(nurse, moved, mine), ErrorCode::Conflict);
    // Outside the group nothing is in the way.
    const auto phone = edited(registration, [](FieldSet& f) { f.put(registration::kPhone, "01632 960555"s); });
    EXPECT_TRUE(ask(nurse, moved, phone));
}

TEST_F(AdmitTest, ATextBothChangedIsKeptInBothVersions) {
    registration.fields.put(registration::kAlert, "Steep steps"s);
    const auto mine = edited(registration, [](FieldSet& f) {
        f.put(registration::kAlert, "Steep steps, no rail"s);
        f.put(registration::kPhone, "01632 960555"s);
    });
    const auto current = meanwhile(registration, [](FieldSet& f) { f.put(registration::kAlert, "Dog in the yard"s); });
    const auto admission = ask(nurse, current, mine);
    ASSERT_TRUE(admission);
    EXPECT_EQ(admission->outcome, IntentOutcome::Conflict);
    EXPECT_EQ(admission->record.fields.get(registration::kAlert), "Dog in the yard") << "no words are mixed";
    EXPECT_EQ(admission->record.fields.get(registration::kPhone), "01632 960555");
    ASSERT_EQ(admission->record.fields.others().size(), 1U);
    const auto& other = admission->record.fields.others().front();
    EXPECT_EQ(other.op, mine.op);
    EXPECT_EQ(other.author, nurse.worker);
    ASSERT_EQ(other.says.size(), 1U) << "and nothing but what the two are about";
    EXPECT_EQ(other.says.front().value, Value{"Steep steps, no rail"s});
}

TEST_F(AdmitTest, AConflictingTextIsHeldToTheSameLimits) {
    registration.fields.put(registration::kAlert, "Steep steps"s);
    const auto mine = edited(registration, [](FieldSet& f) { f.put(registration::kAlert, std::string(5000, 'x')); });
    const auto current = meanwhile(registration, [](FieldSet& f) { f.put(registration::kAlert, "Dog in the yard"s); });
    EXPECT_EQ(refusal(nurse, current, mine), ErrorCode::TooLarge);
}

TEST_F(AdmitTest, ARepeatChangesNothingHoweverOftenItComes) {
    const auto intent = edited(registration, [](FieldSet& f) { f.put(registration::kPhone, "01632 960555"s); });
    auto record = taken(nurse, registration, intent);
    for (int i = 0; i < 3; ++i) {
        const auto again = ask(nurse, record, intent);
        ASSERT_TRUE(again);
        EXPECT_FALSE(again->changed);
        EXPECT_EQ(again->outcome, IntentOutcome::Applied);
        EXPECT_EQ(again->record.fields, record.fields);
        EXPECT_TRUE(again->consequences.empty());
    }
}

TEST_F(AdmitTest, ACreationIsTakenOnceAndItsRepeatChangesNothing) {
    FieldSet fields;
    fields.put(placement::kPlacedAt, "Seaview"s);
    const auto intent = creation(assessor, RecordType::Placement, fields);
    const auto record = taken(assessor, std::nullopt, intent);
    EXPECT_EQ(record.category, Category::Placement) << "the type's own where the author chose none";
    EXPECT_EQ(record.person, edith);
    EXPECT_EQ(record.home, assessor.agency);
    const auto again = ask(assessor, record, intent);
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->changed);
}

TEST_F(AdmitTest, AnotherCreationUnderTheSameIdIsADuplicate) {
    FieldSet fields;
    fields.put(placement::kPlacedAt, "Seaview"s);
    const auto intent = creation(assessor, RecordType::Placement, fields);
    const auto record = taken(assessor, std::nullopt, intent);
    auto other = intent;
    other.op = ids.random<OpId>();
    other.edits[0].after = Value{"The Limes"s};
    EXPECT_EQ(refusal(assessor, record, other), ErrorCode::Duplicate);
}

// The reply to a creation was lost; what its author did next still carries version 0.
TEST_F(AdmitTest, AnEditOfACreationNotYetAcknowledgedIsTaken) {
    FieldSet fields;
    fields.put(placement::kPlacedAt, "Seaview"s);
    const auto record = taken(assessor, std::nullopt, creation(assessor, RecordType::Placement, fields));
    auto seen = record;
    seen.version = {};
    const auto next = edited(seen, [](FieldSet& f) { f.put(placement::kPlacedAt, "The Limes"s); });
    ASSERT_EQ(next.base.n, 0u);
    EXPECT_EQ(taken(assessor, record, next).fields.get(placement::kPlacedAt), "The Limes");
}

TEST_F(AdmitTest, WhatOnlyAddsToACreationNotYetAcknowledgedIsNoSecondCreation) {
    FieldSet fields;
    fields.put(placement::kPlacedAt, "Seaview"s);
    const auto record = taken(assessor, std::nullopt, creation(assessor, RecordType::Placement, fields));
    auto seen = record;
    seen.version = {};
    auto next = edited(seen, [](FieldSet& f) { f.put(placement::kFirstReviewDue, "2026-12-01"s); });
    ASSERT_EQ(refusal(assessor, record, next), ErrorCode::Duplicate) << "by what it says of itself";
    stateAsSeen(next.type, seen.fields, next.edits);
    const auto after = taken(assessor, record, next);
    EXPECT_EQ(after.fields.get(placement::kFirstReviewDue), "2026-12-01");
    EXPECT_EQ(after.fields.get(placement::kPlacedAt), "Seaview");
}

TEST_F(AdmitTest, WhatIsNotThereCannotBeEdited) {
    const auto intent = edited(registration, [](FieldSet& f) { f.put(registration::kPhone, "1"s); });
    EXPECT_EQ(refusal(nurse, std::nullopt, intent), ErrorCode::NotFound);
}

TEST_F(AdmitTest, ACreationSaysSomething) {
    EXPECT_EQ(refusal(nurse, std::nullopt, creation(nurse, RecordType::Registration, {})), ErrorCode::Missing);
}

TEST_F(AdmitTest, AForgedIdentityIsRefusedBeforeAnythingIsLookedAt) {
    const auto good = edited(registration, [](FieldSet& f) { f.put(registration::kPhone, "1"s); });
    const auto forged = [&](auto change) {
        Intent intent = good;
        change(intent);
        return refusal(nurse, registration, intent);
    };
    EXPECT_EQ(forged([&](Intent& i) { i.person = arthur; }), ErrorCode::WrongTenant);
    EXPECT_EQ(forged([&](Intent& i) { i.type = RecordType::Placement; }), ErrorCode::WrongTenant);
    EXPECT_EQ(forged([&](Intent& i) { i.home = AgencyId{"council"}; }), ErrorCode::WrongTenant);
    EXPECT_EQ(forged([&](Intent& i) { i.record = ids.random<RecordId>(); }), ErrorCode::WrongTenant);
    EXPECT_EQ(forged([&](Intent& i) { i.person = {}; }), ErrorCode::Malformed);
    EXPECT_EQ(forged([&](Intent& i) { i.op = {}; }), ErrorCode::Malformed);
    EXPECT_EQ(forged([&](Intent& i) { i.record = {}; }), ErrorCode::Malformed);
    EXPECT_EQ(forged([&](Intent& i) { i.home = AgencyId{"no such; agency"}; }), ErrorCode::Malformed);
}

TEST_F(AdmitTest, APartnerWithoutRelationshipLearnsNotEvenThatTheRecordExists) {
    const auto intent = edited(registration, [](FieldSet& f) { f.put(registration::kPhone, "1"s); });
    EXPECT_EQ(refusal(officer, registration, intent), ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(officer, std::nullopt, intent), ErrorCode::NotPermitted);
    Intent wrongPerson = intent;
    wrongPerson.person = arthur;
    EXPECT_EQ(refusal(officer, registration, wrongPerson), ErrorCode::NotPermitted);
    // Nor does claiming the home as one's own agency help.
    Intent claimed = intent;
    claimed.home = officer.agency;
    EXPECT_EQ(refusal(officer, registration, claimed), ErrorCode::NotPermitted);
}

TEST_F(AdmitTest, NobodyContributesWithoutANameOrAnAgency) {
    const auto intent = edited(registration, [](FieldSet& f) { f.put(registration::kPhone, "1"s); });
    EXPECT_EQ(refusal(worker("community_trust", ""), registration, intent), ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(worker("", "W012"), registration, intent), ErrorCode::NotPermitted);
}

TEST_F(AdmitTest, EditsComeEachOnceAndInOrder) {
    auto twice = edited(registration, [](FieldSet& f) { f.put(registration::kPhone, "1"s); });
    twice.edits.push_back(twice.edits.front());
    EXPECT_EQ(refusal(nurse, registration, twice), ErrorCode::Malformed);
    auto zero = twice;
    zero.edits = {{FieldTag{0}, std::nullopt, Value{"x"s}}};
    EXPECT_EQ(refusal(nurse, registration, zero), ErrorCode::Malformed);
    zero.edits = {{FieldTag{1024}, std::nullopt, Value{"x"s}}};
    EXPECT_EQ(refusal(nurse, registration, zero), ErrorCode::Malformed);
    auto many = twice;
    many.edits.clear();
    for (std::uint16_t tag = 1; tag <= kMaxEdits + 1; ++tag) {
        many.edits.push_back({FieldTag{tag}, std::nullopt, std::nullopt});
    }
    EXPECT_EQ(refusal(nurse, registration, many), ErrorCode::TooLarge);
}

TEST_F(AdmitTest, WhatDoesNotFitItsFieldIsRefused) {
    const auto with = [&](const TextField& field, std::string value) {
        return refusal(nurse, registration, edited(registration, [&](FieldSet& f) { f.put(field, value); }));
    };
    EXPECT_EQ(with(registration::kBorn, "1939-02-30"), ErrorCode::ImpossibleDate);
    EXPECT_EQ(with(registration::kFamilyName, std::string(513, 'x')), ErrorCode::TooLarge);
    EXPECT_EQ(with(registration::kFamilyName, "Marlowe\xFF"), ErrorCode::NotText);
    const auto number =
        edited(registration, [](FieldSet& f) { f.set(registration::kFamilyName.tag, Value{std::int64_t{5}}); });
    EXPECT_EQ(refusal(nurse, registration, number), ErrorCode::Malformed);
}

TEST_F(AdmitTest, EmptyTextAndNothingAreTheSame) {
    auto intent = edited(registration, [](FieldSet& f) { f.erase(registration::kTitle.tag); });
    ASSERT_EQ(intent.edits.size(), 1u);
    intent.edits[0].after = Value{""s};
    const auto record = taken(nurse, registration, intent);
    EXPECT_EQ(record.fields.find(registration::kTitle.tag), nullptr);
    EXPECT_EQ(withIntent(registration, intent).fields, record.fields) << "the device sees what the home keeps";
}

TEST_F(AdmitTest, MembersOfASetAreAddedAndTakenAwayApart) {
    // No person's record has a set yet; the directory's are kept by administrators, so the rule is asked one below.
    Record service = sampleRegistration(ids, "community_trust", edith);
    service.type = RecordType::Worker;
    service.person = {};
    service.fields = {};
    service.fields.put(worker::kCovers, {"Kitley", "Saltmarsh"});
    const auto mine = edited(service, [](FieldSet& f) { f.put(worker::kCovers, {"Fennick", "Saltmarsh"}); });
    Record current = service;
    current.fields.put(worker::kCovers, {"Kitley", "Saltmarsh", "Weston-under-Down"});
    current.version.n = 2;
    EXPECT_EQ(refusal(nurse, current, mine), ErrorCode::NotPermitted);
    EXPECT_EQ(mergedFields(current, mine).get(worker::kCovers),
              (std::vector<std::string>{"Fennick", "Saltmarsh", "Weston-under-Down"}));
}

TEST_F(AdmitTest, FieldsOfANewerSchemaAreKeptThroughAnEditByThisOne) {
    registration.fields.set(FieldTag{900}, Value{"of tomorrow"s});
    const auto record =
        taken(nurse, registration, edited(registration, [](FieldSet& f) { f.put(registration::kPhone, "1"s); }));
    ASSERT_NE(record.fields.find(FieldTag{900}), nullptr);
    EXPECT_EQ(*record.fields.find(FieldTag{900}), Value{"of tomorrow"s});
}

TEST_F(AdmitTest, ARecordOfANewerTypeIsKeptForItsOwnAgencyAndRefusedToPartners) {
    FieldSet fields;
    fields.set(FieldTag{1}, Value{"of tomorrow"s});
    auto intent = creation(nurse, static_cast<RecordType>(77), fields, Category::CarePlan);
    EXPECT_EQ(taken(nurse, std::nullopt, intent).fields, fields);
    EXPECT_EQ(refusal(assessor, std::nullopt, intent, {true, true}), ErrorCode::NotPermitted);
}

TEST_F(AdmitTest, TheDirectoryIsKeptByAdministrators) {
    for (const auto& record : sampleDirectory(ids)) {
        const auto own = worker(record.home.str(), "W999");
        EXPECT_EQ(refusal(own, record, edited(record, [](FieldSet& f) { f.set(FieldTag{2}, Value{"Other"s}); })),
                  ErrorCode::NotPermitted);
    }
}

TEST_F(AdmitTest, NoDeviceMakesOrChangesASharingAgreement) {
    FieldSet fields;
    fields.put(sharing_agreement::kAgreement, "saltmarsh-locality"s);
    fields.put(sharing_agreement::kVersion, 2);
    fields.put(sharing_agreement::kText, "id: \"saltmarsh-locality\""s);
    fields.put(sharing_agreement::kState, "proposed"s);
    auto made = creation(nurse, RecordType::SharingAgreement, fields, Category::Directory);
    made.person = {};
    EXPECT_EQ(refusal(nurse, std::nullopt, made), ErrorCode::NotPermitted);

    Record held = sampleRegistration(ids, "community_trust", edith);
    held.type = RecordType::SharingAgreement;
    held.person = {};
    held.fields = fields;
    const auto activated = edited(held, [](FieldSet& f) { f.put(sharing_agreement::kState, "active"s); });
    EXPECT_EQ(refusal(nurse, held, activated), ErrorCode::NotPermitted) << "not even at its home";
    EXPECT_EQ(refusal(assessor, held, activated, {true, true}), ErrorCode::NotPermitted);
}

TEST_F(AdmitTest, OnlyTheOwnAgencyWritesRegistrationsAndPlacements) {
    for (const auto type : {RecordType::Registration, RecordType::Placement, RecordType::PersonLink,
                            RecordType::CareTeamMembership, RecordType::ReceivedCopy, RecordType::ContactNote}) {
        FieldSet fields;
        fields.put(registration::kLocalId, "1"s);
        auto intent = creation(nurse, type, fields);
        EXPECT_EQ(refusal(assessor, std::nullopt, intent, {true, true}), ErrorCode::NotPermitted);
    }
}

} // namespace
} // namespace frontsheet
