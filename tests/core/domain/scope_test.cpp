#include "core/domain/scope.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

const PersonId kEdith = PersonId::fromHex("0190aaaa000070008000000000000001").value();
const PersonId kArthur = PersonId::fromHex("0190aaaa000070008000000000000002").value();
const RecordId kReferral = RecordId::fromHex("0190bbbb000070008000000000000001").value();
const RecordId kOther = RecordId::fromHex("0190bbbb000070008000000000000002").value();

TEST(Scope, IsItsName) {
    const Scope scopes[] = {{Scope::Kind::Agency, {}, {}},
                            {Scope::Kind::Directory, {}, {}},
                            {Scope::Kind::Person, kEdith, {}},
                            {Scope::Kind::Referral, kEdith, kReferral}};
    for (const auto& scope : scopes) {
        EXPECT_EQ(Scope::named(scope.name()), scope) << scope.name();
    }
    EXPECT_EQ(scopes[2].name(), "person:0190aaaa000070008000000000000001");
    EXPECT_EQ(scopes[3].name(), "referral:0190bbbb000070008000000000000001:0190aaaa000070008000000000000001");
}

TEST(Scope, HasNoOtherNames) {
    for (const char* name :
         {"", "Agency", "agency ", "person:", "person:0190", "person:0190aaaa00007000800000000000000g",
          "referral:0190bbbb000070008000000000000001", "referral:0190bbbb000070008000000000000001:",
          "referral:0190bbbb000070008000000000000001-0190aaaa000070008000000000000001", "cohort:7"}) {
        EXPECT_EQ(Scope::named(name), std::nullopt) << name;
    }
}

TEST(Scope, OfAPersonCoversEverythingAboutThemAndNothingOfTheDirectory) {
    const Scope scope{Scope::Kind::Person, kEdith, {}};
    EXPECT_TRUE(covers(scope, {kOther, RecordType::ContactNote, kEdith, {}}));
    EXPECT_FALSE(covers(scope, {kOther, RecordType::ContactNote, kArthur, {}}));
    EXPECT_FALSE(covers(scope, {kOther, RecordType::Worker, {}, {}}));
    EXPECT_FALSE(covers({Scope::Kind::Person, {}, {}}, {kOther, RecordType::Worker, {}, {}}));
}

TEST(Scope, OfAReferralCoversItItsMessagesAndWhoThePersonIs) {
    const Scope scope{Scope::Kind::Referral, kEdith, kReferral};
    EXPECT_TRUE(covers(scope, {kReferral, RecordType::Referral, kEdith, {}}));
    EXPECT_TRUE(covers(scope, {kOther, RecordType::ReferralMessage, kEdith, kReferral}));
    EXPECT_TRUE(covers(scope, {kOther, RecordType::Registration, kEdith, {}}));
    EXPECT_TRUE(covers(scope, {kOther, RecordType::PersonLink, kEdith, {}}));
    EXPECT_FALSE(covers(scope, {kOther, RecordType::Referral, kEdith, {}}));
    EXPECT_FALSE(covers(scope, {kOther, RecordType::ReferralMessage, kEdith, kOther}));
    EXPECT_FALSE(covers(scope, {kOther, RecordType::ContactNote, kEdith, {}}));
    EXPECT_FALSE(covers(scope, {kOther, RecordType::Registration, kArthur, {}}));
}

TEST(Scope, OfTheDirectoryCoversNoPerson) {
    const Scope scope{Scope::Kind::Directory, {}, {}};
    EXPECT_TRUE(covers(scope, {kOther, RecordType::Service, {}, {}}));
    EXPECT_FALSE(covers(scope, {kOther, RecordType::Registration, kEdith, {}}));
    EXPECT_FALSE(covers(scope, {kOther, RecordType{999}, {}, {}}));
}

} // namespace
} // namespace frontsheet
