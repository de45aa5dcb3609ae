#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/referral.h"
#include "core/domain/scope.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

const PersonId kEdith = PersonId::fromHex("0190aaaa000070008000000000000001").value();
const PersonId kArthur = PersonId::fromHex("0190aaaa000070008000000000000002").value();
const RecordId kReferral = RecordId::fromHex("0190bbbb000070008000000000000001").value();
const RecordId kOther = RecordId::fromHex("0190bbbb000070008000000000000002").value();
const Audience kTwo = audienceOfReaders({"council/W001", "housing/W028"});

ScopedRecord note(const PersonId& person, Category category = Category::ContactNote, Audience audience = {}) {
    return {kOther, RecordType::ContactNote, person, {}, category, audience};
}

TEST(Scope, IsItsName) {
    const Scope scopes[] = {Scope::directory(),
                            Scope::everyone(Category::Alerts),
                            Scope::ofPerson(kEdith, Category::CarePlan),
                            Scope::ofPerson(kEdith, Category::ContactNote, kTwo),
                            Scope::ofReferral(kReferral, kEdith),
                            Scope::withheld(kEdith, Category::MentalHealth, "saltmarsh-locality.CO6")};
    for (const auto& scope : scopes) {
        EXPECT_EQ(Scope::named(scope.name()), scope) << scope.name();
        const ScopeKey key{scope, 0xabcU, ScopeKey::Turn::Lasting};
        EXPECT_EQ(ScopeKey::named(key.name()), key) << key.name();
        const ScopeKey again{scope, 0, ScopeKey::Turn::Again};
        EXPECT_EQ(ScopeKey::named(again.name()), again) << again.name();
        EXPECT_TRUE(isAgain(again.name()));
        EXPECT_FALSE(isAgain(key.name()));
    }
    EXPECT_EQ(scopes[1].name(), "everyone:alerts");
    EXPECT_EQ(scopes[2].name(), "person:0190aaaa000070008000000000000001:care-plan");
    EXPECT_EQ(scopes[4].name(), "referral:0190bbbb000070008000000000000001:0190aaaa000070008000000000000001");
    EXPECT_EQ(scopes[5].name(), "withheld:0190aaaa000070008000000000000001:mental-health:saltmarsh-locality.CO6");
    EXPECT_EQ((ScopeKey{scopes[1], 0xabcU, ScopeKey::Turn::Lasting}.name()), "everyone:alerts@0000000000000abc");
}

TEST(Scope, HasNoOtherNames) {
    for (const char* name : {"",
                             "agency",
                             "Directory",
                             "directory:",
                             "everyone",
                             "everyone:",
                             "everyone:directory",
                             "everyone:gossip",
                             "person:",
                             "person:0190",
                             "person:0190aaaa000070008000000000000001",
                             "person:0190aaaa000070008000000000000001:",
                             "person:0190aaaa000070008000000000000001:directory",
                             "person:0190AAAA000070008000000000000001:alerts",
                             "person:0190aaaa000070008000000000000001:alerts:",
                             "person:0190aaaa000070008000000000000001:alerts:0000000000000000",
                             "person:0190aaaa000070008000000000000001:alerts:00000000000000AB",
                             "person:0190aaaa000070008000000000000001:alerts:00000000000000ab:",
                             "person:00000000000000000000000000000000:alerts",
                             "referral:0190bbbb000070008000000000000001",
                             "referral:0190bbbb000070008000000000000001:",
                             "referral:0190bbbb000070008000000000000001-0190aaaa000070008000000000000001",
                             "withheld:0190aaaa000070008000000000000001:alerts",
                             "withheld:0190aaaa000070008000000000000001:alerts:.CO1",
                             "withheld:0190aaaa000070008000000000000001:alerts:a.b c",
                             "cohort:7"}) {
        EXPECT_EQ(Scope::named(name), std::nullopt) << name;
        EXPECT_EQ(ScopeKey::named(name), std::nullopt) << name;
        EXPECT_EQ(ScopeKey::named(std::string{"again:"} + name), std::nullopt) << name;
    }
    for (const char* key : {"directory@", "directory@12", "directory@0000000000000000", "directory@00000000000000AB",
                            "again:directory@00000000000000ab", "again:again:directory", "@00000000000000ab"}) {
        EXPECT_EQ(ScopeKey::named(key), std::nullopt) << key;
    }
}

TEST(Scope, OfAPersonCoversOneCategoryAboutThemForOneAudience) {
    const auto scope = Scope::ofPerson(kEdith, Category::ContactNote);
    EXPECT_TRUE(covers(scope, note(kEdith)));
    EXPECT_FALSE(covers(scope, note(kArthur)));
    EXPECT_FALSE(covers(scope, note(kEdith, Category::MentalHealth)));
    EXPECT_FALSE(covers(scope, note(kEdith, Category::ContactNote, kTwo)));
    const auto restricted = Scope::ofPerson(kEdith, Category::ContactNote, kTwo);
    EXPECT_TRUE(covers(restricted, note(kEdith, Category::ContactNote, kTwo)));
    EXPECT_FALSE(covers(restricted, note(kEdith)));
    EXPECT_FALSE(covers(Scope::ofPerson({}, Category::Directory), {kOther, RecordType::Worker, {}, {}, {}, {}}));
}

