#include "core/domain/sharing/permission.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

namespace frontsheet::sharing {
namespace {

constexpr std::chrono::hours kDay{24};
const AgencyId kCouncil{"council"};
const AgencyId kTrust{"community_trust"};
const AgencyId kHousing{"housing"};

class PermissionTest : public testing::Test {
protected:
    static PermissionStatement said(StatementKind kind) {
        PermissionStatement statement;
        statement.kind = kind;
        statement.person.bytes[0] = 1;
        statement.askedAt = kFridayMorning;
        statement.askedByAgency = kCouncil;
        statement.askedBy = WorkerId{"W001"};
        return statement;
    }
    static PersonsWord word(const std::vector<PermissionStatement>& statements, WallTime now = kFridayMorning) {
        return wordOn({kCouncil, kHousing, Category::Alerts, Purpose::TenancySupport}, statements, now);
    }
};

TEST_F(PermissionTest, ThePersonsOwnWordIsTakenAsTheyAreAskedAndStandsUntilItEnds) {
    auto yes = said(StatementKind::Permission);
    EXPECT_EQ(word({}), PersonsWord::NothingSaid);
    EXPECT_EQ(word({yes}), PersonsWord::Permits);
    EXPECT_EQ(word({yes}, kFridayMorning + -kDay), PersonsWord::NothingSaid);
    yes.until = kFridayMorning + kDay;
    EXPECT_EQ(word({yes}, kFridayMorning + kDay), PersonsWord::NothingSaid);
    yes.until = {};
    yes.withdrawnAt = kFridayMorning + kDay;
    EXPECT_EQ(word({yes}), PersonsWord::Permits);
    EXPECT_EQ(word({yes}, kFridayMorning + kDay), PersonsWord::NothingSaid);
}

// A server works out a device's grant anew when something of it begins or ends by the clock.
TEST_F(PermissionTest, TheNextOfItsTurnsIsWhenItBeginsEndsOrIsWithdrawn) {
    auto yes = said(StatementKind::Permission);
    EXPECT_EQ(nextChange(yes, kFridayMorning + -kDay), kFridayMorning);
    EXPECT_FALSE(nextChange(yes, kFridayMorning).isKnown()) << "it stands for good";
    yes.until = kFridayMorning + 2 * kDay;
    EXPECT_EQ(nextChange(yes, kFridayMorning), kFridayMorning + 2 * kDay);
    EXPECT_FALSE(nextChange(yes, kFridayMorning + 2 * kDay).isKnown());
    yes.withdrawnAt = kFridayMorning + kDay;
    EXPECT_EQ(nextChange(yes, kFridayMorning), kFridayMorning + kDay) << "the sooner";
    EXPECT_EQ(nextChange(yes, kFridayMorning + kDay), kFridayMorning + 2 * kDay);
}

TEST_F(PermissionTest, AnObjectionStandsAboveAPermissionUntilItIsWithdrawn) {
    const auto yes = said(StatementKind::Permission);
    auto no = said(StatementKind::Objection);
    EXPECT_EQ(word({no, yes}), PersonsWord::Objects);
    EXPECT_EQ(word({yes, no}), PersonsWord::Objects);
    no.withdrawnAt = kFridayMorning;
    EXPECT_EQ(word({yes, no}), PersonsWord::Permits);
}

TEST_F(PermissionTest, ItHoldsForWhatItNamesAndForNothingElse) {
    for (const auto kind : {StatementKind::Permission, StatementKind::Objection}) {
        auto statement = said(kind);
        statement.home = kCouncil;
        statement.receiver = kHousing;
        statement.category = Category::Alerts;
        statement.purpose = Purpose::TenancySupport;
        EXPECT_NE(word({statement}), PersonsWord::NothingSaid);
        const auto elsewhere = [&](const Release& release) {
            return wordOn(release, std::span{&statement, 1}, kFridayMorning);
        };
        EXPECT_EQ(elsewhere({kTrust, kHousing, Category::Alerts, Purpose::TenancySupport}), PersonsWord::NothingSaid);
        EXPECT_EQ(elsewhere({kCouncil, kTrust, Category::Alerts, Purpose::TenancySupport}), PersonsWord::NothingSaid);
        EXPECT_EQ(elsewhere({kCouncil, kHousing, Category::Housing, Purpose::TenancySupport}),
                  PersonsWord::NothingSaid);
        EXPECT_EQ(elsewhere({kCouncil, kHousing, Category::Alerts, Purpose::Safeguarding}), PersonsWord::NothingSaid);
    }
}

TEST_F(PermissionTest, NobodyPermitsInAPersonsNameWithoutAuthority) {
    auto statement = said(StatementKind::Permission);
    statement.givenBy = GivenBy::Attorney;
    EXPECT_EQ(checkStatement(statement).error().code, ErrorCode::Missing);
    EXPECT_EQ(word({statement}), PersonsWord::NothingSaid);
    statement.authority = "7000 1234 5678";
    EXPECT_EQ(word({statement}), PersonsWord::Permits);
    statement = said(StatementKind::Permission);
    statement.capacity = Capacity::BestInterests;
    statement.decidedBy = WorkerId{"W001"};
    EXPECT_EQ(word({statement}), PersonsWord::NothingSaid);
    statement.decidedWhy = "the family, the GP and the nurse were asked";
    EXPECT_EQ(word({statement}), PersonsWord::Permits);
}

TEST_F(PermissionTest, AnObjectionHoldsHoweverBadlyItWasWrittenDown) {
    PermissionStatement statement;
    statement.kind = StatementKind::Objection;
    EXPECT_FALSE(checkStatement(statement));
    EXPECT_EQ(word({statement}), PersonsWord::Objects);
}

TEST_F(PermissionTest, EveryAgencyItNamesMustHearOfItAndSaySo) {
    const std::vector<AgencyId> parties{kTrust, kCouncil, kHousing};
    auto statement = said(StatementKind::Objection);
    statement.receiver = kHousing;
    EXPECT_EQ(addressees(statement, parties), (std::vector<AgencyId>{kTrust, kCouncil, kHousing}));
    statement.home = kCouncil;
    EXPECT_EQ(addressees(statement, parties), (std::vector<AgencyId>{kCouncil, kHousing}));
    statement.deliveries = {{kCouncil, kFridayMorning, {}, {}},
                            {kHousing, kFridayMorning, kFridayMorning, WorkerId{"W028"}}};
    EXPECT_EQ(unacknowledged(statement, parties), (std::vector<AgencyId>{kCouncil}));
}

TEST_F(PermissionTest, DatesThatCannotBeAreRefused) {
    auto statement = said(StatementKind::Permission);
    statement.until = kFridayMorning;
    EXPECT_EQ(checkStatement(statement).error().code, ErrorCode::ImpossibleDate);
    statement = said(StatementKind::Permission);
    statement.withdrawnAt = kFridayMorning + -kDay;
    EXPECT_EQ(checkStatement(statement).error().code, ErrorCode::ImpossibleDate);
}

} // namespace
} // namespace frontsheet::sharing