TEST(Scope, OfEveryoneCoversWhatIsNotRestricted) {
    const auto scope = Scope::everyone(Category::ContactNote);
    EXPECT_TRUE(covers(scope, note(kEdith)));
    EXPECT_TRUE(covers(scope, note(kArthur)));
    EXPECT_FALSE(covers(scope, note(kEdith, Category::Wishes)));
    EXPECT_FALSE(covers(scope, note(kEdith, Category::ContactNote, kTwo)));
}

TEST(Scope, OfAReferralCoversItAndItsMessages) {
    const auto scope = Scope::ofReferral(kReferral, kEdith);
    EXPECT_TRUE(covers(scope, {kReferral, RecordType::Referral, kEdith, {}, Category::Referral, {}}));
    EXPECT_TRUE(covers(scope, {kOther, RecordType::ReferralMessage, kEdith, kReferral, Category::Referral, {}}));
    EXPECT_FALSE(covers(scope, {kReferral, RecordType::Referral, kArthur, {}, Category::Referral, {}}));
    EXPECT_FALSE(covers(scope, {kOther, RecordType::Referral, kEdith, {}, Category::Referral, {}}));
    EXPECT_FALSE(covers(scope, {kOther, RecordType::ReferralMessage, kEdith, kOther, Category::Referral, {}}));
    EXPECT_FALSE(covers(scope, {kOther, RecordType::Registration, kEdith, {}, Category::Identity, {}}));
}

TEST(Scope, OfTheDirectoryAndOfWhatIsWithheldCoverNoPerson) {
    EXPECT_TRUE(covers(Scope::directory(), {kOther, RecordType::Service, {}, {}, Category::Directory, {}}));
    EXPECT_FALSE(covers(Scope::directory(), {kOther, RecordType::Registration, kEdith, {}, {}, {}}));
    EXPECT_FALSE(covers(Scope::directory(), {kOther, RecordType{999}, {}, {}, {}, {}}));
    EXPECT_FALSE(covers(Scope::withheld(kEdith, Category::ContactNote, "a.B"), note(kEdith)));
}

TEST(Scope, WhatTwoScopesShareIsTheNarrowerOne) {
    const auto everyone = Scope::everyone(Category::Referral);
    const auto person = Scope::ofPerson(kEdith, Category::Referral);
    const auto referral = Scope::ofReferral(kReferral, kEdith);
    for (const auto& [a, b, shared] :
         {std::tuple{everyone, person, person}, {everyone, referral, referral}, {person, referral, referral}}) {
        EXPECT_EQ(sharedBy(a, b), shared);
        EXPECT_EQ(sharedBy(b, a), shared);
    }
    EXPECT_EQ(sharedBy(everyone, everyone), everyone);
    EXPECT_EQ(sharedBy(person, Scope::ofPerson(kArthur, Category::Referral)), std::nullopt);
    EXPECT_EQ(sharedBy(person, Scope::ofPerson(kEdith, Category::Wishes)), std::nullopt);
    EXPECT_EQ(sharedBy(person, Scope::ofPerson(kEdith, Category::Referral, kTwo)), std::nullopt);
    EXPECT_EQ(sharedBy(everyone, Scope::ofPerson(kEdith, Category::Referral, kTwo)), std::nullopt);
    EXPECT_EQ(sharedBy(Scope::ofPerson(kArthur, Category::Referral), referral), std::nullopt);
    EXPECT_EQ(sharedBy(Scope::directory(), everyone), std::nullopt);
}

TEST(Scope, AnAudienceIsItsReadersInAnyOrder) {
    EXPECT_TRUE(audienceOfReaders({}).isOpen());
    EXPECT_EQ(audienceOfReaders({"housing/W028", "council/W001"}), kTwo);
    EXPECT_NE(audienceOfReaders({"council/W001"}), kTwo);
    EXPECT_NE(audienceOfReaders({"council/W001\nhousing/W028x"}), kTwo);
}

TEST(Scope, AMessageIsCoveredByItsReferral) {
    Record message;
    message.id = kOther;
    message.type = RecordType::ReferralMessage;
    message.person = kEdith;
    message.category = Category::Referral;
    message.fields.put(referral_message::kReferral, kReferral);
    EXPECT_TRUE(covers(Scope::ofReferral(kReferral, kEdith), scopedRecord(message)));
    EXPECT_TRUE(covers(Scope::ofPerson(kEdith, Category::Referral), scopedRecord(message)));
}

TEST(Scope, WhoMayKnowAnAddressIsNotWhoMayReadThatItIsRestricted) {
    Record statement;
    statement.type = RecordType::PermissionStatement;
    statement.fields.put(permission_statement::kReaders, {"council/W001"});
    EXPECT_TRUE(scopedRecord(statement).audience.isOpen());
    Record note;
    note.type = RecordType::ContactNote;
    note.fields.put(contact_note::kReaders, {"council/W001"});
    EXPECT_FALSE(scopedRecord(note).audience.isOpen());
}

} // namespace
} // namespace frontsheet
